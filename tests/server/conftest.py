"""What the tests of the server share."""

from collections.abc import Iterator

import pytest

from tests.replicas import Two, two_replicas


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """An office of two replicas behind nginx; a test that ends one starts it again."""
    with two_replicas(tmp_path_factory.mktemp("two")) as made:
        yield made
