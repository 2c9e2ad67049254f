"""Reports of errors by readers: how long and how many they may be, and who answers them.

What a reader writes is cleaned where it is shown (`text.plain`); it is kept as it was written.
"""

from datetime import timedelta

from data import store
from desk.proposal import Stop
from desk.rights import Action, Person, require
from desk.workflow import NotReady

LONGEST = 1000
"""Characters of a report, and of an answer."""
LONGEST_CONTACT = 120
LONGEST_ABOUT = 300
A_SESSION = 3
"""Reports that one visit may send."""
AN_HOUR = 30
"""Reports that are taken within an hour, whoever sends them."""


def report(person: Person, text: str, about: str, contact: str = "", sent: int = 0) -> store.ErrorReport:
    """Keeps a report; the same one sent twice is one.

    `about` says what was on screen, `sent` how many reports this visit has sent. NotReady where it is empty, too long
    or one too many; `store.TooMany` where too many came in of late.
    """
    require(person, Action.REPORT_ERROR)
    words = text.strip()
    if not words:
        raise NotReady(Stop("report.empty"))
    for given, most in ((words, LONGEST), (contact.strip(), LONGEST_CONTACT), (about, LONGEST_ABOUT)):
        if len(given) > most:
            raise NotReady(Stop("report.too_long", {"most": most, "count": len(given)}))
    if sent >= A_SESSION:
        raise NotReady(Stop("report.enough", {"most": A_SESSION}))
    return store.report_error(words, about, contact.strip(), most=AN_HOUR, within=timedelta(hours=1))


def listed(person: Person) -> tuple[store.ErrorReport, ...]:
    """The open reports, oldest first, for whoever may answer them."""
    require(person, Action.ANSWER_REPORT)
    return store.error_reports("open")


def answered() -> tuple[store.ErrorReport, ...]:
    """The reports that were answered, the newest first: their answers are for everybody, their words are not."""
    return store.error_reports("answered")[::-1]


def answer(person: Person, id: int, words: str) -> store.ErrorReport:
    """Answers a report; the answer is shown to everybody."""
    return _closed(person, id, words, dismissed=False)


def dismiss(person: Person, id: int, reason: str) -> store.ErrorReport:
    """Closes a report without an answer; the reason stays in the store."""
    return _closed(person, id, reason, dismissed=True)


def _closed(person: Person, id: int, words: str, dismissed: bool) -> store.ErrorReport:
    require(person, Action.ANSWER_REPORT)
    words = words.strip()
    if not words:
        raise NotReady(Stop("submit.reason_missing" if dismissed else "report.no_answer"))
    if len(words) > LONGEST:
        raise NotReady(Stop("report.too_long", {"most": LONGEST, "count": len(words)}))
    return store.answer_error(id, person.name, words, dismissed)
