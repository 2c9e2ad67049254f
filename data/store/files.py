"""Each edition as an immutable Parquet file: what pages read. Its name is `file_hash` and the SHA-256 of its bytes.

A file that is not there, or does not read, is made again from the database; so the folder may be lost at any time.
"""

import logging
import os
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from data.canonical import FIELDS
from model.observations import COLUMNS

_ROW_GROUP = 2**15
_ABANDONED = 600.0

log = logging.getLogger(__name__)


def find(folder: Path, file_hash: str) -> Path | None:
    """The file of an edition; None where there is none."""
    return next(iter(sorted(folder.glob(f"{file_hash}-*.parquet"))), None)


def load(folder: Path, file_hash: str, regions: Sequence[str] | None = None) -> pd.DataFrame | None:
    """The one table and `release` (of each row) in a file, of some regions where asked; None where it is not sound."""
    path = find(folder, file_hash)
    if path is None:
        return None
    try:
        content = path.read_bytes()
    except OSError as error:
        log.warning("%s does not read and is made again: %s", path, error)
        return None
    if path.stem != f"{file_hash}-{sha256(content).hexdigest()}":
        log.warning("%s does not hold what its name says and is made again", path)
        return None
    found = _table(content, regions).to_pandas(use_threads=False)
    found.insert(found.columns.get_loc("status") + 1, "reason", pd.Series("", found.index, dtype="str"))
    return found[[*COLUMNS, "release"]]


def _table(content: bytes, regions: Sequence[str] | None) -> pa.Table:
    """The rows of a Parquet file, read by the thread that asks.

    Arrow's own threads may still run when the interpreter ends, and then abort a process that has done its work
    (apache/arrow issue 34314).
    """
    file = pq.ParquetFile(pa.BufferReader(content))
    if regions is None:
        return file.read(use_threads=False)
    place = file.schema_arrow.get_field_index("region")
    groups = [
        group
        for group in range(file.num_row_groups)
        if _holds(file.metadata.row_group(group).column(place).statistics, regions)
    ]
    rows = file.read_row_groups(groups, use_threads=False)
    return rows.filter(pc.is_in(rows["region"], pa.array(regions, rows.schema.field("region").type)))


def _holds(statistics: pq.Statistics | None, regions: Sequence[str]) -> bool:
    """Whether a part of the file may hold one of these regions."""
    if statistics is None or not statistics.has_min_max:
        return True
    return any(statistics.min <= region <= statistics.max for region in regions)


def save(folder: Path, file_hash: str, standing: pd.DataFrame) -> None:
    """Writes the file whole or not at all; where it cannot be written the edition is served from memory."""
    table = pa.Table.from_pandas(standing[[*FIELDS, "release"]], preserve_index=False, nthreads=1)
    buffer = pa.BufferOutputStream()
    pq.write_table(table, buffer, row_group_size=_ROW_GROUP, compression="zstd")
    content = buffer.getvalue().to_pybytes()
    path = folder / f"{file_hash}-{sha256(content).hexdigest()}.parquet"
    temporary = folder / f".{file_hash}.{token_hex(8)}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        for other in folder.glob(f"{file_hash}-*.parquet"):
            if other != path:
                other.unlink(missing_ok=True)
        on_disk(folder)
    except OSError as error:
        log.warning("The file of an edition cannot be written, it is served from memory: %s", error)
        if temporary.exists():
            temporary.unlink()


def on_disk(*paths: Path) -> None:
    """Waits until files, or the names in folders, are on the disk."""
    for path in paths:
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _sweep(folder: Path) -> None:
    """Removes what writers left behind that were killed."""
    for part in folder.glob(".*.part"):
        try:
            if time.time() - part.stat().st_mtime > _ABANDONED:
                part.unlink()
        except FileNotFoundError:
            continue
