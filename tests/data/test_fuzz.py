"""Whatever file comes in, reading it ends in a reading or in a typed refusal, and examining a reading ends too.

A short run, always the same one, belongs to the plain tests. The long one is `make campaign`: PDRB_FUZZ_SECONDS sets
how long (an hour), and its report goes to `bench/results/fuzz.json`.
"""

import json
import os
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from data.reading import Answers, Reading
from data.workbook import read, read_here
from desk.examine import examined
from model import observations
from model.problems import SEVERITIES, Severity
from tests.data import fuzz_files
from tests.workbooks.make import Recipe, make
from text.problem import message, place, severity

REPORT = Path(__file__).resolve().parents[2] / "bench" / "results" / "fuzz.json"
HOUR = 3600
EXAMPLES = 120
IN_A_CHILD = 4
BATCH = 100
EVERY = 50
"""In the campaign one file in so many is read in a child too, and must end as it does here."""
FREELY = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))


@cache
def known() -> pd.DataFrame:
    """A small edition to examine against: synthetic, of the region that most files are about."""
    made = make(Recipe(family="publication", parts=False, years=(2023, 2024)))
    return read_here(made.content(), made.name, made.answers).observations


def ends_well(reading: Reading, answers: Answers) -> str:
    """How a reading ends: `reading` or the code of its refusal; anything that is not well formed is an error."""
    assert isinstance(reading, Reading)
    refusals = [problem for problem in reading.problems if problem.severity is Severity.REFUSE]
    if refusals:
        assert len(reading.problems) == 1 and reading.observations.empty and SEVERITIES[refusals[0].code]
    observations.check(reading.observations)
    assert reading.observations["value"].abs().lt(float("inf")).all()
    examination = examined(reading, known(), answers)
    assert len(examination.observations) <= len(reading.observations)
    for problem in examination.problems:
        for lang in ("id", "en"):
            assert message(problem, lang) and severity(problem, lang)
            place(problem, lang)
    return refusals[0].code if refusals else "reading"


@settings(FREELY, max_examples=EXAMPLES, derandomize=True)
@given(file=fuzz_files.files(), answers=fuzz_files.answers())
def test_a_spoilt_file_ends_in_a_reading_or_a_refusal(file: tuple[bytes, str], answers: Answers) -> None:
    ends_well(read_here(*file, answers), answers)


@settings(FREELY, max_examples=IN_A_CHILD, derandomize=True, phases=[Phase.generate])
@given(file=fuzz_files.files(), answers=fuzz_files.answers())
def test_it_ends_the_same_way_in_a_child(file: tuple[bytes, str], answers: Answers) -> None:
    assert ends_well(read(*file, answers), answers) == ends_well(read_here(*file, answers), answers)


@settings(FREELY, max_examples=EXAMPLES, derandomize=True)
@given(content=st.binary(max_size=300), head=st.sampled_from((b"", b"PK\x03\x04", b"<table>", b"\xff\xfe", b"{")))
def test_arbitrary_bytes_end_in_a_refusal_or_a_reading(content: bytes, head: bytes) -> None:
    ends_well(read_here(head + content, "", Answers()), Answers())


class Tally:
    """What a campaign has seen: how files ended, and the slowest example."""

    def __init__(self) -> None:
        self.ends: Counter[str] = Counter()
        self.in_a_child = 0
        self.slowest = 0.0
        self.began = time.monotonic()

    def attempt(self, content: bytes, name: str, answers: Answers) -> None:
        """Reads and examines one file; what is raised ends the trial, and hypothesis prints the file that raised it."""
        began = time.monotonic()
        end = ends_well(read_here(content, name, answers), answers)
        if sum(self.ends.values()) % EVERY == 0:
            self.in_a_child += 1
            assert ends_well(read(content, name, answers), answers) in (end, "too_large")
        self.ends[end] += 1
        self.slowest = max(self.slowest, time.monotonic() - began)

    def write(self) -> None:
        """The report, as it stands."""
        refusals = {code: number for code, number in sorted(self.ends.items()) if code != "reading"}
        held = {
            "seconds": round(time.monotonic() - self.began),
            "examples": sum(self.ends.values()),
            "in a child too": self.in_a_child,
            "readings": self.ends["reading"],
            "refusals": refusals,
            "slowest example in seconds": round(self.slowest, 2),
        }
        REPORT.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


@pytest.mark.campaign
def test_an_hour_of_spoilt_files_ends_in_readings_and_refusals() -> None:
    tally, batch = Tally(), 0
    until = tally.began + float(os.environ.get("PDRB_FUZZ_SECONDS", str(HOUR)))
    while time.monotonic() < until:
        batch += 1

        @seed(batch)
        @settings(FREELY, max_examples=BATCH, phases=[Phase.generate])
        @given(file=fuzz_files.files(), answers=fuzz_files.answers())
        def run(file: tuple[bytes, str], answers: Answers) -> None:
            if time.monotonic() < until:
                tally.attempt(*file, answers)

        run()
        tally.write()
    assert tally.ends["reading"] and sum(tally.ends.values()) > tally.ends["reading"]
