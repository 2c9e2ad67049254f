"""From the one table to dense arrays: one block for each approach and frequency."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.dimensions import STATUSES, Frequency, Measure
from model.items import GROUPS, RESIDUAL, TOTAL, known, order
from model.period import parse
from stats.block import BASES, Block, Way
from stats.comparison import UNKNOWN, Steps
from stats.derived import Sets, recipes, signed_sum
from stats.reasons import Codes, Floats, Mask


class Column(NamedTuple):
    """A text column as codes and the texts that they stand for."""

    codes: NDArray[np.integer]
    texts: tuple[str, ...]

    def at(self, rows: Mask | slice) -> "Column":
        return Column(self.codes[rows], self.texts)

    def used(self) -> list[int]:
        """The codes that occur."""
        if len(self.texts) == 1 and len(self.codes):
            return [0]
        occurs = np.zeros(len(self.texts), dtype=bool)
        occurs[self.codes] = True
        return np.flatnonzero(occurs).tolist()


class Table(NamedTuple):
    """The rows of one measure: what the arrays need of them."""

    value: Floats
    region: Column
    approach: Column
    item: Column
    price_basis: Column
    frequency: Column
    period: Column
    status: Column


class Axes(NamedTuple):
    """What stands along the axes of a block."""

    regions: tuple[str, ...]
    items: tuple[str, ...]
    first: int
    length: int


def align(
    obs: pd.DataFrame,
    measure: Measure = Measure.LEVEL,
    items: Sequence[str] | None = None,
    sets: Sets | None = None,
    residual: bool = False,
) -> list[Block]:
    """The rows of `obs` with this measure as blocks, in the order of approach and frequency.

    Value in the unit of the table. `items` and `sets` are the series wanted (all that stand but groups, when None);
    with `residual` RESIDUAL is worked out too. A key that stands twice, a missing key and a period that is not of its
    frequency raise ValueError.
    """
    strange = [item for item in items or () if not known(item) and item not in (sets or {})]
    if strange:
        raise ValueError(f"unknown item: {', '.join(strange)}")
    return [
        _block(table, approach, frequency, items, sets or {}, residual)
        for approach, frequency, table in _split(_read(obs, measure))
    ]


def column(series: pd.Series) -> Column:
    """The codes and texts of a `str`, `object` or `category` column; ValueError where one is missing."""
    if isinstance(series.dtype, pd.CategoricalDtype):
        codes, texts = series.cat.codes.to_numpy(), series.cat.categories
    else:
        codes, texts = pd.factorize(series)
    if len(codes) and codes.min() < 0:
        raise ValueError(f"missing {series.name}")
    return Column(codes, tuple(map(str, texts)))


def _read(obs: pd.DataFrame, measure: Measure) -> Table:
    """The rows of a measure that have a value at a price basis of the accounts."""
    value = obs["value"].to_numpy(dtype=np.float64)
    basis, kind = column(obs["price_basis"]), column(obs["measure"])
    fits = np.array([text == measure for text in kind.texts], dtype=bool)
    priced = np.array([text in BASES for text in basis.texts], dtype=bool)
    fitting: Mask = ~np.isnan(value) & fits[kind.codes] & priced[basis.codes]
    rows = slice(None) if fitting.all() else fitting
    names = ("region", "approach", "item", "price_basis", "frequency", "period", "status")
    columns = [(basis if name == "price_basis" else column(obs[name])).at(rows) for name in names]
    return Table(value[rows], *columns)


def _split(table: Table) -> Iterator[tuple[str, str, Table]]:
    """The table of each approach and frequency, in the order of their codes."""
    approaches = sorted((table.approach.texts[code], code) for code in table.approach.used())
    frequencies = sorted((table.frequency.texts[code], code) for code in table.frequency.used())
    for approach, approach_code in approaches:
        for frequency, frequency_code in frequencies:
            rows: Mask | slice = slice(None)
            if len(approaches) > 1 or len(frequencies) > 1:
                rows = (table.approach.codes == approach_code) & (table.frequency.codes == frequency_code)
            value = table.value[rows]
            if len(value):
                yield approach, frequency, Table(value, *(entry.at(rows) for entry in table[1:]))


def _axes(table: Table, approach: str, frequency: str, asked: Sequence[str]) -> Axes:
    """The axes that hold the table, whole years long, and a place for TOTAL and each derived item that is asked."""
    present = {table.item.texts[code] for code in table.item.used()}
    periods = [parse(table.period.texts[code]) for code in table.period.used()]
    if any(period.frequency != frequency for period in periods):
        raise ValueError(f"a period does not fit frequency {frequency!r}")
    first, last = min(period.year for period in periods), max(period.year for period in periods)
    per_year = 4 if frequency == Frequency.Q else 1
    return Axes(
        tuple(sorted(table.region.texts[code] for code in table.region.used())),
        tuple(sorted({*present, TOTAL, *asked}, key=lambda item: (order(item), item))),
        first * per_year,
        (last - first + 1) * per_year,
    )


def _scatter(table: Table, axes: Axes) -> Way:
    """Values and status codes in their cells; a cell without a row has no value and an unknown status."""
    shape = (len(axes.regions), len(axes.items), len(BASES), axes.length)
    when = [table.period.texts[code] for code in table.period.used()]
    steps = {text: parse(text).ordinal - axes.first for text in when}
    cell: NDArray[Any] = np.zeros(len(table.value), dtype=np.int32 if np.prod(shape) < 2**31 else np.int64)
    for entry, places, size in (
        (table.region, {text: place for place, text in enumerate(axes.regions)}, shape[0]),
        (table.item, {text: place for place, text in enumerate(axes.items)}, shape[1]),
        (table.price_basis, {text: place for place, text in enumerate(BASES)}, shape[2]),
        (table.period, steps, shape[3]),
    ):
        cell *= size
        cell += _placed(entry, places)
    value = np.full(shape, np.nan)
    status = np.full(shape, UNKNOWN, dtype=np.uint8)
    value.reshape(-1)[cell] = table.value
    status.reshape(-1)[cell] = _placed(table.status, {text.value: place for place, text in enumerate(STATUSES)})
    if np.count_nonzero(~np.isnan(value)) < len(cell):
        raise ValueError("a key stands twice")
    return Way(value, status)


def _placed(entry: Column, places: dict[str, int]) -> NDArray[np.int32]:
    """The place of each row along an axis; KeyError for a text that has none."""
    along = np.zeros(len(entry.texts), dtype=np.int32)
    for code in entry.used():
        along[code] = places[entry.texts[code]]
    return along[entry.codes]


def _block(
    table: Table, approach: str, frequency: str, items: Sequence[str] | None, sets: Sets, residual: bool
) -> Block:
    asked = [item for item in (*(items or ()), *sets, *((RESIDUAL,) if residual else ()))]
    derived = tuple(item for item in dict.fromkeys(asked) if recipes(item, approach, sets))
    axes = _axes(table, approach, frequency, derived)
    level = _scatter(table, axes)
    at = {item: place for place, item in enumerate(axes.items)}
    standing: Mask = ~np.isnan(level.value)
    stands: Mask = np.asarray(standing.any(axis=3))
    start = np.where(stands, standing.argmax(axis=3), axes.length)
    panel: Mask = np.asarray(standing.any(axis=1))
    low = np.where(panel.any(axis=2), panel.argmax(axis=2), axes.length)
    high = np.where(panel.any(axis=2), axes.length - 1 - panel[..., ::-1].argmax(axis=2), -1)
    second_at, second = _derive(level, derived, approach, sets, at, stands, start)
    chosen = set(items) | set(sets) if items is not None else {*axes.items} - {*GROUPS, RESIDUAL} | set(sets)
    wanted = np.array([item in chosen for item in axes.items])
    rectangular = np.array([item in derived for item in axes.items])
    return Block(
        approach, frequency, axes.regions, axes.items, axes.first, *level, start, stands, low, high,
        wanted, rectangular, second_at, second,
    )  # fmt: skip


def _derive(
    level: Way, derived: Sequence[str], approach: str, sets: Sets, at: dict[str, int], stands: Mask, start: Steps
) -> tuple[Steps, Way | None]:
    """Fill the places of the derived items in `level`, `stands` and `start`; give back their second ways."""
    published, never = stands.copy(), level.value.shape[-1]
    first_step = start.copy()
    seconds: dict[int, Way] = {}
    for item in derived:
        place = at[item]
        ways = [signed_sum(level, published, at, recipe) for recipe in recipes(item, approach, sets)]
        terms = {term for recipe in recipes(item, approach, sets) for term, _ in recipe if term != TOTAL and term in at}
        among = [place, *(at[term] for term in terms)]
        stands[:, place] = published[:, among].any(axis=1)
        start[:, place] = first_step[:, among].min(axis=1)
        if item == RESIDUAL:
            stands[:, place] = published[:, at[TOTAL]]
            start[:, place] = np.where(stands[:, place], first_step[:, at[TOTAL]], never)
        if not published[:, place].any():
            level.value[:, place], level.status[:, place] = ways.pop(0)
        if ways:
            seconds[place] = ways[0]
    if not seconds:
        return np.zeros(0, dtype=np.int64), None
    value: Floats = np.stack([way.value for way in seconds.values()], axis=1)
    status: Codes = np.stack([way.status for way in seconds.values()], axis=1)
    return np.array(list(seconds)), Way(value, status)
