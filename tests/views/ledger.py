"""The figures of a region once more, straight from the levels: by dictionary and division, printed by `decimal`."""

import re
from decimal import ROUND_HALF_UP, Decimal
from math import isnan, nan

import pandas as pd

from model.dimensions import weakest
from model.items import INDUSTRIES
from model.period import shift, year_earlier

MEMBERS = {
    "PRIMARY": "A B",
    "SECONDARY": "C D E F",
    "TERTIARY": "G H I J K L MN O P Q RSTU",
    "TRADE": "G",
    "SERVICES": "H I J K L MN O P Q RSTU",
}
FIGURE = {
    "id": re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*,\d\d)(?!\d)"),
    "en": re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})*\.\d\d)(?!\d)"),
}
BILLIONS = {"triliun": 1000.0, "trillion": 1000.0, "miliar": 1.0, "billion": 1.0, "juta": 0.001, "million": 0.001}


def printed(x: float) -> Decimal:
    """A figure of two decimals, a half away from zero."""
    return Decimal(repr(float(x))).quantize(Decimal("0.01"), ROUND_HALF_UP)


def figures(sentence: str, lang: str) -> set[Decimal]:
    """The figures of two decimals in a sentence, but for amounts of money."""
    bare = re.sub(r"Rp[\d.,]+ \w+", "", sentence)
    return {read(found, lang) for found in FIGURE[lang].findall(bare)}


def amounts(sentence: str, lang: str) -> list[tuple[Decimal, str]]:
    """The amounts of money in a sentence, each with its word."""
    return [(read(number, lang), word) for number, word in re.findall(r"Rp([\d.,]+) (\w+)", sentence)]


def read(number: str, lang: str) -> Decimal:
    group, point = ".,"[lang == "en"], ",."[lang == "en"]
    return Decimal(number.replace(group, "").replace(point, "."))


class Ledger:
    """The levels of the production side by region, item, basis and period."""

    def __init__(self, obs: pd.DataFrame) -> None:
        levels = obs[(obs["approach"] == "production") & (obs["measure"] == "level")]
        keys = zip(levels["region"], levels["item"], levels["price_basis"], levels["period"], strict=True)
        self.levels = dict(zip(keys, zip(levels["value"], levels["status"], strict=True), strict=True))

    def level(self, region: str, item: str, period: str, basis: str = "constant_2010") -> float:
        """A level in billion rupiah; a group is the sum of its industries."""
        parts = MEMBERS.get(item, item).split()
        return sum(self.levels.get((region, part, basis, period), (nan, ""))[0] for part in parts)

    def status(self, region: str, period: str, basis: str = "constant_2010") -> str:
        return self.levels.get((region, "TOTAL", basis, period), (nan, ""))[1]

    def change(self, region: str, item: str, period: str, kind: str, basis: str) -> tuple[float, float]:
        """A level (c-to-c: the sum since the first quarter) less that of its base, and TOTAL of the base."""
        now = [f"{period[:4]}-Q{quarter}" for quarter in range(1, int(period[-1]) + 1)] if kind == "ctc" else [period]
        base = [shift(one, -1) if kind == "qtq" else year_earlier(one) for one in now]
        gain = sum(self.level(region, item, one, basis) for one in now)
        gain -= sum(self.level(region, item, one, basis) for one in base)
        return gain, sum(self.level(region, "TOTAL", one, basis) for one in base)

    def points(self, region: str, item: str, period: str, kind: str = "yoy", basis: str = "constant_2010") -> float:
        """The contribution of an item to growth in percentage points; of TOTAL, growth in percent."""
        gain, total = self.change(region, item, period, kind, basis)
        return 100 * gain / total

    def growth(self, region: str, item: str, period: str, kind: str = "yoy", basis: str = "constant_2010") -> float:
        """Growth in percent."""
        now, base = self.level(region, item, period, basis), year_earlier(period)
        before = self.level(region, item, shift(period, -1) if kind == "qtq" else base, basis)
        return 100 * (now - before) / before

    def average(self, region: str, item: str, first: str, last: str, basis: str = "constant_2010") -> float:
        """Compound average growth between two years in percent a year."""
        ratio = self.level(region, item, last, basis) / self.level(region, item, first, basis)
        return 100 * (ratio ** (1 / (int(last) - int(first))) - 1)

    def complete(self, region: str, period: str, basis: str = "constant_2010") -> bool:
        return not any(isnan(self.level(region, item, period, basis)) for item in INDUSTRIES)


def weakest_of(statuses: list[str]) -> str:
    return weakest(statuses).value
