"""The rows by which a panel names its sources are enough: the panel comes out the same when all others are gone.

The first panel of each kind, measure, basis and frequency in the walk is made again from its own rows.
"""

import pandas as pd
import pytest

from model.dimensions import Measure
from tests.views.walk import PAGES, Seen
from views.frame import inputs
from views.view import Panel


def again(seen: Seen, panel: Panel) -> Panel | None:
    """The panel, made of nothing but the rows that it names."""
    view = PAGES[seen.page].view(seen.obs.loc[panel.rows], seen.state)
    return next((other for other in view.panels if other.key == panel.key), None)


def sample(walk: tuple[Seen, ...]) -> list[tuple[Seen, Panel]]:
    """The panels to make again."""
    chosen: dict[tuple[str, ...], tuple[Seen, Panel]] = {}
    for seen in walk:
        for panel in seen.view.panels:
            kind = (panel.key, *panel.result[["measure", "price_basis", "frequency"]].iloc[0])
            chosen.setdefault(kind, (seen, panel))
    return list(chosen.values())


@pytest.fixture(scope="module")
def pairs(walk: tuple[Seen, ...]) -> list[tuple[Seen, Panel, Panel | None]]:
    return [(seen, panel, again(seen, panel)) for seen, panel in sample(walk)]


def test_the_rows_of_a_panel_are_all_that_it_needs(pairs: list[tuple[Seen, Panel, Panel | None]]) -> None:
    for seen, panel, other in pairs:
        assert other is not None, (seen, panel.key)
        there = panel.result[panel.result["value"].notna()].reset_index(drop=True)
        also = other.result[other.result["value"].notna()].reset_index(drop=True)
        keys = ["region", "item", "period"]
        both = there.merge(also, on=keys, suffixes=("", "_again"), how="left")
        assert both["value_again"].sub(both["value"]).abs().max() < 1e-9, (seen, panel.key)
        assert (both["shown_again"] == both["shown"]).all(), (seen, panel.key)
        assert (both["status_again"] == both["status"]).all(), (seen, panel.key)
        assert both["reason_again"].fillna("").eq(both["reason"]).all(), (seen, panel.key)


def test_the_sample_holds_every_measure_of_every_kind_of_panel(
    walk: tuple[Seen, ...], pairs: list[tuple[Seen, Panel, Panel | None]]
) -> None:
    def kinds(panels: list[Panel]) -> set[tuple[str, str]]:
        return {(panel.key, panel.result["measure"].iloc[0]) for panel in panels}

    assert kinds([panel for _, panel, _ in pairs]) == kinds([panel for seen in walk for panel in seen.view.panels])
    measures = {measure for _, measure in kinds([panel for _, panel, _ in pairs])}
    assert {Measure.CAGR, Measure.INDEX, Measure.CTC, Measure.DEFLATOR_YOY, Measure.SHARE} <= measures


def test_rows_are_of_the_regions_and_the_side_that_is_shown(walk: tuple[Seen, ...]) -> None:
    for seen in walk:
        for panel in seen.view.panels:
            used = seen.obs.loc[panel.rows]
            assert set(used["region"]) <= {seen.state.region, seen.state.compare}, seen
            assert set(used["region"]) == set(panel.result.loc[panel.result["value"].notna(), "region"]), seen
            assert set(used["frequency"]) == set(panel.result["frequency"]), seen


def test_a_frame_without_values_rests_on_nothing(medan: pd.DataFrame, walk: tuple[Seen, ...]) -> None:
    frame = walk[0].view.panels[0].result.assign(value=float("nan"))
    assert len(inputs(medan, frame, lead=1, base=2010)) == 0
