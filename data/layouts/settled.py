"""A table with all questions settled: who it is about, in which unit and format, which value stands in each cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from data import places
from data.grid import Cell, Kind
from data.layouts.figure import Facts, Figure, Table
from data.layouts.number_form import number_format
from data.layouts.period_word import ANNUAL, PART, STATUS_OF_MARK
from data.layouts.words import FACTORS, OTHER_BASE, asked_unit
from data.numbers import NotANumber, decimals, strip, value
from data.reading import Answers
from model.dimensions import PriceBasis
from model.items import TOTAL, TOTAL_NONMIGAS
from model.period import Period
from model.problems import Problem

_GRDP = re.compile(r"\bpdrb\b|\bgrdp\b|produk\s+domestik|domestic\s+product", re.IGNORECASE)


class Entry(NamedTuple):
    """A cell that holds a value, or could: its key, and the number as it stands in the file."""

    region: str
    item: str
    basis: str
    period: Period
    measure: str
    number: Decimal | None
    unit: str
    figure: Figure
    silent: bool
    """No value, but no sign for missing either: a formula without a result, a text that is no number."""


@dataclass
class Settled:
    """The levels and the derived figures of a table, its status marks and problems."""

    table: Table
    levels: list[Entry] = field(default_factory=list)
    derived: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    asked: bool = False
    """Whether a question or a block keeps its rows back."""
    held: int = 0
    """How many figures it holds, kept back or not."""


def completed(table: Table, answers: Answers) -> list[Figure]:
    """The figures with what the title says, and where it is silent what was answered; an answer that is none is not."""
    year = int(answers.year) if re.fullmatch(r"(?:19|20)[0-9]{2}", answers.year or "") and answers.year else None
    dated = any(f.facts.year is not None or f.facts.quarter is not None for f in table.figures)
    near = table.context._replace(quarter=None) if dated else table.context
    where = places.of_code(answers.region or "")
    basis = answers.price_basis if answers.price_basis in set(PriceBasis) else None
    far = Facts(region=where.region if where else None, year=year, basis=basis or "")
    grdp = bool(_GRDP.search(f"{table.title} {table.sheet}"))
    return [_complete(figure, near, far, grdp) for figure in table.figures]


def _complete(figure: Figure, near: Facts, far: Facts, grdp: bool) -> Figure:
    facts = figure.facts.over(near).over(far)
    if facts.item is None and grdp:
        facts = facts._replace(item=TOTAL)
    if facts.quarter is None and (figure.facts.year is not None or near.year is not None):
        facts = facts._replace(quarter=ANNUAL)
    return figure._replace(facts=facts)


def settle(table: Table, answers: Answers) -> Settled:
    """The table with its values as they stand, or with the questions that keep them back."""
    figures = [figure for figure in completed(table, answers) if figure.facts.item and figure.facts.quarter != PART]
    result = Settled(table, problems=list(table.problems))
    levels = [figure for figure in figures if figure.facts.measure in ("", "level")]
    derived = [figure for figure in figures if figure.facts.measure not in ("", "level")]
    result.held = sum(1 for figure in levels if _holds(figure.cell))
    if result.held:
        form = _ask(result, levels, answers)
        if _all_hundred(levels, form):
            levels, derived = [], [f._replace(facts=f.facts._replace(measure="share")) for f in levels]
            result = Settled(table, problems=[])
        else:
            unit = asked_unit(answers.unit or "")
            result.levels = list(_entries(levels, form, unit, result if not result.asked else None, table.sheet))
    form, open_ = number_format(derived, answers.number_format)
    if derived and not open_:
        entries = _entries(derived, form, "percent", None, table.sheet)
        result.derived = [entry for entry in entries if entry.number is not None]
    return result


def _holds(cell: Cell) -> bool:
    try:
        return value(cell, "en") is not None or cell.kind == Kind.FORMULA_WITHOUT_VALUE
    except NotANumber:
        return True


def _ask(result: Settled, levels: list[Figure], answers: Answers) -> str:
    """Puts the questions that a table of levels leaves open, and finds its number format."""
    held = [figure for figure in levels if _holds(figure.cell)]
    sheet, where = result.table.sheet, result.table.where
    form, ambiguous = number_format(levels, answers.number_format)
    questions = {
        "region_missing": any(figure.facts.region is None for figure in held),
        "year_missing": any(figure.facts.year is None for figure in held),
        "price_basis_missing": any(not figure.facts.basis for figure in held),
        "base_year_unknown": any(figure.facts.basis == OTHER_BASE for figure in held),
        "unit_missing": any(not figure.facts.unit for figure in held) and not asked_unit(answers.unit or ""),
        "ambiguous_number_format": ambiguous,
    }
    for code, is_open in questions.items():
        if is_open:
            found = result.table.title[:120]
            result.problems.append(Problem(code, sheet, where, found))
            result.asked = True
    return form


def _all_hundred(levels: list[Figure], form: str) -> bool:
    """Whether the total is 100 in every period: shares, whatever the title says."""
    totals = []
    for figure in levels:
        if figure.facts.item == TOTAL and _holds(figure.cell):
            try:
                totals.append(value(figure.cell, form))
            except NotANumber:
                return False
    return bool(totals) and all(total == 100 for total in totals if total is not None) and any(totals)


def _entries(figures: list[Figure], form: str, unit: str, problems: Settled | None, sheet: str) -> Iterable[Entry]:
    """The figures with their numbers; a cell that cannot be read is a problem, where `problems` collects them."""
    strange: list[Figure] = []
    empty: list[Figure] = []
    for figure in figures:
        facts = figure.facts
        number, silent = None, False
        if figure.cell.kind == Kind.FORMULA_WITHOUT_VALUE:
            empty.append(figure)
            silent = True
        else:
            try:
                number = value(figure.cell, form)
            except NotANumber:
                strange.append(figure)
                silent = True
        if facts.year is not None and facts.region:
            period = Period(facts.year, facts.quarter or None)
            yield Entry(
                facts.region, facts.item or TOTAL, facts.basis, period, facts.measure, number,
                unit or facts.unit, figure, silent,
            )  # fmt: skip
    if problems is not None:
        problems.problems += [Problem("not_a_number", sheet, f.where, f.cell.text[:60]) for f in strange]
        if empty:
            problems.problems.append(_uncalculated(empty, sheet))


def _uncalculated(empty: list[Figure], sheet: str) -> Problem:
    named = ", ".join(figure.where for figure in empty[:8])
    rest = f" … ({len(empty)})" if len(empty) > 8 else ""
    return Problem("formula_without_value", sheet, named + rest, str(len(empty)))


def status_of(settled: Settled, entry: Entry, marked: bool) -> str:
    """The status of a value: its own mark, else the mark on its year, else final where other years are marked."""
    own = strip(entry.figure.cell.text)[1] if entry.figure.cell.kind == Kind.TEXT else ""
    mark = own or entry.figure.facts.mark or settled.table.marks.get(entry.period.year, "")
    if mark:
        return STATUS_OF_MARK[mark]
    return "final" if marked else "unknown"


def is_marked(settled: Settled) -> bool:
    """Whether a table marks some year; a revised cell marks none, nor does a legend alone."""
    if settled.table.marks or any(entry.figure.facts.mark for entry in settled.levels):
        return True
    texts = (entry.figure.cell.text for entry in settled.levels if entry.figure.cell.kind == Kind.TEXT)
    return any(strip(text)[1] not in ("", "r") for text in texts)


def billion(entry: Entry) -> Decimal:
    """A level in billion rupiah; imports without their sign."""
    number = (entry.number or Decimal(0)) * FACTORS[entry.unit]
    return abs(number) if entry.item == "IMP" else number


def digits_of(entries: list[Entry]) -> list[int]:
    """The decimals of the last printed digit of each value, in its own unit.

    A text says so itself; of stored numbers, which lose their last zeros, the finest of the main rows or of the parts.
    """
    finest = {True: 0, False: 0}
    for entry in entries:
        if entry.number is not None and entry.figure.cell.kind == Kind.NUMBER:
            part = "." in entry.item
            finest[part] = max(finest[part], decimals(entry.number))
    found = []
    for entry in entries:
        typed = entry.number is not None and entry.figure.cell.kind == Kind.TEXT
        found.append(decimals(entry.number) if typed and entry.number is not None else finest["." in entry.item])
    return found


def kept(settled: Settled, levels: list[Entry]) -> Settled:
    """The same table with other levels."""
    return replace(settled, levels=levels)


__all__ = ["Entry", "Settled", "TOTAL_NONMIGAS", "billion", "digits_of", "is_marked", "kept", "settle", "status_of"]
