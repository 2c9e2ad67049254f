"""A zip of XML parts (xlsx, ods): its directory is judged before a part is opened, and what comes out is counted."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat

from data.guard import (
    MAX_EXPANDED,
    MAX_MEMBERS,
    MAX_RATIO,
    MEBIBYTE,
    WORKBOOKS,
    mebibytes,
    prolog_declares,
    refuse,
)

CHUNK = MEBIBYTE
PROLOG = 4096
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
XML_ENDINGS = (".xml", ".rels", ".vml", ".rdf")


class Package:
    """The parts of a zip by name."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except BROKEN:
            refuse("not_a_workbook", "a damaged or truncated zip", WORKBOOKS)
        members = self._zip.infolist()
        _check_directory(members)
        self.names = {member.filename for member in members}
        for member in members:
            if member.filename.lower().endswith(XML_ENDINGS):
                self._check_prolog(member)

    def _check_prolog(self, member: zipfile.ZipInfo) -> None:
        with self._open(member.filename) as part:
            prolog = self._read(part, PROLOG, member.filename)
        if prolog_declares(prolog):
            refuse("unsafe_content", f"a DOCTYPE in {member.filename}", "XML without a DOCTYPE")

    def _open(self, name: str) -> Any:
        try:
            return self._zip.open(name)
        except (*BROKEN, KeyError):
            refuse("not_a_workbook", f"the part {name} cannot be opened", WORKBOOKS)

    @staticmethod
    def _read(part: Any, size: int, name: str) -> bytes:
        try:
            read: bytes = part.read(size)
        except BROKEN:
            refuse("not_a_workbook", f"the part {name} is damaged", WORKBOOKS)
        return read

    def chunks(self, name: str) -> Iterator[bytes]:
        """What a part holds, piece by piece; more than the directory may promise ends the reading."""
        expanded = 0
        with self._open(name) as part:
            while chunk := self._read(part, CHUNK, name):
                expanded += len(chunk)
                if expanded > MAX_EXPANDED:
                    refuse("too_large", f"more than {mebibytes(MAX_EXPANDED)} expanded", f"≤ {mebibytes(MAX_EXPANDED)}")
                yield chunk

    def parse(self, name: str, listener: "Listener") -> None:
        """Send the elements of an XML part to a listener."""
        parse(self.chunks(name), listener, name)


class Listener:
    """Hears the elements of an XML part by their local names, attributes too; only `calcext:` is kept before a name."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""

    def end(self, tag: str) -> None:
        """An element closes."""

    def text(self, text: str) -> None:
        """A piece of text; several may follow one another."""


def parse(chunks: Iterator[bytes], listener: Listener, name: str) -> None:
    """Send the elements of a stream of XML to a listener. Any document type or entity ends the reading."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 65536
    parser.StartDoctypeDeclHandler = _declared(name)
    parser.EntityDeclHandler = _declared(name)
    local: dict[str, str] = {}

    def bare(full: str) -> str:
        if full not in local:
            space, _, name = full.rpartition(" ")
            local[full] = f"calcext:{name}" if ":calcext:" in space else name
        return local[full]

    parser.StartElementHandler = lambda tag, attributes: listener.start(
        bare(tag), {bare(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: listener.end(bare(tag))
    parser.CharacterDataHandler = listener.text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        refuse("not_a_workbook", f"broken XML in {name}, line {error.lineno}", WORKBOOKS)
    except (LookupError, ValueError):
        refuse("not_a_workbook", f"the encoding of {name} is unknown", WORKBOOKS)


def _declared(name: str) -> Callable[..., None]:
    def stop(*_: object) -> None:
        refuse("unsafe_content", f"a DOCTYPE in {name}", "XML without a DOCTYPE")

    return stop


def _check_directory(members: list[zipfile.ZipInfo]) -> None:
    """Judge a zip by its directory alone."""
    if len(members) > MAX_MEMBERS:
        refuse("too_large", f"{len(members):,} parts in the zip", f"≤ {MAX_MEMBERS} parts")
    if len({member.filename for member in members}) < len(members):
        refuse("not_a_workbook", "a zip that names a part twice", WORKBOOKS)
    expanded = sum(member.file_size for member in members)
    if expanded > MAX_EXPANDED:
        refuse("too_large", f"{mebibytes(expanded)} expanded", f"≤ {mebibytes(MAX_EXPANDED)}")
    for member in members:
        if member.flag_bits & 0x1:
            refuse("password_protected", "an encrypted zip", "a workbook without a password")
        if member.file_size > MEBIBYTE and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            found = f"{member.filename} expands {member.file_size // max(member.compress_size, 1):,} times"
            refuse("too_large", found, f"≤ {MAX_RATIO} times")
