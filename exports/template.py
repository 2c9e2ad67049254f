"""A workbook to fill in: one table a price basis, industries or components in the order of BPS, the periods across.

It is laid out as BPS prints its tables, so that what is typed into it is read back without a question.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from model.dimensions import Approach, PriceBasis, Status
from model.items import INDUSTRIES, TOTAL
from text import lookup
from text.lookup import say
from text.problem import PRINTED

COMPONENTS: tuple[str, ...] = ("HH", "NPISH", "GOV", "GFCF", "INV", "EXP", "IMP", "NX")
QUARTERS = (1, 2, 3, 4)
_FIRST, _LINE = 4, 15
"""The row of the first item, counted from 0; the height of a line in points."""
_MARKED = (Status.PRELIMINARY, Status.VERY_PRELIMINARY)


@dataclass(frozen=True)
class Template:
    """What a workbook is to hold; `status` gives the years their marks, a year without one is final."""

    region: str
    years: tuple[int, ...]
    bases: tuple[PriceBasis, ...] = (PriceBasis.CURRENT, PriceBasis.CONSTANT_2010)
    approach: Approach = Approach.PRODUCTION
    quarters: bool = True
    status: Mapping[int, Status] = field(default_factory=dict)

    @property
    def items(self) -> tuple[str, ...]:
        """The items, in the order of BPS."""
        return (*(INDUSTRIES if self.approach == Approach.PRODUCTION else COMPONENTS), TOTAL)


def template(wanted: Template, lang: str) -> bytes:
    """The workbook, without a figure; what the reader looks for stands in Indonesian, the guide in the language."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        styles = {
            "title": workbook.add_format({"bold": True, "font_size": 13}),
            "head": workbook.add_format({"bold": True, "align": "center", "bottom": 1}),
            "label": workbook.add_format({"locked": True}),
            "total": workbook.add_format({"bold": True, "top": 1}),
            "figure": workbook.add_format({"num_format": "#,##0.00", "bg_color": "#FFF9E5", "border": 4}),
            "wrapped": workbook.add_format({"text_wrap": True, "valign": "top"}),
        }
        for basis in wanted.bases:
            _table(workbook.add_worksheet(say(f"template.sheet.{basis}", "id")), wanted, basis, styles)
        _guide(workbook.add_worksheet(say("template.sheet.guide", lang)), lang, styles)
    return buffer.getvalue()


def title(wanted: Template, basis: PriceBasis) -> str:
    """The title of a table, which names region, price basis, side, unit and years."""
    return say(
        f"template.title.{wanted.approach}",
        "id",
        region=lookup.region(wanted.region, "id"),
        basis=say(f"template.basis.{basis}", "id"),
        years="–".join(dict.fromkeys(str(year) for year in (min(wanted.years), max(wanted.years)))),
    )


def _table(sheet: Worksheet, wanted: Template, basis: PriceBasis, styles: Mapping[str, Format]) -> None:
    sheet.write_string(0, 0, title(wanted, basis), styles["title"])
    _heads(sheet, wanted, styles)
    width = len(wanted.years) * (len(QUARTERS) + 1 if wanted.quarters else 1)
    for row, item in enumerate(wanted.items, start=_FIRST):
        style = styles["total" if item == TOTAL else "label"]
        code = "" if item == TOTAL or item not in INDUSTRIES else PRINTED.get(item, item)
        sheet.write_string(row, 0, code, style)
        sheet.write_string(row, 1, lookup.item(item, "id"), style)
        for column in range(2, 2 + width):
            sheet.write_blank(row, column, None, styles["figure"])
    foot = _FIRST + len(wanted.items) + 1
    for at, status in enumerate(_MARKED):
        sheet.write_string(foot + at, 0, say(f"legend.{status}.table", "id"))
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 62)
    sheet.set_column(2, 1 + width, 14)
    sheet.freeze_panes(_FIRST, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _heads(sheet: Worksheet, wanted: Template, styles: Mapping[str, Format]) -> None:
    """Years over quarters and the whole year; the mark stands beside the year."""
    side = say(f"template.head.{wanted.approach}", "id")
    for column, head in enumerate((say("template.head.code", "id"), side)):
        sheet.write_string(2, column, head, styles["head"])
    words = (*(say(f"period.number.{quarter}", "id") for quarter in QUARTERS), say("template.head.year", "id"))
    step = len(words) if wanted.quarters else 1
    for place, year in enumerate(wanted.years):
        column = 2 + step * place
        sheet.write_string(2, column, f"{year}{lookup.mark(wanted.status.get(year))}", styles["head"])
        for at, word in enumerate(words if wanted.quarters else ()):
            sheet.write_string(3, column + at, word, styles["head"])


def _guide(sheet: Worksheet, lang: str, styles: Mapping[str, Format]) -> None:
    """How to fill it in, and what the marks say."""
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, say("template.guide.head", lang), styles["title"])
    lines: Sequence[str] = [
        say(f"template.guide.{step}", lang) for step in ("figures", "empty", "marks", "sums", "send")
    ]
    for row, line in enumerate(lines, start=2):
        sheet.set_row(row, _LINE * (1 + len(line) // 100))
        sheet.write_string(row, 0, line, styles["wrapped"])
