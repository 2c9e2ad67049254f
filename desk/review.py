"""What an approver looks at beside the figures: what is wrong with the file that was handed in, as it stands today."""

from dataclasses import fields

from data import store
from data.workbook import Answers
from desk.examine import examine
from desk.rights import Action, Person, State, require
from model.problems import Problem
from model.release import Release


def problems(person: Person, id: int) -> tuple[Problem, ...]:
    """The problems of a submission's file beside the newest edition, the gravest first; a rollback has no file."""
    found = store.submission(id)
    require(person, Action.INSPECT, State(found.state), own=found.created_by == person.name)
    if not found.sha256:
        return ()
    names = {field.name for field in fields(Answers)}
    answers = Answers(**{name: answer for name, answer in found.answers.items() if name in names})
    return examine(store.file_of(id), found.file_name, answers, store.edition()).problems


def scheduled(person: Person, id: int) -> Release | None:
    """The release of a submission that waits for its moment, for whoever may see it; None where there is none."""
    found = store.submission(id)
    require(person, Action.INSPECT, State(found.state), own=found.created_by == person.name)
    named = store.release_of(id) if found.state == State.SCHEDULED else None
    return next((release for release in store.releases() if release.id == named), None)
