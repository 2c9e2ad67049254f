"""A BPS of our own on a loopback address: the shapes of its answers, and everything that goes wrong with them.

No figure made here is a statistic. Questions are told apart as BPS does, by pairs of words in the path; each is noted
without its key.
"""

import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

INDUSTRIES = (
    "A. Pertanian, Kehutanan, dan Perikanan", "B. Pertambangan dan Penggalian", "C. Industri Pengolahan",
    "D. Pengadaan Listrik dan Gas", "E. Pengadaan Air, Pengelolaan Sampah, Limbah dan Daur Ulang", "F. Konstruksi",
    "G. Perdagangan Besar dan Eceran; Reparasi Mobil dan Sepeda Motor", "H. Transportasi dan Pergudangan",
    "I. Penyediaan Akomodasi dan Makan Minum", "J. Informasi dan Komunikasi", "K. Jasa Keuangan dan Asuransi",
    "L. Real Estat", "M,N. Jasa Perusahaan", "O. Administrasi Pemerintahan, Pertahanan dan Jaminan Sosial Wajib",
    "P. Jasa Pendidikan", "Q. Jasa Kesehatan dan Kegiatan Sosial", "R,S,T,U. Jasa Lainnya",
)  # fmt: skip
TOTAL = "<b>Produk Domestik Regional Bruto</b>"
QUARTERS = {31: "Triwulan I", 32: "Triwulan II", 33: "Triwulan III", 34: "Triwulan IV", 35: "Tahunan"}
KEY = "canary-7f3a9d51c0de"

Answer = tuple[int, Mapping[str, str], bytes]
"""Status, headers, body."""


@dataclass
class Table:
    """A quarterly table of 17 industries, with made-up figures of the size of these regions.

    `strays` are regions that the answers hold besides, `whole` makes every answer hold all years.
    """

    sizes: Mapping[str, float]
    years: Sequence[int]
    number: str = "2775"
    updated: str = "2026-05-05 11:00:00"
    factor: dict[int, float] = field(default_factory=dict)
    strays: tuple[str, ...] = ("3171", "7371")
    whole: bool = False
    as_text: bool = False

    def value(self, region: str, place: int, year: int, quarter: int) -> float:
        """A made-up figure, billion rupiah."""
        share = (place % 5 + 1) / 50
        growth = (1 + 0.05 * (year - 2020)) * (1 + 0.01 * (quarter - 31)) * self.factor.get(year, 1.0)
        return round(self.sizes.get(region, 5000.0) / 4 * share * growth, 2)

    def answer(self, years: Sequence[int]) -> dict[str, Any]:
        """What `model=data` says of some years."""
        shown = [year for year in self.years if self.whole or year in years]
        regions = [*self.sizes, *self.strays]
        content: dict[str, float | str] = {}
        for region in regions:
            ver = "1200" if region == "12" else region
            for year in shown:
                places = range(len(INDUSTRIES))
                parts = [[self.value(region, place, year, quarter) for quarter in range(31, 35)] for place in places]
                for place, row in enumerate([*parts, [round(sum(column), 2) for column in zip(*parts, strict=True)]]):
                    for part, value in zip(QUARTERS, [*row, round(sum(row), 2)], strict=True):
                        held = f"{value}" if self.as_text else value
                        content[f"{ver}{self.number}{2005 + place}{year - 1900}{part}"] = held
        labels = [*INDUSTRIES, TOTAL]
        return {
            "status": "OK", "data-availability": "available", "last_update": self.updated,
            "var": [{"val": int(self.number), "label": "PDRB Triwulanan Atas Dasar Harga Konstan (2010=100) Menurut 17 "
                     "Kategori Lapangan Usaha di Kabupaten/Kota", "unit": "Milyar Rupiah", "note": "<br>"}],
            "turvar": [{"val": 2005 + place, "label": label} for place, label in enumerate(labels)],
            "labelvervar": "Kabupaten/Kota",
            "vervar": [{"val": "1200" if region == "12" else int(region), "label": f"<b>{region}</b>"
                        if region in ("3171", "7371") else _name(region)} for region in regions],
            "tahun": [{"val": year - 1900, "label": str(year)} for year in shown],
            "turtahun": [{"val": part, "label": label} for part, label in QUARTERS.items()],
            "datacontent": content, "related": [],
        }  # fmt: skip


def _name(region: str) -> str:
    from text.lookup import region as named

    return "<b>SUMATERA UTARA</b>" if region == "12" else named(region, "id")


class Bps:
    """What a fake BPS holds and how it behaves; `asked` counts the questions that came, `answered` those answered well.

    `trouble` may answer instead, or do something before: it is given the number of the request and the question.
    """

    def __init__(self, *tables: Table) -> None:
        self.tables = {table.number: table for table in tables}
        self.lists: dict[str, list[dict[str, Any]]] = {}
        self.other: dict[str, dict[str, Any]] = {}
        self.per_page = 10
        self.most_years = 2
        self.asked: list[str] = []
        self.answered: Counter[str] = Counter()
        self.trouble: Callable[[int, str], Answer | None] = lambda number, question: None
        self.address = ""
        self._lock = threading.Lock()

    def answer(self, path: str) -> Answer:
        """The answer to a path below the base address."""
        parts = path.strip("/").split("/")
        question = "/".join(parts[: parts.index("key")]) if "key" in parts else "/".join(parts)
        with self._lock:
            self.asked.append(question)
            number = len(self.asked)
        troubled = self.trouble(number, question)
        if troubled is not None:
            return troubled
        key = unquote(parts[parts.index("key") + 1]) if "key" in parts else ""
        if key != KEY:
            refusal = "You are not Allowed to take this action. Please re-check your key"
            return said({"status": "Error", "message": refusal})
        self.answered[question] += 1
        return said(self._content(question))

    def _content(self, question: str) -> dict[str, Any]:
        if question in self.other:
            return self.other[question]
        words = question.split("/")[1:]
        asked = dict(zip(words[::2], words[1::2], strict=False))
        if asked.get("model") == "data":
            return self._data(asked)
        if asked.get("model") == "th":
            years = self.tables[asked["var"]].years if asked["var"] in self.tables else ()
            return self._page([{"th_id": year - 1900, "th": str(year)} for year in years], asked)
        return self._page(self.lists.get(asked.get("model", ""), []), asked)

    def _data(self, asked: Mapping[str, str]) -> dict[str, Any]:
        years = [int(id) + 1900 for id in asked["th"].split(";")]
        if len(years) > self.most_years:
            most = f"The maximum allowed number of years for the 'th' parameter is {self.most_years}."
            return {"status": "Error", "message": f"{most} You provided {len(years)}."}
        table = self.tables.get(asked["var"])
        if table is None or not set(years) & set(table.years):
            return {"status": "OK", "data-availability": "list-not-available"}
        return table.answer(years)

    def _page(self, rows: Sequence[Mapping[str, Any]], asked: Mapping[str, str]) -> dict[str, Any]:
        page, each = int(asked.get("page", "1")), self.per_page
        if not rows:
            return {"status": "OK", "data-availability": "list-not-available", "data": ""}
        shown = rows[(page - 1) * each : page * each]
        about = {"page": page, "pages": -(-len(rows) // each), "per_page": each, "total": len(rows)}
        return {"status": "OK", "data-availability": "available", "data": [about, list(shown)]}


def said(content: object, status: int = 200, **headers: str) -> Answer:
    """An answer of JSON."""
    return status, {"Content-Type": "application/json", **headers}, json.dumps(content).encode()


def failing(chance: random.Random, share: float) -> Callable[[int, str], Answer | None]:
    """Fails a share of the answers at random, in one of the ways in which BPS and the way to it do."""
    ways: tuple[Answer, ...] = (
        said({"error": "busy"}, 503),
        said({"error": "slow down"}, 429, **{"Retry-After": "0"}),
        (500, {}, b"oops"),
        (502, {"Content-Type": "text/html"}, b"<html>Bad Gateway</html>"),
        (200, {"Content-Type": "application/json"}, b'{"status": "OK", "data'),
        (403, {"Content-Type": "text/html"}, b"<html>Perimeter WAF Block</html>"),
        (-1, {}, b'{"status": "OK", "cut'),
        (-2, {}, b""),
    )
    return lambda number, question: chance.choice(ways) if chance.random() < share else None


def chunked(body: bytes, whole: bool = True) -> bytes:
    """A body in chunks, as the server of BPS sends it, or one that ends before its last chunk."""
    pieces = [body[at : at + 1000] for at in range(0, len(body), 1000)]
    written = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)
    return written + b"0\r\n\r\n" if whole else written[:-200]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    bps: Bps

    def do_GET(self) -> None:
        prefix = "/v1/api/"
        ours = self.path.startswith(prefix)
        status, headers, body = self.bps.answer(self.path.removeprefix(prefix)) if ours else (404, {}, b"")
        if status == -2:  # the connection ends without a word
            self.close_connection = True
            return
        self.send_response(200 if status == -1 else status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Transfer-Encoding" not in headers:
            self.send_header("Content-Length", str(len(body) + (100 if status == -1 else 0)))  # -1: cut short
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = status == -1 or "Transfer-Encoding" in headers

    def log_message(self, *args: object) -> None:
        """Nothing: a path holds the key."""


class _Server(ThreadingHTTPServer):
    """Holds its tongue where a client hangs up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: clients that are killed, or that have read enough, hang up."""


@contextmanager
def serving(bps: Bps) -> Iterator[Bps]:
    """The fake BPS on a free port of this machine; `address` is what BPS_WEBAPI_URL takes."""
    handler = type("Handler", (_Handler,), {"bps": bps})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    bps.address = f"http://127.0.0.1:{server.server_address[1]}/v1/api"
    try:
        yield bps
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def hangs(seconds: float) -> Callable[[int, str], Answer | None]:
    """Answers nothing for so long."""

    def trouble(number: int, question: str) -> Answer | None:
        time.sleep(seconds)
        return None

    return trouble
