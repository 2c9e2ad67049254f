"""`table` and `sentence`: what the screen draws, as rows and as words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.edition import edition as chosen
from commands.terminal import command, hand_over, in_words, option, tell
from model.dimensions import Approach
from views.argument import WrongArgument, choice

if TYPE_CHECKING:
    import pandas as pd

    from model.release import Edition
    from views.terminal import Request

FORMATS: tuple[str, ...] = ("csv", "json", "xlsx")


@command()
@option("--region", required=True)
@option("--measure", required=True)
@option("--approach", default=[Approach.PRODUCTION.value])
@option("--price-basis")
@option("--frequency")
@click.option("--item", "items", multiple=True)
@option("--period")
@option("--base")
@option("--edition")
@option("--as-of")
@option("--format", "notation", default=["csv"])
@option("--out")
@in_words
def table(edition: str | None, as_of: str | None, notation: str, out: str | None, lang: str, **asked: Any) -> int:
    """Worded by `put_into_words`."""
    from views.terminal import frame, no_rows, request

    wanted = request(**asked)
    choice("--format", notation, FORMATS)
    if notation == "xlsx" and not out:
        raise WrongArgument("cli.wrong.xlsx_out")
    known = chosen(edition, as_of, lang)
    result = frame(known.observations, wanted)
    hand_over(_written(result, notation, known, wanted, lang), out)
    if result.empty:
        tell(no_rows(known.number, wanted, lang))
    return 0


@command()
@option("--region", required=True)
@option("--period", required=True)
@option("--edition")
@option("--as-of")
@in_words
def sentence(region: str, period: str, edition: str | None, as_of: str | None, lang: str) -> int:
    """Worded by `put_into_words`."""
    from views.overview import finding
    from views.terminal import period_asked, region_asked

    asked = region_asked(region), period_asked(period)
    hand_over(f"{finding(chosen(edition, as_of, lang).observations, *asked, lang)}\n".encode())
    return 0


def _written(result: pd.DataFrame, notation: str, known: Edition, asked: Request, lang: str) -> bytes:
    """The result in a format of `FORMATS`."""
    from exports import tidy

    if notation == "csv":
        return tidy.csv(result)
    if notation == "json":
        return tidy.json(result)
    from exports.passport import issue
    from views.terminal import sources, title

    origins = known.origins(sources(known.observations, asked, result))
    return tidy.xlsx(result, issue(known, origins, *title(asked, lang)), lang)
