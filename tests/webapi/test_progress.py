"""The bar of a fetch: on a terminal, and nowhere else."""

import io
import sys

import pytest

from commands.progress import progress


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "drawn"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_bar_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, drawn: bool) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("Mengambil") as told:
        told(0, 4)
        told(2, 4)
    assert ("Mengambil" in stream.getvalue() and "2/4" in stream.getvalue()) == drawn
    assert drawn or not stream.getvalue()
