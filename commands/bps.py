"""`bps …`: tables straight from the WebAPI of BPS. A fetched table is read and checked as any file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.edition import edition
from commands.fetched import Outputs, asked_regions, asked_years, examined, may_submit, submitted
from commands.progress import progress
from commands.terminal import command, hand_over, in_words, option, tell
from text.lookup import regions, say
from views.argument import WrongArgument, choice

if TYPE_CHECKING:
    from data.webapi import Fetched, Wanted

TABLES: tuple[str, ...] = ("table", "title", "unit", "updated", "years")
NEWS: tuple[str, ...] = ("table", "year", "updated", "new", "revised", "newest", "title")


@click.group("bps", no_args_is_help=True)
@click.help_option("--help")
def bps() -> None:
    """Worded by `put_into_words`."""


@command("list")
@option("--domain", "bps_domain", default=["1275"])
@option("--search", "bps_search", default=[""])
@option("--kind", "bps_kind", default=["dynamic"])
@in_words
def list_tables(bps_domain: str, bps_search: str, bps_kind: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from data.webapi import Kind, table
    from desk import fetching
    from exports.cells import plain_text
    from exports.delimited import delimited

    kind = Kind(choice("--kind", bps_kind, Kind))
    domain = table("1", bps_domain).domain
    with progress(say("webapi.listing", lang)) as told:
        found = fetching.listed(kind, domain, bps_search, told)
    rows = [(row.name, plain_text(row.title), plain_text(row.unit), row.updated, row.years) for row in found]
    hand_over(delimited(TABLES, rows))
    return 0


@command("fetch")
@option("--table", "bps_table", required=True)
@option("--domain", "bps_domain")
@click.option("--region", "bps_regions", multiple=True)
@option("--years", "bps_years")
@option("--out", required=True)
@option("--problems", required=True)
@click.option("--submit", "bps_submit", is_flag=True)
@option("--by")
@click.option("--status", "statuses", multiple=True)
@option("--reason", default=[""])
@option("--fenomena", default=[""])
@click.option("--accept-dropped", is_flag=True)
@in_words
def fetch(out: str, problems: str, bps_submit: bool, by: str | None, lang: str, **asked: Any) -> int:
    """Worded by `put_into_words`."""
    from data.webapi import WebApiError
    from desk import fetching

    outputs = Outputs(out, problems)
    if bps_submit and not by:
        raise WrongArgument("cli.wrong.by_missing")
    wanted = _wanted(asked)
    person = may_submit(by) if bps_submit and by else None
    try:
        with progress(say("webapi.fetching", lang, table=wanted.table.name)) as told:
            fetched = fetching.fetch(wanted, told)
    except WebApiError as error:
        return outputs.without(error, wanted, lang)
    _tell_what_came(fetched, lang)
    code = submitted(fetched, outputs, person, lang, **asked) if person else examined(fetched, outputs, lang)
    fetched.settle()
    return code


def _wanted(asked: dict[str, Any]) -> Wanted:
    """What was asked for, taken out of the words that were typed."""
    from data.webapi import Wanted, table

    named = table(asked.pop("bps_table"), asked.pop("bps_domain"))
    return Wanted(named, asked_regions(asked.pop("bps_regions")), asked_years(asked.pop("bps_years")))


def _tell_what_came(fetched: Fetched, lang: str) -> None:
    years = ", ".join(map(str, fetched.years)) or "–"
    tell(say("webapi.fetched", lang, table=fetched.table.name, years=years, asked=fetched.asked))
    if fetched.kept:
        tell(say("webapi.kept", lang, years=", ".join(map(str, fetched.kept))))


@command("check")
@click.option("--table", "bps_tables", multiple=True)
@option("--domain", "bps_domain")
@option("--region", default=["1275"])
@in_words
def check(bps_tables: tuple[str, ...], bps_domain: str | None, region: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from data.webapi import declared, table
    from desk import fetching
    from exports.delimited import delimited

    named = tuple(table(name, bps_domain) for name in bps_tables) or tuple(one for one in declared() if one.levels)
    choice("--region", region, regions())
    known = edition(None, None, lang)
    found = []
    with progress(say("webapi.listing", lang)) as told:
        for place, one in enumerate(named):
            found.append(fetching.newer(one, region, known))
            told(place + 1, len(named))
    rows = [(news.table.name, str(news.year or ""), news.updated, str(news.new), str(news.revised), news.newest,
             news.table.title(lang)) for news in found]  # fmt: skip
    hand_over(delimited(NEWS, rows))
    count = sum(news.anything for news in found)
    said = say("webapi.newer", lang, edition=known.number, count=count)
    tell(said if count else say("webapi.nothing_newer", lang, edition=known.number))
    return 1 if count else 0


for member in (list_tables, fetch, check):
    bps.add_command(member)
