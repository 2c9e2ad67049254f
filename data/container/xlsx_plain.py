"""The plain rows of a sheet of an xlsx, as spreadsheet programs write them, taken by patterns instead of an XML parser.

A table has many rows of one shape: the same columns, styles and types, some of them left out here and there. A row of a
known shape is taken by a pattern made for it (`xlsx_shape`), the others by a general one. What a pattern accepts is
well-formed as it stands, and nothing is skipped over; anything else in the sheet (comments, prefixes, rich text,
escapes) is `NotPlain`.
"""

import codecs
import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from data.container.canvas import Canvas
from data.container.package import CHUNK
from data.container.xlsx_cell import Cells, column_of
from data.container.xlsx_shape import FORMULA, INLINE, ROW_TAG, Shapes, Token

CELL = (
    r'<c r="@[A-Z]{1,3})@[1-9][0-9]{0,6})"(?: s="@[0-9]{1,6})")?(?: t="@[a-zA-Z]{1,9})")?'
    rf"(?:/>|>(?:@<f){FORMULA})?"
    r"(?:<v>@[^<>&]*)</v>|<v ?/>|"
    r'<is><t(?: xml:space="preserve")?>@[^<>&]*)</t></is>)?</c>)'
)
TOKEN = re.compile(CELL.replace("@", "("))
ROW = re.compile(f"{ROW_TAG}(?:/>|>(?:{CELL.replace('@', '(?:')})*+</row>)")
HEAD = re.compile(r"<sheetData(?:/>|>)")
UTF_8 = re.compile(r"\ufeff?(?:<\?xml(?![^>]*encoding=[\"'](?!utf-8|UTF-8))[^>]*\?>)?\s*<worksheet[^>]*>")
PATIENCE = 4 * CHUNK


class NotPlain(Exception):
    """The sheet holds something that the patterns do not know."""


class _Rows:
    """Takes rows one after the other, and remembers the shapes that it meets."""

    def __init__(self, canvas: Canvas, cells: Cells) -> None:
        self.canvas, self.cells = canvas, cells
        self.shapes = Shapes()
        self.loose: list[Token] = []

    def take(self, pending: str) -> int:
        """Take the rows at the beginning of some bytes; how many bytes they are."""
        at = end = 0
        while end >= 0:
            at, end = end, self.shapes.match(pending, end)
            if end == at:
                end = self._any(pending, at)
        for shape in self.shapes.known:
            shape.take(self.canvas, self.cells)
        self._take_loose()
        return at

    def _any(self, pending: str, at: int) -> int:
        """Where the row ends that begins at a place, whatever its shape; -1 where none does."""
        found = ROW.match(pending, at)
        if not found:
            return -1
        tokens: list[Token] = TOKEN.findall(pending, at, found.end())
        self.loose += tokens
        for shape in self.shapes.learn(tokens):
            shape.take(self.canvas, self.cells)
        return found.end()

    def _take_loose(self) -> None:
        """Put the cells of rows of all kinds on the canvas, those of one style and type together."""
        tokens, self.loose = self.loose, []
        if not tokens:
            return
        letters, rows, styles, kinds, formulas, values, inlines = zip(*tokens, strict=True)
        alike: dict[Token, list[int]] = defaultdict(list)
        for at, key in enumerate(zip(styles, kinds, formulas, strict=True)):
            alike[key].append(at)
        codes = np.empty(len(tokens), np.int32)
        for (style, kind, formula), places in alike.items():
            own = kind == INLINE and not formula
            stored = [(own and inlines[at]) or values[at] for at in places]
            codes[places] = self.cells.column(style, kind, bool(formula), stored)
        columns = np.fromiter(map(column_of, letters), np.int32, len(tokens))
        self.canvas.put_all(np.fromiter(map(int, rows), np.int32, len(tokens)) - 1, columns, codes)


def read_plain(chunks: Iterator[bytes], canvas: Canvas, cells: Cells) -> bytes:
    """Take the plain rows of a sheet; what stands around them is returned, an XML document of its own.

    Raises NotPlain, and UnicodeDecodeError for bytes that are no text.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    pending = decoder.decode(next(chunks, b""))
    found = HEAD.search(pending)
    if not found or not UTF_8.match(pending) or "<!" in pending[: found.start()] or found[0].endswith("/>"):
        raise NotPlain
    head, pending = pending[: found.end()], pending[found.end() :]
    rows = _Rows(canvas, cells)
    while True:
        pending = pending[rows.take(pending) :]
        if pending.startswith("</sheetData>"):
            return (head + pending).encode() + decoder.getstate()[0] + b"".join(chunks)
        if len(pending) > PATIENCE or not (chunk := next(chunks, b"")):
            raise NotPlain
        pending += decoder.decode(chunk)
