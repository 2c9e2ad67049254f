"""The frames behind the charts: well formed, printed as rounded, marked as their weakest figure."""

from collections.abc import Callable
from decimal import Decimal

import pandas as pd
import pytest

from model.dimensions import Measure
from model.items import OTHERS, RESIDUAL, order
from model.observations import check
from model.period import shift, year_earlier
from tests.views.ledger import Ledger, printed, weakest_of
from tests.views.walk import MEDAN, Seen, first
from text.lookup import period
from views.frame import SHOWN, result, with_shown
from views.view import Panel, State


def panels(walk: tuple[Seen, ...]) -> list[tuple[Seen, Panel]]:
    return [(seen, panel) for seen in walk for panel in seen.view.panels]


def test_each_frame_is_the_one_table_and_what_is_shown(walk: tuple[Seen, ...]) -> None:
    for seen, panel in panels(walk):
        assert panel.result.columns[-1] == SHOWN, seen
        check(panel.result.drop(columns=SHOWN))
        assert list(panel.result.index) == list(range(len(panel.result))), seen


def test_each_frame_has_one_measure_unit_basis_and_frequency(walk: tuple[Seen, ...]) -> None:
    for seen, panel in panels(walk):
        kinds = panel.result[["measure", "unit", "price_basis", "frequency", "approach"]].drop_duplicates()
        assert len(kinds) == 1, (seen, panel.key)


def test_no_chart_is_empty_and_missing_figures_say_why(walk: tuple[Seen, ...]) -> None:
    for seen, panel in panels(walk):
        present = panel.result["value"].notna()
        assert present.any(), (seen, panel.key)
        assert (panel.result.loc[~present, "reason"] != "").all(), (seen, panel.key)
        assert panel.result.loc[~present, SHOWN].isna().all(), (seen, panel.key)


def test_items_stand_in_the_order_of_print(walk: tuple[Seen, ...]) -> None:
    for seen, panel in panels(walk):
        for _, rows in panel.result.groupby(["region", "period"]):
            assert list(rows["item"]) == sorted(rows["item"], key=order), (seen, panel.key)


def test_what_is_shown_is_the_figure_rounded_half_away(walk: tuple[Seen, ...]) -> None:
    for seen, panel in panels(walk):
        own = panel.result[panel.result["value"].notna() & (panel.result["item"] != OTHERS)]
        assert [Decimal(str(x)) for x in own[SHOWN]] == [printed(x).normalize() + 0 for x in own["value"]], seen


def test_the_rest_is_the_printed_total_less_the_printed_parts(walk: tuple[Seen, ...]) -> None:
    seen_rests = 0
    for seen, panel in panels(walk):
        wide = panel.result.pivot(index=["region", "period"], columns="item", values=SHOWN)
        if {OTHERS, "TOTAL"} <= set(wide):
            for _, row in wide.dropna().iterrows():
                parts = [Decimal(str(row[item])) for item in ("TRADE", "SERVICES", OTHERS)]
                assert sum(parts) == Decimal(str(row["TOTAL"])), (seen, panel.key)
                seen_rests += 1
    assert seen_rests > 100


def test_the_parts_of_medan_2024_add_as_printed(see: Callable[[str, State], Seen], shipped: pd.DataFrame) -> None:
    seen = see("trade_services", first(shipped, "trade_services", MEDAN, "id"))
    frame = seen.panel("trade_services.contributions").result
    shown = frame[frame["period"] == "2024"].set_index("item")[SHOWN]
    assert shown[["TRADE", "SERVICES", OTHERS, "TOTAL"]].tolist() == [0.79, 2.84, 1.44, 5.07]


def test_the_rest_without_a_printed_total_rounds_by_itself(medan: pd.DataFrame) -> None:
    frame = result(medan, Measure.CONTRIBUTION_YOY, ("TRADE", "SERVICES", OTHERS), periods=("2024",))
    assert frame.set_index("item")[SHOWN].to_dict() == {"TRADE": 0.79, "SERVICES": 2.84, OTHERS: 1.45}
    assert frame.set_index("item").loc[OTHERS, "value"] == pytest.approx(100 * 2511.91 / 173445.69)


def test_a_rest_beside_one_part_alone_keeps_its_own_rounding(medan: pd.DataFrame) -> None:
    frame = result(medan, Measure.CONTRIBUTION_YOY, ("TRADE", OTHERS, "TOTAL"), periods=("2024",))
    assert frame.set_index("item").loc[OTHERS, SHOWN] == 1.45
    assert with_shown(frame.drop(columns=SHOWN)).equals(frame)


def test_contributions_of_all_industries_add_to_growth(walk: tuple[Seen, ...]) -> None:
    sums = []
    for seen, panel in panels(walk):
        wide = panel.result.pivot(index=["region", "period"], columns="item", values="value")
        if panel.result["unit"].iloc[0] == "percentage_point" and RESIDUAL in wide:
            gaps = wide.drop(columns="TOTAL").sum(axis=1, min_count=18) - wide["TOTAL"]
            assert (gaps.dropna().abs() < 1e-9).all(), (seen, panel.key)
            sums += gaps.dropna().tolist()
    assert len(sums) > 30


def test_a_subtitle_ends_with_the_last_period_and_the_mark_of_its_weakest_figure(walk: tuple[Seen, ...]) -> None:
    for seen, panel in panels(walk):
        present = panel.result[panel.result["value"].notna()]
        last = max(present["period"])
        statuses = present.loc[present["period"] == last, "status"].tolist()
        assert panel.subtitle.split(". ")[0].endswith(period(last, seen.state.lang, weakest_of(statuses))), seen


def test_a_rate_is_as_firm_as_the_weaker_of_its_two_levels(walk: tuple[Seen, ...]) -> None:
    marked: set[str] = set()
    for seen, panel in panels(walk):
        if panel.key in ("overview.growth", "growth.regions") and panel.result["measure"].iloc[0] in ("yoy", "qtq"):
            ledger = Ledger(seen.obs)
            for row in panel.result[panel.result["value"].notna()].itertuples():
                base = shift(row.period, -1) if row.measure == "qtq" else year_earlier(row.period)
                two = [ledger.status(row.region, one, row.price_basis) for one in (row.period, base)]
                assert row.status == weakest_of(two), (seen, row.period)
                marked.add(row.status)
    assert marked == {"final", "preliminary", "very_preliminary"}
