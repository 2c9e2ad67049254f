"""Rows of text to the bytes of a delimited file."""

import csv
import io
from collections.abc import Iterable, Sequence


def delimited(header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ",", newline: str = "\n") -> bytes:
    """UTF-8 without BOM, header first, quotes only where they are needed."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=newline)
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8")
