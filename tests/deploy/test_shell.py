"""Our document and the words of Streamlit's own interface, held to the installed version."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import streamlit

from deploy.shell import FIRST_CHUNKS, UnknownShell, chunks, script_hashes, shell
from text.lookup import texts

STATIC = Path(streamlit.__file__).parent / "static"
ORIGINAL = (STATIC / "index.html").read_text(encoding="utf-8")
MANIFEST = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
WORDS = {key: leaf for key, leaf in texts().items() if key.startswith("interface.")}
# These come from the server or are made of pieces.
PUT_TOGETHER = {"interface.error", "interface.option", "interface.page_missing"}


class Asked(HTMLParser):
    """The addresses that a document asks for."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


@pytest.mark.parametrize(("lang", "title"), [("id", "PDRB Kota Medan"), ("en", "GRDP of Kota Medan")])
def test_the_document_speaks_one_language(lang: str, title: str) -> None:
    document = shell(ORIGINAL, lang)
    assert f'<html lang="{lang}">' in document and f"<title>{title}</title>" in document
    noscript = re.search(r"<noscript>(.*?)</noscript>", document, re.DOTALL)
    assert noscript is not None and "JavaScript" in noscript[1] and "Streamlit" not in noscript[1]


def test_the_document_asks_for_nothing_of_another_host_and_nothing_twice() -> None:
    addresses = Asked(shell(ORIGINAL, "id", chunks(MANIFEST), "1")).addresses
    assert all(address.startswith("./") for address in addresses)
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        if address.startswith("./static/"):
            assert (STATIC / address.removeprefix("./")).is_file(), address


def test_the_policy_allows_the_script_that_streamlit_wrote_and_the_one_that_names_the_server() -> None:
    ours = script_hashes('<script>window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href }</script>')
    streamlits = script_hashes(ORIGINAL)
    assert len(ours) == len(streamlits) == 1
    assert sorted(script_hashes(shell(ORIGINAL, "id"))) == sorted((*ours, *streamlits))


def test_the_scripts_of_the_first_page_come_with_all_they_import() -> None:
    files = chunks(MANIFEST)
    for name in FIRST_CHUNKS:
        assert any(file.startswith(f"static/js/{name}.") for file in files)
    assert all(MANIFEST[key]["file"] in files for key in MANIFEST["index.html"]["imports"])


def test_a_document_of_another_streamlit_is_refused() -> None:
    with pytest.raises(UnknownShell, match="title"):
        shell(ORIGINAL.replace("title>", "name>"), "id")


def test_the_installed_streamlit_still_says_what_we_translate() -> None:
    scripts = sorted((STATIC / "static" / "js").glob("*.js"))
    written = "".join(path.read_text(encoding="utf-8", errors="replace") for path in scripts)
    gone = {key for key, leaf in WORDS.items() if not said(leaf["en"], written)}
    assert gone == PUT_TOGETHER


def said(words: str, script: str) -> bool:
    """Whether a script holds these words as a text of its own, or begins a text with what stands before the gap."""
    start, gap, _ = words.partition("{}")
    return any(f"{quote}{start}" + ("" if gap else quote) in script for quote in "`\"'")


def test_the_word_for_a_failure_is_streamlits_own() -> None:
    from streamlit.elements import exception

    assert WORDS["interface.error"]["en"] == exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT
