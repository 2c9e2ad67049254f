"""What is chosen changes what is drawn: figures, words and the address go together."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import CHARTED, Open, choose, said, sound, specs
from text.lookup import measure, period, region


def titles(at: AppTest) -> tuple[str, ...]:
    return tuple(head.value for head in (*at.title, *at.header))


@pytest.mark.parametrize("page", CHARTED)
def test_another_region_changes_every_chart(visit: Open, page: str) -> None:
    at = visit(page)
    before, words = specs(at), titles(at)
    choose(at, region="12")
    assert not [spec for spec in specs(at) if spec in before]
    assert titles(at)[0] != words[0]
    assert any("Sumatera Utara" in title for title in titles(at))


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("overview", "measure", "index"),
        ("overview", "measure", "level"),
        ("overview", "basis", "current"),
        ("overview", "period", "2023"),
        ("overview", "compare", "12"),
        ("growth", "measure", "contribution_yoy"),
        ("growth", "measure", "cagr"),
        ("growth", "measure", "change"),
        ("growth", "basis", "current"),
        ("growth", "period", "2023"),
        ("growth", "compare", "1212"),
        ("growth", "compare", "none"),
        ("trade_services", "period", "2024"),
        ("trade_services", "compare", "1212"),
        ("trade_services", "compare", "none"),
        ("structure", "period", "2024"),
        ("structure", "compare", "1212"),
    ],
)
def test_a_control_changes_what_is_drawn(visit: Open, page: str, name: str, value: str) -> None:
    at = visit(page)
    before = specs(at)
    choose(at, **{name: value})
    assert specs(at) != before
    assert at.selectbox(key=f"choose_{name}").value == value


def test_industries_that_are_chosen_are_those_that_are_drawn(visit: Open) -> None:
    at = visit("growth", measure="level")
    assert len(specs(at)[0]["data"][0]["y"]) == 17
    at.multiselect[0].set_value(["H", "G"])
    sound(at.run())
    assert sorted(specs(at)[0]["data"][0]["y"]) == ["G", "H"]


def test_services_that_are_chosen_are_those_of_the_small_charts(visit: Open) -> None:
    at = visit("trade_services", items="P.Q")
    assert [head.value for head in at.subheader] == ["Perdagangan", "Pendidikan", "Kesehatan"]


@pytest.mark.parametrize("page", CHARTED)
def test_the_subtitles_name_measure_region_and_period(visit: Open, page: str) -> None:
    at = visit(page, period="2024", region="12")
    lines = [word for word in said(at) if word.startswith(":small[:gray[") and region("12", "id") in word]
    assert lines
    assert any(period("2024", "id", "preliminary") in line for line in lines)


@pytest.mark.parametrize("name", ["yoy", "contribution_yoy", "cagr", "index", "level", "change", "deflator"])
def test_every_measure_is_explained_in_plain_words(visit: Open, name: str) -> None:
    at = visit("growth", region="12", measure=name)
    (explained,) = [word for word in said(at) if word.startswith("**Cara membaca.**")]
    assert len(explained) > 60
    assert any(measure(name, "id") in word for word in said(at))


def test_no_control_offers_a_choice_twice_or_without_a_name(visit: Open) -> None:
    for page in CHARTED:
        for box in visit(page, region="12").selectbox:
            assert len(set(box.options)) == len(box.options), box.label
            assert all(box.options), box.label


def test_a_control_without_effect_cannot_be_used(visit: Open) -> None:
    prices = visit("growth", measure="deflator")
    (basis,) = [box for box in prices.selectbox if box.label == "Dasar harga"]
    assert basis.disabled and basis.value == "Implisit"
    choose(prices, measure="level")
    assert prices.selectbox(key="choose_basis").value == "constant_2010"
    assert visit("structure").multiselect[0].disabled
    assert not visit("structure", region="12").multiselect[0].disabled
