"""Rilis for everybody: the editions in effect, two of them compared, one figure through all, a day to go back to."""

import csv
import io
import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from exports import difference
from tests.pages.conftest import Open, address, said, sound, specs
from tests.pages.kept_office import Clock, clock, handed_in, published, table
from text.lookup import LANGUAGES, say

__all__ = ["clock"]
NEWEST = 19


@pytest.fixture(autouse=True)
def revised(clock: Clock) -> None:
    """Edition 19, a day after what ships, has trade of Medan in 2025 twice as large (synthetic)."""
    clock.pass_by(days=1)
    published(table(2.0))


def text_of(at: AppTest) -> str:
    return "\n".join(said(at))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_editions_are_listed_the_newest_first(visit: Open, lang: str) -> None:
    at = visit("releases", lang=lang)
    numbers = re.findall(r"\*\*(?:Edisi|Edition) (\d+)\*\*", text_of(at))
    assert numbers == ["19", "18", "17", "16", "15", "14"]
    at.button(key="button-editions").click()
    written = text_of(sound(at.run()))
    assert re.findall(r"\*\*(?:Edisi|Edition) (\d+)\*\*", written) == [str(number) for number in range(19, 0, -1)]
    for entry in store.catalogue():
        assert entry.content_hash[:16] in written and entry.release.id in written
    assert f"](./ringkasan?lang={lang}&region=1275&edition=7)" in written
    assert f"](./rilis?lang={lang}&region=1275&section=compare&older=6&newer=7)" in written
    assert say("editions.local", lang) not in written and written.count(say("editions.on_screen", lang)) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_release_of_local_mode_says_so(visit: Open, lang: str) -> None:
    made = handed_in(table(1.5), by="lokal", mode="local")
    store.approve(made.id, "lokal", made.content_hash, NEWEST, "local")
    store.publish(made.id, "lokal", None, "local")
    assert text_of(visit("releases", lang=lang)).count(say("editions.local", lang)) == 1


def test_a_day_chosen_on_the_page_sets_the_dashboard(visit: Open) -> None:
    at = visit("releases")
    at.date_input(key="as_of_day").set_value(date(2026, 11, 25))
    at.button(key="as_of_do").click()
    sound(at.run())
    assert address(at)["as_of"] == "2026-11-25"
    assert any("Seperti diketahui pada 25 Nov 2026: edisi 18" in box.value for box in at.info)
    assert at.date_input(key="as_of_day").max == date(2026, 11, 26)


def test_no_day_chosen_changes_nothing(visit: Open) -> None:
    at = visit("releases")
    at.button(key="as_of_do").click()
    assert "as_of" not in address(sound(at.run()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_editions_are_compared_for_the_region_on_screen(visit: Open, lang: str) -> None:
    at = visit("releases", lang=lang, section="compare")
    assert at.selectbox(key="choose_older").value == "18" and at.selectbox(key="choose_newer").value == "19"
    differ = store.diff(18, 19)
    own = differ[differ["region"] == "1275"]
    assert len(own) == len(differ) >= 1 and specs(at)
    assert say("changes.count.revised", lang, count=len(own)) in text_of(at)
    at.button(key="button-compared").click()
    shown = sound(at.run()).dataframe[-1].value
    assert len(shown) == len(own)
    other = visit("releases", lang=lang, section="compare", region="1276")
    assert say("compared.everywhere", lang, count=len(differ)) in text_of(other) and not specs(other)


@pytest.mark.parametrize(("older", "newer"), [("1", "18"), ("18", "1"), ("7", "7"), ("3", "2")])
def test_any_two_editions_can_be_compared(visit: Open, older: str, newer: str) -> None:
    at = visit("releases", section="compare", older=older, newer=newer, region="12")
    assert address(at).get("older", "18") == older and address(at).get("newer", "19") == newer
    assert (say("compared.same", "id") in text_of(at)) == (older == newer)


def test_the_difference_that_is_taken_along_is_that_of_the_store() -> None:
    differ = store.diff(18, 19)
    rows = list(csv.DictReader(io.StringIO(difference.csv_plain(differ, 18, 19).decode())))
    assert [float(row["value_b"]) for row in rows] == differ["value_b"].tolist()
    assert {(row["edition_a"], row["edition_b"]) for row in rows} == {("18", "19")}
    written = difference.csv_indonesian(differ, 18, 19, "id")
    assert written.startswith(b"\xef\xbb\xbf") and written.count(b"\r\n") == len(differ) + 1
    readable = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert [row["Edisi 19"] for row in readable] == [f"{value:.12g}".replace(".", ",") for value in differ["value_b"]]
    everything = difference.csv_indonesian(store.diff(1, 18), 1, 18, "en").decode("utf-8-sig")
    assert everything.count("\r\n") == len(store.diff(1, 18)) + 1 and "nan" not in everything.lower().split(";")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_figure_is_followed_through_all_editions(visit: Open, lang: str) -> None:
    at = visit("releases", lang=lang, section="history", item="G", period="2025")
    assert at.selectbox(key="choose_item").value == "G" and not at.warning
    (shown,) = [frame.value for frame in at.dataframe]
    kept = store.history(
        None,
        region="1275",
        approach="production",
        item="G",
        price_basis="constant_2010",
        measure="level",
        period="2025",
    )
    assert shown.iloc[:, 0].tolist() == kept["edition"].tolist()[::-1] == [19, 14]
    assert ("berubah 1 kali" if lang == "id" else "changed 1×") in text_of(at)


def test_each_choice_of_a_figure_leaves_the_next_only_what_there_is(visit: Open) -> None:
    at = visit("releases", section="history", region="12")
    obs = store.edition().observations
    own = obs[obs["region"] == "12"]
    for approach in ("production", "expenditure"):
        at.selectbox(key="choose_approach").set_value(approach)
        sound(at.run())
        items = set(own.loc[own["approach"] == approach, "item"])
        assert len(at.selectbox(key="choose_item").options) == len(items)
        assert at.dataframe


@pytest.mark.parametrize(
    ("name", "wrong", "section"),
    [("section", "waiting", ""), ("section", "x", ""), ("older", "99", "compare"), ("newer", "x", "compare")]
    + [("approach", "income", "history"), ("item", "ZZ", "history")],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_value_in_the_address_is_said(visit: Open, name: str, wrong: str, section: str, lang: str) -> None:
    at = visit("releases", **({"section": section} if section else {}) | {name: wrong, "lang": lang})
    assert [box.value for box in at.warning] == [say(f"notice.{name}", lang, value=f"`{wrong}`")]
