"""The release calendar: dates that an approver announces to everybody.

An announcement is made of codes, so that no word of it can tell a figure, and is bound to no submission: what waits or
is scheduled shows nowhere before its moment. Usual dates of BPS are not invented.
"""

from datetime import datetime

from data import store
from desk.proposal import Stop
from desk.rights import Action, Person, require
from desk.workflow import NotReady
from model.dimensions import Approach
from model.period import parse


def upcoming() -> tuple[store.Announcement, ...]:
    """The dates that were announced and lie ahead, the next first: for everybody."""
    return store.announcements()


def announce(person: Person, at: datetime, region: str, approach: str, period: str) -> store.Announcement:
    """Announces figures of a region, by a side of the accounts and up to a period, for a moment with a time zone."""
    require(person, Action.ANNOUNCE)
    try:
        period = str(parse(period.strip().upper()))
    except ValueError:
        raise NotReady(Stop("calendar.no_period")) from None
    return store.announce(at, region, Approach(approach).value, period, person.name)


def withdraw(person: Person, id: int) -> store.Announcement:
    """Takes an announcement back."""
    require(person, Action.ANNOUNCE)
    return store.withdraw_announcement(id, person.name)
