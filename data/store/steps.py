"""The steps of a submission up to its publication (`publish.py`).

    waiting ─ approve ─► approved ─ publish now ─► published
       │                    │ └──── publish later ─► scheduled ─ its moment ─► published
       │                    └───── send_back ────────────┴─ send_back, or its keys taken ─► returned ─ approve …
       └─ reject (also from returned and approved) ─► rejected

Who may take a step is decided in `desk/`; that nobody approves what they made is decided here too.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from data.canonical import canonical, content_hash
from data.difference import giving_back
from data.edition import stack, stand
from data.store import audit, moment, tables
from data.store.engine import writing
from data.store.enter import record_due
from data.store.errors import Changed, NoEdition, NothingToRestore, SamePerson, WrongState
from data.store.known import Known, forget, read_known
from data.store.opened import here
from data.store.rows import keep_file, next_number, origin_text, sound, stack_of
from data.store.submissions import OPEN, Fenomena, Submission, read, step
from model.release import Origin


def submit(
    obs: pd.DataFrame,
    by: str,
    origin: Origin,
    file: bytes,
    file_name: str,
    mode: str = "office",
    answers: Mapping[str, Any] | None = None,
    reason: str = "",
    kind: str = "table",
    fenomena: Sequence[Fenomena] = (),
) -> tuple[Submission, bool]:
    """Puts a table among those that wait; gives it, and whether it is new.

    The same file with the same rows is recognised while it is open, and for as long as the present edition says all
    that it says: then the earlier submission is given, and nothing written. A row of status `withdrawn` has no value.
    ValueError where the rows are no sound table.
    """
    content = canonical(sound(obs))
    where = here()
    with writing(where) as conn:
        base = record_due(conn, moment.of(conn)).newest
        if not base:
            raise NoEdition(None, 0)
        columns = {"kind": kind, "mode": mode, "base": base, "restores": None, "file_name": file_name, "reason": reason}
        columns |= {"answers": audit.plain(dict(answers or {})), "origin": origin_text(origin), "rows": len(obs)}
        columns |= {"content_hash": keep_file(conn, by, content), "sha256": keep_file(conn, by, file), "created_by": by}
        twin = _twin(conn, columns, obs, base)
        number = twin or _add(conn, columns, fenomena)
        made = read(conn, number)
    forget(where)
    return made, not twin


def roll_back(number: int, by: str, reason: str, mode: str = "office") -> Submission:
    """Submits what gives edition `number` back; NothingToRestore where the present edition says the same.

    It is bound to the present edition: once another takes effect it can no longer be approved or published. The same
    asked again is recognised while it is open.
    """
    where = here()
    with writing(where) as conn:
        base = record_due(conn, moment.of(conn)).newest
        if not 1 <= number <= base:
            raise NoEdition(number, base)
        found = read_known(conn)
        rows = rows_back(conn, found, base, number)
        if rows.empty:
            raise NothingToRestore(number)
        columns = {"kind": "rollback", "mode": mode, "base": base, "restores": number, "file_name": "", "sha256": None}
        columns |= {"answers": "{}", "origin": origin_text(found.releases[number - 1].origin), "rows": len(rows)}
        columns |= {"content_hash": keep_file(conn, by, canonical(rows)), "created_by": by, "reason": reason}
        made = read(conn, _open_rollback(conn, number, base) or _add(conn, columns, ()))
    forget(where)
    return made


def approve(id: int, by: str, content: str, base: int, mode: str = "office") -> Submission:
    """Approves what waits, or what was approved against an edition that is no longer the newest.

    `content` is the content hash and `base` the edition of the comparison that `by` has seen: Changed where that is not
    the newest any more, SamePerson where `by` made it, unless the mode is local.
    """
    where = here()
    with writing(where) as conn:
        newest = record_due(conn, moment.of(conn)).newest
        found = read(conn, id)
        stale = found.state == "approved" and found.base != newest
        _in_state(found, ("waiting", "returned", *(("approved",) if stale else ())))
        if base != newest or content != found.content_hash or (found.kind == "rollback" and found.base != newest):
            raise Changed(found.base if found.kind == "rollback" else base, newest)
        mode = "local" if "local" in (mode, found.mode) else "office"
        if by == found.created_by and mode != "local":
            raise SamePerson(id, by)
        approved = {"approved_by": by, "approved_at": moment.written(moment.of(conn)), "approved_hash": content}
        made = step(conn, by, "approved", id, {"state": "approved", "base": base, "mode": mode, "note": ""} | approved)
    forget(where)
    return made


def reject(id: int, by: str, reason: str) -> Submission:
    """Ends a submission that is not yet scheduled or published."""
    where = here()
    with writing(where) as conn:
        _in_state(read(conn, id), ("waiting", "returned", "approved"))
        made = step(conn, by, "rejected", id, {"state": "rejected", "note": reason})
    forget(where)
    return made


def rows_back(conn: Connection, found: Known, base: int, number: int) -> pd.DataFrame:
    """The stack that turns edition `base` into edition `number`."""
    present, older = (stand([stack_of(conn, found.releases[:count])]) for count in (base, number))
    return giving_back(present, older)


def _open_rollback(conn: Connection, restores: int, base: int) -> int | None:
    """The open submission that gives the same edition back from the same present one."""
    column = tables.submission.c
    alike = select(column.id).where(column.restores == restores, column.base == base, column.state.in_(OPEN))
    found: int | None = conn.execute(alike).scalar()
    return found


def _in_state(found: Submission, wanted: tuple[str, ...]) -> None:
    if found.state not in wanted:
        raise WrongState(found.id, found.state, wanted)


def _add(conn: Connection, columns: Mapping[str, Any], fenomena: Sequence[Fenomena]) -> int:
    by, number = columns["created_by"], next_number(conn, tables.submission, "id")
    row = {"id": number, "state": "waiting", "created_at": moment.written(moment.of(conn)), "note": ""} | dict(columns)
    conn.execute(tables.submission.insert(), row)
    audit.record(conn, by, "submitted", tables.submission, number, content_hash=columns["content_hash"])
    for given in fenomena:
        key = next_number(conn, tables.fenomena, "id")
        conn.execute(tables.fenomena.insert(), {"id": key, "submission": number, **given._asdict()})
        audit.record(conn, by, "explained", tables.fenomena, key)
    return number


def _twin(conn: Connection, columns: Mapping[str, Any], obs: pd.DataFrame, base: int) -> int | None:
    """The earlier submission of the same file and rows that is open, or that the present edition still says in full."""
    table = tables.submission
    alike = (table.c[name] == columns[name] for name in ("sha256", "content_hash", "kind"))
    found = conn.execute(select(table.c.id, table.c.state).where(*alike).order_by(table.c.id.desc())).all()
    for id, state in found:
        if state in OPEN:
            return int(id)
    published = next((int(id) for id, state in found if state == "published"), None)
    if published is None:
        return None
    present = stand([stack_of(conn, read_known(conn).releases[:base])])
    again = stand([present, stack(obs, "")])
    return published if content_hash(again) == content_hash(present) else None
