"""What is said of a refusal: the key of the sentence and what it names, for the terminal and the pages alike."""

from collections.abc import Mapping

from data import store
from data.webapi import WebApiError
from desk.rights import Refused
from desk.users import UserProblem
from desk.workflow import NotReady

REFUSALS = (Refused, NotReady, UserProblem, store.StoreError, WebApiError)
"""What a step of `desk.workflow`, `desk.users` and `desk.fetching` may refuse with; all else is a fault of ours."""

_STORE: Mapping[type[store.StoreError], tuple[str, tuple[str, ...]]] = {
    store.NoEdition: ("store.no_edition", ("number", "newest")),
    store.Changed: ("store.changed", ("base", "newest")),
    store.Collides: ("store.collides", ("release", "effective_at")),
    store.SamePerson: ("store.same_person", ("id",)),
    store.PastMoment: ("store.past", ("moment", "now")),
    store.NothingToRestore: ("store.nothing_to_restore", ("number",)),
    store.Answered: ("store.answered", ("id",)),
    store.TooMany: ("store.too_many", ("most",)),
}
"""By kind of refusal: the key, and the attributes of the error that the sentence names."""


def sentence(error: Exception) -> tuple[str, Mapping[str, object]]:
    """The key of the sentence that says what was refused and what to do, and its slots (moments as they are)."""
    match error:
        case Refused():
            return error.refusal.key, {}
        case NotReady():
            return error.stop.key, error.stop.slots
        case UserProblem():
            return error.key, {"name": error.name}
        case WebApiError():
            return f"webapi.error.{error.kind}", error.slots
        case store.NoEdition(newest=0):
            return "store.no_edition_yet", {}
        case store.Unavailable():
            return f"store.unavailable.{type(error).__name__}", {"cause": error.cause}
        case store.Unknown():
            return f"store.unknown.{error.kind}", {"id": error.id}
        case store.WrongState():
            return f"store.wrong_state.{error.state}", {"id": error.id}
    key, named = _STORE[type(error)]  # type: ignore[index]
    return key, {name: vars(error)[name] for name in named}
