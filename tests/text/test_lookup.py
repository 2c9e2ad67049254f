"""Labels and words: every code has them, in both languages, and a missing one is refused by its name."""

import pytest

from model.dimensions import Approach, Frequency, Measure, PriceBasis, Reason, Status, Unit
from model.items import COMPONENTS, GROUPS, INDUSTRIES, OTHERS, RESIDUAL, TOTAL, TOTAL_NONMIGAS, known, order
from text import lookup
from text.lookup import LANGUAGES, item, item_in_sentence, mark, period, reason, region, regions, say

SHORT = 18
CONTROL = 16


@pytest.mark.parametrize("code", [*INDUSTRIES, *COMPONENTS, OTHERS, *GROUPS, RESIDUAL, TOTAL_NONMIGAS, TOTAL])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_item_has_a_label_a_short_one_and_a_name_in_a_sentence(code: str, lang: str) -> None:
    assert item(code, lang) and item_in_sentence(code, lang)
    assert 0 < len(item(code, lang, short=True)) <= SHORT


def test_all_labelled_items_are_codes_and_stand_in_bps_order_within_their_branch() -> None:
    codes = lookup.items()
    assert all(known(code) for code in codes)
    industries = [code for code in codes if code.split(".")[0] in INDUSTRIES]
    assert industries == sorted(industries, key=order)
    assert len(industries) == 63


@pytest.mark.parametrize("lang", LANGUAGES)
def test_short_labels_of_items_that_stand_side_by_side_differ(lang: str) -> None:
    for codes in (INDUSTRIES, COMPONENTS, (*INDUSTRIES, "SERVICES", OTHERS, RESIDUAL, TOTAL)):
        labels = [item(code, lang, short=True) for code in codes]
        assert len(set(labels)) == len(labels)


def test_labels_are_those_of_bps() -> None:
    assert item("G", "id") == "Perdagangan Besar dan Eceran; Reparasi Mobil dan Sepeda Motor"
    assert item("MN", "id") == "Jasa Perusahaan"
    assert item("O", "en") == "Public Administration and Defence; Compulsory Social Security"
    assert item("IMP", "id") == "Dikurangi: Impor Barang dan Jasa"


def test_thirty_four_regions_can_be_chosen_and_their_names_differ() -> None:
    assert len(regions()) == 34 and "9999" not in regions()
    for lang in LANGUAGES:
        assert len({region(code, lang) for code in regions()}) == 34
        assert len({region(code, lang, short=True) for code in regions()}) == 34
    assert region("9999", "id") == "Indonesia"


def test_a_city_keeps_its_name_and_a_province_loses_its_level_in_a_sentence() -> None:
    assert region("1275", "en") == lookup.region_in_sentence("1275", "en") == "Kota Medan"
    assert region("12", "id") == "Provinsi Sumatera Utara"
    assert lookup.region_in_sentence("12", "id") == "Sumatera Utara"
    assert lookup.region_in_title("1212", "en") == "Deli Serdang"


@pytest.mark.parametrize(
    ("text", "status", "indonesian", "english"),
    [
        ("2025", "very_preliminary", "2025**", "2025**"),
        ("2024-Q4", "preliminary", "Triwulan IV-2024*", "Q4 2024*"),
        ("2023-Q1", "final", "Triwulan I-2023", "Q1 2023"),
        ("2022", "revised", "2022r", "2022r"),
        ("2021/2025", "very_preliminary", "2021–2025**", "2021–2025**"),
        ("2020", None, "2020", "2020"),
    ],
)
def test_a_period_is_told_with_its_mark(text: str, status: str | None, indonesian: str, english: str) -> None:
    assert period(text, "id", status) == indonesian
    assert period(text, "en", status) == english


def test_each_status_has_one_mark() -> None:
    assert {status.value: mark(status) for status in Status} == {
        "final": "",
        "revised": "r",
        "preliminary": "*",
        "very_preliminary": "**",
        "estimated": "e",
        "unknown": "?",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_the_table_has_words(lang: str) -> None:
    for code in Measure:
        assert lookup.measure(code, lang) and 0 < len(lookup.measure(code, lang, short=True)) <= CONTROL
    for code in PriceBasis:
        assert lookup.basis(code, lang) and 0 < len(lookup.basis(code, lang, short=True)) <= CONTROL
    for code in Unit:
        assert lookup.unit(code, lang)
    for code in Status:
        assert lookup.status(code, lang) and say(f"status_short.{code}", lang)
        assert all(say(f"legend.{code}.{place}", lang) for place in ("bars", "lines", "table"))
    for code in Approach:
        assert say(f"approach.{code}.name", lang)
    for code in Frequency:
        assert say(f"frequency.{code}", lang)
    for code in Reason:
        assert bool(reason(code, lang)) == (code != Reason.NONE)
    assert "2021" in reason("rebased_2021", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_legend_begins_with_its_mark(lang: str) -> None:
    for status in [status for status in Status if mark(status)]:
        legends = [say(f"legend.{status}.{place}", lang) for place in ("bars", "lines", "table")]
        assert all(legend.startswith(f"{mark(status)} ") for legend in legends)


def test_an_unknown_key_language_or_slot_is_named() -> None:
    with pytest.raises(KeyError, match="page.nowhere"):
        say("page.nowhere", "id")
    with pytest.raises(KeyError, match="page.about.name.*fr"):
        say("page.about.name", "fr")
    with pytest.raises(KeyError, match=r"frame\.edition.*number"):
        say("frame.edition", "id", date="24 Nov 2026")
    with pytest.raises(KeyError, match="ZZ"):
        item("ZZ", "id")
    with pytest.raises(KeyError, match="4711"):
        region("4711", "id")


def test_the_names_below_a_prefix_keep_the_order_of_the_file() -> None:
    assert lookup.below("approach") == ("production", "expenditure")
    assert lookup.below("about.method")[:3] == ("head", "yoy", "qtq")
