"""From cells back to the one table: keys, unit, status and reason beside each value, in the order of print."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionArray

from model.dimensions import STATUSES, UNITS, Frequency, Measure, Unit
from model.items import order
from model.observations import COLUMNS, empty
from stats.aligned import align
from stats.block import Block, Cells
from stats.derived import Sets, checked
from stats.reasons import REASONS, Mask

Statistic = Callable[[Block], Cells | None]

_CONTRIBUTIONS = {Measure.CONTRIBUTION_YOY, Measure.CONTRIBUTION_QTQ, Measure.CONTRIBUTION_CTC}


class Piece(NamedTuple):
    """Measures of one block that share their axes; `rows` over region × measure × item × price basis × period."""

    block: Block
    bases: tuple[str, ...]
    periods: tuple[str, ...]
    measures: tuple[Measure, ...]
    cells: tuple[Cells, ...]
    rows: Mask


class Lexicon(NamedTuple):
    """The texts of each coded column, in the order in which rows are sorted."""

    region: tuple[str, ...]
    approach: tuple[str, ...]
    item: tuple[str, ...]
    price_basis: tuple[str, ...]
    frequency: tuple[str, ...]
    period: tuple[str, ...]
    measure: tuple[str, ...]
    unit: tuple[str, ...]
    status: tuple[str, ...]
    reason: tuple[str, ...]


def table(
    obs: pd.DataFrame,
    statistics: Mapping[Measure, Statistic],
    items: Sequence[str] | None = None,
    sets: Sets | None = None,
) -> pd.DataFrame:
    """The one table of these statistics of the levels in `obs`, which is read once and not changed.

    Units as in `model.dimensions.UNITS`. Rows: the items that stand in a panel × its periods, sorted by region,
    approach, item in the order of print, price basis, frequency, period and measure. Columns are of the kind (`str` or
    `category`) that they have in `obs`.
    """
    sets = checked(sets)
    pieces = []
    levels: dict[Measure, Statistic] = dict(statistics)
    levels.pop(Measure.PER_CAPITA, None)
    residual = any(measure in _CONTRIBUTIONS for measure in levels) and items is None
    if levels:
        for block in align(obs, Measure.LEVEL, items, sets, residual):
            pieces += _pieces(block, levels)
    if Measure.PER_CAPITA in statistics:
        published = {Measure.PER_CAPITA: statistics[Measure.PER_CAPITA]}
        for block in align(obs, Measure.PER_CAPITA, items):
            pieces += _pieces(block, published)
    return _assembled([piece for piece in pieces if piece.rows.any()], obs)


def _pieces(block: Block, statistics: Mapping[Measure, Statistic]) -> list[Piece]:
    """The cells of each statistic, those with the same axes side by side."""
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Measure, Cells]]] = {}
    for measure in sorted(statistics):
        cells = statistics[measure](block)
        if cells is not None:
            alike.setdefault((cells.bases, cells.periods), []).append((measure, cells))
    return [_piece(block, bases, periods, together) for (bases, periods), together in alike.items()]


def _piece(
    block: Block, bases: tuple[str, ...], periods: tuple[str, ...], together: Sequence[tuple[Measure, Cells]]
) -> Piece:
    measures, cells = zip(*together, strict=True)
    rows = np.stack(np.broadcast_arrays(*(each.rows for each in cells)), axis=1)
    return Piece(block, bases, periods, measures, cells, rows)


def _lexicon(pieces: Sequence[Piece]) -> Lexicon:
    def union(texts: list[tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(sorted({text for some in texts for text in some}))

    return Lexicon(
        union([piece.block.regions for piece in pieces]),
        union([(piece.block.approach,) for piece in pieces]),
        tuple(sorted({item for piece in pieces for item in piece.block.items}, key=lambda item: (order(item), item))),
        union([piece.bases for piece in pieces]),
        tuple(frequency.value for frequency in Frequency),
        union([piece.periods for piece in pieces]),
        union([tuple(measure.value for measure in piece.measures) for piece in pieces]),
        tuple(unit.value for unit in Unit),
        tuple(status.value for status in STATUSES),
        (*REASONS, *union([piece.block.reasons[len(REASONS) :] for piece in pieces])),
    )


def _coded(texts: Sequence[str], lexicon: Sequence[str]) -> NDArray[np.integer]:
    """The codes of `texts`, as narrow as they can be."""
    places = {text: place for place, text in enumerate(lexicon)}
    return np.array([places[text] for text in texts], dtype=np.min_scalar_type(-len(lexicon)))


class Tiled(NamedTuple):
    """Codes that are the same in each of so many regions, written once."""

    codes: NDArray
    times: int

    def spread(self) -> NDArray:
        """The codes of all regions."""
        return np.tile(self.codes, self.times)


class _Picked:
    """The cells of a piece that are rows, in the order of the result; one pattern where all regions are alike."""

    def __init__(self, rows: Mask, regions: int) -> None:
        by_region = np.moveaxis(rows, 1, -1).reshape(len(rows), -1)
        place = np.moveaxis(np.arange(by_region.shape[1]).reshape(rows.shape[1:]), 0, -1).reshape(-1)
        self._alike = len(rows) < regions or bool((by_region == by_region[0]).all())
        patterns = [place[kept] for kept in (by_region[:1] if self._alike else by_region)]
        self._at = patterns * regions if self._alike else patterns
        self.counts = [len(at) for at in self._at]

    def regions(self, codes: NDArray) -> NDArray:
        """The code of its region for each entry."""
        return np.repeat(codes, self.counts[0] if self._alike else self.counts)

    def of(self, arrays: Sequence[NDArray]) -> NDArray:
        """The entries of one array a measure, each over regions, items, price bases and periods."""
        entries = np.empty(sum(self.counts), dtype=arrays[0].dtype)
        end = 0
        for region, at in enumerate(self._at):
            begin, end = end, end + len(at)
            side_by_side = np.concatenate([array[region].reshape(-1) for array in arrays])
            np.take(side_by_side, at, out=entries[begin:end], mode="clip")
        return entries

    def along(self, pattern: NDArray) -> Tiled:
        """The entries of an array that is the same in every region."""
        if self._alike:
            return Tiled(pattern.reshape(-1)[self._at[0]], len(self._at))
        return Tiled(np.concatenate([pattern.reshape(-1)[at] for at in self._at]), 1)


def _flat(piece: Piece, lexicon: Lexicon) -> dict[str, NDArray | Tiled]:
    """The rows of a piece, each column coded by the lexicon."""
    block, cells, shape = piece.block, piece.cells, piece.rows.shape[1:]
    picked = _Picked(piece.rows, len(block.regions))
    reason = picked.of([each.reason for each in cells])
    columns: dict[str, NDArray | Tiled] = {
        "region": picked.regions(_coded(block.regions, lexicon.region)),
        "value": picked.of([each.value for each in cells]),
        "status": picked.of([each.status for each in cells]).view(np.int8),
        "reason": reason if block.reasons == lexicon.reason else _coded(block.reasons, lexicon.reason)[reason],
    }
    axes = (
        ("approach", [block.approach], lexicon.approach, 0),
        ("frequency", [block.frequency], lexicon.frequency, 0),
        ("measure", [measure.value for measure in piece.measures], lexicon.measure, 0),
        ("unit", [UNITS[measure].value for measure in piece.measures], lexicon.unit, 0),
        ("item", block.items, lexicon.item, 1),
        ("price_basis", piece.bases, lexicon.price_basis, 2),
        ("period", piece.periods, lexicon.period, 3),
    )
    for name, texts, known, axis in axes:
        along = [1] * 4
        along[axis] = len(texts)
        columns[name] = picked.along(np.broadcast_to(_coded(texts, known).reshape(along), shape))
    return columns


def _assembled(pieces: Sequence[Piece], obs: pd.DataFrame) -> pd.DataFrame:
    """The rows of all pieces as one table, sorted."""
    if not pieces:
        kinds = {name: obs[name].dtype for name in COLUMNS if isinstance(obs[name].dtype, pd.CategoricalDtype)}
        return empty().astype(kinds)
    lexicon = _lexicon(pieces)
    flat = [_flat(piece, lexicon) for piece in pieces]
    columns = flat[0]
    if len(flat) > 1:
        whole = {name: np.concatenate([_spread(part[name]) for part in flat]) for name in COLUMNS}
        rank = np.zeros(len(whole["value"]), dtype=np.int64)
        for name in ("region", "approach", "item", "price_basis", "frequency", "period", "measure"):
            rank = rank * len(getattr(lexicon, name)) + whole[name]
        sequence = np.argsort(rank, kind="stable")
        columns = {name: codes[sequence] for name, codes in whole.items()}
    return pd.DataFrame({name: _column(name, columns[name], lexicon, obs) for name in COLUMNS}, copy=False)


def _spread(codes: NDArray | Tiled) -> NDArray:
    return codes.spread() if isinstance(codes, Tiled) else codes


def _column(
    name: str, codes: NDArray | Tiled, lexicon: Lexicon, obs: pd.DataFrame
) -> pd.Series | ExtensionArray | NDArray:
    """A finished column: floats as they are, texts of the kind that the column has in `obs`.

    Texts that are the same in every region are written once and shared.
    """
    if name == "value":
        return _spread(codes)
    texts = pd.array(getattr(lexicon, name), dtype="str")
    if isinstance(obs[name].dtype, pd.CategoricalDtype):
        coded = pd.Categorical.from_codes(_spread(codes), categories=pd.Index(texts), validate=False)
        return pd.Series(coded, copy=False)
    if isinstance(codes, Tiled) and codes.times > 1:
        return pd.concat([pd.Series(texts.take(codes.codes), copy=False)] * codes.times, ignore_index=True)
    return texts.take(_spread(codes))
