"""Labels → codes of industries and components, through the code lists in `data/codelists/`.

A label matches when its letters do, whatever stands between them: spaces, NBSP, line breaks, letter-spacing, commas,
`dan` or `and`, an HTML tag, a code in front, a footnote behind, the other language after a slash. A label that only
resembles a known one is unknown, and `nearest` says what it resembles, unless the code in front names the same one.
"""

import csv
import html
import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from model import items

CODELISTS = Path(__file__).parent / "codelists"
APPROACHES: tuple[str, ...] = ("production", "expenditure")

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_PARENTHESES = re.compile(r"\([^()]*\)")
_LETTER = r"(?:R\s*[,/&]?\s*S\s*[,/&]?\s*T\s*[,/&]?\s*U|R\s*-\s*U|M\s*[,/&-]?\s*N|[A-LO-QA-U])"
_CODE = re.compile(
    rf"(?P<head>{_LETTER})(?:[ .]*(?P<number>\d{{1,2}})(?:[ .]*(?P<letter>[a-z](?![a-z])|[A-Z](?=[.)])))?)?"
    r"(?:[.:)]+|\s|-|$)\s*"
)
_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*(?:[.)]\s*(?:[a-z](?=[.)\s])|[A-Z](?=[.)])))?[.)]*|[a-z][.)]|-|[•*–])\s+|\d{1,2}[.)]|[a-z][.)]"
)
_PREFIX = re.compile(
    r"(?:lapangan usaha|lu|sektor|kategori|category|komponen|component|pdrb|grdp)\b\s*[-–:.]*\s*", re.IGNORECASE
)
_CATEGORY = re.compile(r"^(?:kategori|category|kat\.?|sektor)\s+(?=[A-U](?![a-z]))", re.IGNORECASE)
_BRACKETS = re.compile(r"\([A-U][^()]{0,8}\)|\[[A-U][^\[\]]{0,8}\]")
_TRAIL = re.compile(r"[\s*¹²³]+$|\s*\d\)$|\s+r\)$")
_NO_LETTER: tuple[str, ...] = (*items.THREE_GROUPS, items.TOTAL, items.TOTAL_NONMIGAS)
_ALIKE = 0.75
_CONJUNCTIONS = frozenset({"dan", "and", "the", "of", "serta"})


def clean(text: str) -> str:
    """A label as one line of plain text, for showing and matching."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", html.unescape(text)))
    return " ".join(unicodedata.normalize("NFKC", text).split())


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, small, without conjunctions."""
    return tuple(word for word in _WORD.findall(clean(text).lower()) if word not in _CONJUNCTIONS)


def key(text: str, loose: bool = False) -> str:
    """The letters and digits of a label, small; `loose` leaves out the conjunctions.

    >>> key("P D R B"), key("Pertanian, Kehutanan & Perikanan", loose=True)
    ('pdrb', 'pertaniankehutananperikanan')
    """
    words = _WORD.findall(text.lower())
    return "".join([word for word in words if word not in _CONJUNCTIONS] if loose else words)


@cache
def _lists(approach: str) -> dict[str, str]:
    """Both keys of every label of the code list → its code."""
    known: dict[str, str] = {}
    for label, code in listed(approach):
        for form in (label, _PARENTHESES.sub("", label)):
            known.setdefault(key(form), code)
            known.setdefault(key(form, loose=True), code)
    known.pop("", None)
    return known


@cache
def listed(approach: str) -> tuple[tuple[str, str], ...]:
    """The labels of a code list with their codes."""
    with (CODELISTS / f"{approach}.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["label"], row["code"]) for row in csv.DictReader(file))


@cache
def _ignored() -> frozenset[str]:
    with (CODELISTS / "ignored.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(key(row["label"]) for row in csv.DictReader(file))


def ignored(text: str) -> bool:
    """Whether a label names something that is no item and no fault: population, per capita, a source line."""
    bare = clean(text)
    return any(key(form) in _ignored() for form in (bare, _PARENTHESES.sub("", bare), *bare.split("/")))


def item_of_code(text: str) -> str | None:
    """The industry that a code alone names.

    >>> item_of_code("M,N"), item_of_code("C01"), item_of_code("A.1.a"), item_of_code("A17"), item_of_code("Kat")
    ('MN', 'C.1', 'A.1.a', 'A.1.g', None)
    >>> item_of_code("(I)"), item_of_code("Kategori A")
    ('I', 'A')
    """
    match = _CODE.fullmatch(_bare_code(clean(text)))
    if not match:
        return None
    code = _code(match)
    if code in _codes():
        return code
    digits = match["number"] or ""
    nested = f"{code[0]}.{digits[0]}.{chr(96 + int(digits[1]))}" if len(digits) == 2 and digits[1] != "0" else ""
    return nested if nested in _codes() else None


def _bare_code(text: str) -> str:
    """A code without its brackets, or the word for a category before it."""
    return _CATEGORY.sub("", text[1:-1].strip() if _BRACKETS.fullmatch(text) else text, count=1)


def _code(match: re.Match[str]) -> str:
    head = re.sub(r"[^A-Z]", "", match["head"]).replace("RU", "RSTU")
    parts = [
        head,
        *([str(int(match["number"]))] if match["number"] else []),
        *filter(None, [(match["letter"] or "").lower()]),
    ]
    return ".".join(parts)


@cache
def _codes() -> frozenset[str]:
    return frozenset(_lists("production").values())


@lru_cache(maxsize=16384)
def find(text: str, approach: str) -> str | None:
    """The code of a label in an approach; None where no label of the code list has the same letters.

    A code in front must agree with the words behind it; it may stand for words that are cut off or spelt otherwise,
    never for others.

    >>> find("R,S,T,U. Jasa lainnya. ", "production"), find("F. K o n s t r u k s i", "production")
    ('RSTU', 'F')
    >>> find("Konstruksi/\\nConstruction", "production"), find("Ekonomi Kreatif", "production")
    ('F', None)
    """
    bare = _bare_code(_TRAIL.sub("", clean(text)))
    if not bare:
        return None
    match = _CODE.match(bare)
    if match and match.end() == len(bare):
        return item_of_code(bare) if approach == "production" else None
    found = _spelled(text, bare, approach)
    if not match or approach != "production":
        return found
    head = _code(match).split(".")[0]
    if found:
        return found if _agrees(found, head, bare) else None
    rest = bare[match.end() :]
    return _cut_off(rest, head, approach) or _alike(rest, head, approach)


def _agrees(found: str, head: str, bare: str) -> bool:
    """Whether the letter in front is the code of the industry found, or counts it among the parts of another.

    `K o n s t r u k s i` has no letter in front.
    """
    spaced = re.match(r"[A-Z] [A-Za-z] [A-Za-z]\b", bare) is not None
    counted = "." in found and found.endswith(f".{head.lower()}")
    return spaced or counted or found.split(".")[0] in (head, *_NO_LETTER)


def _spelled(text: str, bare: str, approach: str) -> str | None:
    known = _lists(approach)
    found = next((code for form in _keys(text, bare) if (code := known.get(form))), None)
    return found or _twice(_CODE.sub("", bare, count=1), known)


def _twice(text: str, known: dict[str, str]) -> str | None:
    """The code of a label in two languages with nothing between them but a space."""
    words = text.split()[:40]
    for cut in range(1, len(words)):
        first, second = (known.get(key(" ".join(part), loose=True)) for part in (words[:cut], words[cut:]))
        if first and first == second:
            return first
    return None


@lru_cache(maxsize=4096)
def _keys(text: str, bare: str) -> tuple[str, ...]:
    """The keys of all forms of a label, each once, the strict one before the loose one."""
    keys = (key(form, loose) for form in dict.fromkeys(_forms(text, bare)) for loose in (False, True))
    return tuple(dict.fromkeys(keys))


def _forms(text: str, bare: str) -> list[str]:
    """The label whole, without what stands in front or in parentheses, and each language of it."""
    pieces = [bare]
    pieces += [piece for piece in (clean(part) for part in re.split(r"/|\n|\r|<br */?>|\|", text)) if piece]
    forms: list[str] = []
    for piece in pieces:
        plain = " ".join(_PARENTHESES.sub(" ", piece).split())
        for form in (piece, plain):
            unnumbered = _NUMBER.sub("", form, count=1) if _NUMBER.match(form) else form
            uncoded = _CODE.sub("", form, count=1) if _CODE.match(form) else form
            uncoded = _NUMBER.sub("", uncoded, count=1) if _NUMBER.match(uncoded) else uncoded
            forms += [form, unnumbered, uncoded, _PREFIX.sub("", form, count=1).lstrip("-–:. ")]
    return [_TRAIL.sub("", form) for form in forms if form]


def _cut_off(rest: str, head: str, approach: str) -> str | None:
    """The category of a code whose words are the beginning of its label, as when a label runs over two rows."""
    begun = key(rest, loose=True)
    whole = any(code == head and known.startswith(begun) for known, code in _lists(approach).items())
    return head if whole and len(begun) >= 8 else None


def _alike(rest: str, head: str, approach: str) -> str | None:
    """The category of a code whose words are spelt otherwise, but resemble its label and no other's more."""
    wanted = key(rest[:120], loose=True)
    own = (known for known, code in _lists(approach).items() if code == head)
    alike = any(SequenceMatcher(None, wanted, known, autojunk=False).ratio() >= _ALIKE for known in own)
    return head if alike and nearest(rest, approach, 1) == (head,) else None


@lru_cache(maxsize=1024)
def nearest(text: str, approach: str, count: int = 3) -> tuple[str, ...]:
    """The codes whose labels resemble an unknown one most, the nearest first."""
    wanted = key(clean(text)[:120], loose=True)
    scores: dict[str, float] = {}
    for known, code in _lists(approach).items():
        score = SequenceMatcher(None, wanted, known, autojunk=False).ratio()
        scores[code] = max(score, scores.get(code, 0.0))
    return tuple(sorted(scores, key=lambda code: -scores[code])[:count])
