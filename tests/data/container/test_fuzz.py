"""Spoilt copies of small files of every format end in a book, in JSON, or in a typed refusal; in nothing else.

The long run, of the whole reader, is that of `tests/data/test_fuzz.py`.
"""

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.container import open_book
from data.grid import Book
from model.problems import SEVERITIES, Refusal, Severity
from tests.data.container import making
from tests.data.container.test_xls import fill

EXAMPLES = 3000
ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2024</v></c>'
    '<c r="C1" t="inlineStr"><is><t>2025*</t></is></c></row>'
    '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>1368.46</v></c><c r="C2"><f>B2*2</f><v>5.5</v></c></row>'
)
XLSX = making.xlsx_parts(
    making.sheet_xml(ROWS, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'), strings=["<t>a</t>", "<t>b</t>"]
)
ODS = making.ods(
    '<table:table table:name="t"><table:table-row table:number-rows-repeated="2"><table:table-cell '
    'table:number-columns-spanned="2" office:value-type="float" office:value="5"><text:p>5</text:p>'
    "</table:table-cell></table:table-row></table:table>"
)
HTML = b"<html><table><tr><td rowspan=2>A<td colspan=2>2024</tr><tr><td>1.368,46<td>&ndash;</table></html>"
CSV = '\ufeffKategori;2023;2024\n"Pertanian; Kehutanan";1.368,46;1.382,73\n'.encode()
JSON = b'{"status": "OK", "data": [{"label": "A", "value": "1.368,46"}, [1, 2.5e3, null, true]]}'
XLS = making.xls(fill)
SEEDS = {
    "xlsx": making.zipped(XLSX), "stored xlsx": making.zipped(XLSX, zipfile.ZIP_STORED), "ods": ODS, "xls": XLS,
    "html": HTML, "csv": CSV, "utf-16": CSV.decode("utf-8-sig").encode("utf-16"), "json": JSON,
}  # fmt: skip
PIECES = (
    b"", b"\0", b"\xff\xfe", b"999999999", b"-1", b"&#0;", b"<", b">", b'"', b"<c", b"</row>", b"<!DOCTYPE x>", b"<!--",
    b"<![CDATA[", b"XFD1048576", b' r="A0"', b' t="s"', b"1e308", b"\n" * 50, b"PK\x01\x02", b"rowspan=0", b"{", b"[",
)  # fmt: skip


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """A copy with a few bytes changed, cut out, doubled, or replaced by something that readers stumble over."""
    held = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(held) + 1)
        end = min(at + chance.choice((1, 2, 4, 16, 200)), len(held))
        match chance.randrange(5):
            case 0:
                held[at:end] = chance.randbytes(end - at)
            case 1:
                del held[at:end]
            case 2:
                held[at:at] = held[at:end] * chance.choice((1, 1, 50))
            case 3:
                held[at:end] = chance.choice(PIECES)
            case _:
                held[at:at] = chance.choice(PIECES)
    return bytes(held)


def spoilt_inside(content: bytes, chance: random.Random) -> bytes:
    """A zip with one of its parts spoilt and the zip itself whole: what is broken lies behind the first guards."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return making.zipped({**parts, name: spoilt(parts[name], chance)})


def ends_well(content: bytes) -> str:
    """How a file ends; anything but a book, JSON or a typed refusal is raised."""
    try:
        opened = open_book(content, "")
    except Refusal as refusal:
        problem = refusal.problem
        assert SEVERITIES[problem.code] is Severity.REFUSE and problem.found and problem.expected
        return problem.code
    assert isinstance(opened, Book | dict | list)
    return "read"


def attempt(seed: str, number: int) -> str:
    chance = random.Random(number)
    content = SEEDS[seed]
    inside = content.startswith(b"PK") and chance.random() < 0.7
    return ends_well(spoilt_inside(content, chance) if inside else spoilt(content, chance))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_seeds_themselves_are_read(seed: str) -> None:
    assert ends_well(SEEDS[seed]) == "read"


@pytest.mark.parametrize("seed", SEEDS)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(number=st.integers(0, 2**63))
def test_spoilt_copies_end_well(seed: str, number: int) -> None:
    attempt(seed, number)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    content=st.binary(max_size=300),
    head=st.sampled_from([b"", b"PK\x03\x04", making.OLE_MAGIC, b"<table>", b"\xff\xfe"]),
)
def test_arbitrary_bytes_end_well(content: bytes, head: bytes) -> None:
    ends_well(head + content)
