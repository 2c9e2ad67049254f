"""What readers report as wrong, and what became of it."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, Row, func, select, update

from data.store import audit, moment, tables
from data.store.engine import reading, writing
from data.store.errors import Answered, TooMany, Unknown
from data.store.opened import here
from data.store.rows import next_number


@dataclass(frozen=True)
class ErrorReport:
    """A reader's report: `about` says where (page, edition, figure), `state` open, answered or dismissed."""

    id: int
    at: str
    text: str
    contact: str
    about: str
    state: str
    answered_by: str
    answered_at: str
    answer: str


def report_error(
    text: str, about: str = "", contact: str = "", most: int | None = None, within: timedelta = timedelta(hours=1)
) -> ErrorReport:
    """Keeps what a reader reports; gives the open one of the same words and place, if there is one, and keeps nothing.

    TooMany where `most` came in `within` the last time; how many that are, and how long they may be, the caller says.
    """
    table = tables.error_report
    row: dict[str, object] = {"text": text, "contact": contact, "about": about, "state": "open"}
    with writing(here()) as conn:
        twin = select(table.c.id).where(*(table.c[name] == value for name, value in row.items()))
        number = conn.execute(twin).scalar()
        if number is None:
            _room(conn, most, within)
            number = next_number(conn, table, "id")
            row |= {"id": number, "at": moment.written(moment.of(conn)), "answer": ""}
            conn.execute(table.insert(), row | {"answered_by": None, "answered_at": None})
            audit.record(conn, "", "reported", table, number)
    return error_report(number)


def error_report(id: int) -> ErrorReport:
    """A report by its id; Unknown where there is none."""
    with reading(here()) as conn:
        row = conn.execute(select(tables.error_report).where(tables.error_report.c.id == id)).first()
    if row is None:
        raise Unknown("error_report", id)
    return _report(row)


def error_reports(*states: str) -> tuple[ErrorReport, ...]:
    """The reports in these states (in any when none is named), oldest first."""
    table = tables.error_report
    query = select(table).order_by(table.c.id)
    with reading(here()) as conn:
        return tuple(map(_report, conn.execute(query.where(table.c.state.in_(states)) if states else query)))


def answer_error(id: int, by: str, answer: str, dismissed: bool = False) -> ErrorReport:
    """Answers an open report, or dismisses it with a reason; Answered where that was done before."""
    table = tables.error_report
    with writing(here()) as conn:
        change = {"state": "dismissed" if dismissed else "answered", "answer": answer, "answered_by": by}
        change["answered_at"] = moment.written(moment.of(conn))
        state = conn.execute(select(table.c.state).where(table.c.id == id)).scalar()
        if state != "open":
            raise Answered(id) if state else Unknown("error_report", id)
        conn.execute(update(table).where(table.c.id == id).values(change))
        audit.record(conn, by, change["state"], table, id)
    return error_report(id)


def _room(conn: Connection, most: int | None, within: timedelta) -> None:
    """Refuses one more where too many came in of late."""
    column = tables.error_report.c
    since = moment.written(moment.of(conn) - within)
    query = select(func.count()).select_from(tables.error_report).where(column.at > since)
    if most is not None and conn.execute(query).scalar_one() >= most:
        raise TooMany(most)


def _report(row: Row) -> ErrorReport:
    stated = {name: getattr(row, name) for name in ErrorReport.__dataclass_fields__}
    return ErrorReport(**stated | {name: stated[name] or "" for name in ("answered_by", "answered_at")})
