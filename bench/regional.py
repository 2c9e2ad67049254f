"""Location quotients and shift-share of the national panel: 552 regions × 17 industries × 15 years.

Synthetic figures. Each call goes from the one table to the table that it gives, for every region beside a reference.

    python -m bench.regional [rounds]
"""

import json
import sys
import time
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd

from bench.panel import FIRST_YEAR, REGIONS, YEARS
from model.items import INDUSTRIES, TOTAL
from model.observations import COLUMNS
from stats.regional.quotient import lq
from stats.regional.shift_share import VARIANTS, shift_share

OUT = Path(__file__).parent / "out"
YEAR = [str(FIRST_YEAR + year) for year in range(YEARS)]


def national(seed: int = 2010) -> pd.DataFrame:
    """A synthetic panel of yearly levels in the shape of the one table; the 17 industries add to TOTAL."""
    chance = np.random.default_rng(seed)
    size = chance.lognormal(6.0, 2.0, (REGIONS, len(INDUSTRIES), 1))
    value = np.round(size * np.exp(np.cumsum(chance.normal(0.05, 0.04, (REGIONS, len(INDUSTRIES), YEARS)), axis=2)), 2)
    value = np.concatenate([value, value.sum(axis=1, keepdims=True)], axis=1)
    keys = pd.MultiIndex.from_product(
        [[str(1101 + region) for region in range(REGIONS)], [*INDUSTRIES, TOTAL], YEAR],
        names=["region", "item", "period"],
    ).to_frame(index=False)
    return keys.assign(
        approach="production", price_basis="constant_2010", frequency="A", measure="level", value=value.ravel(),
        unit="billion_idr", status="final", reason="",
    )[list(COLUMNS)]  # fmt: skip


def main(rounds: int = 9) -> None:
    obs = national()
    reference = obs["region"].iloc[0]
    regions = tuple(obs["region"].unique())
    calls = {
        "location quotients of every year": lambda: lq(obs, regions, reference, YEAR[0], YEAR[-1]),
        **{
            f"shift-share, {variant}": lambda variant=variant: shift_share(
                obs, regions, reference, YEAR[0], YEAR[-1], variant
            )
            for variant in VARIANTS
        },
    }
    taken: dict[str, list[float]] = {name: [] for name in calls}
    rows = {name: len(call()) for name, call in calls.items()}
    for _ in range(rounds):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            taken[name].append(time.perf_counter() - start)
    print(f"synthetic panel: {len(obs):,} rows in, {rounds} rounds, medians\n")
    print("| call | rows out | seconds |\n|---|---:|---:|")
    for name, times in taken.items():
        print(f"| {name} | {rows[name]:,} | {median(times):.3f} |")
    OUT.mkdir(exist_ok=True)
    report = {name: {"rows": rows[name], "seconds": median(times)} for name, times in taken.items()}
    (OUT / "regional.json").write_text(json.dumps({"synthetic": True, "rounds": rounds, **report}, indent=1) + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
