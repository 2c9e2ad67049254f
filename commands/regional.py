"""`regional`: a region beside another one, or beside its neighbours."""

from __future__ import annotations

from typing import Any

from commands.edition import edition as chosen
from commands.terminal import command, hand_over, in_words, option
from views.argument import choice

FORMATS: tuple[str, ...] = ("csv", "json")


@command()
@option("--method", required=True)
@option("--region", required=True)
@option("--reference")
@option("--from", "start")
@option("--to", "end")
@option("--variant")
@option("--edition")
@option("--as-of")
@option("--format", "of_two", default=["csv"])
@option("--out")
@in_words
def regional(edition: str | None, as_of: str | None, of_two: str, out: str | None, lang: str, **asked: Any) -> int:
    """Worded by `put_into_words`."""
    from exports import tidy
    from views.regional import frame, request

    choice("--format", of_two, FORMATS)
    obs = chosen(edition, as_of, lang).observations
    result = frame(obs, request(obs, **asked))
    hand_over((tidy.csv if of_two == "csv" else tidy.json)(result), out)
    return 0
