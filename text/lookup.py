"""Every word on screen and on paper, looked up by key or code and language (`id` or `en`).

Sentences lie in `text/*.toml`, merged under dotted keys; each leaf holds `id` and `en`. Labels of items and regions lie
in `items.csv` and `regions.csv`.
"""

import csv
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter

from model.dimensions import Reason, Status
from model.period import parse

LANGUAGES: tuple[str, ...] = ("id", "en")

_FOLDER = Path(__file__).parent
_MARKS: dict[str, str] = {
    "": "",
    Status.FINAL: "",
    Status.REVISED: "r",
    Status.PRELIMINARY: "*",
    Status.VERY_PRELIMINARY: "**",
    Status.ESTIMATED: "e",
    Status.UNKNOWN: "?",
}
_SIGNS: dict[str, str] = {Reason.SMALL_BASE: "†"}
_REBASED = "rebased_"


def _leaves(node: dict, path: str = "") -> dict[str, dict[str, str]]:
    """The leaves below a table of TOML, by dotted key."""
    if set(node) <= set(LANGUAGES):
        return {path: node}
    found: dict[str, dict[str, str]] = {}
    for name, below in node.items():
        found |= _leaves(below, f"{path}.{name}" if path else name)
    return found


@cache
def texts() -> dict[str, dict[str, str]]:
    """Every key with its words in each language; ValueError when two files hold the same key."""
    merged: dict[str, dict[str, str]] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        leaves = _leaves(tomllib.loads(path.read_text(encoding="utf-8")))
        twice = sorted(set(leaves) & set(merged))
        if twice:
            raise ValueError(f"{path.name}: keys that another file holds too: {twice}")
        merged |= leaves
    return merged


@cache
def below(prefix: str) -> tuple[str, ...]:
    """The names directly below a prefix, in the order of the file: for lists that a page walks through.

    >>> below("frequency")
    ('A', 'Q')
    """
    start = f"{prefix}."
    return tuple(dict.fromkeys(key.removeprefix(start).split(".")[0] for key in texts() if key.startswith(start)))


def slots(template: str) -> frozenset[str]:
    """The names of the slots of a template.

    >>> sorted(slots("Edisi {number}, {day}"))
    ['day', 'number']
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def say(key: str, lang: str, **values: object) -> str:
    """The words under `key` in `lang`, their slots filled; KeyError that names the key when one is missing.

    >>> say("page.growth.name", "id")
    'Pertumbuhan'
    """
    try:
        template = texts()[key][lang]
    except KeyError as missing:
        raise KeyError(f"no text {key!r} in language {lang!r}") from missing
    try:
        return template.format_map(values)
    except KeyError as missing:
        raise KeyError(f"text {key!r} needs slot {missing.args[0]!r}") from missing


@cache
def _labels(name: str) -> dict[str, dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row for row in csv.DictReader(lines)}


def _label(file: str, code: str, column: str) -> str:
    try:
        return _labels(file)[code][column]
    except KeyError as missing:
        raise KeyError(f"no {column} of {code!r} in {file}") from missing


def items() -> tuple[str, ...]:
    """The codes of all items that have labels."""
    return tuple(_labels("items.csv"))


def item(code: str, lang: str, short: bool = False) -> str:
    """The label of an item: the full official name, or a short one for axes and controls.

    >>> item("H", "id"), item("H", "id", short=True)
    ('Transportasi dan Pergudangan', 'Transportasi')
    """
    return _label("items.csv", code, f"{'short' if short else 'label'}_{lang}")


def item_in_sentence(code: str, lang: str) -> str:
    """The name of an item inside a sentence, without the capital of a label; the label itself for parts.

    >>> item_in_sentence("I", "id"), item_in_sentence("TOTAL", "en")
    ('akomodasi dan makan minum', 'GRDP')
    """
    return _label("items.csv", code, f"sentence_{lang}") or item(code, lang)


def regions() -> tuple[str, ...]:
    """The codes of the regions that can be chosen: the province, then its regencies and cities in BPS order."""
    return tuple(code for code, row in _labels("regions.csv").items() if row["level"] != "nation")


def region(code: str, lang: str, short: bool = False) -> str:
    """The name of a region as a label, or short for axes and end labels.

    >>> region("12", "id"), region("1275", "en"), region("12", "id", short=True)
    ('Provinsi Sumatera Utara', 'Kota Medan', 'Sumut')
    """
    return _label("regions.csv", code, f"{'short' if short else 'name'}_{lang}")


def region_in_sentence(code: str, lang: str) -> str:
    """The name of a region inside a sentence: a province goes without its level.

    >>> region_in_sentence("12", "id"), region_in_sentence("1275", "id")
    ('Sumatera Utara', 'Kota Medan')
    """
    return _label("regions.csv", code, f"sentence_{lang}")


def region_in_title(code: str, lang: str) -> str:
    """The bare name of a region, for titles and comparisons.

    >>> region_in_title("1275", "id"), region_in_title("12", "id")
    ('Medan', 'Sumatera Utara')
    """
    short = _label("regions.csv", code, "level") in ("kabupaten", "kota")
    return region(code, lang, short=True) if short else region_in_sentence(code, lang)


def mark(status: str | None) -> str:
    """The mark that stands beside a figure or period of this status; none for final.

    >>> mark("very_preliminary"), mark("final"), mark(None)
    ('**', '', '')
    """
    return _MARKS[status or ""]


def sign(reason: str) -> str:
    """The sign beside a figure that is special for this reason; none for other reasons.

    >>> sign("small_base"), sign("")
    ('†', '')
    """
    return _SIGNS.get(reason, "")


@lru_cache(maxsize=4096)
def period(text: str, lang: str, status: str | None = None, short: bool = False) -> str:
    """A period in words with its mark; a span `2021/2025` carries the mark at its end.

    >>> period("2026-Q2", "id", "very_preliminary"), period("2026-Q2", "en"), period("2021/2025", "id")
    ('Triwulan II-2026**', 'Q2 2026', '2021–2025')
    """
    words = []
    for end in text.split("/"):
        year, quarter = parse(end)
        if quarter is None:
            words.append(str(year))
        else:
            key = "period.quarter_short" if short else "period.quarter"
            words.append(say(key, lang, number=say(f"period.number.{quarter}", lang), year=year))
    return "–".join(words) + mark(status)


def measure(code: str, lang: str, short: bool = False) -> str:
    """The name of a measure; the short one fits a control.

    >>> measure("contribution_yoy", "id")
    'Sumber pertumbuhan y-on-y'
    """
    return say(f"measure.{code}.{'short' if short else 'name'}", lang)


def basis(code: str, lang: str, short: bool = False) -> str:
    """The name of a price basis, as it stands in a subtitle; the short one fits a control."""
    return say(f"basis.{code}.{'short' if short else 'name'}", lang)


def unit(code: str, lang: str) -> str:
    """The name of a unit, as it stands in a subtitle and at the head of a column."""
    return say(f"unit.{code}", lang)


def status(code: str, lang: str) -> str:
    """The name of a status in words."""
    return say(f"status.{code}", lang)


def reason(code: str, lang: str) -> str:
    """Why a value is missing or what is special about it, in words; empty for no reason.

    >>> reason("rebased_2021", "id")
    'tahun dasar indeks dipindah ke 2021 karena angka tahun dasar yang diminta tidak tersedia'
    """
    if code.startswith(_REBASED):
        return say("reason.rebased", lang, year=code.removeprefix(_REBASED))
    return say(f"reason.{code}", lang) if code else ""
