"""A block of a sheet → tables: columns of labels and of figures told apart, each cell with all that is said of it."""

from collections import Counter

from data import labels, places
from data.grid import Sheet, place
from data.layouts.block import Block
from data.layouts.cell_word import is_foreign, is_note, meaning, text_of
from data.layouts.column import Header, columns, header_cells, marks
from data.layouts.context import Line, note_facts, own_lines, spending, title_facts
from data.layouts.figure import SILENT, Facts, Figure, Table
from data.layouts.label_row import Labels, Row, has_figure, label_texts
from data.layouts.row_kind import filled, year_like
from data.layouts.sheet_name import sheet_region
from data.layouts.words import words
from data.numbers import looks
from model.items import TOTAL
from model.problems import Problem

_DERIVED_ROW = ("growth", "yoy", "qtq", "ctc", "share", "percent", "per_capita", "deflator", "index")


def tables_of(sheet: Sheet, block: Block) -> list[Table]:
    """The tables of a block: one, or several where columns of labels stand between columns of figures."""
    header = header_cells(sheet, block.header, *block.band)
    approach = _approach(sheet, block)
    found = columns(sheet, header, block.rows, approach) or _nameless(sheet, header, block)
    result = []
    left = block.band[0]
    for segment in _segments(sheet, found, block, approach):
        label_columns = [column for column in range(left, segment[0]) if column not in found]
        label_columns += _units_behind(header, segment[-1])
        table = _table(sheet, block, header, {at: found[at] for at in segment}, label_columns, approach)
        if table.figures or table.problems:
            result.append(table)
        left = segment[-1] + 1
    return result


def _units_behind(header: Header, last: int) -> list[int]:
    """The columns behind the figures that name the unit of each row."""
    named = {at: labels.clean(text_of(cell)).lower() for _, cells in header for at, cell in cells.items()}
    return sorted(at for at, text in named.items() if at > last and text in ("satuan", "unit", "units"))


def _approach(sheet: Sheet, block: Block) -> str:
    """Production or expenditure, by the labels; by the title where they do not tell."""
    seen: Counter[str] = Counter()
    texts = {text_of(cell) for row in (*block.rows, *block.header) for _, cell in filled(sheet, row, *block.band)[:400]}
    for text in texts:
        said = meaning(text)
        if len(text) > 2 and said.production != said.expenditure:
            seen["production"] += said.production is not None
            seen["expenditure"] += said.expenditure is not None
    if seen["production"] == seen["expenditure"]:
        return "expenditure" if spending(block.title) else "production"
    return max(seen, key=lambda name: seen[name])


def _nameless(sheet: Sheet, header: Header, block: Block) -> dict[int, Facts]:
    """Columns under a header that says only `Nilai`: their period, basis and unit stand in the title."""
    found = {}
    for _, cells in header:
        for at, cell in cells.items():
            text = labels.clean(text_of(cell)).lower()
            if text in ("nilai", "value", "jumlah", "nilai pdrb", "total", "angka"):
                values = sum(1 for row in block.rows if looks(sheet.at(row, at)))
                if values * 2 >= len(block.rows):
                    found[at] = SILENT
    return found


def _segments(sheet: Sheet, found: dict[int, Facts], block: Block, approach: str) -> list[list[int]]:
    """The columns of figures, cut where a column of labels stands between them."""
    segments: list[list[int]] = []
    for at in sorted(found):
        if segments and not _labels_between(sheet, segments[-1][-1] + 1, at, block, approach):
            segments[-1].append(at)
        else:
            segments.append([at])
    return segments


def _labels_between(sheet: Sheet, start: int, end: int, block: Block, approach: str) -> bool:
    for column in range(start, end):
        named = {meaning(text_of(sheet.at(row, column))).item(approach) for row in block.rows}
        if len(named - {None}) >= 3:
            return True
    return False


def _table(
    sheet: Sheet, block: Block, header: Header, found: dict[int, Facts], label_columns: list[int], approach: str
) -> Table:
    """One table: its context, its rows read by their labels, and a figure for each cell."""
    lines = own_lines(_beside(block.title, label_columns, found))
    said = _context(lines, block, sheet, label_columns)
    across = _across(sheet, block, found, label_columns, approach)
    if not across:
        found = {at: facts._replace(item=None) for at, facts in found.items()}
    if any(facts.measure or facts.unit for facts in found.values()):
        said = said._replace(measure="" if any(facts.measure for facts in found.values()) else said.measure)
    title = " ".join(line.text for line in lines)
    where = place(block.header[0], min(found))
    table = Table(sheet.name, approach, title, where, said, marks(header))
    if across:
        table.problems += _unknown_heads(sheet, header, found, label_columns, approach)
    dated = any(facts.year is not None or facts.quarter is not None for facts in found.values())
    heads = {at: text_of(cell) for _, cells in header for at, cell in cells.items() if at in label_columns}
    _fill(table, sheet, block, found, Labels(sheet, label_columns, approach, across, dated, heads))
    return table


def _beside(lines: list[Line], label_columns: list[int], found: dict[int, Facts]) -> list[Line]:
    """The title lines over a table; of tables side by side each has its own."""
    start, end = min([*label_columns, *found]), max(found)
    over = [line for line in lines if start <= line.column <= end]
    return over or lines


def _context(lines: list[Line], block: Block, sheet: Sheet, label_columns: list[int]) -> Facts:
    corner = " ".join(labels.clean(text_of(sheet.at(row, column))) for row in block.header for column in label_columns)
    said = title_facts(lines, sheet.name)
    near = words(corner)
    said = said.over(Facts(basis=near.basis, unit=near.unit)).over(note_facts(block.notes))
    named = places.most_specific(tuple(region for line in block.title for region in places.named(line.text)))
    region = places.most_specific(tuple(filter(None, (said.region, named, sheet_region(sheet.name)))))
    return said._replace(region=region or said.region or sheet_region(sheet.name))


def _across(sheet: Sheet, block: Block, found: dict[int, Facts], label_columns: list[int], approach: str) -> bool:
    """Whether the items stand in the header and not in the rows."""
    heads = {facts.item for facts in found.values()} - {None}
    texts = {text for row in block.rows for text in label_texts(sheet, row, label_columns)}
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


def _fill(table: Table, sheet: Sheet, block: Block, found: dict[int, Facts], reader: Labels) -> None:
    """Reads the rows of a table from the top and puts its figures down."""
    order = sorted(found)
    bare = {row for row in block.rows if not has_figure(sheet, row, order)}
    unknown: list[Row] = []
    for at, row in enumerate(block.rows):
        texts = label_texts(sheet, row, reader.label_columns)
        if not texts:
            continue
        if row in bare and not reader.items_across and meaning(texts[-1]).item(table.approach) is None:
            _lead(reader, texts)
            continue
        read = reader.read(row, _following(sheet, block.rows[at + 1 : at + 3], bare, reader.label_columns))
        if read.kemendagri:
            where = place(row, order[0])
            expected = read.facts.region or ""
            table.problems.append(Problem("kemendagri_region_code", sheet.name, where, read.kemendagri, expected))
        if read.known and (read.facts.item or reader.items_across or read.facts.region):
            table.figures += _figures(sheet, row, order, found, read.facts)
        elif not _excused(read, row in bare, sheet, row, order):
            unknown.append(read)
    table.problems += _strangers(table, unknown, order)


def _lead(reader: Labels, texts: list[str]) -> None:
    """A row without figures: a heading that holds below, or half of a label."""
    said = meaning(texts[-1])
    if said.place or any(said.words):
        near = said.words
        reader.heading(Facts(region=said.place.region if said.place else None, basis=near.basis, unit=near.unit))
    else:
        reader.wait(texts)


def _following(sheet: Sheet, rows: list[int], bare: set[int], label_columns: list[int]) -> list[list[str]]:
    found = []
    for row in rows:
        if row not in bare:
            break
        found.append(label_texts(sheet, row, label_columns))
    return found


def _figures(sheet: Sheet, row: int, order: list[int], found: dict[int, Facts], facts: Facts) -> list[Figure]:
    return [Figure((row, at), sheet.at(row, at), facts.over(found[at])) for at in order]


def _excused(read: Row, bare: bool, sheet: Sheet, row: int, order: list[int]) -> bool:
    """Whether a row that names no item is no fault: a note, a known extra, a derived row, a row of signs or years."""
    cells = [sheet.at(row, at) for at in order]
    figures = any(looks(cell) and not year_like(cell) for cell in cells) or any(looks(cell) for cell in cells)
    derived = words(read.label).measure in _DERIVED_ROW
    return bare or not figures or not read.label or labels.ignored(read.label) or is_note(read.label) or derived


def _strangers(table: Table, unknown: list[Row], order: list[int]) -> list[Problem]:
    """The problems of rows with figures whose label is unknown: a region where the rows are regions, else an item."""
    regional = sum(1 for figure in table.figures if figure.facts.region) * 2 > max(1, len(table.figures))
    across = bool(table.figures) and regional
    problems = []
    for read in unknown:
        where = place(read.row, order[0])
        if across:
            problems.append(Problem("region_unknown", table.sheet, where, read.label[:80]))
            continue
        expected = ", ".join(labels.nearest(read.label, table.approach))
        problems.append(Problem("unknown_industry", table.sheet, where, read.label[:80], expected))
    return problems
