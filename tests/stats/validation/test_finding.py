"""Where a problem stands: cells gathered into ranges, digits as they are printed."""

import pytest

from stats.validation.evidence import printed_digits
from stats.validation.finding import ranges


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["C7"], "C7"),
        (["Z7", "AA7", "AB7"], "Z7:AB7"),
        (["C7", "D7", "C8", "D8"], "C7:D8"),
        (["C7", "E7"], "C7, E7"),
        (["C9", "C7", "C8", "F7"], "C7:C9, F7"),
        (["row 5", "", "C7"], "C7"),
    ],
)
def test_cells_are_told_as_ranges(cells, told) -> None:
    assert ranges(cells) == told


def test_a_stored_number_that_lost_its_zeros_takes_the_digits_of_its_column(filed) -> None:
    table = filed({item: {"2024": 1.0} for item in "ABC"})
    table.cells["digits"] = [2, 1, 0]
    assert printed_digits(table.obs, table.cells).tolist() == [2, 2, 2]


def test_a_year_printed_in_whole_numbers_beside_quarters_with_decimals_keeps_its_own(filed) -> None:
    table = filed({item: {"2024-Q1": 1.0, "2024": 1.0} for item in "AB"})
    table.cells["digits"] = [2, 0, 2, 0]
    assert printed_digits(table.obs, table.cells).tolist() == [2, 0, 2, 0]


def test_a_total_printed_in_whole_numbers_under_industries_with_decimals_keeps_its_own(filed) -> None:
    years = ("2021", "2022", "2023", "2024")
    table = filed({item: dict.fromkeys(years, 1.0) for item in ("A", "B", "TOTAL")})
    table.cells["digits"] = [2, 2, 1, 2, 2, 1, 2, 2, 0, 0, 0, 0]
    assert printed_digits(table.obs, table.cells).tolist() == [2] * 8 + [0] * 4


def test_the_float_of_a_formula_has_no_printed_digits(filed) -> None:
    table = filed({item: {"2024": 1.0} for item in "AB"})
    table.cells["digits"] = [2, 13]
    assert printed_digits(table.obs, table.cells).tolist() == [2, 2]
    table.cells["digits"] = [13, 13]
    assert printed_digits(table.obs, table.cells).tolist() == [6, 6]


def test_zeros_at_the_end_of_every_figure_come_from_another_unit(filed) -> None:
    years = [str(year) for year in range(2011, 2021)]
    table = filed({item: {year: 10.0 * (place + 3) for place, year in enumerate(years)} for item in "AB"}, digits=0)
    assert set(printed_digits(table.obs, table.cells)) == {-1.0}
    table.obs.loc[7, "value"] = 11.0
    assert set(printed_digits(table.obs, table.cells)) == {0.0}
