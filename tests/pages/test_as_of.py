"""What was known on a day, and an edition by its number: the whole dashboard shows it, and says what came since."""

import re

import pytest

from data import store
from pages.parts import known
from tests.pages.conftest import CHARTED, PAGES, Open, address, said, sound, specs, turn
from tests.pages.kept_office import Clock, clock, published, table
from text.lookup import LANGUAGES, say

__all__ = ["clock"]
BEFORE, AFTER = 18, 19


@pytest.fixture(autouse=True)
def revised(clock: Clock) -> None:
    """An edition of the next day that has trade of Medan in 2025 twice as large (synthetic)."""
    clock.pass_by(days=1)
    published(table(2.0))
    clock.pass_by(days=1)


def figures(at: object) -> list[str]:
    """All that a page says and draws, but what stands above it and its calendar."""
    above = {box.value.replace("\\", "") for box in at.info} | {button.label for button in at.button}
    return [word for word in said(at) if word not in above]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_day_sets_every_page_to_what_was_known_then(visit: Open, page: str, lang: str, clock: Clock) -> None:
    at = visit(page, as_of="2026-11-25", lang=lang)
    then = visit(page, edition=str(BEFORE), lang=lang)
    assert specs(at) == specs(then) and figures(at) == figures(then)
    assert address(at) == {"region": "1275", "lang": lang, "as_of": "2026-11-25"}
    date = {"id": "25 Nov 2026", "en": "25 Nov 2026"}[lang]
    told = say("known.as_of", lang, date=date, number=BEFORE, newest=AFTER)
    assert any(box.value.startswith(told) for box in at.info) and not at.warning


def test_the_sentence_is_that_of_the_day(visit: Open) -> None:
    then, now = visit("trade_services", as_of="2026-11-25"), visit("trade_services")
    assert "menyumbang 4,73 dari 5,10 poin persen" in then.title[0].value
    assert then.title[0].value != now.title[0].value and specs(then) != specs(now)


def test_a_day_means_its_end_and_a_moment_itself(visit: Open) -> None:
    for stated, number in (
        ("2026-11-26", AFTER),
        ("2026-11-26T08:59:00+07:00", BEFORE),
        ("2026-11-26T09:00+07:00", AFTER),
        ("2026-11-26T09:00 07:00", AFTER),
        ("2026-11-26T01:59:59Z", BEFORE),
        ("2026-11-26T08:00", BEFORE),
        ("2026-11-27", AFTER),
    ):
        at = visit("about", as_of=stated)
        assert not at.warning and say("about.sources.intro", "id", number=number) in said(at), stated
    assert any("pukul 08.00 WIB: edisi 18" in box.value for box in visit("about", as_of="2026-11-26T08:00").info)


@pytest.mark.parametrize(
    ("stated", "key"),
    [
        ("kemarin", "as_of"),
        ("2026-13-01", "as_of"),
        ("2026-11-31", "as_of"),
        ("20261124", "as_of"),
        ("2026-W48-2", "as_of"),
        ("２０２６-11-24", "as_of"),
        ("2026-11-24T25:00", "as_of"),
        ("2026-11-24T11:0007:00", "as_of"),
        ("9999-12-31T23:59-23:59", "as_of"),
        ("0001-01-01T00:00+23:59", "as_of"),
        ("0001-01-01", "as_of_early"),
        ("2026-11-23", "as_of_early"),
        ("2026-11-23T23:59:59+07:00", "as_of_early"),
        ("2026-11-28", "as_of_late"),
        ("2026-11-27T23:59", "as_of_late"),
        ("9999-12-31", "as_of_late"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_day_is_said_and_the_newest_is_shown(visit: Open, stated: str, key: str, lang: str) -> None:
    at = visit("about", as_of=stated, lang=lang)
    assert [box.value for box in at.warning] == [say(f"notice.{key}", lang, value=f"`{stated}`")]
    assert address(at) == {"region": "1275", "lang": lang, "edition": str(AFTER)}
    assert not sound(at.run()).warning


def test_a_day_goes_before_an_edition_and_stays_through_the_pages(visit: Open) -> None:
    at = visit("growth", as_of="2026-11-25", edition="3")
    for page in (*CHARTED, "about"):
        turn(at, page)
        assert address(at)["as_of"] == "2026-11-25" and "edition" not in address(at)
        assert any(f"dition {BEFORE}" in word or f"disi {BEFORE}" in word for word in said(at))
    at.button(key="to_newest").click()
    sound(at.run())
    assert address(at) == {"region": "1275", "lang": "id", "edition": str(AFTER)}
    assert not any("Seperti diketahui" in word for word in said(at))


def test_a_link_to_an_edition_says_what_was_revised_since_in_the_region_on_screen(visit: Open) -> None:
    at = visit("overview", edition=str(BEFORE))
    (told,) = [box.value for box in at.info if "edisi 18" in box.value]
    was, now = (store.edition(number).observations for number in (BEFORE, AFTER))
    rows = [
        obs[(obs["region"] == "1275") & (obs["item"] == "G") & (obs["period"] == "2025") & (obs["measure"] == "level")]
        for obs in (was, now)
    ]
    assert len(rows[0]) == len(rows[1]) >= 1
    assert f"Sejak itu {len(rows[0])} angka Kota Medan direvisi; yang terbesar perdagangan" in told
    assert re.search(rf"\]\(\./rilis\?lang=id&region=1275&section=compare&older={BEFORE}&newer={AFTER}\)$", told)
    (other,) = [
        box.value for box in visit("overview", edition=str(BEFORE), region="1276").info if "edisi 18" in box.value
    ]
    assert "tidak berubah sejak itu" in other


def test_an_open_page_is_offered_what_took_effect_and_the_button_shows_it(
    visit: Open, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = visit("growth")
    assert not at.success
    published(table(3.0))
    real, drawn = known.newest, store.edition(AFTER)
    monkeypatch.setattr(known, "newest", lambda: drawn)  # the page as it was drawn; only its fragment looks again
    sound(at.run())
    (box,) = at.success
    assert f"Edisi {AFTER + 1} berlaku sejak 27 Nov 2026 pukul 09.00 WIB" in box.value and "edisi 19" in box.value
    monkeypatch.setattr(known, "newest", real)
    at.button(key="show_newest").click()
    sound(at.run())
    assert address(at)["edition"] == str(AFTER + 1) and not at.success
