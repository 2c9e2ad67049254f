"""Reports of errors by readers: how long and how many they may be, and who answers them.

What a reader writes is cleaned where it is shown (`text.plain`); it is kept as it was written.
"""

import time
from datetime import timedelta
from threading import Lock

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
AN_ADDRESS = 10
"""Reports that are taken within an hour from one address of the network, so that nobody alone uses up the hour's."""
AN_HOUR = 30
"""Reports that are taken within an hour, whoever sends them."""
WITHIN = timedelta(hours=1)


class Senders:
    """When each address sent a report of late, in this process; an empty address is nobody's."""

    def __init__(self) -> None:
        self._sent: dict[str, list[float]] = {}
        self._lock = Lock()

    def lately(self, address: str) -> int:
        """How many came from an address within the hour."""
        since = time.monotonic() - WITHIN.total_seconds()
        with self._lock:
            kept = {one: [at for at in moments if at > since] for one, moments in self._sent.items()}
            self._sent = {one: moments for one, moments in kept.items() if moments}
            return len(self._sent.get(address, ()))

    def note(self, address: str) -> None:
        """Notes that one came in."""
        if address:
            with self._lock:
                self._sent.setdefault(address, []).append(time.monotonic())


SENDERS = Senders()


def report(
    person: Person, text: str, about: str, contact: str = "", sent: int = 0, address: str = ""
) -> store.ErrorReport:
    """Keeps a report; the same one sent twice is one.

    `about` says what was on screen, `sent` how many reports this visit has sent, `address` where it comes from.
    NotReady where it is empty, too long or one too many; `store.TooMany` where too many came in of late.
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
    if SENDERS.lately(address) >= AN_ADDRESS:
        raise NotReady(Stop("report.address", {"most": AN_ADDRESS}))
    made = store.report_error(words, about, contact.strip(), most=AN_HOUR, within=WITHIN)
    SENDERS.note(address)
    return made


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
