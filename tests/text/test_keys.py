"""Every key has both languages and the same slots in both; each is in its own language, and each used key exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from text.lookup import LANGUAGES, slots, texts

ROOT = Path(__file__).parents[2]
CODE = ("app.py", "cli.py", "pages", "views", "charts", "exports", "desk", "deploy", "text")

ENGLISH = set(
    "the of and is are was were with from this that not no for which has have been by at in available figures growth "
    "industry industries prices year years quarter edition table shown known chart percent points unknown price".split()
)
INDONESIAN = set(
    "yang dan di dari dengan untuk tidak belum tersedia adalah pada angka harga tahun lapangan usaha laju menurut "
    "wilayah ini atau atas dasar pertumbuhan sumber edisi tabel persen poin dalam lebih seluruh tumbuh".split()
)
WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
SAID = re.compile(r"\{[^}]*\}|“[^”]*”|\S*(?:--|_|/)\S*|BPS (?:Kota|Provinsi) \S+(?: Utara)?")
FOREIGN_BY_INTENT = re.compile(r"interface\..*|glossary\..*\.other|about\.glossary\.other|cli\..*")


def words(sentence: str) -> set[str]:
    """The lower-case words of a sentence, without slots, quotations, options and names of offices."""
    return {word.lower() for word in WORD.findall(SAID.sub(" ", sentence))}


@pytest.mark.parametrize("key", texts())
def test_a_key_has_both_languages_with_the_same_slots(key: str) -> None:
    leaf = texts()[key]
    assert set(leaf) == set(LANGUAGES)
    assert all(leaf[lang].strip() == leaf[lang] != "" for lang in LANGUAGES)
    assert slots(leaf["id"]) == slots(leaf["en"])


@pytest.mark.parametrize("key", [key for key in texts() if not FOREIGN_BY_INTENT.fullmatch(key)])
def test_each_text_is_in_its_own_language(key: str) -> None:
    leaf = texts()[key]
    assert not words(leaf["id"]) & ENGLISH
    assert not words(leaf["en"]) & INDONESIAN - {"persen"}


@pytest.mark.parametrize("key", texts())
def test_a_text_is_typeset_with_care(key: str) -> None:
    for sentence in texts()[key].values():
        assert "  " not in sentence and '"' not in sentence
        assert not re.search(r"\s[,.;:!?](\s|$)", sentence.replace(" …", ""))
        assert not re.search(r"tumbuh [-−]|grew [-−]|pertumbuhan negatif|negative growth", sentence)


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


def said(tree: ast.Module) -> Iterator[str]:
    """The whole keys that `say` is called with, also either side of a condition."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", getattr(node.func, "attr", "")) == "say"
            and node.args
        ):
            key = node.args[0]
            for side in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
                if isinstance(side, ast.Constant):
                    yield str(side.value)


def unused() -> list[str]:
    """The keys that no string of the code names, whole, as a pattern, or through `below` of their section."""
    whole: set[str] = set()
    patterns: set[str] = set()
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and pattern(node):
                patterns.add(pattern(node))
            elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "below":
                patterns |= {re.escape(f"{arg.value}.") + ".+" for arg in node.args if isinstance(arg, ast.Constant)}
    named = [re.compile(form) for form in patterns]
    return [key for key in texts() if key not in whole and not any(form.fullmatch(key) for form in named)]


def test_every_key_that_is_said_exists() -> None:
    missing = sorted({key for tree in sources() for key in said(tree)} - set(texts()))
    assert missing == []


def test_every_pattern_of_keys_finds_one() -> None:
    forms = {
        pattern(node.args[0])
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == "say"
        and node.args
        and isinstance(node.args[0], ast.JoinedStr)
    } - {""}
    assert forms
    assert [form for form in sorted(forms) if not any(re.fullmatch(form, key) for key in texts())] == []


if __name__ == "__main__":
    print("\n".join(unused()))
