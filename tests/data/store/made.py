"""Synthetic tables for the tests of the store: no figure of them is a statistic."""

from dataclasses import fields
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pandas as pd

from data import store
from data.canonical import FIELDS
from data.store.submissions import Submission
from model.observations import COLUMNS
from model.release import Origin

SEEDED = datetime.fromisoformat("2026-11-24T00:00:00+07:00")
NOON = SEEDED + timedelta(hours=12)
ORIGIN = Origin(**{field.name: date(2026, 11, 24) if field.type is date else "synthetic" for field in fields(Origin)})
SHIPPED = (
    ("01-made", (("TOTAL", "2023", 100.0, "final"), ("A", "2023", 40.5, "preliminary"))),
    ("02-made", (("TOTAL", "2024", 110.25, "preliminary"), ("A", "2023", 41.0, "unknown"))),
)

Row = tuple[str, str, float, str]


def table(*rows: Row, region: str = "1275") -> pd.DataFrame:
    """The one table of (item, year, value, status), levels at current prices."""
    made = [
        (region, "production", item, "current", "A", year, "level", value, "billion_idr", status, "")
        for item, year, value, status in rows
    ]
    return pd.DataFrame(made, columns=list(COLUMNS))


def ship(
    folder: Path, tables: tuple[tuple[str, tuple[Row, ...]], ...] = SHIPPED, effective_at: datetime = SEEDED
) -> None:
    """Writes folders such as those of `data/tables/`."""
    for order, (name, rows) in enumerate(tables, start=1):
        made = folder / name
        if made.exists():
            continue
        made.mkdir(parents=True)
        content = table(*rows)[list(FIELDS)].to_csv(index=False, lineterminator="\n").encode()
        (made / "observations.csv").write_bytes(content)
        stated = {"order": order, "effective_at": effective_at.isoformat(), "retrieved": "2026-11-24"}
        lines = [f"{name} = {value}" for name, value in stated.items()]
        lines += [f'{field.name} = "synthetic"' for field in fields(Origin) if field.name != "retrieved"]
        lines.append(f'sha256 = "{sha256(content).hexdigest()}"')
        (made / "origin.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def submitted(obs: pd.DataFrame, by: str = "ani", mode: str = "office", file: bytes | None = None) -> Submission:
    """A table that waits; the file is made from its rows unless given."""
    content = obs.to_csv().encode() if file is None else file
    return store.submit(obs, by, ORIGIN, content, "synthetic.csv", mode)[0]


def approved(made: Submission, by: str = "budi", mode: str = "office") -> Submission:
    """The submission, approved as compared with the newest edition."""
    return store.approve(made.id, by, made.content_hash, store.edition().number, mode)


def published(obs: pd.DataFrame, effective_at: datetime | None = None) -> store.Published:
    """A table taken all the way."""
    return store.publish(approved(submitted(obs)).id, "budi", effective_at)


def said(edition_number: int | None = None) -> dict[tuple[str, str], tuple[float, str]]:
    """What an edition says: (item, year) to (value, status)."""
    obs = store.edition(edition_number).observations
    rows = obs[["item", "period", "value", "status"]].itertuples(index=False, name=None)
    return {(item, year): (value, status) for item, year, value, status in rows}
