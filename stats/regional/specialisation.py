"""How alike regions are, and how concentrated one is: Krugman, Herfindahl, structural twins."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from model.items import TOTAL
from stats.reasons import Floats
from stats.regional.panel import NoSuchPart, Panel, panel
from stats.regional.table import RATIO, Component, tabled
from stats.structure import part


class Concentration(NamedTuple):
    """Herfindahl, normalised between 0 and 1, and as the number of equal industries."""

    herfindahl: Floats
    normalised: Floats
    equivalents: Floats


def shares(levels: Floats, axis: int = -1) -> Floats:
    """Levels as parts of their sum along an axis; missing where one is, or where the sum is not positive.

    >>> shares(np.array([20.0, 50.0, 20.0, 10.0])).tolist()
    [0.2, 0.5, 0.2, 0.1]
    """
    return part(levels, levels.sum(axis=axis, keepdims=True)) / 100.0


def krugman_index(levels: Floats, other: Floats, axis: int = -1) -> Floats:
    """The index of specialisation of Krugman: Σ|a_i − b_i| of shares along an axis, from 0 (alike) to 2; not halved.

    >>> float(krugman_index(np.array([20.0, 10, 70, 0, 0]), np.array([0.0, 0, 0, 60, 40])))
    2.0
    """
    found: Floats = np.abs(shares(levels, axis) - shares(other, axis)).sum(axis=axis)
    return found


def concentration(levels: Floats, axis: int = -1) -> Concentration:
    """Herfindahl Σs² of levels along an axis, (H − 1/n)/(1 − 1/n), and 1/H.

    >>> [round(float(part), 4) for part in concentration(np.array([20.0, 50.0, 20.0, 10.0]))]
    [0.34, 0.12, 2.9412]
    """
    count = levels.shape[axis]
    herfindahl: Floats = (shares(levels, axis) ** 2).sum(axis=axis)
    return Concentration(herfindahl, (herfindahl - 1.0 / count) / (1.0 - 1.0 / count), 1.0 / herfindahl)


def krugman(obs: pd.DataFrame, regions: tuple[str, ...], reference: str, start: str, end: str) -> pd.DataFrame:
    """Krugman of each year on the constant-price shares of the 17 industries, against the reference.

    Levels in; component `krugman`, 0 to 2, item TOTAL. Missing industries: `missing_input`.
    """
    known = panel(obs).span(start, end)
    own, other = known.of(regions), known.of((reference,))
    found = krugman_index(own.value, other.value, axis=1)[:, None]
    return tabled(
        regions, (TOTAL,), known.years, {"krugman": Component(found, RATIO, np.maximum(own.weakest, other.weakest))}
    )


def herfindahl(obs: pd.DataFrame, regions: tuple[str, ...], start: str, end: str) -> pd.DataFrame:
    """Herfindahl of each year on the constant-price shares of the 17 industries.

    Levels in; components `herfindahl`, `normalised` and `equivalents`, item TOTAL. Missing industries: `missing_input`.
    """
    known = panel(obs).span(start, end)
    own = known.of(regions)
    found = concentration(own.value, axis=1)
    return tabled(
        regions, (TOTAL,), known.years,
        {name: Component(value[:, None], RATIO, own.weakest) for name, value in found._asdict().items()},
    )  # fmt: skip


def twins(obs: pd.DataFrame, region: str, start: str, end: str) -> pd.DataFrame:
    """How alike the industries of every other regency or city are to those of a region: 1 − Krugman/2, each year.

    Levels at constant prices in; rows of `region`, each with the code of another region as its item; component
    `similarity`, from 0 to 1. Regions are those of the same length of code. Missing industries: `missing_input`.
    """
    known = panel(obs).span(start, end)
    others = _others(known, region)
    own, other = known.of((region,)), known.of(others)
    found = 1.0 - krugman_index(own.value, other.value, axis=1) / 2.0
    status = np.maximum(own.weakest, other.weakest)[:, 0]
    return tabled((region,), others, known.years, {"similarity": Component(found[None], RATIO, status[None])})


def alike(obs: pd.DataFrame, region: str, other: str, year: str) -> pd.DataFrame:
    """What of the likeness of two regions each industry brings: the smaller of the two shares, which add to it.

    1 − Krugman/2 = Σ min(a_i, b_i). Component `overlap`, items the industries; `without`: the likeness where the
    industry is left out of both.
    """
    known = panel(obs).span(year, year)
    own, theirs = known.of((region,)), known.of((other,))
    mine, other_levels = own.value[0, :, 0], theirs.value[0, :, 0]
    overlap = np.minimum(shares(mine), shares(other_levels))
    keep = ~np.eye(len(mine), dtype=bool)
    left = [1.0 - krugman_index(mine[rows], other_levels[rows]) / 2.0 for rows in keep]
    status = np.maximum(own.status, theirs.status)
    weakest = np.maximum(own.weakest, theirs.weakest)
    return tabled(
        (region,), known.items, (year,),
        {
            "overlap": Component(overlap[None, :, None], RATIO, status),
            "without": Component(np.array(left)[None, :, None], RATIO, weakest),
        },
    )  # fmt: skip


def most_alike(obs: pd.DataFrame, region: str, year: str, left_out: str = "") -> tuple[str, ...]:
    """The regions from the most similar on, by `twins`, with one industry left out of all where one is named.

    Regions that lack an industry are not among them. NoSuchPart for an industry that is none.
    """
    known = panel(obs).span(year, year)
    if left_out and left_out not in known.items:
        raise NoSuchPart(left_out, known.items)
    keep = np.array([item != left_out for item in known.items])
    others = _others(known, region)
    own, other = known.of((region,)).value[:, keep, 0], known.of(others).value[:, keep, 0]
    distance = krugman_index(own, other, axis=1)
    order = [place for place in np.argsort(distance, kind="stable").tolist() if not np.isnan(distance[place])]
    return tuple(others[place] for place in order)


def _others(known: Panel, region: str) -> tuple[str, ...]:
    """The other regions of the same kind, by their codes; NoSuchPart for a region that is not there."""
    known.region(region)
    return tuple(code for code in known.regions if code != region and len(code) == len(region))
