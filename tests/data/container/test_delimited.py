"""Separated text in any separator and encoding that an office may send."""

import pytest

from data.container import open_book
from data.container.delimited import sniffed
from data.grid import Book, Kind
from model.problems import Refusal

LINES = "Kategori;2023;2024*\nPertanian, Kehutanan, dan Perikanan;1.368,46;1.382,73\nKonstruksi – “bangunan”;5,16;-\n"


def rows(content: bytes) -> list[list[str]]:
    book = open_book(content, "")
    assert isinstance(book, Book) and book.form == "csv" and [sheet.name for sheet in book.sheets] == [""]
    return [[cell.text for cell in row] for row in book.sheets[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    found = rows(LINES.encode(encoding))
    assert found[0] == ["Kategori", "2023", "2024*"]
    assert found[1] == ["Pertanian, Kehutanan, dan Perikanan", "1.368,46", "1.382,73"]
    assert found[2] == ["Konstruksi – “bangunan”", "5,16", "-"]


def test_latin_1_with_a_byte_that_cp1252_lacks_is_still_text() -> None:
    assert rows(b"a;caf\xe9\nb;\x8f1\n") == [["a", "café"], ["b", "\x8f1"]]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;1.368,46;2,5\nb;1.382,73;3,5\n", ";"),
        ("a,1368.46,2.5\nb,1382.73,3.5\n", ","),
        ("a\t1,5\t2,5\nb\t3,5\t4,5\n", "\t"),
        ("a|1,5|2,5\nb|3,5|4,5\n", "|"),
        ('"PDRB, 2024"\n"(Juta)"\nA;1;2\nB;3;4\n', ";"),
        ("PDRB, menurut lapangan usaha, 2024;;\nA;1,5;2,5\nB;3,5;4,5\n", ";"),
        ('"A, B";"1,5";"2,5"\n"C, D";"3,5";"4,5"\n', ";"),
        ("title only\nsecond line\n", ","),
        ("sep=;\na;1,2,3\nb;1,2,3\n", ";"),
        (",A Pertanian,,B Tambang,\n,2024,2025,2024,2025\nMedan,1;2,2,3,4\n", ","),
    ],
)
def test_the_separator_is_the_one_that_cuts_alike(text: str, separator: str) -> None:
    assert sniffed(text) == separator


def test_quotes_hold_separators_and_line_breaks() -> None:
    assert rows(b'"Pertanian,\nKehutanan",1\r\n"say ""a""",2\r\n') == [["Pertanian,\nKehutanan", "1"], ['say "a"', "2"]]


def test_an_announced_separator_is_no_row() -> None:
    assert rows(b"sep=;\r\nA;1\r\n") == [["A", "1"]]


def test_formulas_in_text_are_text() -> None:
    assert rows(b"=cmd|' /C calc'!A0,1\n@SUM(A1),2\n")[0][0] == "=cmd|' /C calc'!A0"


@pytest.mark.parametrize("content", [b"", b"\n\n\n", b" ; ; \n", b"\xef\xbb\xbf", b"\0" * 500, bytes(range(256)) * 20])
def test_what_holds_nothing_to_read_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        open_book(content, "figures.csv")
    assert refused.value.problem.code == "not_a_workbook"


def test_a_thousand_columns_are_read_and_one_more_is_refused() -> None:
    assert len(rows(b"1," * 999 + b"1")[0]) == 1000
    assert len(rows(b"1," * 999 + b"1" + b"," * 500)[0]) == 1000
    with pytest.raises(Refusal) as refused:
        open_book(b"1," * 1000 + b"1", "")
    assert refused.value.problem.code == "too_large"
    assert refused.value.problem.where == "ALM1"


def test_kinds_are_text_or_empty() -> None:
    book = open_book(b"a,,1\n", "")
    assert isinstance(book, Book)
    assert [cell.kind for cell in book.sheets[0].rows[0]] == [Kind.TEXT, Kind.EMPTY, Kind.TEXT]
