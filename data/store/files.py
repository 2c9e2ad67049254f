"""Each edition as an immutable Parquet file, named by its hash: what pages read.

A file that is not there, or does not read, is made again from the database; so the folder may be lost at any time.
"""

import logging
import os
import time
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.canonical import FIELDS
from model.observations import COLUMNS

_ROW_GROUP = 2**15
_ABANDONED = 600.0

log = logging.getLogger(__name__)


def path_of(folder: Path, file_hash: str) -> Path:
    """Where the file of that name lies."""
    return folder / f"{file_hash}.parquet"


def load(folder: Path, file_hash: str, regions: Sequence[str] | None = None) -> pd.DataFrame | None:
    """The one table and `release` (of each row) in a file, of some regions where asked; None where it does not read."""
    path = path_of(folder, file_hash)
    try:
        table = pq.read_table(
            path,
            filters=[("region", "in", list(regions))] if regions is not None else None,
            page_checksum_verification=True,
        )
    except FileNotFoundError:
        return None
    except (OSError, pa.ArrowException) as error:
        log.warning("%s does not read and is made again: %s", path, error)
        return None
    found = table.to_pandas()
    found.insert(found.columns.get_loc("status") + 1, "reason", pd.Series("", found.index, dtype="str"))
    return found[[*COLUMNS, "release"]]


def save(folder: Path, file_hash: str, standing: pd.DataFrame) -> None:
    """Writes the file whole or not at all; where it cannot be written the edition is served from memory."""
    temporary = folder / f".{file_hash}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        table = pa.Table.from_pandas(standing[[*FIELDS, "release"]], preserve_index=False)
        with temporary.open("wb") as file:
            pq.write_table(table, file, row_group_size=_ROW_GROUP, compression="zstd", write_page_checksum=True)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path_of(folder, file_hash))
        _settle(folder)
    except OSError as error:
        log.warning("The file of an edition cannot be written, it is served from memory: %s", error)
        temporary.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """The new name is on the disk, too."""
    opened = os.open(folder, os.O_RDONLY)
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
