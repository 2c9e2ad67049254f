"""A small result and its passport, with everything in it that a file may stumble over."""

from datetime import UTC, date, datetime
from math import nan

import pandas as pd
import pytest

from exports.passport import Passport
from model.observations import COLUMNS, check
from model.release import Origin

ROWS = (
    ("1275", "production", "G", "constant_2010", "A", "2023", "yoy", 5.281407089535151, "percent", "final", ""),
    ("1275", "production", "TOTAL", "constant_2010", "A", "2020", "yoy", -1.9766, "percent", "final", ""),
    ("1275", "production", "TOTAL", "constant_2010", "A", "2010", "yoy", nan, "percent", "final", "no_predecessor"),
    ("12", "production", "A", "constant_2010", "Q", "2026-Q2", "yoy", 22.5, "percent", "very_preliminary", ""),
    ("12", "production", "A", "constant_2010", "A", "2021/2025", "cagr", -0.00001, "percent", "preliminary", ""),
)
SHOWN = (5.28, -1.98, nan, 22.5, 0.0)


@pytest.fixture
def result() -> pd.DataFrame:
    """Five rows of the one table and `shown`: a negative figure, a missing one, 22.5, a span, a figure near zero."""
    obs = pd.DataFrame(ROWS, columns=list(COLUMNS)).astype(dict.fromkeys(set(COLUMNS) - {"value"}, "str"))
    return check(obs).assign(shown=list(SHOWN))


@pytest.fixture
def passport() -> Passport:
    """A passport whose words try to be formulas and links."""
    origin = Origin(
        publisher_id="Badan Pusat Statistik",
        publisher_en="Statistics Indonesia",
        table="2194",
        title_id='=HYPERLINK("http://contoh")',
        title_en='=HYPERLINK("http://example")',
        url="https://www.bps.go.id/2194",
        repository="",
        path="",
        commit="",
        dated="2026-02-19",
        copied="",
        retrieved=date(2026, 11, 24),
        licence_id="sebut BPS",
        licence_en="cite BPS",
        caveat_id="diketik ulang",
        caveat_en="retyped",
        short_id='+BPS; tabel "2194"',
        short_en='+BPS; table "2194"',
    )
    return Passport(
        title="Laju pertumbuhan & struktur",
        subtitle="y-on-y, harga konstan 2010",
        region="1275",
        sources=(origin,),
        edition=7,
        effective_at=datetime(2026, 11, 12, tzinfo=UTC),
        content_hash="ab" * 32,
        notes=("-catatan",),
    )
