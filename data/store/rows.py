"""Observations in and out of the database, and the releases they belong to."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Row, Table, func, select

from data.canonical import FIELDS
from data.edition import stack
from data.store import audit, moment, tables
from model.observations import COLUMNS, KEY, WITHDRAWN, check
from model.release import Origin, Release

_BATCH = 20_000
_REGION = re.compile("[0-9]{2}(?:[0-9]{2})?")
_ROWS = [tables.observation.c[name] for name in COLUMNS]


def next_number(conn: Connection, table: Table, column: str) -> int:
    """The number after the greatest; exact under the lock of a writing transaction."""
    greatest: int = conn.execute(select(func.coalesce(func.max(table.c[column]), 0))).scalar_one()
    return greatest + 1


def keep_file(conn: Connection, actor: str, content: bytes) -> str:
    """Keeps bytes once, by their SHA-256, which it gives."""
    digest = sha256(content).hexdigest()
    file = tables.raw_file
    if conn.execute(select(file.c.sha256).where(file.c.sha256 == digest)).first() is None:
        conn.execute(file.insert(), {"sha256": digest, "content": content})
        audit.record(conn, actor, "kept", file, digest)
    return digest


def raw_file(conn: Connection, digest: str) -> bytes:
    """The bytes of that SHA-256."""
    return bytes(conn.execute(select(tables.raw_file.c.content).where(tables.raw_file.c.sha256 == digest)).scalar_one())


def origin_text(origin: Origin) -> str:
    """An origin as the store keeps it."""
    return audit.plain(asdict(origin) | {"retrieved": origin.retrieved.isoformat()})


def origin_of(stored: str) -> Origin:
    """The origin in a stored text."""
    stated = json.loads(stored)
    return Origin(**stated | {"retrieved": date.fromisoformat(stated["retrieved"])})


def release_of(row: Mapping[str, Any]) -> Release:
    """The release in a row of the table."""
    return Release(
        id=row["id"],
        order=row["number"],
        effective_at=moment.read(row["effective_at"]),
        sha256=row["sha256"] or "",
        origin=origin_of(row["origin"]),
        rows=row["rows"],
        kind=row["kind"],
        created_by=row["created_by"] or "",
        approved_by=row["approved_by"] or "",
        mode=row["mode"],
        reason=row["reason"],
    )


def insert(conn: Connection, number: int, obs: pd.DataFrame, source: Iterable[int | None] | None = None) -> None:
    """The observations of release `number`, a row each; `source` is the release whose origin a row has, or None."""
    columns = {name: obs[name].tolist() for name in COLUMNS}
    columns["value"] = [None if value != value else value + 0.0 for value in columns["value"]]
    columns["source"] = [None] * len(obs) if source is None else list(source)
    first = next_number(conn, tables.observation, "rowid")
    names = list(columns)
    for start in range(0, len(obs), _BATCH):
        rows = zip(*(columns[name][start : start + _BATCH] for name in names), strict=True)
        batch = [
            {"rowid": rowid, "release": number, **dict(zip(names, row, strict=True))}
            for rowid, row in enumerate(rows, start=first + start)
        ]
        conn.execute(tables.observation.insert(), batch)


def stack_of(conn: Connection, releases: Iterable[Release]) -> pd.DataFrame:
    """The observations of these releases, in their order, as a stack (`data.edition`)."""
    wanted = list(releases)
    ids = {row.number: row.id for row in conn.execute(select(tables.release.c.number, tables.release.c.id))}
    place = {release.order: number for number, release in enumerate(wanted)}
    column = tables.observation.c
    query = select(column.release, column.source, *_ROWS).order_by(column.rowid)
    if len(wanted) < len(ids):
        query = query.where(column.release.in_(list(place)))
    found = frame(conn.execute(query).all(), "number", "source", *COLUMNS)
    order = found["number"].map(place).to_numpy().argsort(kind="stable")
    found = found.iloc[order].reset_index(drop=True)
    firm = {release.order for release in wanted if release.kind == "rollback"}
    obs = found[list(COLUMNS)].astype({name: "float64" if name == "value" else "str" for name in COLUMNS})
    named = found["source"].fillna(found["number"]).astype("int64").map(ids).astype("str")
    return stack(obs, named).assign(firm=found["number"].isin(firm))


def frame(rows: Sequence[Row[Any]], *names: str) -> pd.DataFrame:
    """Rows of the database as a table: column by column, since pandas asks each row what it is."""
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    return pd.DataFrame(dict(zip(names, map(list, columns), strict=True)))


def table_of(content: bytes) -> pd.DataFrame:
    """The one table in canonical bytes (`data.canonical`)."""
    header, *lines = content.decode().split("\n")[:-1]
    assert tuple(header.split(",")) == FIELDS
    obs = pd.DataFrame([line.split(",") for line in lines], columns=list(FIELDS), dtype="str")
    obs["value"] = [float(value) if value else float("nan") for value in obs["value"].tolist()]
    return obs.assign(reason=pd.Series("", obs.index, dtype="str"))[list(COLUMNS)]


def keys_of(conn: Connection, number: int) -> set[tuple[str, ...]]:
    """The keys of release `number`."""
    column = tables.observation.c
    return {tuple(row) for row in conn.execute(select(*(column[name] for name in KEY)).where(column.release == number))}


def sound(obs: pd.DataFrame) -> pd.DataFrame:
    """`obs` itself where it can become a release; else a ValueError that names what does not fit."""
    taken = obs["status"] == WITHDRAWN
    check(obs.assign(status=obs["status"].mask(taken, "final"), value=obs["value"].mask(taken, 0.0)))
    if obs.empty or not obs["value"].loc[taken].isna().all():
        raise ValueError("no row" if obs.empty else "a withdrawn row has a value")
    if not np.isfinite(obs["value"].loc[~taken]).all() or (obs["reason"] != "").any():
        raise ValueError("a value is missing or not finite, or a row gives a reason")
    strange = [region for region in obs["region"].unique() if not _REGION.fullmatch(region)]
    if strange:
        raise ValueError(f"unknown region: {strange}")
    return obs
