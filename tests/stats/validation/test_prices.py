"""Both price bases: equal in 2010 and nowhere else, and an implicit index within reason; signs."""

from stats.validation import prices, sign

CURRENT, CONSTANT = {"price_basis": "current"}, {"price_basis": "constant_2010"}
SERIES = {
    item: {str(year): 10.0 * place + year - 2010 for year in range(2021, 2026)} for place, item in enumerate("ABC")
}


def scaled(factor: float) -> dict[str, dict[str, float]]:
    return {item: {year: round(value * factor, 2) for year, value in series.items()} for item, series in SERIES.items()}


def test_both_bases_are_equal_in_2010_within_a_unit(filed, evidence) -> None:
    equal = filed({"A": {"2010": 7.0}}, **CURRENT) + filed({"A": {"2010": 7.01}}, table=2, **CONSTANT)
    assert prices.base_year_mismatch(evidence(equal)) == []
    apart = filed({"A": {"2010": 7.0}}, **CURRENT) + filed({"A": {"2010": 7.02}}, table=2, **CONSTANT)
    (found,) = prices.base_year_mismatch(evidence(apart))
    assert (found.severity, found.where, found.expected) == ("error", "C5, C105", "7.02")


def test_quarters_of_2010_may_differ(filed, evidence) -> None:
    tables = filed({"A": {"2010-Q1": 7.0}}, **CURRENT) + filed({"A": {"2010-Q1": 6.5}}, table=2, **CONSTANT)
    assert prices.base_year_mismatch(evidence(tables)) == []


def test_a_table_that_repeats_the_other_basis_is_contested_and_the_first_stays(filed, evidence) -> None:
    tables = filed(SERIES, **CURRENT) + filed(SERIES, table=2, **CONSTANT)
    ((found, rows),) = prices.identical_price_bases(evidence(tables))
    assert (found.code, found.severity, found.where) == ("identical_price_bases", "block", "C105:G107")
    assert sorted(rows) == list(range(15, 30))
    turned = filed(SERIES, table=2, **CURRENT) + filed(SERIES, table=1, **CONSTANT)
    assert sorted(prices.identical_price_bases(evidence(turned))[0][1]) == list(range(15))


def test_other_prices_or_the_base_year_alone_are_not_contested(filed, evidence) -> None:
    tables = filed(SERIES, **CURRENT) + filed(scaled(0.6), table=2, **CONSTANT)
    assert prices.identical_price_bases(evidence(tables)) == []
    base = {item: {"2010": 5.0, "2010-Q1": 1.0, "2010-Q2": 1.5} for item in "ABCDE"}
    both = filed(base, **CURRENT) + filed(base, table=2, **CONSTANT)
    assert prices.identical_price_bases(evidence(both)) == []


def test_one_cell_that_differs_does_not_hide_the_repetition(filed, evidence) -> None:
    changed = {item: dict(series) for item, series in SERIES.items()} | {"A": {**SERIES["A"], "2025": 99.0}}
    tables = filed(SERIES, **CURRENT) + filed(changed, table=2, **CONSTANT)
    assert len(prices.identical_price_bases(evidence(tables))) == 1


def test_an_implicit_index_is_between_50_and_400(filed, evidence) -> None:
    constant = filed({"TOTAL": {"2024": 100.0}}, table=2, **CONSTANT)
    for value, count in ((170.0, 0), (45.0, 1), (450.0, 1)):
        found = prices.implausible_deflator(evidence(filed({"TOTAL": {"2024": value}}, **CURRENT) + constant))
        assert [one.severity for one in found] == ["warning"] * count


def test_value_added_and_imports_are_not_negative(filed, evidence) -> None:
    assert sign.negative_value(evidence(filed({"A": {"2024": 0.0}}))) == []
    (found,) = sign.negative_value(evidence(filed({"A": {"2024": 3.0, "2025": -1.5}})))
    assert (found.where, found.found, found.severity) == ("D5", "1275 A constant_2010 2025: -1.50", "error")
    trade = filed({"IMP": {"2024": -4.0}, "GFCF.a": {"2024": -1.0}}, approach="expenditure")
    assert len(sign.negative_value(evidence(trade))) == 2


def test_inventories_and_net_exports_may_be_negative(filed, evidence) -> None:
    free = {item: {"2024": -4.0} for item in ("INV", "NX", "NX_REGIONAL")}
    assert sign.negative_value(evidence(filed(free, approach="expenditure"))) == []


def test_an_item_that_is_zero_in_every_period_is_better_left_blank(filed, evidence) -> None:
    figures = {
        "A": {"2024": 5.0, "2025": 0.0},
        "A.2": {"2024": 0.0, "2025": 0.0},
        "B": {"2024": 0.0, "2025": 0.0},
        "TOTAL": {"2024": 5.0, "2025": 6.0},
    }
    (found,) = sign.structural_zero(evidence(filed(figures)))
    assert (found.code, found.severity, found.where) == ("structural_zero", "info", "C6:D7")
    assert found.found == "1275 constant_2010, A.2, B"
    del figures["A.2"], figures["B"]
    assert sign.structural_zero(evidence(filed(figures))) == []
    assert sign.structural_zero(evidence(filed({"B": {"2024": 0.0, "2025": 0.0}}))) == []
