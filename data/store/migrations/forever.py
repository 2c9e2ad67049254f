"""What keeps a row as it was written: triggers of both engines.

SQLite's INSERT OR REPLACE passes by the triggers on deletion unless the connection has `recursive_triggers` on; so a
third trigger refuses a second row of the same key before it is inserted, on any connection.
"""

from collections.abc import Sequence


def append_only(dialect: str, table: str, keys: Sequence[str]) -> list[str]:
    """Refuses to change or delete a row of `table`, or to insert one whose key is there."""
    if dialect == "postgresql":
        return [*_refuses_postgresql(table, "UPDATE"), *_refuses_deletion_postgresql(table)]
    there = " OR ".join(f"{key} = NEW.{key}" for key in keys)
    return [
        _refuses_sqlite(table, "UPDATE", "changed"),
        _refuses_sqlite(table, "DELETE", "deleted"),
        _refuses_sqlite(table, "INSERT", "replaced", f"WHEN EXISTS (SELECT 1 FROM {_quoted(table)} WHERE {there})"),
    ]


def fixed(dialect: str, table: str, columns: Sequence[str]) -> list[str]:
    """Refuses to delete a row, to change one of these columns, or to insert a row whose first column is there."""
    of = f"UPDATE OF {', '.join(columns)}"
    if dialect == "postgresql":
        return [*_refuses_postgresql(table, of), *_refuses_deletion_postgresql(table)]
    there = f"WHEN EXISTS (SELECT 1 FROM {_quoted(table)} WHERE {columns[0]} = NEW.{columns[0]})"
    return [
        _refuses_sqlite(table, of, "changed"),
        _refuses_sqlite(table, "DELETE", "deleted"),
        _refuses_sqlite(table, "INSERT", "replaced", there),
    ]


def _quoted(table: str) -> str:
    return f'"{table}"'


def _refuses_sqlite(table: str, event: str, word: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_never_{word} BEFORE {event} ON {_quoted(table)} {when} "
        f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never {word}'); END"
    )


def _refuses_deletion_postgresql(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {_quoted(table)} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_never()",
        f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {_quoted(table)} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_never()",
    ]


def _refuses_postgresql(table: str, event: str) -> list[str]:
    raised = f"RAISE EXCEPTION 'a row of {table} is never changed' USING ERRCODE = 'integrity_constraint_violation'"
    body = f"BEGIN {raised}; END"
    return [
        f"CREATE FUNCTION {table}_never() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {table}_never_changed BEFORE {event} ON {_quoted(table)} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_never()",
    ]
