"""The tables that ship: one folder of `data/tables/` a release, with `observations.csv` and `origin.toml`.

A folder that does not say what it should is refused with the name of the file, what was found and what was expected;
nothing is repaired on the way.
"""

import csv
import re
import tomllib
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import pandas as pd

from data.canonical import FIELDS
from model.observations import COLUMNS, check
from model.release import Origin

TABLES = Path(__file__).with_name("tables")

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_VALUE = FIELDS.index("value")
_OURS: tuple[tuple[str, type], ...] = (("order", int), ("effective_at", datetime), ("sha256", str))


class UnsoundTable(ValueError):
    """A shipped folder does not hold what its origin says, or says too little."""


@dataclass(frozen=True)
class ShippedTable:
    """What one folder holds: a release to be."""

    id: str
    order: int
    effective_at: datetime
    sha256: str
    origin: Origin
    observations: pd.DataFrame = field(repr=False, compare=False)


def names(folder: Path | None = None) -> tuple[str, ...]:
    """The ids of the tables that ship, without opening one."""
    return tuple(sorted(path.parent.name for path in (folder or TABLES).glob("*/origin.toml")))


def read_all(folder: Path | None = None) -> tuple[ShippedTable, ...]:
    """The table of each folder below `folder` (`TABLES` when None), in their order."""
    folder = folder or TABLES
    found = sorted(
        (read(path.parent) for path in folder.glob("*/origin.toml")), key=lambda table: (table.order, table.id)
    )
    orders = [table.order for table in found]
    if orders != list(range(1, len(found) + 1)):
        raise UnsoundTable(f"{folder}: the orders of the origins are {orders}, expected 1 to {len(found)}, each once")
    return tuple(found)


def read(folder: Path) -> ShippedTable:
    """The table in `folder`, whose name is its id."""
    stated = _stated(folder / "origin.toml")
    path = folder / "observations.csv"
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    if digest != stated["sha256"]:
        raise UnsoundTable(f"{path}: SHA-256 is {digest}, expected {stated['sha256']} as origin.toml states")
    return ShippedTable(
        id=folder.name,
        order=stated["order"],
        effective_at=stated["effective_at"],
        sha256=digest,
        origin=Origin(**{field.name: stated[field.name] for field in fields(Origin)}),
        observations=_observations(path, content),
    )


def _stated(path: Path) -> dict:
    """What an `origin.toml` says: every field of `Origin` and ours, of the right kind, and none besides.

    `part` may stand too: the several sources of a release that has more than one.
    """
    stated = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = dict(_OURS) | {field.name: date if field.type is date else str for field in fields(Origin)}
    missing, strange = sorted(kinds.keys() - stated.keys()), sorted(stated.keys() - kinds.keys() - {"part"})
    if missing or strange:
        raise UnsoundTable(f"{path}: missing {missing}, not expected {strange}")
    wrong = {name: type(stated[name]).__name__ for name, kind in kinds.items() if type(stated[name]) is not kind}
    if wrong:
        raise UnsoundTable(f"{path}: found {wrong}, expected { {name: kinds[name].__name__ for name in wrong} }")
    if stated["effective_at"].tzinfo is None:
        raise UnsoundTable(f"{path}: effective_at is {stated['effective_at']}, expected an offset such as +07:00")
    return stated


def _observations(path: Path, content: bytes) -> pd.DataFrame:
    """The one table in `content`: text as it stands, values as the nearest float64, no reason."""
    header, *rows = csv.reader(content.decode().splitlines())
    if tuple(header) != FIELDS:
        raise UnsoundTable(f"{path}: columns are {header}, expected {list(FIELDS)}")
    for line, row in enumerate(rows, start=2):
        if len(row) != len(FIELDS):
            raise UnsoundTable(f"{path}, line {line}: {len(row)} fields, expected {len(FIELDS)}")
        if not _DECIMAL.fullmatch(row[_VALUE]):
            raise UnsoundTable(f"{path}, line {line}: value is {row[_VALUE]!r}, expected a decimal number")
    obs = pd.DataFrame(rows, columns=list(FIELDS), dtype="str").assign(reason=pd.Series("", range(len(rows)), "str"))
    obs["value"] = [float(row[_VALUE]) for row in rows]
    try:
        return check(obs[list(COLUMNS)])
    except ValueError as error:
        raise UnsoundTable(f"{path}: {error}") from error
