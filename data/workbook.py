"""The door of the reader: bytes in, a reading out.

    content → data.container (sheets of cells, or JSON) → data.layouts (tables) → one table, with problems

`read` does all of it in a child process with limits on memory and time; `read_here` in this one.
"""

from data import child
from data.container import open_book
from data.layouts.door import reading_of
from data.reading import Answers, Reading
from model.problems import Refusal

__all__ = ["Answers", "Reading", "read", "read_here"]


def read(content: bytes, name: str, answers: Answers | None = None) -> Reading:
    """What stands in a file, read in a child process; a refusal comes back as a reading with its one problem.

    Values are billion rupiah; cells that are empty or not released have no row.
    """
    try:
        result = child.run("data.workbook:read_here", content, name, answers or Answers())
    except Refusal as refusal:
        return Reading(problems=(refusal.problem,))
    if not isinstance(result, Reading):
        raise TypeError(f"the child answered with {type(result).__name__}")
    return result


def read_here(content: bytes, name: str, answers: Answers | None = None) -> Reading:
    """The same in this process, without limits: for tests, and for the child itself."""
    try:
        return reading_of(open_book(content, name), name, answers or Answers())
    except Refusal as refusal:
        return Reading(problems=(refusal.problem,))
