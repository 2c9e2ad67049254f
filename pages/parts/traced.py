"""One figure of the region on screen through all editions: chosen by side, item, price basis, period and measure."""

import pandas as pd
import streamlit as st

from data import store
from model.items import order
from model.observations import WITHDRAWN
from pages.parts import address
from pages.parts.block import plain
from pages.parts.frame import Context
from text import lookup
from text.dates import clock
from text.lookup import say
from text.plain import plain as harmless
from views import traced


def history(here: Context) -> None:
    """The choice of a figure, how often it was revised, and each value since when."""
    st.header(say("traced.head", here.lang), anchor=False)
    key = _chosen(here)
    if key is None:
        name = lookup.region(here.region, here.lang)
        st.info(say("traced.nothing", here.lang, region=name))
        return
    found = store.history(None, region=here.region, **key)
    with st.container(border=True):
        st.markdown(plain(traced.finding(found, here.lang)))
    right = {say("traced.change", here.lang), say("traced.value", here.lang, unit=_unit(found, here.lang))}
    aligned = {head: st.column_config.TextColumn(alignment="right") for head in right}
    st.dataframe(_table(found, here.lang), hide_index=True, width="stretch", column_config=aligned)


def _chosen(here: Context) -> dict[str, str] | None:
    """The columns of the key that were chosen, one after the other, each among what the ones before leave."""
    obs, lang = here.edition.observations, here.lang
    rows = obs[obs["region"] == here.region]
    if rows.empty:
        return None
    steps = (
        ("approach", "approach", sorted(set(rows["approach"]), reverse=True)),
        ("item", "item", None),
        ("basis", "price_basis", None),
        ("measure", "measure", None),
        ("period", "period", None),
    )
    chosen: dict[str, str] = {}
    with st.container(horizontal=True):
        for name, column, options in steps:
            codes = _ordered(column, set(rows[column])) if options is None else options
            chosen[column] = _select(name, tuple(codes), lang)
            rows = rows[rows[column] == chosen[column]]
    return chosen


def _ordered(column: str, codes: set[str]) -> list[str]:
    """The codes in the order of print; of periods the newest first, years before quarters."""
    if column == "item":
        return sorted(codes, key=lambda code: (code != "TOTAL", order(code)))
    if column == "period":
        return sorted(sorted(codes, reverse=True), key=len)
    return sorted(codes, reverse=column == "price_basis" and "constant_2010" not in codes)


def _select(name: str, codes: tuple[str, ...], lang: str) -> str:
    words = {
        "approach": lambda code: say(f"approach.{code}.name", lang),
        "item": lambda code: lookup.item(code, lang, short=True),
        "basis": lambda code: lookup.basis(code, lang, short=True),
        "measure": lambda code: lookup.measure(code, lang, short=True),
        "period": lambda code: lookup.period(code, lang),
    }[name]
    label = say("traced.item" if name == "item" else f"control.{name}", lang)
    return address.choose(
        name, codes, codes[0], lambda key: st.selectbox(label, codes, format_func=words, key=key, width="stretch")
    )


def _unit(found: pd.DataFrame, lang: str) -> str:
    return lookup.unit(found["unit"].iloc[-1], lang)


def _table(found: pd.DataFrame, lang: str) -> pd.DataFrame:
    """One line a change, the newest first."""
    releases = {release.id: release for release in store.edition().releases}
    moments = [clock(releases[id].effective_at, lang) for id in found["release"]]
    titles = [harmless(releases[id].origin.words("title", lang)) for id in found["release"]]
    statuses = [
        say("traced.taken_out", lang) if status == WITHDRAWN else lookup.status(status, lang)
        for status in found["status"]
    ]
    columns = {
        say("traced.edition", lang): found["edition"].tolist(),
        say("traced.date", lang): moments,
        say("traced.value", lang, unit=_unit(found, lang)): [traced.amount(row, lang) for _, row in found.iterrows()],
        say("traced.change", lang): traced.steps(found, lang),
        say("traced.status", lang): statuses,
        say("traced.release", lang): titles,
    }
    return pd.DataFrame(columns).iloc[::-1]
