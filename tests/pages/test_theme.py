"""The kept theme says what Streamlit itself would say, byte for byte."""

from collections.abc import Iterator

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from pages.parts import theme


@pytest.fixture
def streamlit_as_it_is(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the test changes in Streamlit is taken back."""
    monkeypatch.setattr(app_session, "_populate_theme_msg", theme._read)
    yield
    theme._sections.clear()


def told() -> bytes:
    """The whole theme as the first message of a run carries it."""
    themed = NewSession().custom_theme
    parts = {"": themed, ".light": themed.light, ".dark": themed.dark, ".sidebar": themed.sidebar}
    parts |= {".light.sidebar": themed.light.sidebar, ".dark.sidebar": themed.dark.sidebar}
    for name, part in parts.items():
        app_session._populate_theme_msg(part, f"theme{name}")
    return themed.SerializeToString(deterministic=True)


def test_the_kept_theme_is_the_same_message_each_time(streamlit_as_it_is: None) -> None:
    plain = told()
    theme.keep_theme()
    assert len(plain) > 500
    assert [told(), told()] == [plain, plain]


def test_settings_are_read_when_they_stand(streamlit_as_it_is: None) -> None:
    theme.keep_theme()
    before, was = told(), config.get_option("theme.primaryColor")
    config.set_option("theme.primaryColor", "#123456")
    try:
        assert told() == before
        theme.keep_theme()
        assert told() != before and b"#123456" in told()
    finally:
        config.set_option("theme.primaryColor", was)
