"""What kind of row stands in a sheet: header, data, numbering of columns, text, or nothing."""

import re
from enum import StrEnum

from data import labels
from data.grid import Cell, Kind, Sheet
from data.layouts.cell_word import Meaning, is_note, is_numbering, is_sum, meaning, text_of
from data.numbers import looks, missing
from model.items import TOTAL

_CORNER = re.compile(
    r"(?:no|nomor|kode|code|kat|kategori|kate\w*gori|uraian|sub|lapangan usaha|komponen(?: pengeluaran)?|sektor|rincian"
    r"|jenis pengeluaran|pengeluaran|industry|industri|category|description|component|expenditure|kabupaten|kota"
    r"|kabupaten kota|kab kota|wilayah|region|regency|municipality|regency municipality|provinsi|province|triwulan"
    r"|tahun|year|quarter|periode|period|kode wilayah|nama|item|label)(?: (?:industry|category|component|of expenditure"
    r"|region|expenditure|year|period|regency municipality))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"-?(?:19|20)\d\d(?:\.0)?")
_TITLE = re.compile(r"(?:tabel|table|lampiran|appendix|tbl)\b\s*\S", re.IGNORECASE)


class RowKind(StrEnum):
    """What a row is in the build of a table."""

    BLANK = "blank"
    HEADER = "header"
    NUMBERING = "numbering"
    DATA = "data"
    TEXT = "text"


Filled = list[tuple[int, Cell]]


def filled(sheet: Sheet, row: int, left: int, right: int) -> Filled:
    """The cells of a row in a band of columns that hold something to see."""
    return [(at, cell) for at, cell in sheet.row(row, left, right) if cell.kind != Kind.EMPTY]


def year_like(cell: Cell) -> bool:
    """Whether a cell is a bare year."""
    if cell.kind == Kind.NUMBER and not _YEAR.fullmatch(cell.text):
        return False
    said = meaning(text_of(cell)).when if cell.kind in (Kind.NUMBER, Kind.TEXT) else None
    return bool(said and said.whole and said.yearly and said.year is not None)


def is_value(cell: Cell) -> bool:
    """Whether a cell stands where figures stand: a number, an error, a sign for missing."""
    if cell.kind == Kind.TEXT:
        return looks(cell) or missing(cell.text)
    return cell.kind in (Kind.NUMBER, Kind.ERROR, Kind.FORMULA_WITHOUT_VALUE)


def is_corner(text: str) -> bool:
    """Whether a text is the head of a column of labels."""
    if text.rstrip().endswith(":"):
        return False
    words = " ".join(re.findall(r"[a-z0-9]+", labels.clean(text).lower()))
    return _CORNER.fullmatch(words) is not None


def is_title(text: str) -> bool:
    """Whether a text opens a table by its number."""
    return _TITLE.match(labels.clean(text)) is not None


def counts_quarters(cells: Filled) -> bool:
    """Whether a row counts the quarters of years, 1 2 3 4 1 2, or 1 2 3 4 and a sum; columns are counted but once."""
    texts = [text_of(cell).strip() for _, cell in cells]
    numbers = [int(text) for text in texts if text in ("1", "2", "3", "4")]
    sums = sum(map(is_sum, texts))
    follows = all(one == 1 or before == one - 1 for before, one in zip([0, *numbers], numbers, strict=False))
    return follows and len(numbers) + sums == len(texts) and (numbers.count(1) > 1 or (sums > 0 and len(numbers) > 1))


def kind_of(cells: Filled) -> RowKind:
    """The kind of a row, by its cells alone."""
    if not cells:
        return RowKind.BLANK
    texts = {text_of(cell) for _, cell in cells}
    if len(cells) > 1 and len(texts) > 1 and all(is_numbering(text) for text in texts if text.strip()):
        return RowKind.NUMBERING
    if len(texts) == 1:
        return _lonely(cells[0][1])
    if is_header(cells):
        return RowKind.HEADER
    return _data_or_text(cells)


def _lonely(cell: Cell) -> RowKind:
    """A row of one text, perhaps merged over many columns."""
    said = meaning(text_of(cell)).when
    return RowKind.HEADER if said.whole and not is_sum(text_of(cell)) else RowKind.TEXT


def _data_or_text(cells: Filled) -> RowKind:
    labelled = any(cell.kind == Kind.TEXT and not is_value(cell) for _, cell in cells)
    values = any(is_value(cell) for _, cell in cells)
    code_only = any(meaning(text_of(cell)).any_item or meaning(text_of(cell)).place for _, cell in cells[:2])
    dated = year_like(cells[0][1])
    return RowKind.DATA if values and (labelled or code_only or dated) else RowKind.TEXT


def is_header(cells: Filled) -> bool:
    """Whether a row heads columns: it names periods, items, regions or price bases, and holds no figure."""
    if any(cell.kind in (Kind.FORMULA_WITHOUT_VALUE, Kind.ERROR) for _, cell in cells):
        return False
    if any(looks(cell) and not year_like(cell) for _, cell in cells):
        return False
    said = {text: meaning(text) for text in (text_of(cell) for _, cell in cells)}
    items = {m.any_item for text, m in said.items() if m.any_item and not is_sum(text) and not m.when.whole}
    dated = [text for text, m in said.items() if m.when.whole]
    if len(items) >= 3 or len({m.place for m in said.values() if m.place}) >= 2:
        return True
    if items and items != {TOTAL}:
        return False
    if dated:
        return not is_note(text_of(cells[0][1])) and (not items or _rising(dated))
    return _words_head(cells, said)


def _words_head(cells: Filled, said: dict[str, Meaning]) -> bool:
    """A header that names price bases, measures or units, or only what the columns of labels are."""
    worded = [(at, text_of(cell)) for at, cell in cells if any(said[text_of(cell)].words)]
    hits = sum(1 for at, text in worded if (at - 1, text) not in worded)
    corner = any(is_corner(text) for text in said)
    title = any(is_title(text) for text in said)
    return not title and (hits >= 2 or corner)


def _rising(dated: list[str]) -> bool:
    """Whether years follow each other, as in the header beside a corner that says PDRB."""
    years = [meaning(text).when.year for text in dated]
    known = [year for year in years if year is not None]
    return len(known) == len(years) and known == sorted(set(known)) and len(known) > 1
