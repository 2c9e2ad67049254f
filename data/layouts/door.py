"""From sheets or JSON to a reading: the families in turn, then one way for all."""

from typing import Any

from data.grid import Book
from data.layouts import simdasi, static_table, webapi
from data.layouts.assemble import assemble
from data.layouts.book import tables_of_book
from data.layouts.figure import Table
from data.layouts.settled import settle
from data.reading import Answers, Reading
from model.problems import Problem, Refusal

Content = Book | dict[str, Any] | list[Any]


def reading_of(content: Content, name: str, answers: Answers) -> Reading:
    """The reading of a file; Refusal where no table of levels stands in it."""
    tables, problems = recognised(content)
    settled = [settle(table, answers) for table in tables]
    if not any(found.held for found in settled):
        raise Refusal(Problem("no_data_found", found=name))
    reading = assemble(settled)
    return Reading(
        reading.observations, reading.printed, (*problems, *reading.problems), reading.cells, reading.printed_cells
    )


def recognised(content: Content) -> tuple[list[Table], list[Problem]]:
    """The tables of a file, by the first family that knows it, and what is wrong with its sheets."""
    if isinstance(content, Book):
        return tables_of_book(content)
    for family in (webapi, simdasi):
        if family.knows(content):
            return family.tables(content), []
    if static_table.knows(content):
        return tables_of_book(static_table.book(content))
    return [], []
