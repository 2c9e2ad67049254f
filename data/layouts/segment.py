"""Tables side by side: the columns of figures cut where labels stand between them, or where another title begins."""

from data.layouts.cell_word import meaning
from data.layouts.context import Line
from data.layouts.figure import Facts
from data.layouts.row_kind import is_title
from data.layouts.traits import Rows


def segments(rows: Rows, found: dict[int, Facts], approach: str, title: list[Line]) -> list[list[int]]:
    """The columns of figures of each table. Those of the second may have no labels of their own."""
    titles = [line.column for line in title if is_title(line.text)]
    result: list[list[int]] = []
    for at in sorted(found):
        before = result[-1][-1] if result else -1
        titled = any(before < start <= at for start in titles) and min(titles, default=at) <= before
        if result and not titled and not _labels_between(rows, before + 1, at, approach):
            result[-1].append(at)
        else:
            result.append([at])
    return result


def _labels_between(rows: Rows, start: int, end: int, approach: str) -> bool:
    for column in range(start, end):
        named = {meaning(text).item(approach) for text in rows.texts([column])}
        if len(named - {None}) >= 3:
            return True
    return False


def beside(lines: list[Line], start: int, end: int) -> list[Line]:
    """The title lines over some columns; of tables side by side each has its own."""
    over = [line for line in lines if start <= line.column <= end]
    return over or lines
