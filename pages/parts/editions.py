"""The editions in effect, newest first, each with the way to open it and to see what it changed."""

import streamlit as st

from data import store
from exports.cells import plain_text
from exports.delimited import delimited
from pages.parts import address, known
from pages.parts.block import plain, small
from pages.parts.frame import Context
from pages.parts.navigation import ADDRESSES
from pages.parts.opened import opened
from text.dates import clock
from text.lookup import say
from text.numbers import number
from text.plain import plain as harmless

FEW = 6
HASH = 16
_DAY = "as_of_day"


def title(lang: str) -> str:
    """The newest edition and since when it has been in effect."""
    newest = known.newest()
    return say("rilis.title", lang, number=newest.number, date=clock(newest.effective_at, lang))


def listing(here: Context) -> None:
    """The list, and the form that sets the dashboard to a day."""
    entries = store.catalogue()[::-1]
    _as_known_on(entries[-1], here.lang)
    st.header(say("editions.head", here.lang), anchor=False)
    st.markdown(small(say("editions.about", here.lang)))
    for entry in entries[:FEW]:
        _entry(entry, here)
    if len(entries) > FEW and opened("editions", "editions.earlier", "editions.fewer", here.lang):
        for entry in entries[FEW:]:
            _entry(entry, here)
    st.download_button(
        say("editions.download", here.lang),
        data=lambda: _csv(entries, here.lang),
        file_name=f"pdrb-edisi-{entries[0].number}-{here.lang}.csv",
        mime="text/csv",
        key="editions-download",
        on_click="ignore",
    )


def link(page: str, words: str, **query: object) -> str:
    """A link of markdown to a page with these choices."""
    chosen = "&".join(f"{name}={value}" for name, value in query.items())
    return f"[{plain(words)}](./{ADDRESSES[page]}?{chosen})"


def _entry(entry: store.Entry, here: Context) -> None:
    """One edition: its number, its release, its content hash, and what can be opened."""
    lang, release = here.lang, entry.release
    badges = [say("editions.on_screen", lang)] if entry.number == here.edition.number else []
    badges += [say("editions.local", lang)] if release.mode == "local" else []
    told = say(
        "editions.line",
        lang,
        date=clock(release.effective_at, lang),
        kind=say(f"editions.kind.{release.kind}", lang),
        title=harmless(release.origin.words("title", lang)),
        count=number(release.rows, lang, 0),
    )
    common = {"lang": lang, "region": here.region}
    links = [link("overview", say("editions.open", lang), **common, edition=entry.number)]
    if entry.number > 1:
        words = say("editions.compare", lang, number=entry.number - 1)
        both = {"section": "compare", "older": entry.number - 1, "newer": entry.number}
        links.append(link("releases", words, **common, **both))
    with st.container(border=True, gap="xsmall"):
        marks = " ".join(f":gray-badge[{plain(badge)}]" for badge in badges)
        st.markdown(f"**{say('editions.edition', lang, number=entry.number)}** {marks}")
        st.markdown(plain(told))
        st.markdown(small(say("editions.hash", lang, release=release.id, hash=f"{entry.content_hash[:HASH]}…")))
        st.markdown(" · ".join(links))


def _csv(entries: tuple[store.Entry, ...], lang: str) -> bytes:
    """The list with full hashes, as the terminal's `editions` prints it, the newest first."""
    heads = ("edition", "release", "kind", "mode", "effective_at", "title", "rows", "sha256")
    rows = (
        [str(entry.number), entry.release.id, entry.release.kind, entry.release.mode,
         entry.release.effective_at.isoformat(), plain_text(harmless(entry.release.origin.words("title", lang))),
         str(entry.release.rows), entry.content_hash]
        for entry in entries
    )  # fmt: skip
    return delimited(heads, rows)


def _as_known_on(first: store.Entry, lang: str) -> None:
    """The form that sets every page to what was known on a day."""
    today = store.now().astimezone(store.JAKARTA).date()
    with st.container(border=True, gap="xsmall"):
        st.header(say("as_of.head", lang), anchor=False)
        st.markdown(small(say("as_of.about", lang)))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.date_input(
                say("as_of.day", lang),
                value=None,
                min_value=first.release.effective_at.date(),
                max_value=today,
                format="DD/MM/YYYY",
                key=_DAY,
                width=200,
            )
            st.button(say("as_of.do", lang), key="as_of_do", on_click=_set)


def _set() -> None:
    chosen = st.session_state.get(_DAY)
    if chosen is not None:
        address.forget("edition")
        address.take(as_of=chosen.isoformat())
