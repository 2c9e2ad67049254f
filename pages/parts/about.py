"""The sections of the page *Tentang*."""

import streamlit as st

from model.dimensions import STATUSES
from model.release import Edition, Origin, Release
from pages.parts.block import plain, small
from pages.parts.navigation import OPEN_TO_ALL
from text import lookup
from text.dates import day
from text.lookup import mark, say, texts
from text.numbers import number
from views import missing
from views.view import State


def section(key: str, lang: str, *entries: str) -> None:
    """A heading and its paragraphs."""
    st.header(say(f"{key}.head", lang), anchor=False)
    for entry in entries:
        st.markdown(plain(say(f"{key}.{entry}", lang)))


def contents(lang: str) -> None:
    """What each page shows."""
    lines = [
        f"- **{plain(say(f'page.{name}.name', lang))}**: {plain(say(f'page.{name}.description', lang))}"
        for name in OPEN_TO_ALL
    ]
    st.markdown("\n".join(lines))


def methods(lang: str) -> None:
    """Each measure: its name, its formula in words, and what it does not say."""
    st.header(say("about.method.head", lang), anchor=False)
    places = st.columns(2)
    for place, name in enumerate(_names("about.method.", ".formula")):
        with places[place % 2], st.container(border=True, gap="xsmall"):
            st.subheader(say(f"about.method.{name}.name", lang), anchor=False)
            st.markdown(plain(say(f"about.method.{name}.formula", lang)))
            st.markdown(small(say(f"about.method.{name}.note", lang)))


def marks(lang: str) -> None:
    """The marks beside periods, and what they say."""
    section("about.marks", lang, "rule")
    lines = [f"- **{plain(mark(status))}** {lookup.status(status, lang)}" for status in STATUSES if mark(status)]
    st.markdown("\n".join(lines))
    for entry in ("stars", "dash"):
        st.markdown(plain(say(f"about.marks.{entry}", lang)))


def gaps(edition: Edition, region: str, lang: str) -> None:
    """What the edition lacks for the region, found in its figures, and what no edition holds."""
    st.header(say("about.missing.head", lang), anchor=False)
    found = missing.sentences(edition.observations, State(region, lang))
    always = (say("about.missing.population", lang), say("about.missing.sums", lang))
    for sentence in (*found, *always):
        st.markdown(plain(sentence))


def sources(edition: Edition, lang: str) -> None:
    """Every release of the edition with its origin, in the order in which it took effect."""
    st.header(say("about.sources.head", lang), anchor=False)
    st.markdown(say("about.sources.intro", lang, number=edition.number))
    for number_, release in enumerate(edition.releases, 1):
        _source(number_, release, lang)
    st.markdown(small(say("about.sources.hash", lang, number=edition.number, hash=edition.content_hash)))


def _source(place: int, release: Release, lang: str) -> None:
    origin = release.origin
    count = say("about.sources.rows", lang, count=number(release.rows, lang, 0))
    with st.expander(f"{place}. {plain(origin.words('title', lang))} ({count})"):
        lines = [f"**{label}**: {plain(words)}" for label, words in _facts(origin, lang) if words]
        st.markdown("\n\n".join((*lines, f"<{origin.url}>")))


def _facts(origin: Origin, lang: str) -> list[tuple[str, str]]:
    """What the page says of an origin, label by label."""
    return [
        (say("about.sources.publisher", lang), origin.words("publisher", lang)),
        (say("about.sources.table", lang), origin.table),
        (say("about.sources.retrieved", lang), day(origin.retrieved, lang)),
        (say("about.sources.reached_us", lang), origin.reached_us),
        (say("about.sources.licence", lang), origin.words("licence", lang)),
        (say("about.sources.caveat", lang), origin.words("caveat", lang)),
    ]


def glossary(lang: str) -> None:
    """Each term, its counterpart in the other language, and its meaning."""
    st.header(say("about.glossary.head", lang), anchor=False)
    lines = [
        f"- **{plain(say(f'glossary.{name}.term', lang))}** (*{plain(say(f'glossary.{name}.other', lang))}*): "
        f"{plain(say(f'glossary.{name}.meaning', lang))}"
        for name in _names("glossary.", ".term")
    ]
    st.markdown("\n".join(lines))


def _names(before: str, after: str) -> list[str]:
    """The names between a prefix and a suffix of the text keys, in their order."""
    names = [key[len(before) : -len(after)] for key in texts() if key.startswith(before) and key.endswith(after)]
    return [name for name in names if name]
