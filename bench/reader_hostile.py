"""Files for `bench.reader` that ask much: the largest sound ones, and hostile ones. All are synthetic."""

import csv
import io
import random
from collections.abc import Callable
from itertools import islice
from string import ascii_lowercase, ascii_uppercase

from bench import reader_files
from data.guard import MEBIBYTE
from model.items import COMPONENTS
from tests.data.container import making
from tests.workbooks import spelling

WORDS = 400_000


def separated(rows: int) -> bytes:
    """A CSV with a head and so many rows, quarters side by side."""
    out = io.StringIO()
    items = [item for item in spelling.INDUSTRY if item.split(".")[0] not in (*COMPONENTS, "NX")]
    csv.writer(out, delimiter=";").writerows(islice(reader_files.wide(items), rows + 1))
    return out.getvalue().encode()


def last_cell() -> bytes:
    """One cell in the last column of the last row that a spreadsheet has."""
    return making.xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def long_cell() -> bytes:
    """One cell of 90 MiB."""
    return making.xlsx(f'<row r="1"><c r="A1" t="str"><v>{"x" * (90 * MEBIBYTE)}</v></c></row>')


def spans() -> bytes:
    """An HTML table whose cells all span 99,999 rows."""
    return b"<table><tr>" + b"<td rowspan=99999 colspan=99>" * 300_000


def nested() -> bytes:
    """JSON a million and a half levels deep."""
    return b'{"a":' * 1_500_000


def strange_words() -> bytes:
    """A CSV of words of which none is known, each another, beside figures."""
    chance = random.Random(7)
    rows = (" ".join("".join(chance.choices(ascii_lowercase, k=9)) for _ in range(4)) for _ in range(WORDS // 4))
    lines = (f"{row};{row[::-1]};1,5;2,5" for row in rows)
    return "\n".join(("Uraian;Rincian;2024;2025", *lines)).encode()


def irregular() -> bytes:
    """An xlsx of many cells, each row in a shape of its own, each number another."""
    chance = random.Random(8)
    rows = []
    for row in range(1, 70_001):
        cells = (
            f'<c r="{column}{row}" s="{chance.randrange(3)}"><v>{chance.random():.6f}</v></c>'
            for column in ascii_uppercase
            if chance.random() < 0.5
        )
        rows.append(f'<row r="{row}">{"".join(cells)}</row>')
    return making.xlsx("".join(rows))


LARGEST: dict[str, Callable[[], bytes]] = {
    "CSV, 220,000 rows": lambda: separated(220_000),
    "xlsx, 100,000 rows, floats of 16 digits": reader_files.CLEAN["quarters side by side, floats of 16 digits"],
    "xlsx, 900,000 numbers in rows of no shape": irregular,
}
"""Sound files at the limits of what may come in."""

HOSTILE: dict[str, Callable[[], bytes]] = {
    "xlsx, the last cell of a sheet": last_cell,
    "xlsx, a cell of 90 MiB": long_cell,
    "HTML, spans without end": spans,
    "JSON, nested without end": nested,
    "CSV, 400,000 unknown words": strange_words,
}
