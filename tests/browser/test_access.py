"""What hands without a mouse and small screens need: a ring that is seen, a menu that says so, an order to follow."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from pages.parts.navigation import OPEN_TO_ALL

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
RING = """element => {
    const style = getComputedStyle(element);
    return [style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor];
}"""
GROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
BOX = "xpath=ancestor::*[contains(@class, 'react-aria-ComboBox')]/div"
FOCUSED = "document.activeElement.getAttribute('data-testid') || document.activeElement.tagName"


def luminance(colour: str) -> float:
    """The relative luminance of `rgb(r, g, b)` by WCAG 2."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_the_keyboard_reaches_has_a_ring_that_is_seen(visit: Callable[..., Page], theme: str) -> None:
    page = visit("", theme=theme)
    page.locator("[data-testid=stPopover] button").first.wait_for()
    ground, reached = page.evaluate(GROUND), []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        if reached[-1] == "stPopoverButton":
            break
        focused = page.locator("*:focus").first
        ringed = focused.locator(BOX) if reached[-1] == "INPUT" else focused
        style, width, colour = ringed.first.evaluate(RING)
        assert (style, width) == ("solid", 2), reached
        assert contrast(colour, ground) >= 3, reached
    assert reached[0] == "stSkipToContent"
    assert reached.count("stTopNavLink") == len(OPEN_TO_ALL)
    assert reached.count("INPUT") == 6
    assert reached[-1] == "stPopoverButton"


@pytest.mark.parametrize(("lang", "name", "first"), [("id", "Buka menu", "Ringkasan"), ("en", "Open menu", "Overview")])
def test_on_a_phone_the_menu_says_so_and_the_keyboard_goes_in(
    visit: Callable[..., Page], lang: str, name: str, first: str
) -> None:
    page = visit(f"pertumbuhan?lang={lang}", width=390)
    button = page.get_by_role("button", name=name)
    button.wait_for()
    assert button.evaluate("element => getComputedStyle(element, '::after').content") == '"Menu"'
    assert button.bounding_box()["height"] >= 44
    for place in ("stSkipToContent", "stLogoLink", "stExpandSidebarButton"):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == place
    page.keyboard.press("Enter")
    page.locator("[data-testid=stSidebarCollapseButton] button:focus").wait_for()
    page.keyboard.press("Tab")
    assert page.locator("*:focus").first.inner_text() == first
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.locator("[data-testid=stExpandSidebarButton]:focus").wait_for()


@pytest.mark.parametrize("width", [1440, 390, 360])
def test_name_region_and_language_stand_whole_above_every_page(visit: Callable[..., Page], width: int) -> None:
    page = visit("struktur?region=12", width=width)
    page.locator("header img").wait_for()
    region = page.get_by_role("combobox", name="Wilayah")
    assert region.evaluate("element => element.scrollWidth - element.clientWidth") <= 0 or width < 384
    places = [region.bounding_box(), page.get_by_role("radio", name="EN").bounding_box()]
    assert all(place is not None for place in places)
    tops = [place["y"] + place["height"] / 2 for place in places if place]
    assert abs(tops[0] - tops[1]) < 8


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_control_that_is_off_has_a_label_that_can_be_read(visit: Callable[..., Page], theme: str) -> None:
    page = visit("struktur", theme=theme)
    label = page.locator("[data-testid=stMultiSelect]:has(input:disabled) [data-testid=stWidgetLabel] p")
    assert contrast(label.evaluate("element => getComputedStyle(element).color"), page.evaluate(GROUND)) >= 4.5
