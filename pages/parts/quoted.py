"""What others wrote, shown as they wrote it."""


def quoted(words: str, longest: int | None = None) -> str:
    """A stranger's words on one line as code, of which markdown makes no link or picture; cut at `longest`."""
    line = " ".join(words.replace("`", "'").split())
    return f"`{line[:longest]}`"
