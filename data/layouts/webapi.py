"""BPS WebAPI, `model=data` (webapi.bps.go.id): a dynamic table as label lists and one object of values.

    {"var": [{"val": 2775, "label": …, "unit": "Milyar Rupiah"}], "turvar": [17 industries], "vervar": [regions],
     "tahun": [{"val": 126, "label": "2026"}], "turtahun": [31 … 35], "datacontent": {"12752775200512631": 387.18}}

A key is vervar, var, turvar, tahun and turtahun written after each other. Numbers of different length make it
ambiguous to cut, so keys are built from the lists and looked up. Either list may hold industries, components,
regions or price bases; a value that has no key is not released.
"""

from collections import Counter
from itertools import product
from typing import Any

from data import labels, places
from data.container.number import parsed
from data.grid import EMPTY, Cell, Kind
from data.layouts.cell_word import meaning
from data.layouts.context import Line, title_facts
from data.layouts.figure import SILENT, Facts, Figure, Figures, Table
from data.layouts.period_word import ANNUAL, when
from model.problems import Problem

_LISTS = ("vervar", "var", "turvar", "tahun", "turtahun")
_FIRST_QUARTER, _YEAR_AFTER = 31, 35


def knows(content: Any) -> bool:
    """Whether a JSON answer is of this family."""
    return isinstance(content, dict) and isinstance(content.get("datacontent"), dict) and "vervar" in content


def tables(content: dict[str, Any]) -> list[Table]:
    """One table for each variable of the answer."""
    return [_table(content, var) for var in _list(content, "var")]


def _list(content: dict[str, Any], name: str) -> list[dict[str, Any]]:
    held = content.get(name)
    rows = [row for row in held if isinstance(row, dict)] if isinstance(held, list) else []
    return rows or [{"val": 0, "label": ""}]


def _table(content: dict[str, Any], var: dict[str, Any]) -> Table:
    title = labels.clean(str(var.get("label", "")))
    lines = [Line(0, 0, title), Line(1, 0, f"({labels.clean(str(var.get('unit', '')))})")]
    approach = _approach(content, title)
    table = Table("", approach, title, "var", title_facts(lines, ""))
    table.context = table.context._replace(year=None, quarter=None)
    values = content["datacontent"]
    axes = [[(str(row.get("val", "")), _facts(row, name, approach, table)) for row in _list(content, name)]
            for name in _LISTS if name != "var"]  # fmt: skip
    figures = []
    for (ver, a), (tur, b), (year, c), (part, d) in product(*axes):
        key = f"{ver}{var.get('val', '')}{tur}{year}{part}"
        figures.append(Figure(f"datacontent {key}", _cell(values.get(key)), a.over(b).over(c).over(d)))
    table.figures = Figures.of(figures)
    return table


def _approach(content: dict[str, Any], title: str) -> str:
    seen: Counter[str] = Counter()
    for name in ("vervar", "turvar"):
        for row in _list(content, name):
            said = meaning(labels.clean(str(row.get("label", ""))))
            if said.production != said.expenditure:
                seen["production"] += said.production is not None
                seen["expenditure"] += said.expenditure is not None
    return "expenditure" if seen["expenditure"] > seen["production"] else "production"


def _facts(row: dict[str, Any], name: str, approach: str, table: Table) -> Facts:
    """What one entry of a list says; an entry of regions or items that says nothing known is a problem."""
    label, number = labels.clean(str(row.get("label", ""))), str(row.get("val", ""))
    if name == "tahun":
        return _year(label, number, table)
    if name == "turtahun":
        return Facts(quarter=_quarter(label, number))
    said = meaning(label)
    item, place = said.item(approach), None
    if item is None:
        place = said.place or (places.of_code(number) if len(number) in (4, 7) and name == "vervar" else None)
    if item or place or any(said.words):
        return Facts(item, place.region if place else None, basis=said.words.basis, measure=said.words.measure)
    if label and label.lower() not in ("tidak ada", "none", "-") and not labels.ignored(label):
        table.problems.append(_stranger(label, number, name, approach))
        return Facts(measure="unknown")
    return SILENT


def _stranger(label: str, number: str, name: str, approach: str) -> Problem:
    regional = len(number) == 4 and name == "vervar"
    code = "region_unknown" if regional else "unknown_industry"
    expected = "" if regional else ", ".join(labels.nearest(label, approach))
    return Problem(code, "", f"{name} {number}", label[:80], expected)


def _year(label: str, number: str, table: Table) -> Facts:
    said = when(label)
    year = said.year if said.year is not None else int(number) + 1900 if number.isdigit() and len(number) == 3 else None
    if year is not None and said.mark:
        table.marks[year] = said.mark
    return Facts(year=year)


def _quarter(label: str, number: str) -> int:
    said = when(label)
    if said.quarter is not None:
        return said.quarter
    known = number.isdigit() and _FIRST_QUARTER <= int(number) < _YEAR_AFTER
    return int(number) - _FIRST_QUARTER + 1 if known else ANNUAL


def _cell(held: Any) -> Cell:
    if held is None or isinstance(held, bool):
        return EMPTY
    if isinstance(held, int | float):
        return parsed(repr(held), "")
    return Cell(Kind.TEXT, str(held))
