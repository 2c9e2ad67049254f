"""Each thing that a step refuses with has one sentence in both languages, and names what it is about."""

import ast
import inspect
from datetime import datetime
from pathlib import Path

import pytest

from data.store import errors
from desk.proposal import Stop
from desk.refusals import REFUSALS, sentence
from desk.rights import Refusal, Refused, State
from desk.users import UserProblem
from desk.workflow import NotReady
from text.lookup import LANGUAGES, say, slots, texts

MOMENT = datetime.fromisoformat("2026-11-25T11:00+07:00")
STORE = Path(__file__).parents[2] / "data" / "store"
GIVEN = {
    "base": 2, "by": "ana", "cause": "disk 7", "effective_at": MOMENT, "id": 7, "kind": "submission", "moment": MOMENT,
    "most": 40, "newest": 3, "now": MOMENT, "number": 7, "release": "submission-4", "state": "approved",
    "wanted": ("approved",),
}  # fmt: skip
"""What errors are made with, by the name of the argument."""
OF_ITS_OWN_ACCORD = {errors.StoreError, errors.Refused, errors.Unavailable}
"""Kinds that are never raised themselves."""


def unknown() -> set[str]:
    """The kinds of things that the store says are not there."""
    named: set[str] = set()
    for path in STORE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Unknown":
                named |= {part.value for part in node.args[:1] if isinstance(part, ast.Constant)}
    return named


KINDS = sorted(
    {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.StoreError)}
    - OF_ITS_OWN_ACCORD,
    key=lambda kind: kind.__name__,
)
MORE: dict[type[errors.StoreError], list[errors.StoreError]] = {
    errors.NoEdition: [errors.NoEdition(None, 0), errors.NoEdition(7, 0)],
    errors.Unknown: [errors.Unknown(kind, 7) for kind in sorted(unknown())],
    errors.WrongState: [errors.WrongState(7, state, ()) for state in State if state is not State.DRAFT],
}
"""Further ones of a kind, whose sentences differ."""


def made(kind: type[errors.StoreError]) -> list[errors.StoreError]:
    """One of a kind, and further ones whose sentences differ."""
    return [kind(**{name: GIVEN[name] for name in inspect.signature(kind).parameters}), *MORE.get(kind, [])]


def test_there_is_much_to_refuse() -> None:
    assert len(KINDS) >= 15 and {"submission", "user", "release"} <= unknown()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_refusal_of_the_store_has_a_sentence(kind: type[errors.StoreError], lang: str) -> None:
    for error in made(kind):
        key, named = sentence(error)
        said = say(key, lang, **named)
        assert not said[0].islower() and said.rstrip(")").endswith((".", "disk 7"))
        assert "None" not in said
        assert slots(texts()[key][lang]) <= set(named)


def test_what_an_error_knows_is_named() -> None:
    assert sentence(errors.Changed(2, 3)) == ("store.changed", {"base": 2, "newest": 3})
    assert sentence(errors.Collides("r", MOMENT)) == ("store.collides", {"release": "r", "effective_at": MOMENT})
    assert sentence(errors.PastMoment(MOMENT, MOMENT)) == ("store.past", {"moment": MOMENT, "now": MOMENT})
    assert sentence(errors.NoEdition(7, 3)) == ("store.no_edition", {"number": 7, "newest": 3})
    assert sentence(errors.NoEdition(None, 0))[0] == "store.no_edition_yet"
    assert sentence(errors.OnNetwork("nfs")) == ("store.unavailable.OnNetwork", {"cause": "nfs"})


def test_the_others_say_what_they_were_made_with() -> None:
    assert sentence(Refused(Refusal("refused.approve.own"))) == ("refused.approve.own", {})
    assert sentence(NotReady(Stop("submit.contested", {"count": 2}))) == ("submit.contested", {"count": 2})
    assert sentence(UserProblem("users.unknown", "eka")) == ("users.unknown", {"name": "eka"})


@pytest.mark.parametrize("key", ["name", "exists", "unknown", "inactive", "last_admin"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_problem_of_a_user_has_a_sentence(key: str, lang: str) -> None:
    found, named = sentence(UserProblem(f"users.{key}", "eka"))
    assert "eka" in say(found, lang, **named)


def test_the_doors_catch_all_of_them_and_no_fault() -> None:
    refusals = [error for kind in KINDS for error in made(kind)]
    refusals += [
        Refused(Refusal("refused.approve.own")),
        NotReady(Stop("submit.nothing")),
        UserProblem("users.name", ""),
    ]
    assert all(isinstance(error, REFUSALS) for error in refusals)
    assert not any(isinstance(fault, REFUSALS) for fault in (ValueError(), KeyError(), OSError(), RuntimeError()))


def test_what_has_no_sentence_is_a_fault() -> None:
    with pytest.raises(KeyError):
        sentence(ValueError("x"))
