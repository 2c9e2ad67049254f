"""Version 2: drafts and decks state the SHA-256 of their row, so that a change of a stored byte shows there, too.

A row from before states none until it is saved again.
"""

NUMBER = 2


def statements(dialect: str) -> list[str]:
    """The same in both dialects."""
    return [f"ALTER TABLE {table} ADD COLUMN digest TEXT NOT NULL DEFAULT ''" for table in ("draft", "deck")]
