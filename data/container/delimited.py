"""Separated text (CSV and its kin): the separator is the one that cuts the lines most alike."""

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from data.container.canvas import Canvas, Tally
from data.grid import Book
from data.guard import WORKBOOKS, check_text_length, refuse

SEPARATORS = (";", "\t", "|", "^", ",")
SAMPLE_LINES = 400
BATCH = 4096
LINE = re.compile(r"[^\r\n]++(?:\r\n?|\n)?|\r\n?|\n")
WORD = re.compile(r"[^\W_]")
csv.field_size_limit(2**31 - 1)


def read(text: str) -> Book:
    """One sheet without a name; every cell is text as it stands, spaces around it too."""
    if not WORD.search(text):
        refuse("not_a_workbook", "a text without a single word or number", WORKBOOKS)
    canvas = Canvas("", Tally())
    records = _records(text, sniffed(text))
    row = 0
    try:
        while batch := list(itertools.islice(records, BATCH)):
            _put(canvas, row, batch)
            row += len(batch)
    except csv.Error as error:
        refuse("not_a_workbook", f"broken separated text ({error})", WORKBOOKS)
    return Book("csv", (canvas.sheet(),))


def _put(canvas: Canvas, row: int, records: list[list[str]]) -> None:
    """Put records on a canvas, the first of them in a row."""
    fields = list(itertools.chain.from_iterable(records))
    known = canvas.tally.codes(list(dict.fromkeys(fields)))
    widths = np.fromiter(map(len, records), np.int32, len(records))
    rows = np.repeat(np.arange(row, row + len(records), dtype=np.int32), widths)
    columns = np.arange(len(fields), dtype=np.int32) - np.repeat(np.cumsum(widths) - widths, widths).astype(np.int32)
    canvas.put_all(rows, columns, np.fromiter(map(known.__getitem__, fields), np.int32, len(fields)))


def _records(text: str, separator: str) -> Iterator[list[str]]:
    """The records of a text; one that says `sep=;` in its first line is believed and that line is passed over."""
    body = text.replace("\0", "")
    if _announced(body):
        body = body.partition("\n")[2]
    return csv.reader(_lines(body), delimiter=separator, strict=False)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, one at a time: a copy of a large text would cost a fifth of the memory."""
    return (found[0] for found in LINE.finditer(text))


def _announced(text: str) -> str:
    first = text[:8].partition("\n")[0].strip().strip('"').lower()
    return first[4:] if first.startswith("sep=") and len(first) == 5 else ""


def sniffed(text: str) -> str:
    """The separator of a text.

    For each candidate the lines are cut, quotes respected; it scores by how many lines have its most frequent number
    of fields, then by that number. A comma between digits loses to a separator that stands elsewhere.

    >>> sniffed("a;1,5\\nb;2,5"), sniffed("a,1.5\\nb,2.5"), sniffed("a\\t1,5\\nb\\t2,5"), sniffed("a\\nb")
    (';', ',', '\\t', ',')
    """
    if _announced(text):
        return _announced(text)
    sample = text[:500_000]
    scores = {separator: _score(sample, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: scores[separator])
    return best if scores[best] > (0.0, 0) else ","


def _score(sample: str, separator: str) -> tuple[float, int]:
    """How alike a separator cuts the lines: the share of cut lines with the usual width, and that width."""
    counts: Counter[int] = Counter()
    try:
        reader = csv.reader(_lines(sample), delimiter=separator)
        for fields in itertools.islice(reader, SAMPLE_LINES):
            if any(map(str.strip, fields)):
                counts[len(fields)] += 1
                if len(fields) > 1 and any(len(field) > 32_767 for field in fields):
                    check_text_length(max(fields, key=len))
    except csv.Error:
        return 0.0, 0
    cut = sum(number for width, number in counts.items() if width > 1)
    if not cut:
        return 0.0, 0
    width, alike = max(((width, number) for width, number in counts.items() if width > 1), key=lambda pair: pair[1])
    return round(alike / counts.total(), 2), width
