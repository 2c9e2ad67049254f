"""All sheets of a file → tables; a region or a unit that one line of a sheet says holds for its tables."""

from data import places
from data.grid import Book, Kind, Sheet
from data.layouts.block import Block, Walk, bands
from data.layouts.cell_word import text_of
from data.layouts.context import Line, own_lines, region_in
from data.layouts.figure import Facts, Table, items_of
from data.layouts.row_kind import filled, is_title
from data.layouts.sheet_name import sheet_problems
from data.layouts.table import tables_of
from data.layouts.words import Words, words
from model.problems import Problem

_HEADING = 60
_UNIT_HEADS = ("satuan", "unit", "dalam", "(dalam", "nilai dalam", "(satuan")


def tables_of_book(book: Book) -> tuple[list[Table], list[Problem]]:
    """The tables of all sheets, hidden ones too, and problems with the sheets' own names."""
    tables: list[Table] = []
    problems: list[Problem] = []
    lines: list[Line] = []
    for sheet in book.sheets:
        found, said = _of_sheet(sheet)
        own = [line for block in said for line in (*block.title, *block.notes)]
        if any(len(table.figures) for table in found):
            _complete(found, own)
            problems += sheet_problems(sheet, own) or [
                Problem("region_unknown", sheet.name, table.where, table.stranger) for table in found if table.stranger
            ]
        lines += own if said else _all_text(sheet)
        tables += found
    _complete_regions(tables, [line.text for line in lines])
    return tables, problems


def _of_sheet(sheet: Sheet) -> tuple[list[Table], list[Block]]:
    blocks = [block for band in bands(sheet) for block in Walk(sheet, band).run()]
    found: list[Table] = []
    before: list[list[str]] = []
    for block in blocks:
        tables, heads = tables_of(sheet, block), _heads(sheet, block)
        if found and len(tables) == 1:
            again = heads == before and _rest_of(tables[0], found[-1])
            if block.goes_on or again or _names_a_region(block.title):
                tables[0].context = _continued(tables[0].context, found[-1].context)
        found, before = found + tables, heads
    return found, blocks


def _heads(sheet: Sheet, block: Block) -> list[list[str]]:
    """The texts of the head of a block, row by row."""
    return [[text_of(cell) for _, cell in filled(sheet, row, *block.band)] for row in block.header]


def _rest_of(table: Table, before: Table) -> bool:
    """Whether a table whose title is silent has other items than the one before it: a page begins anew between them."""
    said = table.context
    own, held = set(items_of(table)), set(items_of(before))
    return bool(own) and not (own & held) and not (said.basis or said.measure or said.unit)


def _names_a_region(title: list[Line]) -> bool:
    """Whether the lines above a table name a region and nothing else: it is the next of a series of one kind."""
    texts = [line.text for line in own_lines(title)]
    return bool(texts) and all(
        places.named(text) and words(text) == Words() and not is_title(text) and len(text) <= _HEADING for text in texts
    )


def _continued(own: Facts, before: Facts) -> Facts:
    """What a table says that goes on from another: its own words, then those of the other."""
    other = own.basis or own.measure
    return own.over(before._replace(basis="", measure="", item=None) if other else before)


def _all_text(sheet: Sheet) -> list[Line]:
    """The text of a sheet without tables, such as a cover."""
    return [
        Line(row, 0, cell.text)
        for row in range(min(sheet.height, 60))
        for _, cell in sheet.row(row)
        if cell.kind == Kind.TEXT
    ]


def _complete(tables: list[Table], lines: list[Line]) -> None:
    """Gives the tables of a sheet the unit of its one unit line, and the one region that its lines name."""
    texts = [line.text for line in lines]
    units = {words(text).unit for text in texts if text.lower().startswith(_UNIT_HEADS)} - {""}
    unit = units.pop() if len(units) == 1 else ""
    _complete_regions(tables, texts)
    for table in tables:
        if not table.context.unit and unit:
            table.context = table.context._replace(unit=unit)


def _complete_regions(tables: list[Table], texts: list[str]) -> None:
    region, _ = region_in(texts)
    for table in tables:
        if table.context.region is None and region and not table.stranger:
            table.context = table.context._replace(region=region)
