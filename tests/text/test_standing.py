"""What GRDP is by a measure, basis and period; expected strings are typed by hand."""

import pytest

from model.dimensions import UNITS, Measure
from text.standing import clause, since_base, unknown

MEDAN, SUMUT = "1275", "12"


GRDP = "GRDP of Kota Medan"
PRICES = "The implicit price index of GRDP of Kota Medan"
ECONOMY = "The economy of Kota Medan"


@pytest.mark.parametrize(
    ("measure", "basis", "period", "value", "said"),
    [
        ("yoy", "constant_2010", "2025", 5.0997, f"{ECONOMY} grew 5.10 percent in 2025 (y-on-y)"),
        ("yoy", "current", "2015", 11.11, f"{GRDP} at current prices grew a nominal 11.11 percent in 2015 (y-on-y)"),
        (
            "qtq",
            "current",
            "2026-Q2",
            -7.2,
            f"{GRDP} at current prices contracted a nominal 7.20 percent in Q2 2026 compared with Q1 2026 (q-to-q)",
        ),
        (
            "ctc",
            "current",
            "2026-Q2",
            10.38,
            f"Cumulatively up to Q2 2026, {GRDP} at current prices grew a nominal 10.38 percent (c-to-c)",
        ),
        ("cagr", "constant_2010", "2021/2025", 4.98, f"{ECONOMY} grew 4.98 percent a year on average in 2021–2025"),
        (
            "cagr",
            "current",
            "2010/2015",
            12.7,
            f"{GRDP} at current prices grew a nominal 12.70 percent a year on average in 2010–2015",
        ),
        ("level", "current", "2025", 353289.26, f"{GRDP} at current prices reached Rp353.29 trillion in 2025"),
        (
            "change",
            "constant_2010",
            "2020",
            -2900.0,
            f"{GRDP} at constant 2010 prices in 2020 decreased by Rp2.90 trillion compared with 2019",
        ),
        ("deflator", "implicit", "2025", 184.45, f"{PRICES} stood at 184.45 in 2025 (2010 = 100)"),
        ("deflator_yoy", "implicit", "2015", -5.08, f"{PRICES} in 2015 fell 5.08 percent (y-on-y)"),
    ],
)
def test_each_measure_has_its_clause(measure: str, basis: str, period: str, value: float, said: str) -> None:
    assert clause(measure, basis, MEDAN, period, value, UNITS[Measure(measure)], "en") == said


def test_an_average_and_a_change_in_indonesian() -> None:
    assert clause("cagr", "constant_2010", MEDAN, "2021/2025", 4.98, "percent", "id", status="very_preliminary") == (
        "Ekonomi Kota Medan tumbuh rata-rata 4,98 persen per tahun pada 2021–2025**"
    )
    assert clause("change", "current", MEDAN, "2025", 9300.0, "billion_idr", "id", base_status="preliminary") == (
        "PDRB Kota Medan atas dasar harga berlaku tahun 2025 bertambah Rp9,30 triliun dibanding tahun 2024*"
    )


def test_an_index_stands_above_below_or_at_its_base() -> None:
    assert since_base(121.47, "2021", MEDAN, "2025", "en") == (
        "By volume, the economy of Kota Medan in 2025 was 21.47 percent larger than in 2021"
    )
    assert since_base(98.02, "2019", MEDAN, "2020", "id") == (
        "Volume ekonomi Kota Medan tahun 2020 1,98 persen di bawah tahun 2019"
    )
    assert since_base(389.88, "2010", MEDAN, "2025", "id", nominal=True) == (
        "PDRB Kota Medan atas dasar harga berlaku tahun 2025 289,88 persen di atas tahun 2010"
    )
    assert since_base(100.0, "2010", MEDAN, "2010", "en") == (
        "The volume index of Kota Medan is 100 in 2010, its base year"
    )
    assert "relatif sama dengan tahun dasar 2019" in since_base(100.001, "2019", MEDAN, "2020", "id")


def test_what_cannot_be_said_says_why() -> None:
    assert unknown("yoy", "current", SUMUT, "2025", "…", "id") == (
        "Laju pertumbuhan nominal y-on-y Sumatera Utara tahun 2025 belum dapat dihitung karena …."
    )
    assert unknown("level", "current", MEDAN, "2024", "…", "en") == (
        "GRDP of Kota Medan at current prices for 2024 is not available in this edition."
    )
