"""Opens the store: makes it, brings it up to date and seeds it where needed, once a process and place.

Several processes may do so at once: what is to be done is looked at again under the lock of the writing transaction.
"""

import threading

from data.store import place as places
from data.store.engine import reading, writing
from data.store.known import forget
from data.store.migrate import STEPS, migrate, version
from data.store.place import Place
from data.store.seed import missing, seed

PATIENCE = 60.0
"""Seconds to wait while another process makes or migrates the store."""

_ready: set[Place] = set()
_opening = threading.Lock()


def here() -> Place:
    """The place that the environment names, with a store that is ready."""
    where = places.place()
    if where not in _ready:
        with _opening:
            if where not in _ready:
                _open(where)
                _ready.add(where)
    return where


def _open(where: Place) -> None:
    places.prepare(where)
    with reading(where) as conn:
        ready = version(conn) == STEPS[-1].NUMBER and not missing(conn)
    if not ready:
        with writing(where, PATIENCE) as conn:
            migrate(conn)
            seed(conn)
        forget(where)
