"""The canonical bytes follow the recipe, and the hash says what the figures say and nothing else."""

from hashlib import sha256

import pandas as pd

from data.canonical import canonical, content_hash
from model.observations import COLUMNS, empty

ROW = ("1275", "production", "TOTAL", "current", "A", "2025", "level", 353289.26, "billion_idr", "very_preliminary", "")


def table(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(COLUMNS))


def with_(**changes: object) -> tuple:
    return tuple(changes.get(name, value) for name, value in zip(COLUMNS, ROW, strict=True))


def test_bytes_are_the_header_and_sorted_lines():
    rows = [
        with_(item="A.1", value=583.0),
        with_(item="A", period="2025-Q1", frequency="Q", value=1e16),
        with_(item="A", value=-0.0),
    ]
    assert canonical(table(*rows)) == (
        b"region,approach,item,price_basis,frequency,period,measure,value,unit,status\n"
        b"1275,production,A,current,A,2025,level,0.0,billion_idr,very_preliminary\n"
        b"1275,production,A,current,Q,2025-Q1,level,1e+16,billion_idr,very_preliminary\n"
        b"1275,production,A.1,current,A,2025,level,583.0,billion_idr,very_preliminary\n"
    )


def test_lines_stand_in_the_order_of_their_bytes():
    items = ["TOTAL_NONMIGAS", "TOTAL", "C.2", "C.10", "C", "MN", "HH.a", "HH", "C.1.a", "C.1"]
    rows = [with_(item=item, region=region) for item in items for region in ("9999", "12", "1275")]
    lines = canonical(table(*rows)).splitlines()[1:]
    assert lines == sorted(lines)


def test_hash_is_the_sha256_of_those_bytes():
    assert content_hash(table(ROW)) == sha256(canonical(table(ROW))).hexdigest()


def test_order_of_rows_and_index_do_not_matter():
    rows = [with_(period=str(year)) for year in range(2010, 2026)]
    there, back = table(*rows), table(*reversed(rows))
    back.index = pd.Index(range(100, 116))
    assert content_hash(there) == content_hash(back)


def test_any_difference_in_what_is_said_matters():
    changed = [with_(value=353289.27), with_(status="final"), with_(item="G"), with_(unit="thousand_idr")]
    hashes = {content_hash(table(row)) for row in [ROW, *changed]}
    assert len(hashes) == 5
    assert content_hash(empty()) not in hashes


def test_text_in_another_unicode_form_gives_the_same_hash():
    assert content_hash(table(with_(item="\u00e9"))) == content_hash(table(with_(item="e\u0301")))


def test_the_table_is_left_as_it_was():
    obs = table(with_(item="TOTAL"), with_(item="A", value=-0.0))
    before = obs.copy(deep=True)
    content_hash(obs)
    pd.testing.assert_frame_equal(obs, before)
