"""`editions`, `diff` and `history`: what was published, how two editions differ, how one figure came to stand."""

from __future__ import annotations

import click

from commands.edition import numbered
from commands.terminal import command, hand_over, in_words, option, printable, tell
from text.lookup import say
from views.argument import choice

FORMATS: tuple[str, ...] = ("csv", "json")
HEADER: tuple[str, ...] = ("edition", "release", "effective_at", "title", "sha256")


@command()
@in_words
def editions(lang: str) -> int:
    """Worded by `put_into_words`."""
    from commands.moments import written
    from data import store
    from exports.cells import plain_text
    from exports.delimited import delimited

    rows = [
        (str(entry.number), entry.release.id, written(entry.release.effective_at),
         plain_text(printable(entry.release.origin.words("title", lang))), entry.content_hash)
        for entry in store.catalogue()
    ]  # fmt: skip
    hand_over(delimited(HEADER, rows))
    return 0


@command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@option("--format", "of_two", default=["csv"])
@in_words
def diff(a: str, b: str, of_two: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from data import store
    from exports import tidy
    from model.observations import KEY

    choice("--format", of_two, FORMATS)
    differ = store.diff(numbered("A", a), numbered("B", b))[[*KEY, "value_a", "value_b", "change"]]
    hand_over((tidy.csv if of_two == "csv" else tidy.json)(differ))
    return 0


@command()
@option("--region", "key_region")
@option("--approach", "key_approach")
@option("--item", "key_item")
@option("--price-basis", "key_price_basis")
@option("--frequency", "key_frequency")
@option("--period", "key_period")
@option("--measure", "key_measure")
@in_words
def history(lang: str, **asked: str | None) -> int:
    """Worded by `put_into_words`."""
    from data import store
    from exports import tidy
    from views.key import key

    wanted = key({name.removeprefix("key_"): found for name, found in asked.items() if found is not None})
    changes = store.history(None, **wanted).drop(columns="release")
    hand_over(tidy.csv(changes))
    if changes.empty:
        tell(say("terminal.no_history", lang, asked=", ".join(wanted.values())))
    return 0
