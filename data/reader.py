"""The reader in its own process: bytes in, rows as arrays out. Without limits; `data.workbook` sets them."""

from data.answers import Answers
from data.container import open_book
from data.found import Found
from data.layouts.door import found_in


def found(content: bytes, name: str, answers: Answers) -> Found:
    """What stands in a file. Raises `model.problems.Refusal`."""
    return found_in(open_book(content, name), name, answers)
