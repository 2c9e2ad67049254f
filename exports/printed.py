"""The sheet that people read: title, items down, periods across with their marks, and below it what must go with it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import isnan

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.cells import Exact, like_formula
from exports.grid import Figure, Grid, footnotes, grid, legend
from exports.passport import Passport, source_line
from model.dimensions import Measure
from model.items import TOTAL
from text import lookup
from text.lookup import say
from text.numbers import MISSING

_DECIMALS = "#,##0.00"
_GREY = "#555555"
_NAME, _LABEL, _CODE, _FIGURE = 25, 32, 7, 12  # least widths of columns, in characters
_MEASURE = 120  # how far a line of text may run, in characters
_LINE = 13  # its height, in points
_HEAD = 3


class Styles:
    """The formats of the sheet, each made once for a workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **wanted: object) -> Format:
        """The format with these properties of XlsxWriter."""
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def text(self, words: str, **wanted: object) -> Format:
        """The format of a text; one that looks like a formula is marked as text."""
        return self.of(**wanted, **({"quote_prefix": True} if like_formula(words) else {}))


def write(sheet: Worksheet, result: pd.DataFrame, passport: Passport, lang: str, styles: Styles) -> None:
    """Fill the sheet from a result of one measure at one price basis; header and names stay in sight."""
    table = grid(result, lang, passport.region)
    names = _names(table, lang)
    for line, words in enumerate((passport.title, passport.subtitle)):
        size = {"bold": True, "font_size": 14} if line == 0 else {"font_color": _GREY}
        sheet.write_string(line, 0, words, styles.text(words, **size))
    for place, heading in enumerate((*names, *table.periods)):
        side = "left" if place < len(names) else "right"
        sheet.write_string(_HEAD, place, heading, styles.of(bold=True, top=1, bottom=1, align=side))
    line = _HEAD
    for (region, item), figures in table.lines.items():
        line += 1
        strong: dict[str, object] = {"bold": True} if item == TOTAL else {}
        labels = (lookup.item(item, lang), item)
        for place, words in enumerate((lookup.region(region, lang), *labels) if len(names) > 2 else labels):
            sheet.write_string(line, place, words, styles.text(words, **strong))
        for place, figure in enumerate(figures, start=len(names)):
            _figure(sheet, line, place, figure, styles, strong)
    items = {item for _, item in table.lines}
    label, code = max(len(lookup.item(item, lang)) for item in items), max(map(len, items))
    named = (_NAME, max(_LABEL, label), max(_CODE, code + 2))[-len(names) :]
    widths = (*named, *(max(_FIGURE, len(heading) + 1) for heading in table.periods))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(_HEAD + 1, len(names))
    sheet.repeat_rows(_HEAD)
    _below(sheet, line + 2, _lines(result, passport, lang), styles, widths)


def _names(table: Grid, lang: str) -> tuple[str, ...]:
    """The headings before the periods; the region has a column where there are several."""
    keys = ("region_label", "item_label", "item") if len(table.regions) > 1 else ("item_label", "item")
    return tuple(say(f"export.column.{key}", lang) for key in keys)


def _figure(sheet: Worksheet, line: int, place: int, figure: Figure, styles: Styles, strong: dict[str, object]) -> None:
    """A number that stays a number, its sign being part of the format; a dash where there is none."""
    if isnan(figure.shown):
        sheet.write_string(line, place, MISSING, styles.of(align="right", **strong))
        return
    pattern = f'{_DECIMALS}"{figure.sign}"' if figure.sign else _DECIMALS
    sheet.write_number(line, place, Exact(figure.shown), styles.of(num_format=pattern, **strong))


def _below(sheet: Worksheet, line: int, notes: Iterator[str], styles: Styles, widths: Sequence[int]) -> None:
    """The lines below the table, each wrapped over as many columns as are good to read."""
    columns = max(2, sum(total < _MEASURE for total in accumulate(widths, initial=0)) - 1)
    room = sum(widths[:columns])
    for place, words in enumerate(notes, start=line):
        style = styles.text(words, text_wrap=True, valign="top", font_size=9, font_color=_GREY)
        sheet.merge_range(place, 0, place, columns - 1, words, style)
        sheet.set_row(place, _LINE * -(-len(words) // room))


def _lines(result: pd.DataFrame, passport: Passport, lang: str) -> Iterator[str]:
    """Unit and price basis, source and edition, marks, what dashes and signs stand for, and the notes of the chart."""
    yield f"{say('export.sheet.unit', lang)}: {lookup.unit(result['unit'].iloc[0], lang)}"
    published = set(result["measure"]) <= {Measure.LEVEL, Measure.PER_CAPITA}
    key = "source.line" if published else "source.computed"
    yield say(key, lang, sources=source_line(passport, lang), number=passport.edition)
    yield from legend(result, lang)
    yield from dict.fromkeys((*footnotes(result, lang), *passport.notes))
