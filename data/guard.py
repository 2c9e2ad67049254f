"""What stands between a file that came from outside and the code that reads it.

The guards run in this order: size, first bytes, directory of the zip, prolog of its parts, largest cell reference
(while the sheet is streamed), child process (`data.child`). Each ends in a `Refusal` that says what was found and
what was expected.

Limits count cells that hold something. The size that a sheet declares and cells that only carry a style count nothing.
"""

import re
import struct
from enum import StrEnum
from typing import NoReturn

from model.problems import Problem, Refusal

MEBIBYTE = 1024 * 1024
MAX_BYTES = 10 * MEBIBYTE
MAX_TEXT_BYTES = 25 * MEBIBYTE
MAX_EXPANDED = 100 * MEBIBYTE
MAX_MEMBERS = 200
MAX_RATIO = 400
MAX_ROWS = 250_000
MAX_COLUMNS = 1_000
MAX_CELLS = 3_000_000
MAX_CELL_TEXT = 32_767
MAX_LABEL_TEXT = 1_000

WORKBOOKS = "xlsx, xls, ods, CSV, HTML table, JSON (BPS WebAPI)"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00[\x00-\xff]{2}[\x05\x10\x20\x40\x06]")
DOCTYPE = re.compile("<!(?:DOCTYPE|ENTITY)")
FOREIGN = {
    b"\x89PNG": "PNG image",
    b"\xff\xd8\xff": "JPEG image",
    b"GIF8": "GIF image",
    b"%PDF": "PDF document",
    b"{\\rtf": "RTF document",
    b"Rar!": "RAR archive",
    b"7z\xbc\xaf\x27\x1c": "7z archive",
    b"\x1f\x8b": "gzip archive",
    b"BZh": "bzip2 archive",
    b"\xfd7zXZ": "xz archive",
    b"\x7fELF": "program",
    b"MZ\x90\x00": "program",
    b"PAR1": "Parquet table",
    b"SQLite format 3": "SQLite database",
}


class Form(StrEnum):
    """What the first bytes say that a file is; `TEXT` is CSV, HTML or JSON, told apart once it is decoded."""

    ZIP = "zip"
    XLS = "xls"
    TEXT = "text"


def refuse(code: str, found: str, expected: str = "", sheet: str = "", where: str = "") -> NoReturn:
    """End the reading of a file with the one problem that says why."""
    raise Refusal(Problem(code, sheet=sheet, where=where, found=found, expected=expected))


def mebibytes(size: int) -> str:
    """A size as it is told in a problem, rounded up to a tenth, so that a size over a limit never reads as the limit.

    >>> mebibytes(10 * 1024 * 1024 + 1), mebibytes(300 * 1024)
    ('10.1 MiB', '0.3 MiB')
    """
    tenths = -(-size * 10 // MEBIBYTE)
    return f"{tenths // 10}.{tenths % 10} MiB"


def check_size(content: bytes) -> None:
    """Refuse a file that is empty, or larger than any file may be."""
    if not content:
        refuse("not_a_workbook", "0 bytes", WORKBOOKS)
    if len(content) > MAX_TEXT_BYTES:
        refuse("too_large", mebibytes(len(content)), f"≤ {mebibytes(MAX_TEXT_BYTES)}")


def check_size_of_workbook(content: bytes) -> None:
    """Refuse what is larger than anything but a CSV may be."""
    if len(content) > MAX_BYTES:
        refuse("too_large", mebibytes(len(content)), f"≤ {mebibytes(MAX_BYTES)}")


def form(content: bytes) -> Form:
    """What a file is by its first bytes; its name is not asked. Refuses what is certainly none of ours."""
    if content.startswith(OLE):
        check_size_of_workbook(content)
        return _ole(content)
    if content.startswith(b"PK\x03\x04") or content.startswith(b"PK\x05\x06"):
        check_size_of_workbook(content)
        return Form.ZIP
    if BIFF.match(content):
        check_size_of_workbook(content)
        return Form.XLS
    for magic, what in FOREIGN.items():
        if content.startswith(magic):
            refuse("not_a_workbook", what, WORKBOOKS)
    return Form.TEXT


def _ole(content: bytes) -> Form:
    """The kind of an OLE container, by the names of its streams."""
    names = ole_names(content)
    if names & {"Workbook", "Book", "WORKBOOK", "BOOK"}:
        return Form.XLS
    if names & {"EncryptedPackage", "EncryptionInfo"} or "EncryptedPackage".encode("utf-16-le") in content:
        refuse("password_protected", "encrypted package", "a workbook without a password")
    refuse("not_a_workbook", "OLE document without a workbook", WORKBOOKS)


def ole_names(content: bytes) -> set[str]:
    """The names of the streams of an OLE container; broken chains end the list and nothing else."""
    if len(content) < 512:
        return set()
    shift = struct.unpack_from("<H", content, 30)[0]
    size = 1 << shift if shift in (9, 12) else 512
    table = [
        sector
        for block in struct.unpack_from("<109I", content, 76)
        if block < 0xFFFFFFF0 and (block + 2) * size <= len(content)
        for sector in struct.unpack_from(f"<{size // 4}I", content, (block + 1) * size)
    ]
    names: set[str] = set()
    sector, seen = struct.unpack_from("<I", content, 48)[0], set[int]()
    while sector not in seen and (sector + 2) * size <= len(content) + size - 128 and sector < 0xFFFFFFF0:
        seen.add(sector)
        block = content[(sector + 1) * size : (sector + 2) * size]
        for entry in range(0, len(block) - 127, 128):
            length = min(struct.unpack_from("<H", block, entry + 64)[0], 64)
            names.add(block[entry : entry + max(length - 2, 0)].decode("utf-16-le", "replace"))
        sector = table[sector] if sector < len(table) else 0xFFFFFFFE
    return names - {""}


def check_text_length(text: str, sheet: str = "", where: str = "") -> None:
    """Refuse a cell that is longer than any program can have written."""
    if len(text) > MAX_CELL_TEXT:
        found = f"{len(text):,} characters in a cell"
        refuse("too_large", found, f"≤ {MAX_CELL_TEXT:,} characters", sheet, where)


def prolog_declares(prolog: bytes) -> bool:
    """Whether the beginning of an XML part holds a document type or an entity, in whatever encoding it is written."""
    texts = (prolog.decode("latin-1"), prolog.decode("utf-16-le", "replace"), prolog.decode("utf-16-be", "replace"))
    return any(DOCTYPE.search(text) for text in texts)
