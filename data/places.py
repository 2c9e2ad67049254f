"""Regions as they are written: BPS codes, Kemendagri codes, names in a title or a label.

BPS and Kemendagri number the same regencies differently: Kota Medan is 1275 for BPS and 12.71 for Kemendagri.
"""

import csv
import re
from functools import cache, lru_cache
from typing import NamedTuple

from data.labels import CODELISTS, clean

PROVINCE, NATION = "12", "9999"

_KEMENDAGRI = re.compile(r"(\d\d)\.(\d\d)(?:\.00)?")
_BPS = re.compile(r"(\d\d)(\d\d)?(?:000)?(?:\.0)?")
_LED = re.compile(r"\s*(?P<code>\d\d\.\d\d|\d{7}|\d{4}|\d\d)\s*[-–.:]?\s+(?P<name>[A-Za-z].*)")
_NAMED = re.compile(
    r"(?<![/\w])(?:kota|kabupaten|kab\.|provinsi|propinsi|city of|regency of|province of)(?!\s*/)"
    r"\s+(?P<name>[a-z][a-z.]+)",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    ("dan", "di", "dalam", "menurut", "atas", "tahun", "se", "sumber", "pdrb", "produk", "harga", "adalah", "dengan",
     "ini", "yang", "atau", "and", "by", "in", "at", "the", "adhb", "adhk", "triwulan", "laju", "distribusi", "nilai")
)  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_SPACED = re.compile(r"\b(?:[A-Za-z] ){3,}[A-Za-z]\b")


class Place(NamedTuple):
    """A region by its BPS code, and whether it was named by its Kemendagri code."""

    region: str
    kemendagri: bool = False


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    with (CODELISTS / "regions.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["region"], row["name"], row["kemendagri"]) for row in csv.DictReader(file))


@cache
def codes() -> frozenset[str]:
    """The BPS codes of the code list."""
    return frozenset(region for region, _, _ in _rows())


@cache
def _kemendagri() -> dict[str, str]:
    return {code: region for region, _, code in _rows() if "." in code}


@cache
def _names() -> dict[tuple[str, ...], str]:
    """The words of each name → its region; a kota and a kabupaten of one name do not occur in the list."""
    return {tuple(_WORD.findall(name.lower())): region for region, name, _ in _rows()}


def of_code(text: str) -> Place | None:
    """The region of a code; None where it is in no list.

    >>> of_code("12.71"), of_code("1200").region, of_code("1275000").region, of_code("3171")
    (Place(region='1275', kemendagri=True), '12', '1275', None)
    """
    bare = text.strip()
    found = _KEMENDAGRI.fullmatch(bare)
    if found:
        region = _kemendagri().get(f"{found[1]}.{found[2]}")
        return Place(region, kemendagri=True) if region else None
    found = _BPS.fullmatch(bare)
    if not found:
        return None
    region = found[1] if found[2] in (None, "00") else found[1] + found[2]
    return Place(region) if region in codes() else None


@lru_cache(maxsize=8192)
def named(text: str) -> tuple[str, ...]:
    """The regions that a text names, in order, each once; the longest name at each place counts.

    >>> named("PDRB Kota Medan dan Labuhan Batu Utara"), named("Menurut Kabupaten/Kota"), named("K O T A  B I N J A I")
    (('1275', '1223'), (), ('1276',))
    """
    words = _WORD.findall(_SPACED.sub(_unspaced, clean(text)).lower())
    found: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(4, len(words) - at), 0, -1):
            region = _names().get(tuple(words[at : at + length]))
            if region and _stands_alone(words, at):
                found.append(region)
                at += length
                break
        else:
            at += 1
    return tuple(dict.fromkeys(found))


def _unspaced(letters: re.Match[str]) -> str:
    """Letters that stand apart, `K O T A M E D A N`, as the words that they spell, where these name a region."""
    together = letters[0].replace(" ", "").lower()
    for words in _names():
        front = together.removesuffix("".join(words))
        if front != together and (not front or front in TITLES):
            return f"{front} {' '.join(words)}"
    return letters[0]


def _stands_alone(words: list[str], at: int) -> bool:
    """`Toba` in `Danau Toba` names a lake, `Indonesia` in `Bank Indonesia` a bank."""
    return at == 0 or words[at - 1] not in ("danau", "bank", "bursa", "statistik", "statistics")


@lru_cache(maxsize=4096)
def of_label(text: str) -> Place | None:
    """The region that a whole label names, by name, by code, or by both; None where it names none or several.

    A code that is another region's in the list of BPS, but the named one's in the list of Kemendagri, is Kemendagri's.
    """
    bare = clean(text)
    led = _LED.fullmatch(bare)
    names = named(led["name"] if led else bare)
    if len(names) != 1:
        return of_code(bare)
    rest = set(_WORD.findall((led["name"] if led else bare).lower())) - words_of(names[0]) - TITLES
    if rest:
        return None
    return with_code(names[0], led["code"]) if led else Place(names[0])


TITLES = frozenset(
    ("kota", "kabupaten", "kab", "kodya", "provinsi", "propinsi", "prov", "city", "regency", "province",
     "municipality", "data")
)  # fmt: skip
"""Words beside the name of a region that name no other."""


@cache
def words_of(region: str) -> frozenset[str]:
    return frozenset(word for name, code in _names().items() if code == region for word in name)


def with_code(region: str, code: str) -> Place:
    """The place of a named region beside which a code stands."""
    digits = code.replace(".", "")[:4]
    by_kemendagri = _kemendagri().get(f"{digits[:2]}.{digits[2:]}")
    return Place(region, kemendagri=by_kemendagri == region and digits != region)


def most_specific(regions: tuple[str, ...]) -> str | None:
    """The one regency or city among some regions, else the one province; None where it stays open."""
    local = [region for region in regions if len(region) == 4 and region != NATION]
    if local:
        return local[0] if len(set(local)) == 1 else None
    return PROVINCE if PROVINCE in regions else None


def unknown(text: str) -> str | None:
    """The name of a region that is in no list, where a text plainly names one (`Kota Padang`)."""
    for found in _NAMED.finditer(clean(text)):
        name = found["name"].lower().strip(".")
        if name not in _NO_NAMES and not named(found[0] + clean(text)[found.end() :]):
            return found[0]
    return None
