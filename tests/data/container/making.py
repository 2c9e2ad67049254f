"""Files for the reader's tests, made in memory: plain ones of each format, and what hostile ones are made of.

Every figure in them is synthetic.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping

import xlwt

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = ("General", "0.00", "#,##0", "yyyy-mm-dd", "0.00%", "yyyy")
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts, the same bytes at any time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, compress_type=method)
    return held.getvalue()


def sheet_xml(rows: str, after: str = "", before: str = "") -> str:
    """A worksheet part around `<row>` elements."""
    return f'{DECLARATION}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def styles_xml(codes: Iterable[str] = STYLES) -> str:
    """A styles part whose style n has the n-th number format."""
    listed = list(codes)
    formats = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(listed))
    cells = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(listed)))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'


def xlsx_parts(*sheets: str, strings: Iterable[str] = (), properties: str = "") -> dict[str, str | bytes]:
    """The parts of a workbook of these worksheet parts, named `Sheet 1` and on; `strings` are inner XML of `<si>`."""
    listed = "".join(f'<sheet name="Sheet {n}" sheetId="{n}" r:id="s{n}"/>' for n in range(1, len(sheets) + 1))
    relations = "".join(
        f'<Relationship Id="s{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    relations += f'<Relationship Id="t" Type="{OFFICE}/styles" Target="styles.xml"/>'
    relations += f'<Relationship Id="x" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    root = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    texts = "".join(f"<si>{text}</si>" for text in strings)
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{root}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "xl/styles.xml": styles_xml(),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        **{f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(sheets, 1)},
    }


def xlsx(rows: str, after: str = "", strings: Iterable[str] = (), properties: str = "") -> bytes:
    """A workbook of one sheet around `<row>` elements."""
    return zipped(xlsx_parts(sheet_xml(rows, after), strings=strings, properties=properties))


def xls(fill: Callable[[xlwt.Workbook], None]) -> bytes:
    """A BIFF workbook."""
    book, held = xlwt.Workbook(), io.BytesIO()
    fill(book)
    book.save(held)
    return held.getvalue()


def ods(body: str, styles: str = "") -> bytes:
    """An OpenDocument spreadsheet around `<table:table>` elements."""
    names = "office text table style number calcext"
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names.split()[:5])
    spaces += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"{DECLARATION}<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def ole(*names: str) -> bytes:
    """An OLE container with streams of these names, all of them empty."""
    header = bytearray(512)
    header[:8] = OLE_MAGIC
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    struct.pack_into("<108I", header, 80, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB", 2 * len(name) + 2, 5 if n == 0 else 2, 1)
        + bytes(60)
        for n, name in enumerate(("Root Entry", *names))
    )
    return bytes(header) + table + directory.ljust(512, b"\0")
