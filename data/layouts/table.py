"""A block of a sheet → tables: columns of labels and of figures told apart, each cell with all that is said of it."""

from collections import Counter

import numpy as np

from data import labels, places
from data.grid import Sheet, place
from data.layouts.block import Block
from data.layouts.cell_word import is_foreign, meaning, text_of
from data.layouts.column import Header, across, columns, header_cells, marks, marks_in
from data.layouts.context import Line, note_facts, own_lines, spending, title_facts
from data.layouts.figure import (
    ITEM,
    MARK,
    MEASURE,
    REGION,
    SILENT,
    UNSAID,
    Facts,
    Figures,
    Table,
    coded,
    name_code,
    name_of,
    over,
)
from data.layouts.label_row import Read, Reader, read_labels
from data.layouts.labels_of_rows import Labels
from data.layouts.segment import beside, segments
from data.layouts.sheet_name import sheet_region
from data.layouts.stranger import lost_rows, places_of, unknown_items
from data.layouts.subject import item_in, other_subject
from data.layouts.traits import Rows, traits
from data.layouts.unread import unread
from data.layouts.words import LEVEL, words
from model.items import TOTAL
from model.problems import Problem


def tables_of(sheet: Sheet, block: Block) -> list[Table]:
    """The tables of a block: one, or several where columns of labels stand between columns of figures."""
    header = header_cells(sheet, block.header, *block.band)
    approach = _approach(sheet, block)
    rows = Rows(sheet, block.rows)
    found = columns(rows, header, approach) or _nameless(rows, header)
    result = []
    left, shared, labelled = block.band[0], list[int](), set[int]()
    parts = segments(rows, found, approach, block.title)
    for segment in parts:
        own = [column for column in range(left, segment[0]) if column not in found]
        shared = own if rows.texts(own) else shared
        label_columns = shared + _units_behind(header, segment[-1])
        labelled |= set(label_columns)
        over = beside(block.title, min([*own, *segment]), segment[-1]) if len(parts) > 1 else block.title
        lines = own_lines(over)
        table = _table(rows, block, header, {at: found[at] for at in segment}, label_columns, lines, approach)
        if len(table.figures) or table.problems:
            result.append(table)
        left = segment[-1] + 1
    if result and any(len(table.figures) for table in result) and not any(across(header)):
        result[0].problems += unread(sheet, rows, header, set(found), labelled)
    return result


def _units_behind(header: Header, last: int) -> list[int]:
    """The columns behind the figures that name the unit of each row."""
    named = {at: labels.clean(text_of(cell)).lower() for _, cells in header for at, cell in cells.items()}
    return sorted(at for at, text in named.items() if at > last and text in ("satuan", "unit", "units"))


def _approach(sheet: Sheet, block: Block) -> str:
    """Production or expenditure, by the labels; by the title where they do not tell."""
    seen: Counter[str] = Counter()
    texts = Rows(sheet, [*block.rows, *block.header]).texts(range(*block.band), traits(sheet.pool).label)
    for text in texts:
        said = meaning(text)
        if len(text) > 2 and said.production != said.expenditure:
            seen["production"] += said.production is not None
            seen["expenditure"] += said.expenditure is not None
    if seen["production"] == seen["expenditure"]:
        return "expenditure" if spending(block.title) else "production"
    return max(seen, key=lambda name: seen[name])


def _nameless(rows: Rows, header: Header) -> dict[int, Facts]:
    """Columns under a header that says only `Nilai`: their period, basis and unit stand in the title."""
    found = {}
    for _, cells in header:
        for at, cell in cells.items():
            text = labels.clean(text_of(cell)).lower()
            if text in ("nilai", "value", "jumlah", "nilai pdrb", "total", "angka"):
                values = int(traits(rows.pool).looks[rows.held(at)].sum())
                if values * 2 >= len(rows.numbers):
                    found[at] = SILENT
    return found


def _table(
    rows: Rows,
    block: Block,
    header: Header,
    found: dict[int, Facts],
    label_columns: list[int],
    lines: list[Line],
    approach: str,
) -> Table:
    """One table: its context, its rows read by their labels, and a figure for each cell."""
    sheet = rows.sheet
    said = _context(lines, block, sheet, label_columns)
    across = _across(rows, found, label_columns, approach)
    if not across:
        found = {at: facts._replace(item=None) for at, facts in found.items()}
    if any(facts.measure or facts.unit for facts in found.values()):
        said = said._replace(measure="" if any(facts.measure for facts in found.values()) else said.measure)
    title = " ".join(line.text for line in lines)
    where = place(block.header[0], min(found))
    table = Table(sheet.name, approach, title, where, said, marks(header))
    other = other_subject(lines or [Line(0, 0, sheet.name)])
    if other:
        table.problems.append(Problem("table_not_read", sheet.name, where, other[:120]))
        return table
    table.stranger = "" if said.region else next(filter(None, (places.unknown(line.text) for line in lines)), "")
    if across:
        table.problems += _unknown_heads(sheet, header, found, label_columns, approach)
    dated = any(facts.year is not None or facts.quarter is not None for facts in found.values())
    heads = {at: text_of(cell) for _, cells in header for at, cell in cells.items() if at in label_columns}
    _fill(table, rows, found, Labels(rows, label_columns, heads), Reader(approach, across, dated))
    if (table.figures.facts[ITEM] == UNSAID).all():
        table.context = said._replace(item=item_in(lines, sheet.name, approach))
    return table


def _context(lines: list[Line], block: Block, sheet: Sheet, label_columns: list[int]) -> Facts:
    corner = " ".join(labels.clean(text_of(sheet.at(row, column))) for row in block.header for column in label_columns)
    said = title_facts(lines, sheet.name)
    near = words(corner)
    said = said.over(Facts(basis=near.basis, unit=near.unit)).over(note_facts(block.notes))
    named = places.most_specific(tuple(region for line in block.title for region in places.named(line.text)))
    region = places.most_specific(tuple(filter(None, (said.region, named, sheet_region(sheet.name)))))
    return said._replace(region=region or said.region or sheet_region(sheet.name))


def _across(rows: Rows, found: dict[int, Facts], label_columns: list[int], approach: str) -> bool:
    """Whether the items stand in the header and not in the rows."""
    heads = {facts.item for facts in found.values()} - {None}
    texts = {text.strip() for text in rows.texts(label_columns)}
    below = {said.item(approach) for said in map(meaning, texts) if not said.when.whole} - {None}
    return bool(heads) and len(heads) > len(below - {TOTAL})


def _unknown_heads(
    sheet: Sheet, header: Header, found: dict[int, Facts], label_columns: list[int], approach: str
) -> list[Problem]:
    """Heads of columns that say as much as the others, but name no known item."""
    usual = Counter((facts.quarter is not None, bool(facts.basis)) for facts in found.values()).most_common(1)[0][0]
    problems = []
    strangers = [at for at, facts in found.items() if not facts.item] + _silent_heads(header, found, label_columns)
    for at in strangers:
        facts = found.pop(at, SILENT)
        level = next((level for level, (_, cells) in enumerate(header) if at in cells), 0)
        row, cells = header[level]
        text = labels.clean(text_of(cells[at]))
        if (facts.quarter is not None, bool(facts.basis)) != usual or is_foreign(text) or _only_time(text):
            continue
        expected = ", ".join(labels.nearest(text, approach))
        problems.append(Problem("unknown_industry", sheet.name, place(row, at), text[:80], expected))
    return problems


def _silent_heads(header: Header, found: dict[int, Facts], label_columns: list[int]) -> list[int]:
    named = {at for _, cells in header for at in cells}
    return sorted(at for at in named if at not in found and at not in label_columns and at > min(found))


def _only_time(text: str) -> bool:
    return meaning(text).when.whole or meaning(text).any_item is not None


def _fill(table: Table, rows: Rows, found: dict[int, Facts], told: Labels, reader: Reader) -> None:
    """Reads the rows of a table by their labels and puts its figures down."""
    order = sorted(found)
    codes = np.stack([rows.column(at) for at in order], axis=1)
    flags = traits(rows.pool)
    read = read_labels(told, reader, bare=~np.any(flags.occupied[codes], axis=1))
    table.problems += _by_kemendagri(table, rows, read, order)
    named = (read.facts[ITEM] != UNSAID) | reader.items_across | (read.facts[REGION] != UNSAID)
    kept = np.flatnonzero(read.known & named & ~read.lost)
    facts = over(read.facts[:, kept, None], coded([found[at] for at in order])[:, None, :])
    for step, at in enumerate(order):
        if at + 1 not in found:
            beside = marks_in(rows, at + 1)[kept]
            facts[MARK, :, step] = np.where(beside != UNSAID, beside, facts[MARK, :, step])
    columns = np.tile(np.array(order, np.int32), len(kept))
    table.figures = Figures(
        rows.pool, codes[kept].reshape(-1), facts.reshape(len(facts), -1),
        rows.numbers[kept].astype(np.int32).repeat(len(order)), columns,
    )  # fmt: skip
    held = read.row & flags.looks[codes].any(axis=1)
    table.problems += lost_rows(table, rows, read, np.flatnonzero(held & read.lost), order[0])
    derived = ~np.isin(read.facts[MEASURE], (UNSAID, name_code(LEVEL)))
    strange = np.flatnonzero(held & ~(read.known & named) & ~read.lost & ~derived)
    table.problems += unknown_items(table, rows, told, read, strange, order[0])


def _by_kemendagri(table: Table, rows: Rows, read: Read, order: list[int]) -> list[Problem]:
    """One problem for each Kemendagri code by which rows were named."""
    problems = []
    for at, code in enumerate(read.codes):
        named = np.flatnonzero(read.kemendagri == at).tolist() if code else []
        if named:
            region = name_of(int(read.facts[REGION, named[0]]))
            where = places_of(rows, named, order[0])
            problems.append(Problem("kemendagri_region_code", table.sheet, where, code, region))
    return problems
