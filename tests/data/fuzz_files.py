"""Files for the fuzz of the reader: synthetic workbooks, spoilt in their cells, grid, encoding, bytes or JSON.

Hypothesis draws every choice, so that a failure shrinks to the fewest changes. No figure in them is published.
"""

import json
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from io import BytesIO
from typing import Any

from hypothesis import strategies as st

from data.reading import Answers
from tests.data.container import making
from tests.workbooks.made import Made, Rows
from tests.workbooks.make import FAMILIES, Recipe, make

WORDS = (
    "", " ", "-", "–", "--", "…", "NA", "#REF!", "0", "-0", "1e308", "-1e-308", "9" * 40, "1.234,56", "1,234.56",
    "1.234", "(5,16)", "- 5,16", "−5,16", "1.368,46r", "2024", "2024*", "2025**", "1899", "9999", "Q1", "I",
    "Triwulan II-2024", "Semester I", "Total", "Jumlah", "PDRB", "A", "M,N", "R,S,T,U", "C.16", "Konstruksi",
    "K o n s t r u k s i", "Kota Medan", "Labuhan Batu", "1275", "12.71", "ADHB", "Atas Dasar Harga Konstan 2000",
    "Laju Pertumbuhan (persen)", "(juta rupiah)", "Catatan: * angka sementara", "TABEL 2. PDRB", "=1+1", "<script>",
    "&nbsp;", "\x0b", "\u202e", "A" * 1200, "\ud7ff", "١٢٣", "Ⅳ", "2024²", "NaN", "inf", "True", "(1)", "-1",
    "lanjutan", "Satuan", "Harga Berlaku", "PDRB per kapita", "12", "1200",
)  # fmt: skip
"""Cells that readers stumble over, in themselves or where they do not belong."""

PIECES = (
    b"\0", b"\xff\xfe", b"-1", b"&#0;", b"<", b"</row>", b"<!DOCTYPE x>", b"<![CDATA[", b"XFD1048576", b' r="A0"',
    b' t="s"', b' t="e"', b"1e999", b"\n" * 40, b"PK\x01\x02", b"rowspan=0", b"colspan=9999", b"{", b"[", b"null", b'"',
    b"<f>A1</f>", b"<mergeCell ref='A1:ZZ9'/>", b"\xed\xa0\x80", b";;;;", b"\t", b"sep=|\r\n",
)  # fmt: skip
SHEETED = ("xlsx", "xls", "ods")
MOST_COLUMNS_OF_XLS = 256
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-7", "cp500")
ENDINGS = ("", "a.xlsx", "a.csv", "a.xls", "a.json", "PDRB Kota Medan 2024.xlsx", "a.ods", "\u202excod.exe", "x" * 300)

Draw = Callable[[st.SearchStrategy[Any]], Any]
at = st.integers(0, 10_000)
"""A place, taken modulo what there is."""


@cache
def _seeds() -> tuple[Made, ...]:
    small = {"years": (2023, 2024), "parts": False}
    plain = [make(Recipe(family=family, **small)) for family in FAMILIES]
    typed = [make(Recipe(family=family, number_format="id", labels="both", **small)) for family in FAMILIES[:9]]
    return (*plain, *typed, make(Recipe(family="exp_sheet", years=(2023, 2024))))


@st.composite
def files(draw: Draw) -> tuple[bytes, str]:
    """A spoilt file and its name."""
    made = deepcopy(draw(st.sampled_from(_seeds())))
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=4)):
        change(draw, made)
    content = _written(draw, made)
    for _ in range(draw(st.sampled_from((0, 0, 1, 2)))):
        content = draw(st.sampled_from((_bytes, _member)))(draw, content)
    return content, draw(st.sampled_from((made.name, *ENDINGS)))


def answers() -> st.SearchStrategy[Answers]:
    """Answers right, wrong and absent."""
    return st.builds(
        Answers,
        region=st.sampled_from((None, None, "1275", "12", "12.71", "9999", "Kota Medan", "")),
        year=st.sampled_from((None, None, "2024", "2024*", "0", "10000", "-1", "dua ribu")),
        price_basis=st.sampled_from((None, None, "current", "constant_2010", "ADHB", "")),
        unit=st.sampled_from((None, None, "juta", "billion_idr", "karung")),
        number_format=st.sampled_from((None, None, "id", "en", "de")),
    )


def cells() -> st.SearchStrategy[Any]:
    """What can stand in a cell."""
    return st.one_of(
        st.sampled_from(WORDS),
        st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
        st.integers(-(10**12), 10**12),
        st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
    )


def _sheet(draw: Draw, made: Made) -> Rows:
    names = sorted(made.sheets)
    return made.sheets[names[draw(at) % len(names)]] if names else []


def change_cells(draw: Draw, made: Made) -> None:
    """Another content in some cells, inside the table and beyond it."""
    rows = _sheet(draw, made)
    for _ in range(draw(st.integers(1, 5)) if rows else 0):
        row = rows[draw(at) % len(rows)]
        column = draw(at) % (len(row) + 2)
        row += [None] * (column + 1 - len(row))
        row[column] = draw(cells())


def change_rows(draw: Draw, made: Made) -> None:
    """A row that is missing, doubled, blank, elsewhere, or shifted against the others."""
    rows = _sheet(draw, made)
    here, there = draw(at) % max(1, len(rows)), draw(at) % max(1, len(rows))
    step = draw(st.sampled_from(("delete", "double", "blank", "swap", "shift", "turn", "header")))
    if step == "delete":
        del rows[here : here + 1]
    elif step == "double":
        rows[there:there] = [list(row) for row in rows[here : here + 1]]
    elif step == "blank":
        rows.insert(here, [])
    elif step == "swap" and rows:
        rows[here], rows[there] = rows[there], rows[here]
    elif step == "shift" and rows:
        rows[here].insert(0, draw(cells()))
    elif step == "turn":
        width = max((len(row) for row in rows), default=0)
        rows[:] = [[row[k] if k < len(row) else None for row in rows] for k in range(width)]
    elif step == "header":
        rows[here:here] = [list(row) for row in rows[: 1 + there % 6]]


def change_columns(draw: Draw, made: Made) -> None:
    """A column that is missing, doubled or new."""
    rows = _sheet(draw, made)
    column = draw(at) % max(1, max((len(row) for row in rows), default=1))
    step, filling = draw(st.sampled_from(("delete", "double", "new"))), draw(cells())
    for row in rows:
        if step == "delete":
            del row[column : column + 1]
        elif step == "double":
            row[column:column] = row[column : column + 1]
        elif len(row) >= column:
            row.insert(column, filling)


def change_sheets(draw: Draw, made: Made) -> None:
    """Another workbook's sheet below, beside or after the first."""
    other = deepcopy(draw(st.sampled_from([seed for seed in _seeds() if seed.sheets])))
    rows, more = _sheet(draw, made), next(iter(other.sheets.values()))
    step = draw(st.sampled_from(("below", "beside", "after")))
    if step == "below":
        rows += more
    elif step == "beside":
        width = max((len(row) for row in rows), default=0) + draw(st.integers(0, 2))
        rows += [[] for _ in range(len(more) - len(rows))]
        for row, added in zip(rows, more, strict=False):
            row += [None] * (width - len(row)) + added
    else:
        made.sheets[draw(st.sampled_from(("2024", "1275", "Kota Medan", "ADHK", "12.71", "Laju", "x")))] = more


def change_json(draw: Draw, made: Made) -> None:
    """A value of a JSON answer that is another, of another type, gone, or nested deeper."""
    node, path = made.json, []
    while isinstance(node, dict | list) and node and (not path or draw(st.integers(0, 3))):
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        path.append((node, keys[draw(at) % len(keys)]))
        node = path[-1][0][path[-1][1]]
    if not path:
        return
    held, key = path[-1]
    step = draw(st.sampled_from(("set", "set", "drop", "nest", "name")))
    if step == "set":
        held[key] = draw(st.one_of(cells().map(str), st.integers(), st.floats(), st.none(), st.just({}), st.just([])))
    elif step == "drop":
        del held[key]
    elif step == "nest":
        held[key] = [held[key]] if draw(st.booleans()) else {"val": held[key], "label": None}
    elif isinstance(held, dict):
        held[str(draw(cells()))] = held.pop(key)


CHANGES = (change_cells, change_cells, change_rows, change_columns, change_sheets, change_json)


def _written(draw: Draw, made: Made) -> bytes:
    """The bytes of a workbook in its own format or another, in some encoding."""
    if made.json is not None:
        return json.dumps(made.json).encode(draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16"))))
    made.form = draw(st.sampled_from((made.form, made.form, "xlsx", "csv", "html", "ods", "xls")))
    if made.form == "xls" and any(len(row) > MOST_COLUMNS_OF_XLS for rows in made.sheets.values() for row in rows):
        made.form = "xlsx"
    if made.form in SHEETED:
        made.sheets = {name[:31]: rows for name, rows in made.sheets.items()} or {"x": []}
        return made.content() if all(made.sheets) else Made("", made.form, {"x": made.sheets[""]}).content()
    made.sheets = made.sheets or {"": []}
    made.separator = draw(st.sampled_from((",", ";", "\t", "|")))
    return made.content().decode("utf-8", "replace").encode(draw(st.sampled_from(ENCODINGS)), "replace")


def _bytes(draw: Draw, content: bytes) -> bytes:
    """A copy with a stretch of bytes changed, cut out, doubled, or a piece put in."""
    start = draw(st.integers(0, 10**6)) % (len(content) + 1)
    end = min(len(content), start + draw(st.sampled_from((0, 1, 2, 16, 300))))
    piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6), st.just(content[start:end] * 2)))
    return content[:start] + piece + content[end:]


def _member(draw: Draw, content: bytes) -> bytes:
    """A zip with a part spoilt, gone, under another name, or exchanged; other content with bytes spoilt."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return _bytes(draw, content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, zipfile.zlib.error):
        return _bytes(draw, content)
    name, other = draw(st.sampled_from(sorted(parts))), draw(st.sampled_from(sorted(parts)))
    step = draw(st.sampled_from(("spoil", "spoil", "spoil", "drop", "rename", "exchange")))
    if step == "spoil":
        parts[name] = _bytes(draw, parts[name])
    elif step == "drop":
        del parts[name]
    elif step == "rename":
        parts[draw(st.sampled_from(("xl/vbaProject.bin", "../a", "content.xml", "xl/workbook.xml")))] = parts.pop(name)
    else:
        parts[name], parts[other] = parts[other], parts[name]
    return making.zipped(parts)
