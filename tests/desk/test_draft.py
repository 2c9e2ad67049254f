"""What is kept of a draft comes back as it was; what is still lacking is told in order. The figures are made up."""

import json

import pytest

from data.workbook import Answers, Reading
from desk.draft import Said, complete, stopped
from desk.examine import Examination
from desk.origin import Source
from desk.proposal import Proposal
from model.dimensions import Status
from model.observations import levels
from model.problems import Problem
from stats.validation import Evidence, history
from views.fenomena import MOST, asked, told

GROWTH = Problem("growth_unlike_history", "Prod1", "C7", "1275 G constant_2010 2025: 23.50", "5.00 ± 10.00")
SAID = Said(
    Answers(region="1275", unit="juta"),
    Source("BPS Kota Medan", "5", "PDRB", "https://medankota.bps.go.id", "2026-11"),
    "sudah dicek",
    True,
    {"2025": Status.VERY_PRELIMINARY},
    {"a": "pabrik baru"},
)


def proposal(*problems: Problem) -> Proposal:
    """A file of one figure with these problems."""
    obs = levels({"TOTAL": {"2025": 1.0}}, status="unknown")
    cells = Reading().cells
    evidence = Evidence.of(obs[:0], cells, obs[:0], cells)
    examined = Examination(Reading(), obs, cells, problems, history.compare(evidence, obs[:0]))
    return Proposal(b"", "a.xlsx", Answers(), examined, 18)


def test_what_was_said_comes_back() -> None:
    assert Said.read(SAID.written()) == SAID
    assert Said.read("") == Said()


@pytest.mark.parametrize(
    "kept",
    [
        "[]",
        "null",
        '{"answers": {"colour": "red", "region": 5}, "status": {"2025": "certain"}, "fenomena": []}',
        '{"source": "BPS", "status": null, "accept_dropped": "yes"}',
    ],
)
def test_what_another_version_kept_counts_as_not_said(kept: str) -> None:
    assert Said.read(kept) == Said()


def test_an_older_draft_keeps_what_is_still_known() -> None:
    kept = json.loads(SAID.written())
    del kept["fenomena"], kept["source"]["title"]
    found = Said.read(json.dumps(kept))
    assert found.answers == SAID.answers and found.source.publisher == "BPS Kota Medan" and found.fenomena == {}


def test_a_rule_that_asks_waits_for_its_reason() -> None:
    examined = proposal(GROWTH)
    (one,) = asked(examined.examination.problems)
    stop = stopped(complete(examined, Said()))
    assert stop is not None and (stop.key, stop.slots) == ("submit.fenomena", {"count": 1})
    assert stopped(complete(examined, Said(fenomena={one.key: " \n "}))) is not None
    given = complete(examined, Said(fenomena={one.key: " Mal baru dibuka. "}))
    assert stopped(given) is None
    (kept,) = given.fenomena
    assert (kept.code, kept.text) == ("growth_unlike_history", "Mal baru dibuka.")
    place = "lembar Prod1, C7: Kota Medan, Perdagangan (G), harga konstan 2010, 2025: 23,50"
    assert told(kept.code, kept.subject, "id") == place
    assert told(kept.code, kept.subject, "en").startswith("sheet Prod1, C7: Kota Medan, Trade (G)")


def test_many_of_one_kind_are_explained_together() -> None:
    many = [
        Problem("implausible_growth", "Prod1", f"C{row}", f"12 G current 2025: {row}.00") for row in range(MOST + 1)
    ]
    (one,) = asked([*many, Problem("unit_missing")])
    assert one.code == "implausible_growth" and told(one.code, one.subject, "id").endswith(f"(+{MOST})")
    assert len(asked(many[:-1])) == MOST
    assert len({each.key for each in asked(many[:-1])}) == MOST


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (Source(url="javascript:alert(1)"), "submit.url"),
        (Source(url="https://a b"), "submit.url"),
        (Source(dated="Agustus 2026"), "submit.dated"),
        (Source(url="https://bps.go.id/x", dated="2026-08-05"), ""),
        (Source(), ""),
    ],
)
def test_a_source_that_is_stated_is_stated_well(source: Source, key: str) -> None:
    stop = stopped(complete(proposal(), Said(source=source)))
    assert (stop.key if stop else "") == key


def test_graver_things_are_told_first() -> None:
    examined = proposal(Problem("unit_missing"), GROWTH)
    stop = stopped(complete(examined, Said(source=Source(url="x"))))
    assert stop is not None and stop.key == "submit.open_question"
