"""What keeps a table from arriving, and what is asked of BPS in vain.

WebApiError                 `kind` ends the key of its sentence (`webapi.error.…`), `slots` are what that names
├── NotSetUp                nothing was asked: no key, a key that is none, an address that may not be asked
├── NothingThere            BPS answers, and has no such table, year or region
└── SourceFailed            what BPS or the way to it did; the next time may be better
    ├── Unreachable         no answer: no such name, no connection, no time left
    ├── KeyRefused          BPS does not take the key
    └── Unsound             an answer that cannot be used: blocked, failing, moved, too large, no JSON, changing

None of them knows the key, or an address with it.
"""


class WebApiError(Exception):
    """Why a table did not arrive: `kind` is the end of the key of its sentence, `slots` what that names."""

    def __init__(self, kind: str, **slots: object) -> None:
        super().__init__(kind, slots)
        self.kind = kind
        self.slots = slots


class NotSetUp(WebApiError):
    """Nothing was asked: `no_key`, `wrong_key`, `secrets`, `address`."""


class NothingThere(WebApiError):
    """BPS answers, but has nothing of that: `nothing`, `too_many_years`."""


class SourceFailed(WebApiError):
    """What BPS or the way to it did."""


class Unreachable(SourceFailed):
    """No answer: `timeout`, `connection`, `name`, `tls`."""


class KeyRefused(SourceFailed):
    """BPS does not take the key: `key_refused`."""


class Unsound(SourceFailed):
    """An answer of no use: `blocked`, `failing`, `moved`, `too_large`, `not_json`, `said`, `changing`, `pages`."""
