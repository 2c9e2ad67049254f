"""From sheets or JSON to a reading: the families in turn, then one way for all."""

from typing import Any

from data.answers import Answers
from data.found import Found
from data.grid import Book
from data.layouts import fetched, prose, simdasi, static_table, webapi
from data.layouts.assemble import assemble
from data.layouts.book import tables_of_book
from data.layouts.figure import Table, all_names
from data.layouts.settled import settle
from model.problems import Problem, Refusal

Content = Book | dict[str, Any] | list[Any]


def found_in(content: Content, name: str, answers: Answers) -> Found:
    """What stands in a file; Refusal where no table of levels does."""
    tables, problems, book = recognised(content)
    settled = [settle(table, answers) for table in tables]
    if not any(found.held for found in settled):
        raise Refusal(Problem("no_data_found", found=name))
    whole = assemble(settled)
    told = [*problems, *_said_at_all(whole.problems, problems), *(prose.notices(book) if book else [])]
    sentences = prose.sentences(book) if book else ()
    return Found(whole.levels, whole.printed, all_names(), tuple(whole.words), tuple(told), sentences)


def _said_at_all(found: list[Problem], of_sheets: list[Problem]) -> list[Problem]:
    """The problems of tables, less the question for a region where a sheet does name one, if an unknown one."""
    named = {problem.sheet for problem in of_sheets if problem.code == "region_unknown"}
    return [problem for problem in found if problem.code != "region_missing" or problem.sheet not in named]


def recognised(content: Content) -> tuple[list[Table], list[Problem], Book | None]:
    """The tables of a file, by the first family that knows it, what is wrong with its sheets, and the sheets.

    An answer of the WebAPI has sheets where a page of HTML is inside it.
    """
    if not isinstance(content, Book):
        if isinstance(content, dict) and fetched.knows(content):
            return *fetched.tables(content), None
        for family in (webapi, simdasi):
            if family.knows(content):
                return family.tables(content), [], None
        if not static_table.knows(content):
            return [], [], None
        content = static_table.book(content)
    return *tables_of_book(content), content
