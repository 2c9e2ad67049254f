"""PNG and SVG, made in the visitor's browser: title, subtitle and source line inside, our type, on white."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.browser.conftest import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"
LABELS = {("id", "png"): "Gambar PNG", ("id", "svg"): "Gambar SVG", ("en", "png"): "PNG picture"}


def open_downloads(page: Page) -> None:
    """Opens the download menu of the first chart with the keyboard."""
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.locator("[data-testid=stPopover] button").first.press("Enter")
    page.wait_for_selector(".picture button")


def save(page: Page, label: str, folder: Path) -> Path:
    with page.expect_download(timeout=PATIENCE) as download:
        page.get_by_role("button", name=label).press("Enter")
    assert download.value.url.startswith("blob:")
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def written(path: Path) -> str:
    """All the words in an SVG, in one line."""
    return " ".join("".join(text.itertext()) for text in ElementTree.parse(path).iter(f"{SVG}text"))


def test_an_svg_says_what_it_is_and_needs_nothing_else_and_a_png_follows_it(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit("")
    open_downloads(page)
    saved = save(page, LABELS["id", "svg"], tmp_path)
    assert re.fullmatch(r"pdrb-[\w-]+\.svg", saved.name)
    words = written(saved)
    told = page.locator(".picture").first
    for part in ("title", "subtitle", "source"):
        expected = told.get_attribute(f"data-{part}")
        assert expected and " ".join(expected.split()) in words
    content = saved.read_text(encoding="utf-8")
    assert content.count("url(data:font/woff2;base64,") >= 2
    assert not re.search(r"""(?:href|src)=["'](?!#|data:)|url\(["']?(?!["']?(?:#|data:|&quot;#))""", content)
    assert page.get_by_role("status").filter(has_text="Gambar tersimpan").count() == 1
    second = save(page, LABELS["id", "png"], tmp_path)
    assert second.stem == saved.stem
    assert page.evaluate("performance.getEntriesByType('resource').filter(e => e.name.includes('vendor')).length") == 1
    sharp(second)


def sharp(path: Path) -> Image.Image:
    """The picture in a PNG, which is sharp and not empty."""
    picture = Image.open(path).convert("RGB")
    width, height = picture.size
    assert width == 2400 and height > 800
    ground = picture.getpixel((4, 4))
    assert ground == picture.getpixel((width - 5, height - 5))
    bands = (picture.crop((0, 0, width, 160)), picture.crop((0, height - 100, width, height)))
    assert all(len(set(band.convert("L").quantize(8).tobytes())) > 1 for band in bands)
    assert len(picture.getcolors(maxcolors=2**24) or ()) > 20
    return picture


def test_the_picture_of_a_dark_page_is_light_and_sharp(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit("", theme="dark")
    open_downloads(page)
    picture = sharp(save(page, LABELS["id", "png"], tmp_path))
    assert picture.getpixel((4, 4)) == (255, 255, 255)
    assert picture.getpixel((picture.width // 2, picture.height - 90))[0] > 100


def test_the_buttons_speak_english_on_an_english_page(visit: Callable[..., Page], tmp_path: Path) -> None:
    page = visit("?lang=en")
    open_downloads(page)
    assert save(page, LABELS["en", "png"], tmp_path).suffix == ".png"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_picture_of_small_multiples_holds_every_panel_under_its_name(
    visit: Callable[..., Page], tmp_path: Path, theme: str
) -> None:
    page = visit("perdagangan-jasa", theme=theme)
    block = page.locator("[class*='st-key-block-trade_services-one_by_one']")
    block.locator("h3").nth(5).wait_for()
    names = block.locator("h3").all_inner_texts()
    block.locator("[data-testid=stPopover] button").first.press("Enter")
    page.wait_for_selector(".picture button")
    saved = save(page, LABELS["id", "svg"], tmp_path)
    words = written(saved)
    assert len(names) == 6 and all(name in words for name in names)
    assert words.count("Medan") >= 6
    panels = [node for node in ElementTree.parse(saved).getroot() if node.tag == f"{SVG}svg"]
    assert len(panels) == 6 and len({(panel.get("x"), panel.get("y")) for panel in panels}) == 6
