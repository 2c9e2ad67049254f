"""What a table that did not arrive is told as, and what is kept of where one is from."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from data.webapi import NothingThere, NotSetUp, Unreachable, Unsound, table
from desk.fetching import FOUND, problem
from desk.origin import Source, origin
from desk.refusals import sentence
from text.lookup import LANGUAGES, say, slots, texts
from text.problem import message

ROOT = Path(__file__).resolve().parents[2]
KINDS = sorted(key.removeprefix("webapi.error.") for key in texts() if key.startswith("webapi.error."))


def test_every_failure_has_words_and_every_word_a_failure() -> None:
    raised: set[str] = set()
    for path in (ROOT / "data" / "webapi").glob("*.py"):
        found = re.findall(
            r"(?:NotSetUp|NothingThere|Unreachable|KeyRefused|Unsound)\(\s*\"(\w+)\"", path.read_text("utf-8")
        )
        raised |= set(found)
    assert sorted(raised) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_failure_is_told_in_both_languages(kind: str) -> None:
    named = {name: "7" for name in slots(texts()[f"webapi.error.{kind}"]["id"])}
    error = Unsound(kind, **named)
    key, filled = sentence(error)
    assert all(say(key, lang, **filled) for lang in LANGUAGES)
    told = problem(error, table("2775"))
    assert told is not None and told.code == "source_unreachable" and "{" not in told.found
    assert all(told.found in message(told, lang) for lang in LANGUAGES)


def test_what_was_not_asked_is_no_problem_of_a_table() -> None:
    assert problem(NotSetUp("no_key"), table("2775")) is None
    nothing = problem(NothingThere("nothing", table="2775", domain="0000"), table("2775"))
    assert nothing is not None and nothing.code == "no_data_found"
    unreached = problem(Unreachable("timeout", seconds=10), table("static/7"))
    assert unreached is not None and (unreached.found, unreached.where) == ("time-out (10 s)", "WebAPI static/7")
    assert set(FOUND) <= set(KINDS)


def test_a_fetched_table_has_an_origin_that_says_so() -> None:
    moment = datetime.fromisoformat("2026-11-24T19:05:00+07:00")
    made = origin(
        Source("BPS", "2775", "PDRB", "https://x/y", "2026-05-05", moment.isoformat()), "b.json", date(2026, 11, 24)
    )
    assert made.caveat_id == "Diambil dari WebAPI BPS pada 24 Nov 2026 pukul 19.05 WIB sebagai b.json."
    assert made.caveat_en == "Fetched from the BPS WebAPI on 24 Nov 2026, 19:05 WIB as b.json."
    assert "BPS" in made.licence_id and made.short_en == "BPS, WebAPI, table 2775"
    by_hand = origin(Source("BPS", "2775", "PDRB"), "b.json", date(2026, 11, 24))
    assert "WebAPI" not in by_hand.caveat_id + by_hand.short_id
