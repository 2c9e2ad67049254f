"""Tables that an analyst hands in: made from the edition by a made-up growth, and marked `data sintetis`.

No figure made here is a statistic.
"""

import io
from collections.abc import Mapping

import pandas as pd
import xlsxwriter

from model.items import INDUSTRIES, TOTAL
from model.period import shift
from tests.workbooks import spelling

Figures = Mapping[str, Mapping[str, float]]
GROWTH = 0.013


def levels(obs: pd.DataFrame, region: str = "1275", frequency: str = "A") -> dict[str, dict[str, float]]:
    """The levels by industry of a region at constant prices, by item and period."""
    wanted = (obs["region"] == region) & (obs["approach"] == "production") & (obs["price_basis"] == "constant_2010")
    rows = obs[wanted & (obs["frequency"] == frequency) & (obs["measure"] == "level")]
    rows = rows[rows["item"].isin([*INDUSTRIES, TOTAL])]
    return {
        item: dict(zip(rows.loc[rows["item"] == item, "period"], rows.loc[rows["item"] == item, "value"], strict=True))
        for item in (*INDUSTRIES, TOTAL)
    }


def next_period(known: Figures, before: int = 1, growth: float = GROWTH) -> dict[str, dict[str, float]]:
    """The last `before` periods and one more, each industry grown by a made-up rate; TOTAL is the sum."""
    last = max(known[TOTAL])
    kept = [shift(last, -step) for step in range(before - 1, -1, -1)]
    made = {
        item: {period: round(known[item][period], 2) for period in kept}
        | {shift(last, 1): round(known[item][last] * (1 + growth + 0.001 * place), 2)}
        for place, item in enumerate(INDUSTRIES)
    }
    total = {period: round(sum(series[period] for series in made.values()), 2) for period in made[INDUSTRIES[0]]}
    return made | {TOTAL: total}


def workbook(
    figures: Figures,
    region: str = "Kota Medan",
    basis: str = "Atas Dasar Harga Konstan 2010",
    unit: str = "(miliar rupiah)",
    mark: str = "",
    again: Figures | None = None,
) -> bytes:
    """A sheet of these figures; what is left out of the title the file does not say.

    `mark` stands at each period; `again` holds rows that stand a second time, below the others.
    """
    words = (f"PDRB {region}".strip(), basis, "Menurut Lapangan Usaha", unit, "data sintetis")
    periods = list(figures[TOTAL])
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("PDRB")
        sheet.write_string(0, 0, " ".join(word for word in words if word))
        sheet.write_row(2, 0, ["Kategori", "Lapangan Usaha", *(f"{_head(period)}{mark}" for period in periods)])
        for row, (item, series) in enumerate([*figures.items(), *(again or {}).items()], start=3):
            sheet.write_string(row, 0, spelling.code(item) if item in INDUSTRIES else "")
            sheet.write_string(row, 1, spelling.label(item, "id"))
            sheet.write_row(row, 2, [series[period] for period in periods])
    return written.getvalue()


def _head(period: str) -> str:
    year, _, quarter = period.partition("-Q")
    return f"Triwulan {spelling.ROMAN[int(quarter) - 1]}-{year}" if quarter else year
