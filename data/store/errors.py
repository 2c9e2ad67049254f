"""What the store refuses, and what keeps it from answering.

StoreError
├── Refused                     what was asked does not fit; nothing was written
│   ├── NoEdition               no edition of that number, or none yet (also a LookupError)
│   ├── Unknown                 no release, submission, draft, deck, user, … of that id (also a LookupError)
│   ├── WrongState              a step out of order
│   ├── Changed                 the compare-and-set on the edition, or on the content, was lost
│   ├── Collides                a release scheduled before it has the same keys
│   ├── SamePerson              who made it may not approve it
│   ├── PastMoment              a release may not take effect in the past
│   ├── NothingToRestore        the present edition already equals the one to go back to
│   ├── Answered                a report was answered or dismissed already
│   └── TooMany                 more reports came in of late than are taken
└── Unavailable                 what was asked may be right, but the store cannot do it now
    ├── StoreBusy               others write, or all connections are taken; try again
    ├── StoreFull               no room on the disk
    ├── StoreFaulty             reading or writing failed
    ├── StoreDamaged            the database does not hold what a database holds
    ├── StoreUnreachable        no such place, or no right to it, or no answer
    │   └── OnNetwork           SQLite on a network file system
    └── StoreNewer              a newer version of this program made it
"""

from datetime import datetime


class StoreError(Exception):
    """Whatever the store refuses or cannot do."""


class Refused(StoreError):
    """What was asked does not fit; nothing was written."""


class NoEdition(Refused, LookupError):
    """There is no edition of that number; `newest` is the last there is, 0 when none is in effect."""

    def __init__(self, number: int | None, newest: int) -> None:
        super().__init__(f"no edition {number}; the newest is {newest}" if newest else "no edition is in effect yet")
        self.number = number
        self.newest = newest


class Unknown(Refused, LookupError):
    """There is no `kind` (release, submission, draft, deck, user, error_report, announcement) of that id."""

    def __init__(self, kind: str, id: object) -> None:
        super().__init__(f"no {kind} {id}")
        self.kind = kind
        self.id = id


class WrongState(Refused):
    """Submission `id` is in `state`; the step needs one of `wanted`."""

    def __init__(self, id: int, state: str, wanted: tuple[str, ...]) -> None:
        super().__init__(f"submission {id} is {state}, expected {' or '.join(wanted)}")
        self.id = id
        self.state = state
        self.wanted = wanted


class Changed(Refused):
    """The figures have changed since: compared with edition `base`, the newest is `newest`."""

    def __init__(self, base: int, newest: int) -> None:
        super().__init__(f"compared with edition {base}, the newest is {newest}")
        self.base = base
        self.newest = newest


class Collides(Refused):
    """Release `release`, which takes effect at `effective_at`, not later, has some of the same keys."""

    def __init__(self, release: str, effective_at: datetime) -> None:
        super().__init__(f"{release} takes effect before, at {effective_at.isoformat()}, with some of the same keys")
        self.release = release
        self.effective_at = effective_at


class SamePerson(Refused):
    """`by` made submission `id` and may not approve it."""

    def __init__(self, id: int, by: str) -> None:
        super().__init__(f"{by} made submission {id} and may not approve it")
        self.id = id
        self.by = by


class PastMoment(Refused):
    """A release may not take effect at `moment`: it is `now`."""

    def __init__(self, moment: datetime, now: datetime) -> None:
        super().__init__(f"{moment.isoformat()} is past, it is {now.isoformat()}")
        self.moment = moment
        self.now = now


class NothingToRestore(Refused):
    """The present edition already says what edition `number` says."""

    def __init__(self, number: int) -> None:
        super().__init__(f"the present edition already says what edition {number} says")
        self.number = number


class Answered(Refused):
    """Report `id` was answered or dismissed already."""

    def __init__(self, id: int) -> None:
        super().__init__(f"report {id} was answered or dismissed already")
        self.id = id


class TooMany(Refused):
    """`most` reports came in within the time that they are counted over; no more are taken now."""

    def __init__(self, most: int) -> None:
        super().__init__(f"{most} reports came in already")
        self.most = most


class Unavailable(StoreError):
    """What was asked may be right, but the store cannot do it now; `cause` is what the system said."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class StoreBusy(Unavailable):
    """Others write, or all connections are taken; try again."""


class StoreFull(Unavailable):
    """There is no room on the disk."""


class StoreFaulty(Unavailable):
    """Reading or writing failed."""


class StoreDamaged(Unavailable):
    """The database does not hold what a database holds."""


class StoreUnreachable(Unavailable):
    """There is no such place, or no right to it, or no answer."""


class OnNetwork(StoreUnreachable):
    """SQLite may not lie on a network file system: its locks do not hold there."""


class StoreNewer(Unavailable):
    """A newer version of this program made the store."""
