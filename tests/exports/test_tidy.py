"""The formats of the terminal: whatever the one table holds reads back as the same observations."""

import csv
import io
import json
from math import isnan, nan

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports import tidy
from exports.passport import Passport
from model.observations import COLUMNS, empty

values = st.one_of(st.just(nan), st.floats(allow_nan=False, allow_infinity=False))
observations = st.lists(
    st.tuples(
        st.sampled_from(["12", "1275", "9999"]),
        st.just("production"),
        st.sampled_from(["A", "A.1.a", "MN", "TOTAL", "SERVICES_PRIVATE"]),
        st.sampled_from(["current", "constant_2010", "implicit"]),
        st.sampled_from(["A", "Q"]),
        st.sampled_from(["2023", "2023-Q1", "2021/2025"]),
        st.sampled_from(["yoy", "level"]),
        values,
        st.sampled_from(["percent", "billion_idr"]),
        st.sampled_from(["final", "very_preliminary"]),
        st.sampled_from(["", "no_predecessor", "rebased_2021"]),
    ),
    max_size=12,
).map(lambda rows: pd.concat([empty(), pd.DataFrame(rows, columns=list(COLUMNS))]) if rows else empty())


def same(read_back: list[list], obs: pd.DataFrame) -> None:
    """The rows read back are those of `obs`, value for value; None stands for missing."""
    expected = [
        [None if isinstance(cell, float) and isnan(cell) else cell for cell in row]
        for row in obs.itertuples(index=False, name=None)
    ]
    assert read_back == expected


@given(observations)
def test_csv_reads_back(obs: pd.DataFrame) -> None:
    header, *rows = csv.reader(io.StringIO(tidy.csv(obs).decode("utf-8"), newline=""))
    assert header == list(COLUMNS)
    place = header.index("value")
    same([[*row[:place], float(row[place]) if row[place] else None, *row[place + 1 :]] for row in rows], obs)


@given(observations)
def test_json_reads_back(obs: pd.DataFrame) -> None:
    objects = json.loads(tidy.json(obs))
    assert all(list(one) == list(COLUMNS) for one in objects)
    same([list(one.values()) for one in objects], obs)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(obs=observations)
def test_xlsx_reads_back(obs: pd.DataFrame, passport: Passport) -> None:
    book = openpyxl.load_workbook(io.BytesIO(tidy.xlsx(obs, passport, "id")))
    assert book.sheetnames == ["observations", "Sumber"]
    header, *rows = book["observations"].values
    assert header == COLUMNS
    place = header.index("reason")
    same([[*row[:place], row[place] or "", *row[place + 1 :]] for row in rows], obs)


def test_csv_is_written_as_the_terminal_promises(result: pd.DataFrame) -> None:
    lines = tidy.csv(result.drop(columns="shown")).decode("utf-8").split("\n")
    assert lines[0] == "region,approach,item,price_basis,frequency,period,measure,value,unit,status,reason"
    assert lines[1] == "1275,production,G,constant_2010,A,2023,yoy,5.281407089535151,percent,final,"
    assert lines[3] == "1275,production,TOTAL,constant_2010,A,2010,yoy,,percent,final,no_predecessor"
    assert lines[5:] == ["12,production,A,constant_2010,A,2021/2025,cagr,-1e-05,percent,preliminary,", ""]


@pytest.mark.parametrize(
    ("write", "expected"), [(tidy.csv, b",".join(map(str.encode, COLUMNS)) + b"\n"), (tidy.json, b"[]\n")]
)
def test_no_row_is_still_a_file(write, expected: bytes) -> None:
    assert write(empty()) == expected
