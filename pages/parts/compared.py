"""Two editions, one beside the other: what changed for the region on screen, and all differences to take along."""

import streamlit as st

from data import store
from data.kept import kept
from exports import difference as exported
from pages.parts import address, changes
from pages.parts.block import plain, small
from pages.parts.difference_table import table
from pages.parts.frame import Context
from pages.parts.opened import opened
from text import lookup
from text.dates import day
from text.lookup import say
from text.numbers import number
from views.changes import Changes, view
from views.compared import as_handed_in

KEPT = 64
MOST = 300
"""Rows of the table on the page; the download has all."""


def two(here: Context) -> None:
    """The choice of two editions and what they say otherwise."""
    older, newer = _chosen(here.lang)
    if older.number == newer.number:
        st.info(say("compared.same", here.lang))
        return
    found = _changes(older.number, older.content_hash, newer.number, newer.content_hash, here.region, here.lang)
    differ = store.diff(older.number, newer.number)
    own = differ[differ["region"] == here.region]
    if own.empty:
        name = lookup.region(here.region, here.lang)
        st.info(say("compared.nothing", here.lang, region=name, older=older.number, newer=newer.number))
    else:
        st.subheader(plain(found.finding), anchor=False)
        changes.show(found, f"editions-{older.number}-{newer.number}", here.lang)
    st.markdown(small(say("compared.everywhere", here.lang, count=number(len(differ), here.lang, 0))))
    _downloads(older.number, newer.number, here.lang)
    if not own.empty and opened("compared", "compared.table", "compared.table_close", here.lang):
        st.dataframe(table(own.head(MOST), older.number, newer.number, here.lang), hide_index=True, width="stretch")
        if len(own) > MOST:
            st.markdown(small(say("compared.most", here.lang, count=MOST)))


def _chosen(lang: str) -> tuple[store.Entry, store.Entry]:
    """The two editions; the newest and the one before it where none is chosen."""
    entries = {str(entry.number): entry for entry in store.catalogue()}
    numbers = tuple(entries)[::-1]

    def words(asked: str) -> str:
        found = entries[asked]
        return say("compared.option", lang, number=found.number, date=day(found.release.effective_at, lang))

    with st.container(horizontal=True):
        older, newer = (
            address.choose(
                name,
                numbers,
                default,
                lambda key, name=name: st.selectbox(  # type: ignore[misc]
                    say(f"compared.{name}", lang), numbers, format_func=words, key=key, width="stretch"
                ),
            )
            for name, default in (("older", numbers[min(1, len(numbers) - 1)]), ("newer", numbers[0]))
        )
    return entries[older], entries[newer]


def _downloads(older: int, newer: int, lang: str) -> None:
    """Every difference, of all regions; made when it is asked for."""
    name = f"pdrb-edisi-{older}-{newer}"
    with st.container(horizontal=True):
        st.download_button(
            say("compared.csv_indonesian", lang),
            data=lambda: exported.csv_indonesian(store.diff(older, newer), older, newer, lang),
            file_name=f"{name}-excel-{lang}.csv",
            mime="text/csv",
            key="compared-csv-indonesian",
            on_click="ignore",
        )
        st.download_button(
            say("compared.csv_plain", lang),
            data=lambda: exported.csv_plain(store.diff(older, newer), older, newer),
            file_name=f"{name}.csv",
            mime="text/csv",
            key="compared-csv-plain",
            on_click="ignore",
        )


@kept(KEPT)
def _changes(older: int, older_hash: str, newer: int, newer_hash: str, region: str, lang: str) -> Changes:
    """The comparison of two published editions, made once; the hashes keep two editions of one number apart."""
    rows = as_handed_in(store.diff(older, newer), store.edition(newer).observations, region)
    return view(store.edition(older).observations, rows, lang)
