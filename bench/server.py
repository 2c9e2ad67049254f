"""One server process on one core, visitors on the other: reruns a second, and how long a filter change takes.

Closed loop: eight sessions change the period of *Perdagangan & Jasa* as soon as the last change is answered, in turn on
our server, on the same program under the settings Streamlit comes with, and on that without caches. Load: 200 sessions
that think five seconds between changes. What is timed goes from sending the change to the end of its run.

    python -m bench.server [sessions]
"""

import asyncio
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from bench.serving import CLIENT_CORE, OURS, STOCK, pin, serving
from bench.visitor import Run, Visitor

OUT = Path(__file__).parent / "out"
PAGE = "perdagangan-jasa"
BUSY, ROUNDS, ROUND_SECONDS = 8, 3, 8.0
SESSIONS, THINK, LOAD_SECONDS, OPENED_A_SECOND = 200, 5.0, 60.0, 5.0
ALL_CHARTS = 10
WAYS = {
    "ours": OURS,
    "same program, stock settings": STOCK,
    "stock settings, nothing kept": (*STOCK, "rebuilding"),
}

Offered = Callable[[str, Sequence[str]], Sequence[str]]


def usual(name: str, options: Sequence[str]) -> Sequence[str]:
    """The years for which Medan has figures by industry, and any region to compare with."""
    return full_years(options) if name == "period" else options


def anything(_: str, options: Sequence[str]) -> Sequence[str]:
    """Every option of every control: more pages than the server keeps."""
    return options


def full_years(options: Sequence[str]) -> list[str]:
    return [option for option in options if option[:4] in ("2023", "2024", "2025")]


async def change(visitor: Visitor, chance: random.Random, offered: Offered, names: Sequence[str]) -> Run:
    """One change of a filter, to what it does not show already."""
    name = chance.choice(names)
    control = visitor.controls[name]
    others = [option for option in offered(name, control.options) if [option] != control.chosen]
    return await visitor.choose(name, chance.choice(others))


async def reruns(port: int, seconds: float) -> list[Run]:
    """What `BUSY` sessions in closed loop get in so many seconds."""
    found: list[Run] = []
    async with AsyncExitStack() as stack:
        visitors = [await stack.enter_async_context(Visitor(port, PAGE)) for _ in range(BUSY)]
        for visitor in visitors:
            await visitor.open()
            for year in full_years(visitor.controls["period"].options):
                await visitor.choose("period", year)
        until = time.perf_counter() + seconds

        async def loop(visitor: Visitor, seed: int) -> None:
            chance = random.Random(seed)
            while time.perf_counter() < until:
                found.append(await change(visitor, chance, usual, ("period",)))

        await asyncio.gather(*(loop(visitor, seed) for seed, visitor in enumerate(visitors)))
    return found


def closed_loop() -> dict[str, dict[str, float]]:
    """The median reruns a second of each way over interleaved rounds."""
    rates: dict[str, list[float]] = {name: [] for name in WAYS}
    with ExitStack() as servers:
        ports = {name: servers.enter_context(serving(*command)) for name, command in WAYS.items()}
        for _ in range(ROUNDS):
            for name, port in ports.items():
                runs = asyncio.run(reruns(port, ROUND_SECONDS))
                assert all(run.charts == ALL_CHARTS for run in runs), f"{name} left charts out"
                rates[name].append(len(runs) / ROUND_SECONDS)
    middle = {name: statistics.median(found) for name, found in rates.items()}
    return {name: {"reruns_a_second": rate, "ours_over_it": middle["ours"] / rate} for name, rate in middle.items()}


async def load(port: int, sessions: int, offered: Offered) -> dict[str, float]:
    """`sessions` visitors, opened gradually, who change a filter and then think; the last minute counts."""
    opened: list[float] = []
    found: list[Run] = []
    everyone = asyncio.Event()
    until = 0.0

    async def visit(number: int) -> None:
        chance = random.Random(number)
        await asyncio.sleep(number / OPENED_A_SECOND)
        async with Visitor(port, PAGE) as visitor:
            opened.append((await visitor.open()).seconds)
            if len(opened) == sessions:
                everyone.set()
            while not until or time.perf_counter() < until:
                await asyncio.sleep(chance.uniform(0.5, 1.5) * THINK)
                began = time.perf_counter()
                run = await change(visitor, chance, offered, ("period", "compare"))
                if until and began > until - LOAD_SECONDS:
                    found.append(run)

    visits = [asyncio.create_task(visit(number)) for number in range(sessions)]
    async with asyncio.timeout(sessions / OPENED_A_SECOND + LOAD_SECONDS + 120):
        waiting = asyncio.create_task(everyone.wait())
        await asyncio.wait([waiting, *visits], return_when=asyncio.FIRST_COMPLETED)
        until = time.perf_counter() + LOAD_SECONDS
        await asyncio.gather(*visits)
    at = statistics.quantiles([run.seconds for run in found], n=100)
    return {
        "sessions": sessions, "changes": len(found), "changes_a_second": len(found) / LOAD_SECONDS,
        "p50_ms": 1e3 * at[49], "p95_ms": 1e3 * at[94], "p99_ms": 1e3 * at[98],
        "open_p95_ms": 1e3 * statistics.quantiles(opened, n=20)[18],
        "charts": statistics.mean(run.charts for run in found), "kB": statistics.mean(run.size for run in found) / 1e3,
    }  # fmt: skip


def under_load(sessions: int, offered: Offered) -> dict[str, float]:
    """The load on a fresh server of ours."""
    with serving(*OURS, ready="/healthz", said=b'"warm":true') as port:
        return asyncio.run(load(port, sessions, offered))


def main() -> None:
    """Print the tables of one run and keep them as JSON."""
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS
    pin(CLIENT_CORE)
    result: dict[str, object] = {"load_average_before": os.getloadavg()[0]}
    rates = closed_loop()
    print("| server | reruns a second | ours against it |\n|---|---:|---:|", flush=True)
    for name, row in rates.items():
        print(f"| {name} | {row['reruns_a_second']:.1f} | {row['ours_over_it']:.1f} |", flush=True)
    print("\n| sessions | changes a second | charts, kB a change | p50 ms | p95 ms | p99 ms | opening p95 ms |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    loads = {}
    for name, offered in {"usual choices": usual, "any choice at all": anything}.items():
        row = loads[name] = under_load(sessions, offered)
        cells = " | ".join(f"{row[key]:.0f}" for key in ("p50_ms", "p95_ms", "p99_ms", "open_p95_ms"))
        content = f"{row['charts']:.1f}, {row['kB']:.0f}"
        print(f"| {sessions}, {name} | {row['changes_a_second']:.1f} | {content} | {cells} |", flush=True)
    result |= {"closed_loop": rates, "load": loads, "load_average_after": os.getloadavg()[0]}
    OUT.mkdir(exist_ok=True)
    (OUT / "server.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
