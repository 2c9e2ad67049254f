"""What stands in the way of handing a proposal in, and what is handed in; the figures are made up."""

from collections.abc import Callable

import pandas as pd
import pytest

from data import store
from data.workbook import Answers, Reading
from desk.examine import Examination, examined
from desk.proposal import DROPS, Proposal, Stop, propose, stop
from model.dimensions import Status
from model.observations import empty
from model.problems import SEVERITIES, Problem, Severity
from tests.desk.office import book
from text.lookup import LANGUAGES, say


@pytest.fixture
def proposal(reading: Callable[..., Reading]) -> Callable[..., Proposal]:
    """A proposal with these problems, of rows that stand or of none."""

    def of(*codes: str, rows: bool = True, status: str = "unknown", **said: object) -> Proposal:
        read = reading(status=status)
        obs = read.observations if rows else read.observations[:0]
        problems = tuple(map(Problem, codes))
        examination = Examination(read, obs, read.cells, problems, pd.DataFrame({"kind": ["new", "equal"]}))
        return Proposal(b"", "a.csv", Answers(), examination, 18, **said)

    return of


def by_severity(severity: Severity) -> list[str]:
    return [code for code, grave in SEVERITIES.items() if grave is severity]


@pytest.mark.parametrize("code", by_severity(Severity.REFUSE))
def test_a_refused_file_is_stopped_whatever_is_said(proposal, code: str) -> None:
    made = proposal(code, "unit_missing", reason="alasan", accept_dropped=True)
    assert stop(made) == Stop("submit.refused")


@pytest.mark.parametrize("code", [*by_severity(Severity.NEEDS_ANSWER), *sorted({*by_severity(Severity.BLOCK)} - DROPS)])
def test_a_question_and_a_table_that_is_left_out_stay_open_whatever_is_said(proposal, code: str) -> None:
    made = proposal(code, "duplicate_industry", "total_mismatch", reason="alasan", accept_dropped=True)
    assert stop(made) == Stop("submit.open_question", {"count": 1})
    assert stop(proposal(code, code + "", "unit_missing", reason="alasan")).slots == {"count": 3}


@pytest.mark.parametrize("code", sorted(DROPS))
def test_rows_that_are_left_out_need_agreement_and_a_reason(proposal, code: str) -> None:
    assert SEVERITIES[code] is Severity.BLOCK
    for said in ({}, {"reason": "alasan"}, {"accept_dropped": True}, {"accept_dropped": True, "reason": " \n"}):
        assert stop(proposal(code, **said)) == Stop("submit.contested", {"count": 1})
    assert stop(proposal(code, accept_dropped=True, reason="alasan")) is None


@pytest.mark.parametrize("code", by_severity(Severity.ERROR))
def test_an_error_needs_a_reason(proposal, code: str) -> None:
    for said in ({}, {"accept_dropped": True}, {"reason": "\t "}):
        assert stop(proposal(code, "negative_value", **said)) == Stop("submit.needs_reason", {"count": 2})
    assert stop(proposal(code, reason="alasan")) is None


@pytest.mark.parametrize("code", [*by_severity(Severity.WARNING), *by_severity(Severity.INFO)])
def test_what_is_told_only_stops_nothing(proposal, code: str) -> None:
    assert stop(proposal(code)) is None


def test_where_nothing_is_left_there_is_nothing_to_hand_in(proposal) -> None:
    assert stop(proposal(rows=False)) == Stop("submit.nothing")
    left_out = proposal("conflicting_values", rows=False, accept_dropped=True, reason="alasan")
    assert stop(left_out) == Stop("submit.nothing")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_stop_has_a_sentence(proposal, lang: str) -> None:
    stops = [stop(proposal(code)) for code in ("too_large", "unit_missing", "identical_price_bases", "total_mismatch")]
    for found in [*stops, stop(proposal(rows=False))]:
        assert say(found.key, lang, **found.slots).endswith(".")


def test_a_status_is_given_to_figures_without_a_mark_by_period(proposal) -> None:
    given = {"2023": Status.FINAL}
    assert proposal(status="unknown", reason="").observations["status"].unique().tolist() == ["unknown"]
    statuses = proposal_statuses(proposal("status_missing", status="unknown"), given)
    assert statuses == {"2023": {"final"}, "2024": {"unknown"}}
    assert proposal_statuses(proposal(status="preliminary"), given) == {
        "2023": {"preliminary"},
        "2024": {"preliminary"},
    }


def proposal_statuses(made: Proposal, given: dict[str, Status]) -> dict[str, set[str]]:
    """The statuses that would be handed in, by period; the examination keeps its own."""
    before = made.examination.observations.copy()
    handed = Proposal(b"", "a.csv", Answers(), made.examination, 18, status=given).observations
    pd.testing.assert_frame_equal(made.examination.observations, before)
    assert handed.columns.tolist() == before.columns.tolist() and handed["status"].dtype == before["status"].dtype
    return {period: set(rows["status"]) for period, rows in handed.groupby("period")}


@pytest.mark.parametrize(("kinds", "unchanged"), [(["equal"], True), (["equal", "new"], False), (["revised"], False)])
def test_unchanged_is_what_says_nothing_new(reading, kinds: list[str], unchanged: bool) -> None:
    read = reading()
    examination = Examination(read, read.observations, read.cells, (), pd.DataFrame({"kind": kinds}))
    assert Proposal(b"", "a.csv", Answers(), examination, 18).unchanged is unchanged


def test_a_reading_beside_nothing_is_new(reading) -> None:
    examination = examined(reading(), empty(), Answers())
    assert not Proposal(b"", "a.csv", Answers(), examination, 1).unchanged


def test_a_file_is_laid_beside_the_newest_edition_and_keeps_what_was_said() -> None:
    content, name = book(1).content()
    made = propose(content, name, Answers(region="1276"), reason="alasan", accept_dropped=True)
    assert (made.base, made.content, made.name) == (store.edition().number, content, name)
    assert (made.answers.region, made.reason, made.accept_dropped) == ("1276", "alasan", True)
    assert len(made.examination.comparison) == len(made.observations) > 0
    assert propose(content, name).answers == Answers()
