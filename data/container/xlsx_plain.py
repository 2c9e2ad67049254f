"""The plain rows of a sheet of an xlsx, as spreadsheet programs write them, taken by patterns instead of an XML parser.

A table has many rows of one shape: the same columns, styles and types. A row whose shape was seen before is taken by a
pattern made for that shape, the others by a general one. What a pattern accepts is well-formed as it stands, and
nothing is skipped over; anything else in the sheet (comments, prefixes, rich text, escapes) is `NotPlain`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import numpy as np

from data.container.canvas import Canvas
from data.container.package import CHUNK
from data.container.xlsx_cell import Cells, column_of

ROW_TAG = rb'<row(?: [a-zA-Z:0-9]+="[^"<>&]*")*'
CELL = (
    rb'<c r="@[A-Z]{1,3})@[1-9][0-9]{0,6})"(?: s="@[0-9]{1,6})")?(?: t="@[a-zA-Z]{1,9})")?'
    rb'(?:/>|>(?:@<f)(?: [a-zA-Z:0-9]+="[^"<>&]*")*(?:/>|>(?:[^<>&]|&(?:amp|lt|gt|quot|apos);)*</f>))?'
    rb"(?:<v>@[^<>&]*)</v>|<v ?/>|"
    rb'<is><t(?: xml:space="preserve")?>@[^<>&]*)</t></is>)?</c>)'
)
TOKEN = re.compile(CELL.replace(b"@", b"("))
ROW = re.compile(b"%s(?:/>|>(?:%s)*+</row>)" % (ROW_TAG, CELL.replace(b"@", b"(?:")))
HEAD = re.compile(rb"<sheetData(?:/>|>)")
UTF_8 = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml(?![^>]*encoding=[\"'](?!utf-8|UTF-8))[^>]*\?>)?\s*<worksheet[^>]*>")
PATIENCE = 4 * CHUNK
PLAIN_KINDS = frozenset((b"", b"n", b"s"))
KEPT_SHAPES = 8
OFTEN = 24
"""How often a shape must have come before its pattern, which takes some milliseconds to make, is worth it."""

Token = tuple[bytes, ...]
"""Column letters, row, style, type, start of a formula, stored value, inline text of a cell."""


class NotPlain(Exception):
    """The sheet holds something that the patterns do not know."""


class _Shape:
    """Rows of one shape: their pattern, and the column, style and type of each cell that holds a value."""

    def __init__(self, tokens: list[Token]) -> None:
        held = [(letters, style, kind) for letters, _, style, kind, _, value, _ in tokens if value]
        self.columns = np.array([column_of(letters.decode()) for letters, _, _ in held], np.int32)
        self.styles = [(style, kind == b"s") for _, style, kind in held]
        self.pattern = re.compile(b"%s>%s</row>" % (ROW_TAG, b"".join(map(self._cell, range(len(tokens)), tokens))))
        self.rows: list[tuple[bytes, ...]] = []

    @staticmethod
    def _cell(at: int, token: Token) -> bytes:
        letters, _, style, kind, _, value, _ = token
        row = rb"\1" if at else b"([1-9][0-9]{0,6})"
        start = b'<c r="%s%s"%s%s' % (
            letters,
            row,
            b' s="%s"' % style if style else b"",
            b' t="%s"' % kind if kind else b"",
        )
        if not value:
            return start + b"(?:/>|></c>)"
        return start + (rb"><v>([0-9]{1,7})</v></c>" if kind == b"s" else rb"><v>([^<>&]++)</v></c>")

    def take(self, canvas: Canvas, cells: Cells) -> None:
        """Put the rows that were matched on the canvas."""
        numbers, *values = zip(*self.rows, strict=True)
        codes = np.empty((len(self.rows), len(values)), np.int32)
        for at, ((style, shared), stored) in enumerate(zip(self.styles, values, strict=True)):
            codes[:, at] = cells.shared_texts(stored) if shared else cells.numbers(style, stored)
        rows = np.fromiter(map(int, numbers), np.int32, len(numbers)) - 1
        columns = np.tile(self.columns, len(rows))
        canvas.put_all(np.repeat(rows, len(values)), columns, codes.reshape(-1))
        self.rows = []


class _Rows:
    """Takes rows one after the other, and remembers the shapes that it meets."""

    def __init__(self, canvas: Canvas, cells: Cells) -> None:
        self.canvas, self.cells = canvas, cells
        self.seen: Counter[tuple[tuple[bytes | bool, ...], ...]] = Counter()
        self.shapes: list[_Shape] = []
        self.loose: list[list[Token]] = []

    def take(self, pending: bytes) -> int:
        """Take the rows at the beginning of some bytes; how many bytes they are."""
        at = end = 0
        while end >= 0:
            at, end = end, self._shaped(pending, end)
            if end == at:
                end = self._any(pending, at)
        for shape in self.shapes:
            self._emit(shape)
        self._emit_loose()
        return at

    def _shaped(self, pending: bytes, at: int) -> int:
        """Where the rows of known shapes end that begin at a place."""
        for shape in self.shapes:
            match, rows = shape.pattern.match, shape.rows
            while found := match(pending, at):
                rows.append(found.groups())
                at = found.end()
        return at

    def _any(self, pending: bytes, at: int) -> int:
        """Where the row ends that begins at a place, whatever its shape; -1 where none does."""
        found = ROW.match(pending, at)
        if not found:
            return -1
        tokens: list[Token] = TOKEN.findall(pending, at, found.end())
        self.loose.append(tokens)
        self._remember(tokens)
        return found.end()

    def _remember(self, tokens: list[Token]) -> None:
        """Make a pattern for a shape that comes again."""
        key = tuple(
            (letters, style, kind, formula, bool(value), inline)
            for letters, _, style, kind, formula, value, inline in tokens
        )
        simple = all(not formula and not inline and kind in PLAIN_KINDS for _, _, _, kind, formula, _, inline in tokens)
        if not simple or not any(value for *_, value, _ in tokens) or len(self.seen) > 1000:
            return
        self.seen[key] += 1
        if self.seen[key] == OFTEN:
            for shape in self.shapes[KEPT_SHAPES - 1 :]:
                self._emit(shape)
            self.shapes = [_Shape(tokens), *self.shapes[: KEPT_SHAPES - 1]]

    def _emit(self, shape: _Shape) -> None:
        if shape.rows:
            shape.take(self.canvas, self.cells)

    def _emit_loose(self) -> None:
        """Put the cells of rows of all kinds on the canvas."""
        tokens = list(chain.from_iterable(self.loose))
        self.loose = []
        codes = [self.cells.token(token[2:]) for token in tokens]
        filled = [
            (int(token[1]) - 1, column_of(token[0].decode()), code)
            for token, code in zip(tokens, codes, strict=True)
            if code
        ]
        places = np.array(filled, np.int64).reshape(-1, 3).astype(np.int32)
        self.canvas.put_all(places[:, 0], places[:, 1], places[:, 2])


def read_plain(chunks: Iterator[bytes], canvas: Canvas, cells: Cells) -> bytes:
    """Take the plain rows of a sheet; what stands around them is returned, an XML document of its own."""
    pending = next(chunks, b"")
    found = HEAD.search(pending)
    if not found or not UTF_8.match(pending) or b"<!" in pending[: found.start()] or found[0].endswith(b"/>"):
        raise NotPlain
    head, pending = pending[: found.end()], pending[found.end() :]
    rows = _Rows(canvas, cells)
    while True:
        pending = pending[rows.take(pending) :]
        if pending.startswith(b"</sheetData>"):
            return head + pending + b"".join(chunks)
        if len(pending) > PATIENCE or not (chunk := next(chunks, b"")):
            raise NotPlain
        pending += chunk
