"""Sentences of a file against its tables (C15): a rate or an amount in words must stand in a table or follow from it.

Only what can be known is said: a sentence about a year that no table has, about prices, jobs or poverty, or about
several items together, is passed over.
"""

import re
from collections.abc import Iterable

import numpy as np
import pandas as pd

from model.dimensions import Measure, PriceBasis
from model.problems import Problem
from stats.measures import compute
from stats.reasons import Floats
from stats.revision import together
from stats.validation.evidence import Evidence
from stats.validation.finding import figure

Sentence = tuple[str, str, str]
"""Sheet, cell and text."""
COMPUTED_TO = 0.01
"""How far a rate that is computed from rounded levels may lie from what an office computed from its own."""
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+|\d+[.,]\d+)"
_RATE = re.compile(r"(?<![\w.,])" + _NUMBER + r"\s*(?:persen|percent(?!age)|%)", re.IGNORECASE)
_AMOUNT = re.compile(rf"Rp\s*{_NUMBER}\s*(?P<unit>triliun|miliar|milyar|juta|trillion|billion|million)", re.IGNORECASE)
_FACTORS = {"triliun": 1000.0, "trillion": 1000.0, "juta": 0.001, "million": 0.001}
_YEAR = re.compile(r"(?<!\d)(?:19[5-9]|20\d)\d(?!\d)")
_KINDS: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (re.compile(r"peranan|kontribusi|distribusi|dominasi|pangsa|struktur|share|dominat", re.IGNORECASE), Measure.SHARE),
    (re.compile(r"sumber pertumbuhan|andil|source of growth", re.IGNORECASE), Measure.CONTRIBUTION_YOY),
    (re.compile(r"q-to-q", re.IGNORECASE), Measure.QTQ),
    (re.compile(r"c-to-c|kumulatif|cumulative|semester", re.IGNORECASE), Measure.CTC),
    (re.compile(r"tumbuh|kontraksi|grew|growth|contract", re.IGNORECASE), Measure.YOY),
)
"""What a sentence is about by its words, and the measure that must be known to hold its rates against."""
_ABOUT = re.compile(r"ekonomi|pdrb|lapangan usaha|komponen|triwulan|econom|grdp|industr|quarter", re.IGNORECASE)
_OTHER = re.compile(
    r"inflasi|kemiskinan|penganggur|tenaga kerja|suku bunga|indeks harga|nasional|indonesia|per kapita|rata-rata"
    r"|gabungan|(?:ke(?:dua|tiga|empat|lima)|seluruh)\s+(?:lapangan|komponen)|bersama|lainnya|sisanya|total(?:nya)?\s+peran"
    r"|inflation|poverty|unemploy|interest|per capita|average|together|remaining|national|accounted",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.;!?])\s+(?=[A-Z0-9])|\n")


def text_unlike_table(evidence: Evidence, known: pd.DataFrame, sentences: Iterable[Sentence]) -> list[Problem]:
    """C15: rates and amounts in sentences are those of the tables, else computed from the levels. A warning.

    `known` holds the levels of the edition, by which growth of the first year of a file can be known.
    """
    held = [(sheet, where, part) for sheet, where, text in sentences for part in _SENTENCES.split(text)]
    held = [one for one in held if _ABOUT.search(one[2]) and not _OTHER.search(one[2])]
    if not held or evidence.observations.empty:
        return []
    rates, levels = _rates(evidence, known), _dated(evidence.observations)
    found = []
    for sheet, where, text in held:
        years = set(_YEAR.findall(text))
        found += [Problem("text_unlike_table", sheet, where, *words) for words in _strange_rates(text, years, rates)]
        found += [Problem("text_unlike_table", sheet, where, *words) for words in _strange_amounts(text, years, levels)]
    return found


def _rates(evidence: Evidence, known: pd.DataFrame) -> pd.DataFrame:
    """Printed figures, and where a measure is not printed what the levels give: measure, year, value, tolerance."""
    printed = _dated(evidence.printed).assign(tolerance=0.0)
    regions = evidence.observations["region"].unique()
    own = known[(known["measure"] == Measure.LEVEL) & known["region"].isin(regions)]
    levels = together(evidence.observations, own)
    wanted = [one for _, one in _KINDS if one not in set(printed["measure"])]
    result = _dated(compute(levels, wanted).dropna(subset="value")).assign(tolerance=COMPUTED_TO)
    result = result[(result["measure"] != Measure.SHARE) | (result["price_basis"] == PriceBasis.CURRENT)]
    return pd.concat([printed, result], ignore_index=True)[["measure", "year", "value", "tolerance"]]


def _dated(obs: pd.DataFrame) -> pd.DataFrame:
    return obs.assign(year=obs["period"].str[:4])


def _strange_rates(text: str, years: set[str], rates: pd.DataFrame) -> Iterable[tuple[str, str]]:
    measures = {measure for words, measure in _KINDS if words.search(text)}
    own = rates[rates["measure"].isin(measures) & (rates["year"].isin(years) if years else True)]
    if not measures or not measures <= set(own["measure"]) or not years <= set(rates["year"]):
        return
    there, tolerance = own["value"].abs().to_numpy(), own["tolerance"].to_numpy()
    for match in _RATE.finditer(text):
        yield from _unless_there(match[0], *_parsed(match["number"]), there, tolerance)


def _strange_amounts(text: str, years: set[str], levels: pd.DataFrame) -> Iterable[tuple[str, str]]:
    for match in _AMOUNT.finditer(text):
        value, half = _parsed(match["number"])
        factor = _FACTORS.get(match["unit"].lower(), 1.0)
        own = levels[levels["year"].isin(years)] if years else levels
        if len(own) and years <= set(levels["year"]):
            there = own["value"].abs().to_numpy()
            yield from _unless_there(match[0], value * factor, half * factor, there, np.zeros(len(there)))


def _unless_there(words: str, value: float, half: float, there: Floats, tolerance: Floats) -> Iterable[tuple[str, str]]:
    """The words of a number and the nearest figure, unless one rounds to it."""
    gap = np.abs(there - value)
    if not (gap <= half + tolerance + 1e-9).any():
        yield words, figure(float(there[np.argmin(gap)]), 2)


def _parsed(text: str) -> tuple[float, float]:
    """A number in words and half a unit of its last digit; the last separator is that of the decimals.

    >>> _parsed("1.004,90"), _parsed("5.07"), _parsed("12,5")
    ((1004.9, 0.005), (5.07, 0.005), (12.5, 0.05))
    """
    at = max(text.rfind(","), text.rfind("."))
    whole, decimals = re.sub(r"[.,]", "", text[:at]), text[at + 1 :]
    return float(f"{whole}.{decimals}"), 0.5 * 10.0 ** -len(decimals)
