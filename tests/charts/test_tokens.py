"""Every code has a colour that can be read, and every status a look of its own."""

import pytest

from charts import tokens
from model.dimensions import Status
from model.items import COMPONENTS, GROUPS, INDUSTRIES


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize("code", [*INDUSTRIES, *COMPONENTS, *GROUPS, "OTHERS", "TOTAL", "REFERENCE"])
def test_every_code_has_a_legible_colour(code: str, theme: tokens.Theme) -> None:
    found = tokens.colour(code, theme)
    assert contrast(found.fill, found.on) >= 4.5
    assert contrast(found.line, tokens.ui("background", theme)) >= 4.5


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize("name", ["ink", "muted", "negative"])
def test_every_text_stands_out_from_the_ground(name: str, theme: tokens.Theme) -> None:
    assert contrast(tokens.ui(name, theme), tokens.ui("background", theme)) >= 4.5


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_no_two_industries_share_a_fill(theme: tokens.Theme) -> None:
    assert len({tokens.colour(code, theme).fill for code in INDUSTRIES}) == 17


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_trade_is_one_colour_at_both_levels(theme: tokens.Theme) -> None:
    assert tokens.colour("G", theme) == tokens.colour("TRADE", theme) == tokens.group_colour("G", theme)


def test_groups_of_industries() -> None:
    services = tokens.colour("SERVICES", "light")
    assert [tokens.group_colour(code, "light") for code in ("H", "O", "RSTU")] == [services] * 3
    assert tokens.group_colour("O", "light", public=True) == tokens.colour("SERVICES_PUBLIC", "light")
    assert tokens.group_colour("C.1", "light") == tokens.colour("OTHERS", "light")


def test_a_part_has_the_colour_of_its_category() -> None:
    assert tokens.colour("A.1.a", "dark") == tokens.colour("A", "dark")


def test_each_provisional_status_differs_in_hatch_dash_and_point() -> None:
    provisional = [status for status in Status if status not in (Status.FINAL, Status.REVISED)]
    looks = [tokens.look(status) for status in (Status.FINAL, *provisional)]
    assert len({look.pattern for look in looks}) == len({look.dash for look in looks}) == len(looks)
    assert len({(look.symbol, look.hollow) for look in looks}) == len(looks)
    assert all(look.hollow for look in looks[1:])


def test_groups_and_industries_do_not_stand_in_one_stack() -> None:
    tokens.one_level(["G", "H", "OTHERS"])
    tokens.one_level(["TRADE", "SERVICES", "OTHERS"])
    with pytest.raises(ValueError, match="one chart"):
        tokens.one_level(["TRADE", "C"])
