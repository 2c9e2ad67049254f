"""The list of *Ralat*: each correction with what was wrong, since when, and what is right; answers to readers."""

from datetime import datetime

import pandas as pd
import streamlit as st

from desk import corrections, reports
from desk.corrections import Correction
from pages.parts.block import plain, small
from pages.parts.editions import link
from pages.parts.frame import Context
from pages.parts.opened import opened
from text import lookup
from text.dates import clock, day
from text.lookup import say
from text.numbers import MISSING, number
from text.plain import plain as harmless
from views.changes import region

FEW, ANSWERS = 10, 10
LONGEST = 1000


def title(lang: str) -> str:
    """How many corrections there are, and of when the newest is."""
    found = corrections.corrections()
    if not found:
        return say("corrections.none", lang)
    date = day(found[0].entry.release.effective_at, lang, long=True)
    return say("corrections.title", lang, count=number(len(found), lang, 0), date=date)


def listing(here: Context) -> None:
    """Every correction in effect, the newest first."""
    st.markdown(small(say("corrections.about", here.lang)))
    for found in corrections.corrections():
        _one(found, here)
    _answers(here.lang)


def _one(found: Correction, here: Context) -> None:
    lang, entry, rows = here.lang, found.entry, found.figures
    with st.container(border=True, gap="small"):
        kind = say(f"editions.kind.{entry.release.kind}", lang)
        date = clock(entry.release.effective_at, lang)
        st.subheader(plain(say("corrections.head", lang, kind=kind, number=entry.number, date=date)), anchor=False)
        st.markdown(plain(harmless(entry.release.reason, LONGEST) or say("corrections.no_reason", lang)))
        if rows.empty:
            return
        st.markdown(plain(_since(rows, lang)))
        shown = rows
        if len(rows) > FEW and not opened(f"correction-{entry.number}", "corrections.all", "corrections.fewer", lang):
            shown = rows.head(FEW)
        right = {head: st.column_config.TextColumn(alignment="right") for head in _heads(lang, "wrong", "right")}
        st.dataframe(_table(shown, lang), hide_index=True, width="stretch", height="content", column_config=right)
        both = {"section": "compare", "older": entry.number - 1, "newer": entry.number}
        st.markdown(link("releases", say("corrections.compare", lang), lang=lang, region=here.region, **both))


def _since(rows: pd.DataFrame, lang: str) -> str:
    """How many figures were wrong, and since when the first of them."""
    moments = sorted(moment for moment in rows["since"].tolist() if moment)
    count = number(len(rows), lang, 0)
    if not moments:
        return say("corrections.lacked", lang, count=count)
    return say("corrections.since", lang, count=count, date=clock(datetime.fromisoformat(moments[0]), lang))


def _heads(lang: str, *names: str) -> list[str]:
    return [say(f"corrections.column.{name}", lang) for name in names]


def _table(rows: pd.DataFrame, lang: str) -> pd.DataFrame:
    """One line a figure, in ready words."""
    lines = [_line(row, lang) for row in rows.to_dict("records")]
    names = ("region", "item", "period", "wrong", "right", "since", "unit", "basis")
    return pd.DataFrame(lines, columns=_heads(lang, *names))


def _line(row: dict, lang: str) -> list[str]:
    since = day(datetime.fromisoformat(row["since"]), lang) if row["since"] else MISSING
    return [
        region(row["region"], lang, short=True),
        lookup.item(row["item"], lang, short=True),
        lookup.period(row["period"], lang),
        _value(row["value_a"], row["status_a"], lang),
        _value(row["value_b"], row["status_b"], lang),
        since,
        lookup.unit(row["unit"], lang),
        lookup.basis(row["price_basis"], lang, short=True),
    ]


def _value(value: float, status: object, lang: str) -> str:
    return number(value, lang) + (lookup.mark(status) if isinstance(status, str) else "")


def _answers(lang: str) -> None:
    """What was answered to readers, without their words."""
    found = reports.answered()[:ANSWERS]
    if found:
        st.header(say("corrections.answers", lang), anchor=False)
    for one in found:
        date = day(datetime.fromisoformat(one.answered_at), lang)
        head = say("corrections.answer", lang, id=one.id, date=date)
        st.markdown(f"**{plain(head)}** {plain(harmless(one.answer, LONGEST))}")
