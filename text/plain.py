"""What stands in a file, made fit to be quoted in a sentence: on a page, in a terminal, in markup of any kind."""

import re
import unicodedata

LONGEST = 200
"""Characters of a quotation; the rest is cut off and an ellipsis put in its place."""

_LOOKALIKES = str.maketrans(
    {
        "<": "‹", ">": "›", "[": "(", "]": ")", "`": "'", "*": "∗", "$": "＄", "\\": "＼", "|": "¦", "~": "∼",
        "@": "＠", "#": "＃",
    }
)  # fmt: skip
_ADDRESS = re.compile(r"://|:(?=[a-z])|(?<=\b[Ww]{3})\.")
_ALL_MARKS = 2
"""Combining marks on one letter; more of them reach into the lines above and below."""


def plain(text: str, longest: int = LONGEST) -> str:
    """One line that shows what a text says and does nothing.

    Control characters, line breaks, marks of direction and other invisible characters become spaces; characters that
    Markdown or HTML would act on give way to others that look like them; addresses are no links; long texts are cut.

    >>> plain("Perta\\u202enian\\n<b>[klik](http://a.b)</b>")
    'Perta nian ‹b›(klik)(http∶∕∕a.b)‹/b›'
    >>> plain("Industri   2024*"), plain("abcdef", longest=3)
    ('Industri 2024∗', 'abc…')
    """
    head = text[: 4 * longest + 1]
    line = "".join(char if char.isprintable() else " " for char in _few_marks(head))
    line = " ".join(line.translate(_LOOKALIKES).split())
    line = _ADDRESS.sub(lambda found: {".": "․", ":": "∶"}.get(found[0], "∶∕∕"), line)
    return line if len(line) <= longest and len(text) <= len(head) else f"{line[:longest]}…"


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me") else 0
        if marks <= _ALL_MARKS:
            kept.append(char)
    return "".join(kept)
