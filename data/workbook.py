"""The door of the reader: bytes in, a reading out.

    content → data.container (sheets of cells, or JSON) → data.layouts (tables) → data.reading (the one table)

`read` does all of it in a child process with limits on memory and time; `read_here` in this one.
"""

from data import child
from data.answers import Answers
from data.found import Found
from data.reader import found
from data.reading import Reading
from model.problems import Refusal

__all__ = ["Answers", "Reading", "read", "read_here"]


def read(content: bytes, name: str, answers: Answers | None = None) -> Reading:
    """What stands in a file, read in a child process; a refusal comes back as a reading with its one problem.

    Values are billion rupiah; cells that are empty or not released have no row.
    """
    try:
        result = child.run("data.reader:found", content, name, answers or Answers())
    except Refusal as refusal:
        return Reading(problems=(refusal.problem,))
    if not isinstance(result, Found):
        raise TypeError(f"the child answered with {type(result).__name__}")
    return Reading.of(result)


def read_here(content: bytes, name: str, answers: Answers | None = None) -> Reading:
    """The same in this process, without limits, for tests."""
    try:
        return Reading.of(found(content, name, answers or Answers()))
    except Refusal as refusal:
        return Reading(problems=(refusal.problem,))
