"""Pages are built once for a state, however many visitors follow one link at the same time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from data import store
from pages.parts import prepared
from pages.parts.drawings import VIEWS
from pages.parts.warm import opening_state

VISITORS = 8


def test_a_crowd_that_opens_one_page_has_it_built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = store.edition()
    state = opening_state("structure", edition.number, edition.content_hash, "1271", "en")
    builds: list[object] = []
    build = VIEWS["structure"].view

    def counted(*asked: object) -> object:
        builds.append(asked[1])
        return build(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(VIEWS["structure"], "view", counted)
    prepared.page.cache_clear()
    together = Barrier(VISITORS)

    def open_page(_: int) -> prepared.Page:
        together.wait(30)
        return prepared.page("structure", edition.number, edition.content_hash, state, "light")

    with ThreadPoolExecutor(VISITORS) as visitors:
        pages = list(visitors.map(open_page, range(VISITORS)))
    assert builds == [state]
    assert all(page is pages[0] for page in pages)
