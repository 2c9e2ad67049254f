"""Bytes as text: by their mark, else UTF-8 if they are valid UTF-8, else UTF-16 by its zero bytes, else cp1252."""

import codecs

from data.guard import WORKBOOKS, refuse

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UNDEFINED = {0x81: "\u0081", 0x8D: "\u008d", 0x8F: "\u008f", 0x90: "\u0090", 0x9D: "\u009d"}
ALLOWED = frozenset("\t\n\r\f\v\x1a\x1c\x1d\x1e\x1f\x85")


def decoded(content: bytes, declared: str = "") -> str:
    """The text of a file; refuses what is no text.

    `declared` is what the file says of itself (a page's `charset`); it is used only where the bytes leave it open.

    >>> decoded("a;1,5".encode("utf-16")), decoded(b"Rp\\x96"), decoded("é".encode())
    ('a;1,5', 'Rp–', 'é')
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _checked(_strict(content[len(mark) :], encoding))
    if b"\0" in content:
        return _checked(_strict(content, _wide(content)))
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_single_byte(content, declared))


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        refuse("not_a_workbook", "binary content", WORKBOOKS)


def _wide(content: bytes) -> str:
    """Which UTF-16 has its zero bytes where these stand."""
    even, odd = content[0::2].count(0), content[1::2].count(0)
    if len(content) % 2 == 0 and max(even, odd) * 10 >= len(content) and min(even, odd) * 20 <= max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    refuse("not_a_workbook", "binary content", WORKBOOKS)


def _single_byte(content: bytes, declared: str) -> str:
    if declared:
        try:
            return content.decode(declared)
        except (LookupError, ValueError):
            pass
    return content.decode("cp1252", "ignore") if not set(content) & set(UNDEFINED) else content.decode("latin-1")


def _checked(text: str) -> str:
    """The text, unless it is strewn with control characters as no text is."""
    control = sum(text.count(chr(code)) for code in range(32) if chr(code) not in ALLOWED)
    if control > len(text) // 1000:
        refuse("not_a_workbook", "binary content", WORKBOOKS)
    return text
