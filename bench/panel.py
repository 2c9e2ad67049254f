"""The national panel: the statistics on 552 regions × 17 industries and TOTAL × 2 price bases × 60 quarters.

Synthetic figures: no table of this size is published in one piece. Four ways to the same seven measures (three growths,
three contributions, shares), timed in turn within one run: pandas groupby, our kernels on arrays that are aligned
already, the whole call from table to table, and a plain copy of the whole call's output as the floor.

    python -m bench.panel [rounds]
"""

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from model.dimensions import Measure
from model.items import INDUSTRIES, TOTAL
from model.observations import COLUMNS
from stats.aligned import align
from stats.block import Block
from stats.comparison import Comparison, now_and_base
from stats.contribution import points
from stats.growth import rate
from stats.measures import compute
from stats.structure import part

REGIONS, YEARS, FIRST_YEAR = 552, 15, 2010
MEASURES = (
    Measure.YOY, Measure.QTQ, Measure.CTC, Measure.SHARE,
    Measure.CONTRIBUTION_YOY, Measure.CONTRIBUTION_QTQ, Measure.CONTRIBUTION_CTC,
)  # fmt: skip
SERIES = ["region", "item", "price_basis"]
OUT = Path(__file__).parent / "out"


def national(kind: str = "category", seed: int = 2010) -> pd.DataFrame:
    """A synthetic panel in the shape of the one table, its rows shuffled; the 17 industries add to TOTAL."""
    chance = np.random.default_rng(seed)
    periods = [f"{FIRST_YEAR + year}-Q{quarter}" for year in range(YEARS) for quarter in (1, 2, 3, 4)]
    size = chance.lognormal(6.0, 2.0, (REGIONS, len(INDUSTRIES), 2, 1))
    growth = np.exp(np.cumsum(chance.normal(0.012, 0.02, (REGIONS, len(INDUSTRIES), 2, len(periods))), axis=-1))
    industries = np.round(size * growth, 2)
    value = np.concatenate([industries, industries.sum(axis=1, keepdims=True)], axis=1)
    axes = {
        "region": [str(1101 + region) for region in range(REGIONS)],
        "item": [*INDUSTRIES, TOTAL],
        "price_basis": ["constant_2010", "current"],
        "period": periods,
    }
    grid = np.meshgrid(*(np.arange(len(texts), dtype=np.int16) for texts in axes.values()), indexing="ij")
    fixed = {"approach": "production", "frequency": "Q", "measure": "level", "unit": "billion_idr", "status": "final"}
    rows = chance.permutation(value.size)
    columns: dict[str, object] = {"value": value.reshape(-1)[rows]}
    for (name, texts), codes in zip(axes.items(), grid, strict=True):
        columns[name] = pd.Categorical.from_codes(codes.reshape(-1)[rows], categories=pd.Index(texts))
    for name, text in {**fixed, "reason": ""}.items():
        columns[name] = pd.Categorical.from_codes(np.zeros(value.size, dtype=np.int8), categories=pd.Index([text]))
    table = pd.DataFrame(columns)[list(COLUMNS)]
    return table if kind == "category" else table.astype({name: "str" for name in COLUMNS if name != "value"})


def grouped(obs: pd.DataFrame) -> pd.DataFrame:
    """The same measures as an analyst writes them: sort once, then groupby with shift, cumsum and transform."""
    wide = obs.sort_values([*SERIES, "period"], ignore_index=True)
    year = wide["period"].cat.codes // 4 if wide["period"].dtype == "category" else wide["period"].str[:4]
    wide["so_far"] = wide.groupby([*SERIES, year], observed=True, sort=False)["value"].cumsum()
    wide["total"] = wide["value"].where(wide["item"] == TOTAL)
    wide["total_so_far"] = wide["so_far"].where(wide["item"] == TOTAL)
    whole = wide.groupby(["region", "price_basis", "period"], observed=True, sort=False)
    wide["total"] = whole["total"].transform("sum")
    wide["total_so_far"] = whole["total_so_far"].transform("sum")
    series = wide.groupby(SERIES, observed=True, sort=False)
    year_before = series[["value", "so_far", "total", "total_so_far"]].shift(4)
    before = series[["value", "total"]].shift(1)
    return pd.DataFrame({
        "yoy": 100 * (wide["value"] / year_before["value"] - 1),
        "qtq": 100 * (wide["value"] / before["value"] - 1),
        "ctc": 100 * (wide["so_far"] / year_before["so_far"] - 1),
        "share": 100 * wide["value"] / wide["total"],
        "contribution_yoy": 100 * (wide["value"] - year_before["value"]) / year_before["total"],
        "contribution_qtq": 100 * (wide["value"] - before["value"]) / before["total"],
        "contribution_ctc": 100 * (wide["so_far"] - year_before["so_far"]) / year_before["total_so_far"],
    })  # fmt: skip


def kernels(block: Block) -> dict[str, np.ndarray]:
    """The same measures on arrays that are aligned already."""
    total = slice(block.total, block.total + 1)
    results = {"share": part(block.value, block.value[:, total])}
    for comparison in Comparison:
        now, base = now_and_base(block.value, comparison, block.per_year)
        results[comparison.value] = rate(now, base)
        results[f"contribution_{comparison.value}"] = points(now, base, base[:, total])
    return results


class Cost(NamedTuple):
    """What one call costs: seconds by the clock, and of processor time, which a busy machine stretches less."""

    wall: float
    cpu: float


def measured(work: Callable[[], object]) -> Cost:
    """The cost of one call, its result let go outside the clock."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    spent = Cost(time.perf_counter() - wall, time.process_time() - cpu)
    del result
    return spent


def run(rounds: int) -> dict[str, Any]:
    """The costs of each way, first with category columns, then with str columns, each in interleaved rounds."""
    obs = national()
    (block,) = align(obs)
    output = compute(obs, MEASURES)
    coded: dict[str, Callable[[], object]] = {
        "groupby": lambda: grouped(obs),
        "kernels": lambda: kernels(block),
        "call": lambda: compute(obs, MEASURES),
        "copy": lambda: output.copy(),
    }
    report = interleaved(coded, rounds)
    texts = national("str")
    plain: dict[str, Callable[[], object]] = {
        "groupby, str columns": lambda: grouped(texts),
        "call, str columns": lambda: compute(texts, MEASURES),
    }
    report |= interleaved(plain, rounds)
    return {"synthetic": True, "rounds": rounds, "rows_in": len(obs), "rows_out": len(output), "ways": report}


def interleaved(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, dict[str, float]]:
    """The costs of some ways, called in turn; the first of them is what the others are measured against."""
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            costs[name].append(measured(work))
    return {name: _report(spent, costs[next(iter(ways))]) for name, spent in costs.items()}


def _report(costs: list[Cost], bases: list[Cost]) -> dict[str, float]:
    """Medians by the clock and by processor time, and the medians of the ratios within a round."""
    spent = dict(zip(Cost._fields, (median(column) for column in zip(*costs, strict=True)), strict=True))
    pairs = list(zip(costs, bases, strict=True))
    spent["wall_ratio"] = median(cost.wall / base.wall for cost, base in pairs)
    spent["cpu_ratio"] = median(cost.cpu / base.cpu for cost, base in pairs)
    return spent


def main() -> None:
    """Print the table of one run and keep it as JSON."""
    result = run(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
    print("synthetic panel: {rows_in:,} rows in, {rows_out:,} rows out, {rounds} rounds\n".format(**result))
    print("| way | seconds | processor seconds | against groupby | by processor time |\n|---|---:|---:|---:|---:|")
    for name, spent in result["ways"].items():
        print("| {} | {wall:.3f} | {cpu:.3f} | {wall_ratio:.2f} | {cpu_ratio:.2f} |".format(name, **spent))
    OUT.mkdir(exist_ok=True)
    (OUT / "panel.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
