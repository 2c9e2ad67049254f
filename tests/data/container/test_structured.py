"""JSON comes back as it was sent, or is refused; a CSV may begin like it."""

import pytest

from data.container import open_book
from data.grid import Book
from model.problems import Refusal


def test_an_answer_comes_back() -> None:
    assert open_book(b'\xef\xbb\xbf {"status": "OK", "data": [1368.46, null]}', "a.json") == {
        "status": "OK",
        "data": [1368.46, None],
    }
    assert open_book(b"[[1]]", "") == [[1]]


@pytest.mark.parametrize("content", [b'{"a": 1', b'{"a": NaN}', b'{"a":' * 100_000, b"[" * 100_000 + b"]" * 100_000])
def test_broken_or_endless_json_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        open_book(content, "a.json")
    assert refused.value.problem.code == "not_a_workbook"


def test_a_csv_that_begins_with_a_bracket_is_a_csv() -> None:
    book = open_book(b"[Juta Rupiah];2023;2024\nA;1,5;2,5\n", "")
    assert isinstance(book, Book) and book.form == "csv" and book.sheets[0].at(1, 2).text == "2,5"
