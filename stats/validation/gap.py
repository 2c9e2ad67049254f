"""What is absent: industries that a table of industries lacks, periods inside its range."""

from collections import Counter
from collections.abc import Hashable, Iterator

import numpy as np
import pandas as pd

from model.dimensions import Approach, Frequency, Measure
from model.items import INDUSTRIES, THREE_GROUPS
from model.period import from_ordinal
from model.problems import Problem
from stats.block import BASES
from stats.reasons import Mask
from stats.validation.evidence import Evidence, Panel
from stats.validation.finding import problem, subject
from stats.validation.sums import LEAST_COMPONENTS, LEAST_INDUSTRIES

QUARTERS = 4
LEAST_PERIODS = 3
_SERIES = ["region", "approach", "price_basis", "frequency"]
_NEEDED = ("HH", "NPISH", "GOV", "GFCF", "INV")


def missing_industry(evidence: Evidence) -> list[Problem]:
    """Industries or components that are absent in a period where most of them stand. A warning, one a price basis.

    Of a table of the three groups the one that the other two lack.
    """
    found: list[Problem] = []
    for panel in evidence.panels:
        production = panel.block.approach == Approach.PRODUCTION
        items, least = (INDUSTRIES, LEAST_INDUSTRIES) if production else (_NEEDED, LEAST_COMPONENTS)
        found += _absent(evidence, panel, items, least)
        if production and len(panel.places(INDUSTRIES)) < LEAST_INDUSTRIES:
            found += _absent(evidence, panel, THREE_GROUPS, len(THREE_GROUPS) - 1)
    return found


def missing_period(evidence: Evidence) -> list[Problem]:
    """Periods without a figure between the first and last of a region and price basis. A warning.

    A year whose annual figures stand beside fewer than four of its quarters lacks the others, also at its ends; four
    quarters without their year lack it where other years stand.
    """
    found: list[Problem] = []
    for panel in evidence.panels:
        stands: Mask = np.asarray((panel.row >= 0).any(axis=1))
        beside = _wanted_beside(evidence, panel)
        for region, basis in zip(*np.nonzero(stands.any(axis=2)), strict=True):
            here = np.flatnonzero(stands[region, basis])
            wanted = set(range(here[0], here[-1] + 1)) | beside.get((region, basis), set())
            lacking = sorted(wanted - set(here.tolist()))
            if lacking:
                words = ", ".join(
                    str(from_ordinal(panel.block.first + step, panel.block.frequency)) for step in lacking
                )
                rows = panel.row[region, :, basis, here[0]]
                text = subject(panel.block.regions[region], BASES[basis])
                found.append(problem("missing_period", evidence.cells, rows[rows >= 0].tolist(), text, words))
    return found


def missing_end(evidence: Evidence, edition: pd.DataFrame) -> list[Problem]:
    """The first or last period of the edition, where the file has all the others of its series. A warning.

    Of three periods and more that stand, and of most items of a region, approach, price basis and frequency; a file
    that reaches beyond the edition, or is about fewer of its periods, lacks nothing.
    """
    obs = evidence.observations
    known = edition[(edition["measure"] == Measure.LEVEL) & edition["region"].isin(obs["region"].unique())]
    there = known.groupby([*_SERIES, "item"], observed=True)["period"].agg(set).to_dict()
    found = []
    for key, rows in obs.groupby(_SERIES, sort=False, observed=True):
        series = [
            (set(periods), there[*key, item])
            for item, periods in rows.groupby("item", sort=False, observed=True)["period"]
            if len(there.get((*key, item), ())) > LEAST_PERIODS
        ]
        lacking = Counter(filter(None, (_lacking_end(here, before) for here, before in series)))
        period, count = lacking.most_common(1)[0] if lacking else ("", 0)
        if 2 * count > len(series):
            first = rows.index[rows["period"] == rows["period"].min()].tolist()
            found.append(problem("missing_period", evidence.cells, first, subject(*_words(key)), period))
    return found


def _lacking_end(here: set[str], before: set[str]) -> str:
    """The first or last of some periods, where all the others and none besides are here."""
    lacking = before - here
    ends = {min(before), max(before)}
    return min(lacking) if len(lacking) == 1 and lacking <= ends and not here - before else ""


def _words(key: Hashable) -> tuple[str, ...]:
    region, _, basis, _ = key if isinstance(key, tuple) else (key, "", "", "")
    return str(region), str(basis)


def _absent(evidence: Evidence, panel: Panel, items: tuple[str, ...], least: int) -> Iterator[Problem]:
    at = [panel.at(item) for item in items]
    stands = np.stack(
        [panel.row[:, place] >= 0 if place is not None else np.zeros(panel.row[:, 0].shape, bool) for place in at],
        axis=1,
    )
    enough = stands.sum(axis=1, keepdims=True) >= least
    lacking = enough & ~stands
    for region, basis in zip(*np.nonzero(lacking.any(axis=(1, 3))), strict=True):
        missing = [items[place] for place in np.flatnonzero(lacking[region, :, basis].any(axis=1))]
        steps = np.flatnonzero(lacking[region, :, basis].any(axis=0))
        rows = panel.row[region, :, basis, steps[0]]
        words = panel.block.regions[region], BASES[basis], panel.block.periods[steps[0]]
        text = subject(*words, more=len(steps) - 1)
        yield problem("missing_industry", evidence.cells, rows[rows >= 0].tolist(), text, ", ".join(missing))


def _wanted_beside(evidence: Evidence, panel: Panel) -> dict[tuple[int, int], set[int]]:
    """The steps that the other frequency asks for: all quarters of a year that stands with some of them, and the year
    of four quarters where other years stand."""
    other = evidence.panel(panel.block.approach, Frequency.A if panel.block.frequency == Frequency.Q else Frequency.Q)
    if other is None:
        return {}
    found: dict[tuple[int, int], set[int]] = {}
    for region, name in enumerate(panel.block.regions):
        if name not in other.block.regions:
            continue
        for basis in range(len(BASES)):
            here, there = _years(panel, region, basis), _years(other, other.block.regions.index(name), basis)
            found[region, basis] = set()
            for year in here.keys() | there.keys():
                found[region, basis] |= _asked(panel, year, here, there)
    return found


def _asked(panel: Panel, year: int, here: dict[int, int], there: dict[int, int]) -> set[int]:
    """The steps of a panel that one year asks for, given how many periods of each year stand here and there."""
    if panel.block.frequency == Frequency.Q:
        partly = 0 < here.get(year, 0) < QUARTERS and year in there
        first = QUARTERS * year - panel.block.first
        return set(range(first, first + QUARTERS)) if partly else set()
    return {year - panel.block.first} if here and there.get(year) == QUARTERS else set()


def _years(panel: Panel, region: int, basis: int) -> dict[int, int]:
    """How many periods of each year stand."""
    stands = (panel.row[region, :, basis] >= 0).any(axis=0).reshape(-1, panel.block.per_year).sum(axis=1)
    first = panel.block.first // panel.block.per_year
    return {first + step: int(count) for step, count in enumerate(stands) if count}
