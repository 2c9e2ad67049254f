"""How figures changed: two editions side by side, and one figure through all editions."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd
from sqlalchemy import select

from data import difference
from data.edition import WITHDRAWN, in_effect
from data.store import tables
from data.store.editions import edition
from data.store.engine import reading
from data.store.known import known
from data.store.opened import here
from data.store.rows import stack_of
from model.observations import COLUMNS, KEY


def diff(a: int, b: int, now: datetime | None = None) -> pd.DataFrame:
    """What edition `b` says otherwise than edition `a`: KEY, value_a, value_b, change, unit_a, unit_b, status_a and _b.

    What one of them lacks is missing there. NoEdition where one is not in effect.
    """
    return difference.difference(edition(a, now).observations, edition(b, now).observations)


def rows_of(release: str) -> pd.DataFrame:
    """The one table of a release as it was published; what it takes out has status `withdrawn` and no value."""
    where = here()
    with reading(where) as conn:
        return stack_of(conn, [found for found in known(where).releases if found.id == release])[list(COLUMNS)]


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
    found = known(where)
    due = in_effect(found.releases, found.now() if now is None else now)
    rows = _rows(key)
    place = {release.order: number for number, release in enumerate(due, start=1)}
    rows = rows.loc[rows["number"].isin(list(place))].assign(edition=lambda kept: kept["number"].map(place))
    rows = rows.sort_values([*KEY, "edition"], kind="stable", ignore_index=True)
    firm = {release.order for release in due if release.kind == "rollback"}
    kept = rows.loc[_changes(rows, firm)].reset_index(drop=True)
    moments = [due[number - 1].effective_at.isoformat() for number in kept["edition"].tolist()]
    ids = [due[number - 1].id for number in kept["edition"].tolist()]
    kept = kept.assign(effective_at=pd.Series(moments, kept.index, "str"), release=pd.Series(ids, kept.index, "str"))
    return kept[[*COLUMNS, "edition", "effective_at", "release"]]


def _rows(key: Mapping[str, str | Sequence[str]]) -> pd.DataFrame:
    column = tables.observation.c
    query = select(column.release, *(column[name] for name in COLUMNS))
    for name, wanted in key.items():
        query = query.where(column[name].in_([wanted] if isinstance(wanted, str) else list(wanted)))
    with reading(here()) as conn:
        rows = pd.DataFrame(conn.execute(query).all(), columns=["number", *COLUMNS])
    return rows.astype({name: "float64" if name == "value" else "str" for name in COLUMNS} | {"number": "int64"})


def _changes(rows: pd.DataFrame, firm: set[int]) -> list[bool]:
    """Which rows changed what stood; rows of one key lie together, in the order of the editions."""
    changes: list[bool] = []
    before: tuple[str, ...] | None = None
    stands: tuple[float, str, str] | None = None
    named = ["number", *KEY, "value", "unit", "status"]
    for number, *rest in rows[named].itertuples(index=False, name=None):
        key, value, unit, status = tuple(rest[: len(KEY)]), *rest[len(KEY) :]
        said = None if status == WITHDRAWN else (value, unit, status)
        if key != before:
            before, stands = key, None
        weaker = (
            said is not None
            and stands is not None
            and status == "unknown"
            and value == stands[0]
            and number not in firm
        )
        changed = said != stands and not weaker
        changes.append(changed)
        stands = said if changed else stands
    return changes
