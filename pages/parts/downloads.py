"""The downloads under a chart: CSV for Indonesian Excel, CSV, XLSX from the server; PNG and SVG from the browser."""

import re
from functools import partial

import streamlit as st

from exports.grid import chosen_first
from exports.passport import Passport
from exports.table import csv_indonesian, csv_plain, xlsx
from pages.parts.drawings import draw
from pages.parts.frame import Context
from pages.parts.picture import picture
from text import lookup
from text.lookup import say
from views.view import Panel

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = (
    ("csv_indonesian", csv_indonesian, "csv", "text/csv"),
    ("csv_plain", csv_plain, "csv", "text/csv"),
    ("xlsx", xlsx, "xlsx", SHEET),
)


def menu(here: Context, panel: Panel, passport: Passport, source: str) -> None:
    """The buttons of the menu; a file is made when its button is pressed."""
    lang, result = here.lang, chosen_first(panel.result, here.region)
    for name, make, ending, mime in FORMATS:
        st.download_button(
            say(f"download.{name}", lang),
            data=partial(make, result, passport, lang),
            file_name=f"{stem(panel, passport, lang)}{'-excel' if name == 'csv_indonesian' else ''}.{ending}",
            mime=mime,
            key=f"{name}-{panel.key}",
            on_click="ignore",
            width="stretch",
        )
    drawn = draw(panel, lang, "light")
    picture(
        f"picture-{panel.key}",
        title=panel.title,
        subtitle=panel.subtitle,
        source=" ".join((source, *panel.notes)),
        filename=stem(panel, passport, lang),
        lang=lang,
        container_key=f"block-{panel.key}".replace(".", "-"),
        names=[lookup.item(code, lang, short=True) if code else "" for code in drawn],
        figures=tuple(drawn.values()) if here.theme == "dark" else (),
    )


def stem(panel: Panel, passport: Passport, lang: str) -> str:
    """The name of a file: region, chart, newest period, edition, language, in letters that every file system takes."""
    chart, period = (re.sub(r"[^a-z0-9]+", "-", part.lower()) for part in (panel.key, max(panel.result["period"])))
    return f"pdrb-{passport.region}-{chart}-{period}-edisi-{passport.edition}-{lang}"
