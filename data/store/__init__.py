"""Releases and editions, and all that leads to them: the one door through which figures are asked for and kept.

The store lies where PDRB_DATABASE_URL or PDRB_HOME says, and is made and seeded by the first call. What `edition` gives
is shared by all callers: read it, derive from it, never change it in place. `docs/store.md` has the overview.
"""

from data.store.announcements import Announcement, announce, announcements, withdraw_announcement
from data.store.backup import STATED, Backup, backup, restore
from data.store.catalogue import Entry, catalogue
from data.store.compare import diff, history, rows_of
from data.store.editions import as_of, edition, now, releases
from data.store.errors import (
    Answered,
    Changed,
    Collides,
    NoEdition,
    NothingToRestore,
    PastMoment,
    Refused,
    SamePerson,
    StoreError,
    TooMany,
    Unavailable,
    Unknown,
    WrongState,
)
from data.store.logbook import acts, head
from data.store.logins import LoginState, login, note_login
from data.store.moment import JAKARTA
from data.store.people import ROLES, User, revoke, set_user, user, users
from data.store.publish import Published, publish, release_of, send_back
from data.store.reports import ErrorReport, answer_error, error_report, error_reports, report_error
from data.store.steps import approve, reject, roll_back, submit
from data.store.submissions import (
    OPEN,
    Fenomena,
    Submission,
    fenomena_of,
    file_of,
    observations_of,
    submission,
    submissions,
)
from data.store.verify import Misfit, reach, verify
from data.store.workbench import (
    Deck,
    Draft,
    DraftName,
    decks,
    draft,
    draft_names,
    drafts,
    drop_deck,
    drop_draft,
    save_deck,
    save_draft,
)

__all__ = [
    "acts",
    "announce",
    "Announcement",
    "announcements",
    "answer_error",
    "Answered",
    "Backup",
    "backup",
    "approve",
    "as_of",
    "catalogue",
    "Changed",
    "Collides",
    "Deck",
    "decks",
    "diff",
    "draft",
    "Draft",
    "draft_names",
    "DraftName",
    "drafts",
    "drop_deck",
    "drop_draft",
    "edition",
    "Entry",
    "error_report",
    "error_reports",
    "ErrorReport",
    "Fenomena",
    "Misfit",
    "fenomena_of",
    "file_of",
    "head",
    "history",
    "JAKARTA",
    "login",
    "LoginState",
    "NoEdition",
    "note_login",
    "NothingToRestore",
    "now",
    "observations_of",
    "OPEN",
    "PastMoment",
    "publish",
    "Published",
    "Refused",
    "reach",
    "reject",
    "release_of",
    "releases",
    "report_error",
    "restore",
    "revoke",
    "ROLES",
    "roll_back",
    "rows_of",
    "SamePerson",
    "save_deck",
    "save_draft",
    "send_back",
    "set_user",
    "STATED",
    "StoreError",
    "Submission",
    "submission",
    "submissions",
    "submit",
    "TooMany",
    "Unavailable",
    "Unknown",
    "User",
    "user",
    "users",
    "verify",
    "withdraw_announcement",
    "WrongState",
]
