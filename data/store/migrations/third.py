"""Version 3: dates of releases to come that somebody announced to everybody."""

from data.store.migrations.forever import fixed

NUMBER = 3

_TABLE = """CREATE TABLE announcement (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    region TEXT NOT NULL,
    approach TEXT NOT NULL CHECK (approach IN ('production', 'expenditure')),
    period TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('announced', 'withdrawn')),
    announced_by TEXT NOT NULL CHECK (announced_by <> ''),
    announced_at TEXT NOT NULL,
    withdrawn_by TEXT CHECK ((withdrawn_by IS NOT NULL) = (state = 'withdrawn'))
)"""
_FIXED = ("id", "at", "region", "approach", "period", "announced_by", "announced_at")


def statements(dialect: str) -> list[str]:
    """The table, then what keeps all but its state as it was written; the same table in both dialects."""
    return [_TABLE, *fixed(dialect, "announcement", _FIXED)]
