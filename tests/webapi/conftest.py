"""What the tests of the WebAPI share: a fake BPS on this machine, a home of their own, and no waiting between tries."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data import webapi
from data.webapi import Wanted, ask
from data.webapi.fetch import Fetched
from tests.webapi import fake
from text.lookup import regions

SIZES = {region: 4000.0 + 300.0 * place for place, region in enumerate(regions())}
YEARS = (2022, 2023, 2024, 2025, 2026)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which nothing of BPS is kept yet, and no key but that of the environment."""
    monkeypatch.setenv("PDRB_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PDRB_SECRETS", str(tmp_path / "none.toml"))
    return tmp_path / "home"


@pytest.fixture
def bps(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[fake.Bps]:
    """A fake BPS that the environment names, with table 2775 of the 34 regions and more."""
    for name in ("BACK_OFF", "JITTER", "RETRY_AFTER"):
        monkeypatch.setattr(ask, name, 0.0)
    monkeypatch.setenv("BPS_WEBAPI_KEY", fake.KEY)
    with fake.serving(fake.Bps(fake.Table(SIZES, YEARS))) as served:
        monkeypatch.setenv("BPS_WEBAPI_URL", served.address)
        yield served


@pytest.fixture
def fetched(bps: fake.Bps) -> Callable[..., Fetched]:
    """Fetches table 2775 of some regions and years; it is ended unless it is to be gone on from."""

    def fetch(*years: int, regions: tuple[str, ...] = ("1275",), end: bool = True) -> Fetched:
        with webapi.asker() as asker:
            made = webapi.fetch(asker, Wanted(webapi.table("2775"), regions, years))
        if end:
            made.settle()
        return made

    return fetch


def data(year: int, table: str = "2775") -> str:
    """The question for a year of a table."""
    return f"list/model/data/lang/ind/domain/0000/var/{table}/th/{year - 1900}"
