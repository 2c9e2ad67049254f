"""What a title says that a table is about: one item in all its rows, or something else than the product of a region.

Publications print a table an industry, with regions in its rows (`PDRB Kabupaten/Kota, Kategori C`), and books
of an office hold tables of population, employment, credit or budgets by industry beside those of the product.
"""

import re
from functools import cache

from data import labels, places
from data.layouts.cell_word import is_foreign, is_note, says_product
from data.layouts.context import Line, is_sentence
from data.layouts.words import words
from model.items import TOTAL, TOTAL_NONMIGAS

_OTHER = re.compile(
    r"\b(?:penduduk|population|(?:angkatan|tenaga|jam)\s+kerja|pekerja\w*|bekerja|pengangguran\w*|un?employ\w*|employ\w*"
    r"|lab(?:ou)?r\s+force|kemiskinan|miskin|poverty|indeks\s+harga|price\s+index|ihk|upah|wages?|apbd|anggaran|budget"
    r"|pendapatan\s+(?:asli\s+)?(?:daerah|negara)|belanja|pajak|retribusi|tax(?:es)?|realisasi|(?:pma|pmdn)"
    r"|investasi|investments?|kredit|pinjaman|simpanan|credits?|loans?|deposits?|luas\s+(?:panen|lahan|wilayah|daerah)"
    r"|produksi\s+(?:padi|tanaman|ikan|daging|perikanan|pertanian)|kendaraan|wisatawan|tourists?|perusahaan\s+menurut"
    r"|jumlah\s+(?:perusahaan|usaha|unit))\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:dinas|badan|kantor|bagian|bappeda|kementerian|pemerintah|office|department)\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:proyeksi|target|ramalan|prakiraan|project(?:ed|ions?)|forecasts?|targets?)\W+(?:\w+\W+){0,3}?(?:pdrb|grdp|produk\s+dom)",
    re.IGNORECASE,
)
_NATION = re.compile(r"\b(?:pdb|gdp|produk\s+domestik\s+bruto|gross\s+domestic\s+product)\b", re.IGNORECASE)
_NATIONAL = re.compile(r"\b(?:indonesia|nasional|national)\b", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:sub\s*)?(?:sektor|kategori|category|lapangan\s+usaha|komponen|component|sector|industry)\s*[:\-–]?\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?P<code>[A-U](?:\s*,\s*[A-U])*)(?![\w'])")


def other_subject(lines: list[Line]) -> str:
    """The words by which a title is about something else than the product of a region; nothing where it is not."""
    texts = [labels.clean(line.text) for line in lines if not (is_note(line.text) or is_sentence(line.text))]
    planned = next((text for text in texts if _PLANNED.search(text)), "")
    if planned:
        return planned
    nation = next((text for text in texts if _NATION.search(text) and _NATIONAL.search(text)), "")
    if nation and not any(re.search(r"pdrb|grdp|regional", text, re.IGNORECASE) or _local(text) for text in texts):
        return nation
    if any(says_product(text) or words(text).basis for text in texts):
        return ""
    texts = [text for text in texts if not _OFFICE.match(text)]
    return next((text for text in texts if _OTHER.search(text) or is_foreign(text) and not words(text).unit), "")


def _local(text: str) -> bool:
    return any(region != places.NATION for region in places.named(text))


def item_in(lines: list[Line], sheet_name: str, approach: str) -> str | None:
    """The one item that a title, or else the name of a sheet, says that all rows are about; no sum of all."""
    texts = [labels.clean(line.text) for line in lines if not is_note(line.text)]
    found = {item for text in texts for item in _items_in(text, approach)}
    if not found and len(sheet_name) > 3:
        found = {labels.find(sheet_name, approach) or TOTAL} - {TOTAL, TOTAL_NONMIGAS}
    return max(found, key=lambda item: item.count(".")) if _one_line(found) else None


def _one_line(found: set[str]) -> bool:
    """Whether the items are one, or one and what it is part of."""
    deepest = max(found, key=lambda item: item.count("."), default="")
    return bool(found) and all(deepest == item or deepest.startswith(item + ".") for item in found)


def _items_in(text: str, approach: str) -> set[str]:
    led = _LED.search(text)
    code = _CODE.match(led["rest"]) if led else None
    coded = {labels.item_of_code(code["code"])} - {None} if code and approach == "production" else set()
    return {item for item in coded if item} | within(text, led["rest"] if led else "", approach)


@cache
def _sequences(approach: str) -> dict[tuple[str, ...], str]:
    """The words of every label of a code list, without conjunctions → its code; sums of all are left out."""
    rows = labels.listed(approach)
    return {labels.words_in(label): code for label, code in rows if code not in (TOTAL, TOTAL_NONMIGAS)}


def within(text: str, led: str, approach: str) -> set[str]:
    """The items that a longer text names: by labels of several words, by one word only where `led` begins with it.

    >>> within("PDRB Kategori Konstruksi", "Konstruksi", "production"), within("PDRB dan Konstruksi", "", "production")
    ({'F'}, set())
    """
    said, first, known = labels.words_in(text), labels.words_in(led), _sequences(approach)
    found, at = set(), 0
    while at < len(said):
        most = min(16, len(said) - at)
        length = next((size for size in range(most, 1, -1) if said[at : at + size] in known), 0)
        if length:
            found.add(known[said[at : at + length]])
        at += length or 1
    sole = known.get(first[:1])
    return found | ({sole} if sole and not found else set())
