"""Version 4: what became of logins, so that every replica knows."""

NUMBER = 4


def statements(dialect: str) -> list[str]:
    """The same table in both dialects; its rows change and go, so no trigger keeps them."""
    return [
        "CREATE TABLE login (id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 64), at TEXT NOT NULL,"
        " ended INTEGER NOT NULL CHECK (ended IN (0, 1)))"
    ]
