"""*Ambil dari BPS* from top to bottom: what to fetch, how far it is, and the way to the comparison on *Unggah*."""

from dataclasses import dataclass

import streamlit as st

from data import webapi
from data.webapi import Fetched, SourceTable, Wanted, WebApiError
from desk import fetching as desk
from desk.draft import Said
from desk.rights import Action, require
from pages.parts import identity
from pages.parts.block import small
from pages.parts.frame import Context
from pages.parts.refused import told, words
from pages.parts.upload import drafts
from pages.parts.upload.examined import newest_year
from text import lookup
from text.lookup import regions, say
from text.plain import plain
from text.problem import message

FIRST_YEAR = 2010
LONGEST = 120


@dataclass(frozen=True)
class Wish:
    """What was chosen: declared tables, the name of another one, regions (none are all), and the years."""

    tables: tuple[SourceTable, ...]
    other: str
    regions: tuple[str, ...]
    first: int
    last: int


def fetching(here: Context) -> None:
    """Draws the page; what is refused ends it with a sentence."""
    lang = here.lang
    st.title(say("fetch.title", lang), anchor=False)
    st.markdown(small(say("fetch.subtitle", lang)))
    with told(lang):
        if not webapi.there_is_one():
            st.info(say("fetch.no_key", lang))
            return
        wish = _wish(here)
        nothing = not (wish.tables or wish.other) or wish.first > wish.last
        if st.button(say("fetch.do", lang), key="fetch_do", type="primary", disabled=nothing):
            _fetch(wish, lang)


def _wish(here: Context) -> Wish:
    """The choices."""
    lang, newest = here.lang, newest_year()
    years = range(newest + 1, FIRST_YEAR - 1, -1)
    names_here, number_here = st.columns((3, 1))
    places_here, first_here, last_here = st.columns((2, 1, 1))
    with names_here:
        names = _tables(lang)
    with number_here:
        other = st.text_input(
            say("fetch.other", lang), max_chars=LONGEST, key="fetch_other", help=say("fetch.other_help", lang)
        )
    with places_here:
        places = st.multiselect(
            say("fetch.regions", lang),
            regions(),
            [here.region] if here.region in regions() else [],
            format_func=lambda code: lookup.region(code, lang),
            placeholder=say("fetch.regions_hint", lang),
            key="fetch_regions",
        )
    first = first_here.selectbox(say("fetch.first", lang), years, index=1, key="fetch_first")
    last = last_here.selectbox(say("fetch.last", lang), years, index=0, key="fetch_last")
    return Wish(names, (other or "").strip(), tuple(places), first, last)


def _tables(lang: str) -> tuple[SourceTable, ...]:
    """The declared tables that are chosen."""
    declared = {table.name: table for table in webapi.declared() if table.levels}
    names = st.multiselect(
        say("fetch.tables", lang),
        tuple(declared),
        format_func=lambda name: f"{name} · {declared[name].title(lang)}",
        placeholder=say("fetch.tables_hint", lang),
        key="fetch_tables",
    )
    return tuple(declared[name] for name in names)


def _fetch(wish: Wish, lang: str) -> None:
    """Fetches one table after the other; when all came, the comparison opens, else what went wrong is told."""
    require(identity.person(), Action.UPLOAD)
    tables = (*wish.tables, *((webapi.table(wish.other),) if wish.other else ()))
    failures, came = [], 0
    for table in tables:
        why = _one(table, wish, lang)
        came += why is None
        if why is not None:
            failures.append(say("fetch.failed", lang, table=plain(table.name), why=why))
    if not failures:
        st.switch_page("pages/upload.py")
    for failure in failures:
        st.error(failure)
    st.markdown(small(say("fetch.again", lang)))
    if came:
        st.page_link("pages/upload.py", label=say("fetch.drafts", lang))


def _one(table: SourceTable, wish: Wish, lang: str) -> str | None:
    """Fetches one table and makes it a draft; gives the sentence that says why it is none."""
    if not drafts.is_room():
        return say("upload.too_many", lang, count=drafts.MOST)
    bar = st.progress(0.0)

    def told_far(done: int, count: int) -> None:
        bar.progress(done / max(count, 1), say("fetch.progress", lang, table=table.name, done=done, count=count))

    wanted = Wanted(table, wish.regions or regions(), tuple(range(wish.first, wish.last + 1)))
    try:
        fetched = desk.fetch(wanted, told_far)
    except WebApiError as error:
        return words(error, lang)
    finally:
        bar.empty()
    return _kept(fetched, lang)


def _kept(fetched: Fetched, lang: str) -> str | None:
    """Makes a table that came a draft; gives the sentence of one that is refused."""
    with st.spinner(say("upload.examining", lang)):
        problem = drafts.keep_one(fetched.name, fetched.content, Said(source=desk.source(fetched)))
    fetched.settle()
    if problem is not None:
        return message(problem, lang)
    years = ", ".join(map(str, fetched.years)) or "–"
    drafts.tell("success", say("fetch.came", lang, table=plain(fetched.table.name), years=years))
    return None
