"""What is absent: industries that a table of industries lacks, periods inside its range."""

from collections.abc import Iterator

import numpy as np

from model.dimensions import Approach, Frequency
from model.items import INDUSTRIES
from model.problems import Problem
from stats.block import BASES
from stats.reasons import Mask
from stats.validation.evidence import Evidence, Panel
from stats.validation.finding import problem, subject
from stats.validation.sums import LEAST_COMPONENTS, LEAST_INDUSTRIES

_NEEDED = ("HH", "NPISH", "GOV", "GFCF", "INV")


def missing_industry(evidence: Evidence) -> list[Problem]:
    """Industries or components that are absent in a period where most of them stand. A warning, one a price basis."""
    found: list[Problem] = []
    for panel in evidence.panels:
        production = panel.block.approach == Approach.PRODUCTION
        items, least = (INDUSTRIES, LEAST_INDUSTRIES) if production else (_NEEDED, LEAST_COMPONENTS)
        found += _absent(evidence, panel, items, least)
    return found


def missing_period(evidence: Evidence) -> list[Problem]:
    """Periods without a figure between the first and last of a region and price basis. A warning.

    A year whose annual figures stand beside fewer than four of its quarters lacks the others, also at its ends.
    """
    found: list[Problem] = []
    for panel in evidence.panels:
        stands: Mask = np.asarray((panel.row >= 0).any(axis=1))
        stands_in_year = _years_standing(evidence, panel)
        for region, basis in zip(*np.nonzero(stands.any(axis=2)), strict=True):
            here = np.flatnonzero(stands[region, basis])
            wanted = set(range(here[0], here[-1] + 1)) | stands_in_year.get((region, basis), set())
            lacking = sorted(wanted - set(here.tolist()))
            if lacking:
                words = ", ".join(panel.block.periods[step] for step in lacking)
                rows = panel.row[region, :, basis, here[0]]
                text = subject(panel.block.regions[region], BASES[basis])
                found.append(problem("missing_period", evidence.cells, rows[rows >= 0].tolist(), text, words))
    return found


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


def _years_standing(evidence: Evidence, quarterly: Panel) -> dict[tuple[int, int], set[int]]:
    """The steps of all quarters of the years whose annual figures and some of whose quarters stand."""
    annual = evidence.panel(quarterly.block.approach, Frequency.A)
    if quarterly.block.frequency != Frequency.Q or annual is None:
        return {}
    found: dict[tuple[int, int], set[int]] = {}
    stands: Mask = np.asarray((quarterly.row >= 0).any(axis=1))
    yearly: Mask = np.asarray((annual.row >= 0).any(axis=1))
    first = quarterly.block.first // 4
    for region, name in enumerate(quarterly.block.regions):
        if name not in annual.block.regions:
            continue
        for basis in range(len(BASES)):
            here = stands[region, basis].reshape(-1, 4)
            for step in np.flatnonzero(yearly[annual.block.regions.index(name), basis]):
                year = annual.block.first + int(step) - first
                if 0 <= year < len(here) and here[year].any() and not here[year].all():
                    found.setdefault((region, basis), set()).update(range(4 * year, 4 * year + 4))
    return found
