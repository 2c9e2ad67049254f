"""How figures changed: two editions side by side, and one figure through all editions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import pandas as pd
from sqlalchemy import select

from data import difference
from data.store import tables
from data.store.editions import edition, effective
from data.store.engine import reading
from data.store.errors import Unknown
from data.store.opened import here
from data.store.place import Place
from data.store.rows import frame, stack_of
from model.dimensions import Status
from model.observations import COLUMNS, KEY, WITHDRAWN


def diff(a: int, b: int, now: datetime | None = None) -> pd.DataFrame:
    """What edition `b` says otherwise than edition `a`: KEY, value_a, value_b, change, unit_a, unit_b, status_a and _b.

    What one of them lacks is missing there. NoEdition where one is not in effect.
    """
    return difference.difference(edition(a, now).observations, edition(b, now).observations)


def rows_of(release: str) -> pd.DataFrame:
    """The one table of a release as it was published; what it takes out has status `withdrawn` and no value.

    Unknown where no release of that id is in effect.
    """
    where = here()
    named = [found for found in effective(where)[1] if found.id == release]
    if not named:
        raise Unknown("release", release)
    with reading(where) as conn:
        return stack_of(conn, named)[list(COLUMNS)]


def history(now: datetime | None = None, **key: str | Sequence[str]) -> pd.DataFrame:
    """How figures came to stand: the columns of the one table, `edition`, `effective_at` (text, Jakarta), `release`.

    `key` limits the columns of KEY, to a code or several. A row an edition in which a figure of that key changed, with
    its value, unit and status since then; one taken out has status `withdrawn` and no value. In order of the key, then
    of the editions.
    """
    strange = key.keys() - set(KEY)
    if strange:
        raise ValueError(f"no columns of the key: {sorted(strange)}")
    where = here()
    _, due = effective(where, now)
    place = {release.order: number for number, release in enumerate(due, start=1)}
    rows = _rows(where, place, key).assign(edition=lambda kept: kept["number"].map(place))
    rows = rows.sort_values([*KEY, "edition"], kind="stable", ignore_index=True)
    firm = {release.order for release in due if release.kind == "rollback"}
    kept = rows.loc[_changes(rows, firm)].reset_index(drop=True)
    moments = [due[number - 1].effective_at.isoformat() for number in kept["edition"].tolist()]
    ids = [due[number - 1].id for number in kept["edition"].tolist()]
    kept = kept.assign(effective_at=pd.Series(moments, kept.index, "str"), release=pd.Series(ids, kept.index, "str"))
    return kept[[*COLUMNS, "edition", "effective_at", "release"]]


def _rows(where: Place, releases: Iterable[int], key: Mapping[str, str | Sequence[str]]) -> pd.DataFrame:
    column = tables.observation.c
    query = select(column.release, *(column[name] for name in COLUMNS)).where(column.release.in_(list(releases)))
    for name, wanted in key.items():
        query = query.where(column[name].in_([wanted] if isinstance(wanted, str) else list(wanted)))
    with reading(where) as conn:
        rows = frame(conn.execute(query).all(), "number", *COLUMNS)
    return rows.astype({name: "float64" if name == "value" else "str" for name in COLUMNS} | {"number": "int64"})


def _changes(rows: pd.DataFrame, firm: set[int]) -> list[bool]:
    """Which rows changed what stood; rows of one key lie together, in the order of the editions."""
    changes: list[bool] = []
    before: tuple[str, ...] | None = None
    stands: tuple[float, str, str] | None = None
    named = ["number", *KEY, *difference.SAID]
    for number, *rest in rows[named].itertuples(index=False, name=None):
        key, value, unit, status = tuple(rest[: len(KEY)]), *rest[len(KEY) :]
        said = None if status == WITHDRAWN else (value, unit, status)
        if key != before:
            before, stands = key, None
        weaker = (
            said is not None
            and stands is not None
            and status == Status.UNKNOWN != stands[2]
            and value == stands[0]
            and number not in firm
        )
        changed = said != stands and not weaker
        changes.append(changed)
        stands = said if changed else stands
    return changes
