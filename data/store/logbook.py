"""The audit chain, read."""

from data.store import audit
from data.store.audit import Act
from data.store.engine import reading
from data.store.opened import here


def acts(last: int | None = None) -> tuple[Act, ...]:
    """What was done, oldest first; only the last so many acts where asked."""
    with reading(here()) as conn:
        return audit.chain(conn, last)


def head() -> str:
    """The hash of the newest act, which vouches for all before it; printed in every published export."""
    return acts(last=1)[0].hash
