"""The workbook to fill in: chosen by region, side, price basis and years, and saved."""

from functools import partial

import streamlit as st

from desk.practice import of_year
from exports.template import Template, template
from model.dimensions import Approach, PriceBasis
from text import lookup
from text.lookup import regions, say

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOTH = "both"
BASES: dict[str, tuple[PriceBasis, ...]] = {
    BOTH: (PriceBasis.CURRENT, PriceBasis.CONSTANT_2010),
    PriceBasis.CURRENT: (PriceBasis.CURRENT,),
    PriceBasis.CONSTANT_2010: (PriceBasis.CONSTANT_2010,),
}
YEARS = 8


def blank(region: str, newest: int, lang: str) -> None:
    """The choices of a template and its button; `newest` is the newest year that stands as a whole."""
    with st.popover(say("upload.template.head", lang), key="template"):
        place = st.selectbox(say("control.region", lang), regions(), index=regions().index(region),
                             format_func=lambda code: lookup.region(code, lang), key="template_region")  # fmt: skip
        side = st.selectbox(say("control.approach", lang), [*Approach], key="template_approach",
                            format_func=lambda code: say(f"approach.{code}.name", lang))  # fmt: skip
        bases = st.selectbox(say("control.basis", lang), tuple(BASES), key="template_basis",
                             format_func=lambda code: _basis(code, lang))  # fmt: skip
        offered = range(newest - YEARS + 1, newest + 2)
        years = st.multiselect(say("upload.template.years", lang), offered, [newest, newest + 1], key="template_years")
        quarters = st.checkbox(say("upload.template.quarters", lang), value=True, key="template_quarters")
        chosen = tuple(sorted(years))
        marks = {year: of_year(year, newest) for year in chosen}
        wanted = Template(place, chosen, BASES[bases], Approach(side), quarters, marks)
        st.download_button(
            say("upload.template.save", lang),
            data=partial(template, wanted, lang),
            file_name=f"pdrb-{place}-{side}-{'-'.join(map(str, chosen))}.xlsx",
            mime=SHEET,
            key="template_save",
            on_click="ignore",
            disabled=not chosen,
        )


def _basis(code: str, lang: str) -> str:
    return say("upload.template.both", lang) if code == BOTH else lookup.basis(code, lang)
