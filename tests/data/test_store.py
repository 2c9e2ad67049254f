"""The shipped figures as editions: by number, by moment, and what the newest says. The store itself: `store/`."""

import csv
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from data import shipped, store
from model.observations import KEY, check

SHIPPED = datetime.fromisoformat("2026-11-24T00:00:00+07:00")
NOON = SHIPPED + timedelta(hours=12)


def test_edition_k_holds_the_first_k_releases():
    releases = store.releases()
    for number in (1, 2, 10, len(releases)):
        edition = store.edition(number, now=NOON)
        assert edition.number == number
        assert edition.releases == releases[:number]
        assert set(edition.release_of) <= {release.id for release in releases[:number]}


def test_none_is_the_newest():
    assert store.edition(now=NOON).number == len(store.releases())
    assert store.edition(now=NOON) is store.edition(len(store.releases()), now=NOON)


@pytest.mark.parametrize("number", [0, -1, 19, 1000])
def test_another_number_is_no_edition(number):
    with pytest.raises(store.NoEdition) as caught:
        store.edition(number, now=NOON)
    assert (caught.value.number, caught.value.newest) == (number, 18)
    assert isinstance(caught.value, LookupError)


def test_before_the_figures_were_gathered_there_is_no_edition():
    for number in (None, 1):
        with pytest.raises(store.NoEdition) as caught:
            store.edition(number, now=SHIPPED - timedelta(seconds=1))
        assert caught.value.newest == 0
    assert store.edition(now=SHIPPED).number == 18


def test_the_moment_is_the_same_in_any_time_zone():
    assert store.edition(now=datetime(2026, 11, 23, 17, 0, tzinfo=UTC)).number == 18
    with pytest.raises(store.NoEdition):
        store.edition(now=datetime(2026, 11, 23, 16, 59, tzinfo=UTC))


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(TypeError):
        store.edition(now=datetime(2026, 11, 25))


def test_the_newest_edition_holds_every_shipped_figure_but_the_superseded():
    edition = store.edition(now=NOON)
    obs = check(edition.observations)
    assert (obs["measure"] == "level").sum() == 14161
    assert (obs["measure"] == "per_capita").sum() == 526
    assert len(obs) == 14161 + 526
    assert "01-superseded-values" not in set(edition.release_of)
    assert obs.loc[obs["measure"] == "level", "region"].nunique() == 34
    assert set(obs.loc[obs["region"] == "9999", "measure"]) == {"per_capita"}


def test_the_superseded_values_stand_in_the_first_edition_and_differ_from_the_newest():
    old = store.edition(1, now=NOON).observations.set_index(list(KEY))["value"]
    new = store.edition(now=NOON).observations.set_index(list(KEY))["value"]
    assert len(old) == 43
    assert (old != new.loc[old.index]).all()


def test_the_hash_follows_from_the_files_by_the_recipe_alone():
    """The newest edition again, with nothing but a csv reader, a dictionary and `sorted`."""
    rows: dict[tuple, list] = {}
    for release in store.releases():
        with (shipped.TABLES / release.id / "observations.csv").open(encoding="utf-8", newline="") as lines:
            header, *body = csv.reader(lines)
        rows |= {tuple(row[:7]): [*row[:7], repr(float(row[7])), *row[8:]] for row in body}
    lines = [",".join(header), *(",".join(rows[key]) for key in sorted(rows))]
    digest = sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
    assert store.edition(now=NOON).content_hash == digest


def test_origins_of_some_rows_come_in_the_order_of_the_releases():
    edition = store.edition(now=NOON)
    obs = edition.observations
    medan = obs.index[(obs["region"] == "1275") & (obs["period"] == "2025") & (obs["price_basis"] == "constant_2010")]
    industries = medan[obs.loc[medan, "item"].isin(["A", "G", "RSTU"])]
    assert [origin.words("short", "id") for origin in edition.origins(industries)] == [
        "BPS, diketik ulang pihak ketiga, tanpa nomor tabel"
    ]
    assert [origin.table for origin in edition.origins(medan)] == ["2194", "2194", "2194", ""]
