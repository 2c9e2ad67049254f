"""How far a fetch is, as a bar on stderr where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from shutil import get_terminal_size

WIDEST = 100
BAR = "{l_bar}{bar}| {n_fmt}/{total_fmt}"


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Gives what is told how many of how many steps are done; nothing is drawn into a file or a pipe."""
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from tqdm import tqdm

    size = get_terminal_size()
    shape = {"ncols": min(size.columns - 1, WIDEST), "nrows": size.lines}
    with tqdm(desc=label, file=sys.stderr, leave=False, bar_format=BAR, **shape) as bar:

        def told(done: int, of: int) -> None:
            bar.total, bar.n = of, done
            bar.refresh()

        yield told
