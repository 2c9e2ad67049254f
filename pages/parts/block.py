"""The block of one chart: finding, chart, source line, the same numbers as a table, and downloads."""

from functools import lru_cache

import streamlit as st

from charts.template import CONFIG
from exports.grid import footnotes
from exports.passport import issue
from pages.parts import downloads
from pages.parts.frame import Context
from pages.parts.opened import opened
from pages.parts.prepared import Page
from pages.parts.table import rows
from text import lookup
from text.lookup import say
from views.view import Panel

ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "*[]$~_`"})
ABREAST, MULTIPLE = 3, 240
KEPT = 4096


@lru_cache(maxsize=KEPT)
def plain(words: str) -> str:
    """Words as markdown shows them unchanged: marks, brackets and dollar signs keep their own meaning."""
    return words.translate(ESCAPED)


def small(words: str) -> str:
    """Words in the small grey type of subtitles and source lines."""
    return f":small[:gray[{plain(words)}]]"


def block(here: Context, made: Page, panel: Panel) -> None:
    """Draws one panel. Table and downloads are made when they are asked for, by a run of the page's body.

    A fragment of its own would cost every change of a filter more than it saves whoever opens a table.
    """
    with st.container(key=f"block-{panel.key}".replace(".", "-"), gap="xxsmall"):
        st.header(plain(panel.title), anchor=False)
        st.markdown(small(panel.subtitle))
        _charts(here, made, panel)
        st.markdown(small(" ".join((made.sources[panel.key], *panel.notes))))
        _below(here, made, panel)


def _charts(here: Context, made: Page, panel: Panel) -> None:
    """The chart; small multiples stand three abreast, and one below the other on a phone."""
    figures = made.figures[panel.key]
    if list(figures) == [""]:
        _chart(panel, figures[""], f"chart-{panel.key}", panel.title, here.lang)
        return
    with st.grid(ABREAST, min_column_width=MULTIPLE):
        for code, figure in figures.items():
            with st.container(gap="xxsmall"):
                name = lookup.item(code, here.lang, short=True)
                st.subheader(name, anchor=False)
                _chart(panel, figure, f"chart-{panel.key}-{code}", panel.told.get(code, name), here.lang)


def _chart(panel: Panel, figure: object, key: str, finding: str, lang: str) -> None:
    """One chart; who does not see it hears what it is, what it shows, and of which measure, area and periods."""
    words = {"finding": finding, "subtitle": panel.subtitle, "table": say("block.table_below", lang)}
    st.plotly_chart(
        figure,
        theme=None,
        width="stretch",
        height="content",
        config=CONFIG,
        alt=say("alternative.chart", lang, kind=say(f"chart.{panel.chart}", lang), **words),
        key=key,
    )


def _below(here: Context, made: Page, panel: Panel) -> None:
    """The buttons under a chart, and the table where it is open."""
    with st.container(horizontal=True):
        table_open = opened(f"table-{panel.key}", "block.table", "block.table_close", here.lang)
        with st.popover(say("block.download", here.lang), key=f"download-{panel.key}", on_change="rerun") as menu:
            if menu.open:
                sources = here.edition.origins(panel.rows)
                passport = issue(here.edition, sources, panel.title, panel.subtitle, here.region, panel.notes)
                downloads.menu(here, panel, passport, made.sources[panel.key])
    if table_open:
        table = rows(panel.result, here.lang, here.region)
        names = {say("table.region", here.lang), say("table.item", here.lang)}
        right = {head: st.column_config.TextColumn(alignment="right") for head in table.columns if head not in names}
        st.dataframe(table, hide_index=True, width="stretch", height="content", column_config=right)
        for words in footnotes(panel.result, here.lang):
            if words not in panel.notes:
                st.markdown(small(words))
