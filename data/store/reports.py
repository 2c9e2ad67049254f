"""What readers report as wrong, and what became of it."""

from dataclasses import dataclass

from sqlalchemy import Row, select, update

from data.store import audit, moment, tables
from data.store.engine import reading, writing
from data.store.errors import Unknown
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


def report_error(text: str, about: str = "", contact: str = "") -> ErrorReport:
    """Keeps what a reader reports; how long and how often is decided by the caller."""
    table = tables.error_report
    with writing(here()) as conn:
        number = next_number(conn, table, "id")
        row = {"id": number, "at": moment.written(moment.of(conn)), "text": text, "contact": contact, "about": about}
        conn.execute(table.insert(), row | {"state": "open", "answer": "", "answered_by": None, "answered_at": None})
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
    """Answers a report, or dismisses it with a reason."""
    table = tables.error_report
    with writing(here()) as conn:
        change = {"state": "dismissed" if dismissed else "answered", "answer": answer, "answered_by": by}
        change["answered_at"] = moment.written(moment.of(conn))
        if not conn.execute(update(table).where(table.c.id == id).values(change)).rowcount:
            raise Unknown("error_report", id)
        audit.record(conn, by, change["state"], table, id)
    return error_report(id)


def _report(row: Row) -> ErrorReport:
    stated = {name: getattr(row, name) for name in ErrorReport.__dataclass_fields__}
    return ErrorReport(**stated | {name: stated[name] or "" for name in ("answered_by", "answered_at")})
