"""The observations of one release against what they were made from, row by row."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from data import shipped
from data.canonical import content_hash
from data.difference import SAID
from data.store import tables
from data.store.rows import table_of
from model.observations import COLUMNS, KEY

Found = tuple[str, str, str, str]
"""Where, what, expected, found."""

_NUMBERS = (float, type(None))
_ORDERS = (int, type(None))


def observations(conn: Connection, number: int) -> pd.DataFrame:
    """The rows of a release as they lie there: `rowid`, `source`, the one table, and `unread` where no number is."""
    column = tables.observation.c
    names = ("rowid", "source", *COLUMNS)
    query = select(*(column[name] for name in names)).where(column.release == number).order_by(column.rowid)
    found: dict[str, list[Any]] = {name: [] for name in names}
    for name, read in zip(names, zip(*conn.execute(query).all(), strict=True), strict=False):
        found[name] = list(read)
    unread = [
        type(value) not in _NUMBERS or type(source) not in _ORDERS
        for value, source in zip(found["value"], found["source"], strict=True)
    ]
    columns: dict[str, Any] = {name: pd.Series(_texts(found[name]), dtype="str") for name in COLUMNS if name != "value"}
    columns["value"] = pd.Series([v if type(v) is float else float("nan") for v in found["value"]], dtype="float64")
    columns["source"] = pd.Series([s if type(s) is int else None for s in found["source"]], dtype="Int64")
    rowid, unfit = pd.Series(found["rowid"], dtype="int64"), pd.Series(unread, dtype="bool")
    return pd.DataFrame({"rowid": rowid, **{name: columns[name] for name in names[1:]}, "unread": unfit})


def _texts(stored: list[Any]) -> list[str]:
    """Texts as they are; what is none, as one."""
    return stored if set(map(type, stored)) <= {str} else [str(text) for text in stored]


def stated_rows(conn: Connection, release: dict[str, Any]) -> pd.DataFrame | None:
    """What the release was made from: the folder that shipped, or the rows submitted; None where it cannot be read."""
    if release["kind"] == "shipped":
        folder = shipped.TABLES / str(release["id"])
        try:
            return shipped.read(folder).observations
        except (OSError, ValueError):
            return None
    file = tables.raw_file.c
    content = conn.execute(select(file.content).where(file.sha256 == release["content_hash"])).scalar_one_or_none()
    if not isinstance(content, bytes) or sha256(content).hexdigest() != release["content_hash"]:
        return None
    return table_of(content)


def misfits(rows: pd.DataFrame, release: dict[str, Any], stated: Callable[[], pd.DataFrame | None]) -> Iterator[Found]:
    """The rows that are not what was stated; the release itself where its rows can be compared with nothing."""
    name = f"release {release['number']} ({release['id']})"
    sourced = rows["source"].notna() & (release["kind"] != "rollback")
    for column, unfit in (("value", rows["unread"]), ("reason", rows["reason"] != ""), ("source", sourced)):
        for rowid, found in rows.loc[unfit, ["rowid", column]].itertuples(index=False, name=None):
            yield f"observation {rowid}", column, "", str(found)
    if len(rows) == release["rows"] and hash_of(rows) == release["content_hash"]:
        return
    original = stated()
    if original is None or content_hash(original) != release["content_hash"]:
        yield name, "content_hash", str(release["content_hash"]), hash_of(rows)
        return
    yield from _by_key(rows, original, name)


def _by_key(rows: pd.DataFrame, original: pd.DataFrame, name: str) -> Iterator[Found]:
    expected = {row[: len(KEY)]: row[len(KEY) :] for row in original[[*KEY, *SAID]].itertuples(index=False, name=None)}
    for rowid, *row in rows[["rowid", *KEY, *SAID]].itertuples(index=False, name=None):
        key, said = tuple(row[: len(KEY)]), row[len(KEY) :]
        wanted = expected.pop(key, None)
        if wanted is None:
            yield f"observation {rowid}", "key", "", " ".join(key)
            continue
        for column, should, does in zip(SAID, wanted, said, strict=True):
            if should != does and not (should != should and does != does):
                yield f"observation {rowid}", column, str(should), str(does)
    for key in expected:
        yield name, "a row is missing", " ".join(key), ""


def hash_of(rows: pd.DataFrame) -> str:
    """The content hash; of text that is no UTF-8 there is none."""
    try:
        return content_hash(rows)
    except UnicodeEncodeError:
        return "no UTF-8"
