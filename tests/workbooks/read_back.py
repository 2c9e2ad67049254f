"""What a reader must make of a synthetic workbook: every level with key, value and status, and nothing grave told."""

from data.workbook import read_here
from tests.workbooks.made import Made

GRAVE = ("error", "block", "refuse", "needs_answer")


def is_read(made: Made, content: bytes | None = None) -> None:
    reading = read_here(content or made.content(), made.name, made.answers)
    found = {
        (row.region, row.approach, row.item, row.price_basis, row.period): (row.value, row.status)
        for row in reading.observations.itertuples()
    }
    assert [problem for problem in reading.problems if problem.severity in GRAVE] == []
    assert found == {(*key[:4], str(key[4])): level for key, level in made.expected.items()}
