"""A table with all questions settled: who it is about, in which unit and format, which value stands in each cell."""

import re
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from data import places
from data.answers import Answers
from data.layouts.entries import STRANGE, UNCALCULATED, Entries, numbered
from data.layouts.figure import (
    BASIS,
    ITEM,
    MEASURE,
    QUARTER,
    REGION,
    UNIT,
    UNSAID,
    YEAR,
    Facts,
    Figures,
    Table,
    coded,
    name_code,
    no_figures,
    over,
)
from data.layouts.number_form import number_format
from data.layouts.period_word import ANNUAL, PART
from data.layouts.traits import Flags, traits
from data.layouts.words import LEVEL, OTHER_BASE, asked_unit
from model.dimensions import PriceBasis
from model.items import TOTAL
from model.problems import Problem

_GRDP = re.compile(r"\bpdrb\b|\bgrdp\b|produk\s+domestik|domestic\s+product", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MOST = 200
"""Cells that are no numbers of a table, told one by one; beyond, only their number."""


@cache
def _none() -> Entries:
    return numbered(no_figures(), "en")


@dataclass
class Settled:
    """The levels and the derived figures of a table, and its problems."""

    table: Table
    levels: Entries = field(default_factory=_none)
    derived: Entries = field(default_factory=_none)
    problems: list[Problem] = field(default_factory=list)
    asked: bool = False
    """Whether a question or a block keeps its rows back."""
    held: int = 0
    """How many figures it holds, kept back or not."""


def completed(table: Table, answers: Answers) -> Figures:
    """The figures with what the title says, and where it is silent what was answered; an answer that is none is not."""
    figures = table.figures
    year = int(answers.year) if answers.year and _YEAR.fullmatch(answers.year) else None
    where = places.of_code(answers.region or "")
    basis = answers.price_basis if answers.price_basis in set(PriceBasis) else None
    own = figures.facts
    dated = bool((own[[YEAR, QUARTER]] != UNSAID).any())
    near = coded([table.context._replace(quarter=None) if dated else table.context])
    far = coded([Facts(region=where.region if where else None, year=year, basis=basis or "")])
    facts = over(over(own, near), far)
    if _GRDP.search(f"{table.title} {table.sheet}"):
        facts[ITEM] = np.where(facts[ITEM] == UNSAID, name_code(TOTAL), facts[ITEM])
    yearly = (facts[QUARTER] == UNSAID) & ((own[YEAR] != UNSAID) | (near[YEAR, 0] != UNSAID))
    facts[QUARTER] = np.where(yearly, ANNUAL, facts[QUARTER])
    return Figures(figures.pool, figures.codes, facts, figures.rows, figures.columns, figures.words)


def settle(table: Table, answers: Answers) -> Settled:
    """The table with its values as they stand, or with the questions that keep them back."""
    figures = completed(table, answers)
    figures = figures.only((figures.facts[ITEM] != UNSAID) & (figures.facts[QUARTER] != PART))
    of_levels = np.isin(figures.facts[MEASURE], (UNSAID, name_code(LEVEL)))
    levels, derived = figures.only(of_levels), figures.only(~of_levels)
    holds = traits(figures.pool).holds[levels.codes]
    result = Settled(table, problems=list(table.problems), held=int(holds.sum()))
    if result.held:
        form = _ask(result, levels, holds, answers)
        entries = numbered(levels, form)
        if _all_hundred(entries, holds):
            result = Settled(table)
            levels.facts[MEASURE] = name_code("share")
            derived = levels
        else:
            result.levels = _levels(entries, answers, result)
    form, open_ = number_format(derived, answers.number_format)
    if len(derived) and not open_:
        entries = numbered(derived, form)
        result.derived = entries.only(entries.present & _placed(derived))
    return result


def _placed(figures: Figures) -> Flags:
    """Whether region and year of each are known."""
    found: Flags = (figures.facts[REGION] != UNSAID) & (figures.facts[YEAR] != UNSAID)
    return found


def _levels(entries: Entries, answers: Answers, result: Settled) -> Entries:
    """The levels in the unit that was answered or stands there; cells that cannot be read are problems."""
    unit = asked_unit(answers.unit or "")
    if unit:
        entries.figures.facts[UNIT] = name_code(unit)
    if not result.asked:
        result.problems += _not_numbers(entries, result.table.sheet)
    return entries.only(_placed(entries.figures))


def _ask(result: Settled, levels: Figures, holds: Flags, answers: Answers) -> str:
    """Puts the questions that a table of levels leaves open, and finds its number format."""
    held = levels.facts[:, holds]
    form, ambiguous = number_format(levels, answers.number_format)
    questions = {
        "region_missing": _silent(held, REGION),
        "year_missing": _silent(held, YEAR),
        "price_basis_missing": _silent(held, BASIS),
        "base_year_unknown": bool((held[BASIS] == name_code(OTHER_BASE)).any()),
        "unit_missing": _silent(held, UNIT) and not asked_unit(answers.unit or ""),
        "ambiguous_number_format": ambiguous,
    }
    for code, is_open in questions.items():
        if is_open:
            found = result.table.title[:120]
            result.problems.append(Problem(code, result.table.sheet, result.table.where, found))
            result.asked = True
    return form


def _silent(held: NDArray[np.int16], field_: int) -> bool:
    return bool((held[field_] == UNSAID).any())


def _all_hundred(levels: Entries, holds: Flags) -> bool:
    """Whether the total is 100 in every period: shares, whatever the title says."""
    totals = holds & (levels.said(ITEM) == name_code(TOTAL))
    numbers = levels.number[totals & levels.present]
    strange = (levels.state[totals] == STRANGE).any()
    return bool(len(numbers)) and not strange and bool((numbers == 100).all())


def _not_numbers(entries: Entries, sheet: str) -> list[Problem]:
    """The cells that are no numbers, and the formulas without a result."""
    figures = entries.figures
    strange = np.flatnonzero(entries.state == STRANGE).tolist()
    empty = np.flatnonzero(entries.state == UNCALCULATED).tolist()
    problems = [Problem("not_a_number", sheet, figures.where(at), figures.cell(at).text[:60]) for at in strange[:_MOST]]
    if len(strange) > _MOST:
        problems.append(
            Problem("not_a_number", sheet, _places(figures, strange[_MOST:]), f"+ {len(strange) - _MOST:,}")
        )
    if empty:
        problems.append(Problem("formula_without_value", sheet, _places(figures, empty), str(len(empty))))
    return problems


def _places(figures: Figures, which: list[int]) -> str:
    return ", ".join(map(figures.where, which[:8])) + (f" … ({len(which)})" if len(which) > 8 else "")
