"""The families of tables as other offices would print them: every level is read, and nothing grave is told."""

from collections.abc import Callable

import pytest

from tests.workbooks import (
    altered_heads,
    altered_more,
    altered_odd,
    altered_places,
    altered_rows,
    altered_spelt,
    altered_titles,
)
from tests.workbooks.made import Made
from tests.workbooks.read_back import is_read

ALTERED: dict[str, Callable[[], Made]] = {
    f"{home.__name__.rpartition('_')[2]}: {name}": make
    for home in (altered_titles, altered_heads, altered_rows, altered_places, altered_more, altered_odd, altered_spelt)
    for name, make in home.ALTERED.items()
}


@pytest.mark.parametrize("name", ALTERED)
def test_an_altered_table_is_read(name: str) -> None:
    is_read(ALTERED[name]())
