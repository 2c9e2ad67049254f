"""Every key has both languages and the same slots in both; each is in its own language, and each used key exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from text.lookup import LANGUAGES, slots, texts

ROOT = Path(__file__).parents[2]
CODE = ("app.py", "cli.py", "commands", "pages", "views", "charts", "exports", "desk", "deploy", "text")

WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
ENGLISH = set(
    WORD.findall(
        "the of and is are was were with from this that not no for which has have been by at in available figures "
        "growth industry industries prices year years quarter edition table shown known chart percent points unknown"
    )
)
INDONESIAN = set(
    WORD.findall(
        "yang dan di dari dengan untuk tidak belum tersedia adalah pada angka harga tahun lapangan usaha laju menurut "
        "wilayah ini atau atas dasar pertumbuhan sumber edisi tabel poin dalam lebih seluruh tumbuh"
    )
)
SAID = re.compile(r"\{[^}]*\}|“[^”]*”|\S*(?:--|_|/)\S*|BPS (?:Kota|Provinsi) \S+(?: Utara)?")
FOREIGN_BY_INTENT = re.compile(r"interface\..*|glossary\..*\.other")


def words(sentence: str) -> set[str]:
    """The lower-case words of a sentence, without slots, quotations, options and names of offices."""
    return {word.lower() for word in WORD.findall(SAID.sub(" ", sentence))}


def test_each_key_has_both_languages_with_the_same_slots() -> None:
    lacking = [key for key, leaf in texts().items() if set(leaf) != set(LANGUAGES) or not all(leaf.values())]
    assert lacking == []
    assert [key for key, leaf in texts().items() if slots(leaf["id"]) != slots(leaf["en"])] == []


def test_each_text_is_in_its_own_language() -> None:
    own = {key: leaf for key, leaf in texts().items() if not FOREIGN_BY_INTENT.fullmatch(key)}
    assert {key: found for key, leaf in own.items() if (found := words(leaf["id"]) & ENGLISH)} == {}
    assert {key: found for key, leaf in own.items() if (found := words(leaf["en"]) & INDONESIAN)} == {}


def test_the_words_that_tell_languages_apart_are_found() -> None:
    assert words("Angka not available dalam edisi “the” {of}") & ENGLISH == {"not", "available"}


@pytest.mark.parametrize(
    "slip",
    [r"  ", r'"', r"^\s|\s$", r"\s[,.;:!?](?:\s|$)", r"(?:tumbuh|grew) [-−]", r"pertumbuhan negatif|negative growth"],
)
def test_texts_are_typeset_with_care(slip: str) -> None:
    sentences = [(key, sentence) for key, leaf in texts().items() for sentence in leaf.values()]
    assert [key for key, sentence in sentences if re.search(slip, sentence)] == []


MANY = {"recognised.regions", "compared.most", "upload.too_many", "report.too_long", "report.enough"}
"""Keys whose count is never one."""


def test_no_english_noun_stands_in_the_plural_behind_a_count_that_may_be_one() -> None:
    counted = re.compile(r"\{(?:count|rows|problems|new|revised|equal)\}(?: [a-z]+)? [a-z]+s\b")
    found = {key for key, leaf in texts().items() if counted.search(leaf["en"])}
    assert {key for key in found if not key.startswith(("ranking.", "structure."))} <= MANY


def sources() -> Iterator[ast.Module]:
    """The parsed code of the project, without its tests."""
    for name in CODE:
        path = ROOT / name
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            yield ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def pattern(node: ast.JoinedStr) -> str:
    """A formatted string as a regular expression over keys; empty when it does not begin with a section's name."""
    first = node.values[0]
    if not (isinstance(first, ast.Constant) and re.match(r"[a-z_]+\.", str(first.value))):
        return ""
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)


def calls(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    """The calls of a function by its name, plain or as an attribute, that have an argument."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and node.args
            and name in (getattr(node.func, "id", ""), getattr(node.func, "attr", ""))
        ):
            yield node


def said(tree: ast.Module) -> Iterator[str]:
    """The whole keys that `say` is called with, also either side of a condition."""
    for call in calls(tree, "say"):
        key = call.args[0]
        for side in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
            if isinstance(side, ast.Constant):
                yield str(side.value)


def in_sections(tree: ast.Module) -> Iterator[str]:
    """The keys of the sections of *Tentang*: the heading, and each paragraph that is named."""
    for call in calls(tree, "section"):
        head, *entries = [str(arg.value) for arg in call.args if isinstance(arg, ast.Constant)]
        yield from (f"{head}.{entry}" for entry in ("head", *entries))


def unused() -> list[str]:
    """The keys that no string of the code names: whole, as a pattern, or with its section that is walked through."""
    whole: set[str] = set()
    patterns: set[str] = set()
    for tree in sources():
        formatted = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        patterns |= {pattern(node) for node in formatted} - {""}
        pieces = {id(part) for node in formatted for part in node.values}
        constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in pieces]
        whole |= {node.value for node in constants if isinstance(node.value, str)}
        walked = [call.args[0] for call in calls(tree, "below")]
        patterns |= {re.escape(f"{section.value}.") + ".+" for section in walked if isinstance(section, ast.Constant)}
        whole |= set(in_sections(tree))
    patterns |= {f"{re.escape(text)}.+" for text in whole if re.fullmatch(r"[a-z_]+\.", text)}
    named = [re.compile(form) for form in patterns]
    return [key for key in texts() if key not in whole and not any(form.fullmatch(key) for form in named)]


def test_every_key_that_is_said_exists() -> None:
    missing = sorted({key for tree in sources() for key in said(tree)} - set(texts()))
    assert missing == []


def test_every_pattern_of_keys_finds_one() -> None:
    keys = [call.args[0] for tree in sources() for call in calls(tree, "say")]
    forms = {pattern(key) for key in keys if isinstance(key, ast.JoinedStr)} - {""}
    assert forms
    assert [form for form in sorted(forms) if not any(re.fullmatch(form, key) for key in texts())] == []


def test_every_key_is_used() -> None:
    assert unused() == []


def test_a_key_that_nobody_says_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    idle = {"about.missing.nothing": {}, "page.growth.nothing": {}, "nobody.says": {}}
    everything = texts() | idle
    monkeypatch.setattr("tests.text.test_keys.texts", lambda: everything)
    assert unused() == list(idle)
