"""What a table changes: counts, parts, largest revisions, growth, and the sentences. The changes are made up."""

import numpy as np
import pandas as pd
import pytest

from model.items import INDUSTRIES, TOTAL
from model.observations import WITHDRAWN, levels
from tests.text.test_keys import ENGLISH, INDONESIAN, words
from views import changes, overview
from views.changed_sentences import MOST, Told, told
from views.changes import view


@pytest.fixture
def annual(medan: pd.DataFrame) -> pd.DataFrame:
    """Levels of Medan by industry at constant prices."""
    wanted = (medan["frequency"] == "A") & (medan["price_basis"] == "constant_2010") & (medan["measure"] == "level")
    return medan[wanted & medan["item"].isin([*INDUSTRIES, TOTAL])].reset_index(drop=True)


def revised(rows: pd.DataFrame, period: str, item: str, factor: float) -> pd.DataFrame:
    here = (rows["period"] == period) & (rows["item"] == item)
    assert here.any()
    return rows.assign(value=rows["value"].mask(here, rows["value"] * factor))


def next_year(rows: pd.DataFrame) -> pd.DataFrame:
    """A year that is not there yet, every figure five per cent above the last: made up."""
    last = rows[rows["period"] == "2025"]
    return last.assign(period="2026", value=last["value"] * 1.05)


def test_the_finding_counts_what_is_new_revised_and_withdrawn(medan: pd.DataFrame, annual: pd.DataFrame) -> None:
    handed_in = revised(annual[annual["period"] >= "2023"], "2024", "G", 1.01)
    gone = annual[(annual["period"] == "2021") & (annual["item"] == "B")].assign(value=np.nan, status=WITHDRAWN)
    handed_in = pd.concat([handed_in, next_year(annual), gone], ignore_index=True)
    found = view(medan, handed_in, "id")
    assert found.finding == "18 angka baru, 1 angka direvisi, dan 1 angka ditarik dibanding edisi pembanding."
    counts = {"new": 18, "revised": 1, "withdrawn": 1, "equal": 53, "status": 0, "up": 1, "down": 0}
    assert found.counts == counts and not found.nothing
    (part,) = found.parts
    assert part.title == "Direvisi: tahun 2024; baru: tahun 2026; ditarik: tahun 2021"
    assert part.classes == {"equal", "up", "new", "withdrawn"}


def test_equal_figures_change_nothing(medan: pd.DataFrame, annual: pd.DataFrame) -> None:
    found = view(medan, annual, "en")
    assert found.nothing and found.finding.startswith("No change: ") and f"(figures: {len(annual)})" in found.finding
    assert found.sentences == () and found.largest.empty and found.parts[0].growth.empty
    assert view(medan, annual[:0], "id").finding == "Tidak ada angka untuk dibandingkan."


def test_another_mark_alone_is_a_change_of_the_sentence(medan: pd.DataFrame, annual: pd.DataFrame) -> None:
    handed_in = annual[annual["period"] == "2024"].assign(status="final")
    found = view(medan, handed_in, "id")
    assert found.nothing and found.counts["status"] == len(handed_in)
    assert found.finding == "18 tanda berubah dibanding edisi pembanding."
    assert [(one.period, "2024*" in one.before, "2024*" in one.after) for one in found.sentences] == [
        ("2024", True, False)
    ]


def test_sentences_are_those_of_the_page_before_and_after(medan: pd.DataFrame, annual: pd.DataFrame) -> None:
    handed_in = revised(annual, "2024", "G", 1.01)
    found = view(medan, handed_in, "id").sentences
    assert {one.period for one in found} == {"2024", "2025"}
    after = pd.concat([medan, handed_in]).drop_duplicates(medan.columns[:7].tolist(), keep="last")
    for one in found:
        assert one.before == overview.finding(medan, "1275", one.period, "id")
        assert one.after == overview.finding(after, "1275", one.period, "id")


def test_a_new_year_opens_the_overview_and_is_told_once(medan: pd.DataFrame, annual: pd.DataFrame) -> None:
    found = view(medan, next_year(annual), "id").sentences
    assert [(one.region, one.period, one.opening) for one in found] == [("1275", "2026", True)]
    assert found[0].before == overview.finding(medan, "1275", "2025", "id")
    assert found[0].after.startswith("Ekonomi Kota Medan tahun 2026** tumbuh 5,00 persen")


def test_growth_is_that_of_the_total_and_of_what_moves_most(medan: pd.DataFrame, annual: pd.DataFrame) -> None:
    handed_in = annual
    for place, item in enumerate(INDUSTRIES):
        handed_in = revised(handed_in, "2024", item, 1 + place / 100)
    (part,) = view(medan, handed_in, "id").parts
    kept = list(dict.fromkeys(part.growth["item"]))
    assert len(kept) == changes.MOVED and set(kept) <= set(INDUSTRIES[10:])
    with_total = revised(handed_in, "2024", TOTAL, 1.001)
    (part,) = view(medan, with_total, "id").parts
    assert part.growth["item"].iloc[0] == TOTAL


def test_the_largest_revisions_lead(medan: pd.DataFrame, annual: pd.DataFrame) -> None:
    handed_in = annual.assign(value=annual["value"] * 1.001)
    largest = view(medan, handed_in, "id").largest
    assert len(largest) == changes.LARGEST
    sizes = largest["size"].abs().tolist()
    assert sizes == sorted(sizes, reverse=True) and largest["item"].iloc[0] == TOTAL


def test_medan_comes_first_and_tables_without_change_last(shipped: pd.DataFrame) -> None:
    rows = shipped[shipped["region"].isin(["12", "1271", "1275"]) & (shipped["approach"] == "production")]
    rows = rows.assign(value=rows["value"].mask(rows["region"] != "1271", rows["value"] * 1.01))
    regions = [part.values["region"].iloc[0] for part in view(shipped, rows, "id").parts]
    assert regions[0] == "1275" and regions[-1] == "1271"
    assert len({part.key for part in view(shipped, rows, "id").parts}) == len(regions)


def test_a_long_table_is_drawn_in_its_newest_periods(sumut: pd.DataFrame) -> None:
    rows = sumut[(sumut["frequency"] == "Q") & (sumut["measure"] == "level")]
    (part,) = [
        part for part in view(sumut, rows.assign(value=rows["value"] * 1.01), "id").parts if "constant" in part.key
    ]
    drawn = sorted(part.drawn["period"].unique())
    assert len(drawn) == changes.PERIODS and drawn[-1] == max(part.values["period"])
    assert "periode yang lebih lama hanya ada dalam tabel" in part.subtitle


def test_parts_of_industries_are_left_to_the_table_where_there_are_many() -> None:
    items = [*INDUSTRIES, *(f"C.{place}" for place in range(1, 17)), TOTAL]
    found = view(levels({}), levels({item: {"2025": 1.0} for item in items}), "en")
    (part,) = found.parts
    assert set(part.drawn["item"]) == {*INDUSTRIES, TOTAL} and len(part.values) == len(items)
    assert "Changed parts that are in the table only: 16" in part.subtitle


def test_not_more_sentences_are_read_than_a_person_waits_for(shipped: pd.DataFrame) -> None:
    rows = shipped[(shipped["approach"] == "production") & (shipped["measure"] == "level")]
    found = view(shipped, rows.assign(value=rows["value"] * 1.001), "id")
    assert found.unread > 0 and len(found.sentences) <= MOST


def test_a_region_without_a_name_is_shown_by_its_code() -> None:
    found = view(levels({}), levels({TOTAL: {"2025": 1.0}}, region="3171"), "id")
    assert "3171" in found.parts[0].label and found.sentences == ()


@pytest.mark.parametrize(("lang", "foreign"), [("id", ENGLISH), ("en", INDONESIAN)])
def test_the_words_are_of_one_language(medan: pd.DataFrame, annual: pd.DataFrame, lang: str, foreign: set[str]) -> None:
    found = view(medan, pd.concat([revised(annual, "2024", "G", 1.01), next_year(annual)]), lang)
    said = [found.finding, *(text for one in found.sentences for text in (one.before, one.after))]
    said += [text for part in found.parts for text in (part.label, part.title, part.subtitle, part.growth_subtitle)]
    assert {text: wrong for text in said if (wrong := words(text) & foreign)} == {}


def test_what_is_expenditure_changes_no_sentence(medan: pd.DataFrame) -> None:
    values = pd.DataFrame(
        {"region": ["1275"], "approach": "expenditure", "measure": "level", "period": "2024", "kind": "revised",
         "status_before": "final", "status_after": "final"}
    )  # fmt: skip
    assert told(medan, medan[:0], values, "id") == ((), 0)


def test_a_sentence_that_is_gone_says_so(medan: pd.DataFrame) -> None:
    gone = medan[(medan["period"] == "2010") & (medan["measure"] == "level")].assign(value=np.nan, status=WITHDRAWN)
    found = view(medan, gone, "id").sentences
    assert Told("1275", "2010", overview.finding(medan, "1275", "2010", "id"), "") in found
