"""The picture buttons as the page writes them; what they make is tested in the browser."""

import re
from html import unescape

import plotly
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import vendor

HOSTILE = """"><script>alert(1)</script> 'a' & b"""


def drawn(title: str, lang: str) -> str:
    """The HTML of the buttons."""

    def script(title: str, lang: str) -> None:
        from pages.parts.picture import picture

        picture(
            "p", title=title, subtitle="s", source="Sumber: BPS", filename="pdrb", lang=lang, container_key="block-x"
        )

    test = AppTest.from_function(script, args=(title, lang)).run()
    assert not test.exception
    return test.get("html")[0].proto.body


def test_words_reach_the_browser_whole_and_never_as_markup() -> None:
    body = drawn(HOSTILE, "id")
    assert body.count("<script") == 1
    found = re.search(r'data-title="([^"]*)"', body)
    assert found is not None and unescape(found[1]) == HOSTILE


@pytest.mark.parametrize(("lang", "label"), [("id", "Gambar PNG"), ("en", "PNG picture")])
def test_the_buttons_speak_the_language_of_the_page(lang: str, label: str) -> None:
    body = drawn("t", lang)
    assert f'<button type="button" data-picture="png">{label}</button>' in body
    assert 'role="status"' in body


def test_plotly_is_copied_once_for_each_version(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(vendor, "FOLDER", tmp_path / "vendor")
    vendor.plotly_script.cache_clear()
    copied = vendor.plotly_script()
    assert copied == tmp_path / "vendor" / f"plotly-{plotly.__version__}.min.js"
    assert copied.stat().st_size > 1_000_000
    stamp = copied.stat().st_mtime_ns
    vendor.plotly_script.cache_clear()
    assert vendor.plotly_script().stat().st_mtime_ns == stamp
    assert list(copied.parent.iterdir()) == [copied]
    vendor.plotly_script.cache_clear()
