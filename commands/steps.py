"""The steps of a submission: approve, reject, send back, publish; and asking for an older edition back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from commands.acting import acting, in_mode
from commands.edition import numbered
from commands.terminal import answer, command, in_words, option
from text.lookup import say
from views.argument import text

if TYPE_CHECKING:
    from data import store


@command()
@click.argument("id", metavar="ID")
@option("--by", required=True)
@in_words
def approve(id: str, by: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from data import store
    from desk import workflow

    person, found = acting(by), store.submission(numbered("ID", id))
    made = workflow.approve(person, found.id, found.content_hash, store.edition().number)
    answer(*in_mode(person, lang), say("terminal.approved", lang, id=made.id, base=made.base))
    return 0


@command()
@click.argument("id", metavar="ID")
@option("--by", required=True)
@option("--reason", required=True)
@in_words
def reject(id: str, by: str, reason: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from desk import workflow

    person = acting(by)
    made = workflow.reject(person, numbered("ID", id), text("--reason", reason))
    answer(*in_mode(person, lang), say("terminal.rejected", lang, id=made.id))
    return 0


@command("send-back")
@click.argument("id", metavar="ID")
@option("--by", required=True)
@option("--reason", required=True)
@in_words
def send_back(id: str, by: str, reason: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from desk import workflow

    person = acting(by)
    made = workflow.send_back(person, numbered("ID", id), text("--reason", reason))
    answer(*in_mode(person, lang), say("terminal.returned", lang, id=made.id))
    return 0


@command()
@click.argument("id", metavar="ID")
@option("--by", required=True)
@option("--effective-at", required=True)
@option("--correction", default=[""])
@in_words
def publish(id: str, by: str, effective_at: str, correction: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from commands.moments import takes_effect
    from desk import workflow

    number, moment, person = numbered("ID", id), takes_effect(effective_at), acting(by)
    made = workflow.publish(person, number, moment, text("--correction", correction))
    answer(*in_mode(person, lang), _became(made, lang))
    return 0


def _became(made: store.Published, lang: str) -> str:
    """Which edition it is, that number last; else that it is scheduled, and for when."""
    from commands.moments import written

    if made.edition is None:
        return say("terminal.scheduled", lang, moment=written(made.effective_at))
    return say("terminal.published", lang, edition=made.edition)


@command()
@click.argument("edition", metavar="EDITION")
@option("--by", required=True)
@option("--reason", required=True)
@in_words
def rollback(edition: str, by: str, reason: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from desk import workflow

    number, person = numbered("EDITION", edition), acting(by)
    made = workflow.roll_back(person, number, text("--reason", reason))
    key = "terminal.rollback" if made.state == "waiting" else "terminal.rollback_before"
    answer(*in_mode(person, lang), say(key, lang, edition=number, id=made.id))
    return 0
