"""The address: a link opens what its sender saw, a wrong value is said and left, choices survive a change of page."""

import pytest

from tests.pages.conftest import CHARTED, NEWEST, Open, address, choose, said, sound, specs, turn
from text.lookup import say

WRONG = {
    "region": ("1299", "1275"),
    "lang": ("fr", "id"),
    "edition": ("99", str(NEWEST)),
    "measure": ("speed", None),
    "basis": ("constant_2000", None),
    "items": ("ZZ", None),
    "period": ("1999", None),
    "compare": ("9999", None),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("page", ["growth", "structure"])
def test_a_wrong_value_is_said_and_the_default_is_shown(visit: Open, page: str, name: str) -> None:
    wrong, right = WRONG[name]
    at = visit(page, **{name: wrong})
    assert [box.value for box in at.warning] == [say(f"notice.{name}", "id", value=f"`{wrong}`")]
    assert address(at).get(name) == right
    assert specs(at) == specs(visit(page))
    assert not sound(at.run()).warning


def test_all_wrong_values_are_said_at_once(visit: Open) -> None:
    at = visit("overview", **{name: wrong for name, (wrong, _) in WRONG.items()})
    (box,) = at.warning
    assert all(f"`{wrong}`" in box.value for wrong, _ in WRONG.values())
    assert address(at) == {"region": "1275", "lang": "id", "edition": str(NEWEST)}


def test_one_wrong_industry_does_not_cost_the_others(visit: Open) -> None:
    at = visit("growth", items="G.ZZ.H")
    assert len(at.warning) == 1 and "ZZ" in at.warning[0].value
    assert at.multiselect[0].value == ["G", "H"] and address(at)["items"] == "G.H"


def test_a_wrong_value_makes_neither_link_nor_picture(visit: Open) -> None:
    (box,) = visit("about", region="`![x](https://example.org/a.png)\n# https://example.org " + "z" * 999).warning
    quoted = box.value.split("`")[1]
    assert quoted.startswith("'![x](https://example.org/a.png) # http") and len(quoted) == 40


@pytest.mark.parametrize("strange", ["", "-1", "0", "1.5", "x", "18 ", "１８"])
def test_an_edition_that_is_no_number_of_one_is_refused_or_read(visit: Open, strange: str) -> None:
    at = visit("about", edition=strange)
    assert address(at)["edition"] == str(NEWEST)
    assert not at.warning or strange in at.warning[0].value


@pytest.mark.parametrize("page", CHARTED)
def test_a_page_opens_what_its_address_says(visit: Open, page: str) -> None:
    at = visit(page, region="12", lang="en", period="2024-Q4", compare="1212")
    assert at.selectbox(key="choose_region").value == "12"
    assert at.selectbox(key="choose_period").value == "2024-Q4"
    assert at.selectbox(key="choose_compare").value == "1212"
    expected = {"region": "12", "lang": "en", "edition": str(NEWEST), "period": "2024-Q4", "compare": "1212"}
    assert address(at) == expected and not at.warning


def test_what_is_chosen_stands_in_the_address_and_opens_the_same_page(visit: Open) -> None:
    at = choose(visit("growth"), period="2024", measure="index", basis="current", compare="1212")
    at.multiselect[0].set_value(["C"])
    sound(at.run())
    assert address(at) == {
        "region": "1275",
        "lang": "id",
        "edition": str(NEWEST),
        "measure": "index",
        "basis": "current",
        "items": "C",
        "period": "2024",
        "compare": "1212",
    }
    other = visit("growth", **address(at))
    assert specs(other) == specs(at) and said(other) == said(at)


def test_the_default_leaves_the_address(visit: Open) -> None:
    at = visit("growth", measure="index", period="2023", compare="1212", items="G")
    choose(at, measure="yoy", period="2025", compare="12")
    at.multiselect[0].set_value([])
    sound(at.run())
    assert address(at) == {"region": "1275", "lang": "id", "edition": str(NEWEST)}


def test_choices_survive_a_change_of_page(visit: Open) -> None:
    at = choose(visit("growth"), region="12", period="2024", measure="index", basis="current", compare="1212")
    at.multiselect[0].set_value(["A", "G", "H"])
    sound(at.run())
    before, drawn = address(at), specs(at)
    turn(at, "trade_services")
    assert at.selectbox(key="choose_period").value == "2024" and at.selectbox(key="choose_compare").value == "1212"
    assert at.multiselect[0].value == ["H"] and not at.warning
    assert address(at) == {name: before[name] for name in ("region", "lang", "edition", "period", "compare")} | {
        "items": "H"
    }
    turn(turn(at, "structure"), "about")
    assert address(at) == {name: before[name] for name in ("region", "lang", "edition")}
    turn(at, "growth")
    assert address(at) == before and specs(at) == drawn and not at.warning


def test_a_default_that_another_page_forces_is_not_carried_along(visit: Open) -> None:
    at = visit("growth")
    assert turn(at, "structure").selectbox(key="choose_basis").value == "current"
    assert turn(at, "growth").selectbox(key="choose_basis").value == "constant_2010"
    choose(at, basis="current")
    turn(turn(at, "structure"), "growth")
    assert at.selectbox(key="choose_basis").value == "current"


def test_an_address_of_another_session_is_taken_over(visit: Open) -> None:
    at = choose(visit("growth"), measure="index", compare="1212")
    at.query_params = {"region": "12", "measure": "ctc", "period": "2024-Q4"}
    sound(at.run())
    assert at.selectbox(key="choose_measure").value == "ctc" and at.selectbox(key="choose_compare").value == "1275"
    assert address(at) == {
        "region": "12",
        "lang": "id",
        "edition": str(NEWEST),
        "measure": "ctc",
        "period": "2024-Q4",
    }


def test_a_measure_of_years_gives_way_to_one_of_the_quarter(visit: Open) -> None:
    at = choose(visit("growth", region="12"), measure="cagr", period="2024-Q4")
    assert at.selectbox(key="choose_measure").value == "yoy" and not at.warning
    assert "measure" not in address(at)
    assert choose(at, period="2024").selectbox(key="choose_measure").value == "yoy"


def test_a_period_that_a_region_lacks_gives_way_to_what_it_has(visit: Open) -> None:
    at = choose(visit("growth", region="12", period="2015-Q1"), region="1275")
    assert at.selectbox(key="choose_period").value == "2025" and not at.warning
    assert "period" not in address(at)


def test_an_older_edition_says_so_shows_its_own_figures_and_the_way_to_the_newest(visit: Open) -> None:
    at = visit("structure", edition="16", period="2025")
    assert any(box.value.startswith(say("known.older", "id", number=16, newest=NEWEST)) for box in at.info)
    assert address(at)["edition"] == "16" and any("Edisi 16." in word for word in said(at))
    quarters = [period for period in at.selectbox(key="choose_period").options if "2026" in period]
    assert len(quarters) < len(visit("structure").selectbox(key="choose_period").options)
    turn(at, "growth")
    assert address(at)["edition"] == "16"
    at.button(key="to_newest").click()
    sound(at.run())
    assert address(at)["edition"] == str(NEWEST) and not any("Edisi 16" in word for word in said(at))


def test_an_edition_without_the_region_says_so(visit: Open) -> None:
    at = visit("growth", edition="1", region="1201")
    assert say("error.no_region", "id", number=1, region="Kabupaten Nias") in said(at)
    assert address(at) == {"region": "1201", "lang": "id", "edition": "1"}
