"""What a table would change, drawn: counts, the map, the largest revisions, growth and sentences before and after.

Shared by *Unggah* and *Rilis*. What is shown is not published: it goes to the page and into no download.
"""

from collections.abc import Callable, Sequence
from math import isnan

import pandas as pd
import streamlit as st

from charts.changes import changes as changes_map
from charts.template import CONFIG
from pages.parts import frame
from pages.parts.block import plain, small
from pages.parts.opened import opened
from text import lookup
from text.lookup import say
from text.numbers import number, signed
from views.changed_sentences import Told
from views.changes import Changes, Part, region

SENTENCES = 8
_KEYS = {"equal": "gray", "up": "blue", "down": "orange", "new": "green", "withdrawn": "gray"}
_NUMBERS = ("before", "after", "size", "percent", "points")


@st.fragment
def show(changes: Changes, key: str, lang: str) -> None:
    """Draws the changes; `key` sets the widgets of one comparison apart from those of another."""
    with st.container(key=f"changes-{key}"):
        _cards(changes, lang)
        if changes.nothing and not changes.counts["status"]:
            return
        if changes.parts:
            part = _chosen(changes.parts, key, lang)
            left, right = st.columns(2, gap="large")
            with left:
                _map(part, key, lang)
            with right:
                _largest(changes, lang)
                _growth(part, lang)
        _sentences(changes, key, lang)


def _cards(changes: Changes, lang: str) -> None:
    counts = changes.counts
    notes = {
        "revised": say("changes.card.up_down", lang, up=counts["up"], down=counts["down"]) if counts["revised"] else "",
        "equal": say("changes.card.status", lang, count=counts["status"]) if counts["status"] else "",
    }
    with st.container(horizontal=True):
        for kind in ("new", "revised", *(("withdrawn",) if counts["withdrawn"] else ()), "equal"):
            st.metric(
                say(f"changes.card.{kind}", lang),
                number(counts[kind], lang, 0),
                notes.get(kind) or None,
                delta_color="off",
                delta_arrow="off",
                border=True,
                width=160,
                height="stretch",
            )


def _chosen(parts: Sequence[Part], key: str, lang: str) -> Part:
    """The part that is shown: the first, or the one that is chosen."""
    if len(parts) == 1:
        return parts[0]
    named = {part.key: part for part in parts}
    words = say("changes.part.choose", lang)
    return named[st.selectbox(words, tuple(named), format_func=lambda name: named[name].label, key=f"{key}-part")]


def _map(part: Part, key: str, lang: str) -> None:
    with st.container(gap="xxsmall"):
        st.header(plain(part.title), anchor=False)
        st.markdown(small(part.subtitle))
        st.markdown(" ".join(_key_of(name, lang) for name in _KEYS if name in part.classes))
    st.plotly_chart(
        changes_map(part.drawn, lang, frame.theme()),
        theme=None,
        width="stretch",
        height="content",
        config=CONFIG,
        alt=say("alternative.chart", lang, kind=say("chart.changes", lang), finding=part.title,
                subtitle=part.subtitle, table=say("block.table_below", lang)),
        key=f"{key}-map",
    )  # fmt: skip
    if opened(f"{key}-table", "block.table", "block.table_close", lang):
        _table(part.values, lang, ("item", "period", "kind", "size", "percent", "before", "after"))


def _key_of(name: str, lang: str) -> str:
    return f":{_KEYS[name]}-background[{plain(say(f'changes.cell.key.{name}', lang))}]"


def _largest(changes: Changes, lang: str) -> None:
    if changes.largest.empty:
        return
    _head("largest", say("changes.section.largest_subtitle", lang), lang)
    several = changes.largest["region"].nunique() > 1
    columns = ("region",) if several else ()
    _table(changes.largest, lang, (*columns, "item", "period", "size", "percent", "before", "after"))


def _growth(part: Part, lang: str) -> None:
    _head("growth", part.growth_subtitle, lang)
    if part.growth.empty:
        st.markdown(say("changes.section.growth_none", lang))
    else:
        rates = part.growth.rename(columns={"change": "points"})
        several = ("measure",) if rates["measure"].nunique() > 1 else ()
        _table(rates, lang, ("item", *several, "period", "before", "after", "points"))


def _sentences(changes: Changes, key: str, lang: str) -> None:
    _head("sentences", "", lang)
    if not changes.sentences:
        st.markdown(say("changes.section.sentences_none", lang))
    for sentence in changes.sentences[:SENTENCES]:
        _sentence(sentence, lang)
    if len(changes.sentences) > SENTENCES and opened(
        f"{key}-sentences", "changes.section.all", "changes.section.fewer", lang
    ):
        for sentence in changes.sentences[SENTENCES:]:
            _sentence(sentence, lang)
    if changes.unread:
        st.markdown(small(say("changes.section.sentences_more", lang, count=number(changes.unread, lang, 0))))


def _sentence(sentence: Told, lang: str) -> None:
    key = "opening" if sentence.opening else "of_period"
    period = lookup.period(sentence.period, lang)
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            f"**{plain(say(f'changes.section.{key}', lang, region=region(sentence.region, lang), period=period))}**"
        )
        for name in ("before", "after"):
            words = getattr(sentence, name) or say("changes.section.no_sentence", lang)
            st.markdown(f":gray[{say(f'changes.section.{name}', lang)}]  \n{plain(words)}")


def _head(name: str, subtitle: str, lang: str) -> None:
    with st.container(gap="xxsmall"):
        st.header(say(f"changes.section.{name}", lang), anchor=False)
        if subtitle:
            st.markdown(small(subtitle))


def _table(rows: pd.DataFrame, lang: str, columns: Sequence[str]) -> None:
    """Rows as ready words, in the order given."""
    words = {name: [_WORDS[name](row, lang) for _, row in rows.iterrows()] for name in columns}
    heads = {name: say(f"changes.column.{name}", lang) for name in columns}
    right = {heads[name]: st.column_config.TextColumn(alignment="right") for name in columns if name in _NUMBERS}
    table = pd.DataFrame({heads[name]: words[name] for name in columns})
    st.dataframe(table, hide_index=True, width="stretch", height="content", column_config=right)


def _period(row: pd.Series, lang: str) -> str:
    status = row.get("status_after", "") or row.get("status_before", "")
    return lookup.period(row["period"], lang, status)


def _percent(row: pd.Series, lang: str) -> str:
    return "" if isnan(row["percent"]) else signed(row["percent"], lang)


_WORDS: dict[str, Callable[[pd.Series, str], str]] = {
    "region": lambda row, lang: region(row["region"], lang, short=True),
    "item": lambda row, lang: lookup.item(row["item"], lang, short=True),
    "measure": lambda row, lang: say(f"kind.{row['measure']}", lang),
    "period": _period,
    "kind": lambda row, lang: say(f"changes.kind.{row['kind']}", lang),
    "before": lambda row, lang: number(row["before"], lang),
    "after": lambda row, lang: number(row["after"], lang),
    "size": lambda row, lang: signed(row["size"], lang),
    "percent": _percent,
    "points": lambda row, lang: signed(row["points"], lang),
}
