"""The theme as Streamlit sends it with the first message of every run, read from its settings once.

Streamlit walks through all its settings six times a run to say the same again: an eighth of what a change of a filter
costs the server. The settings do not change while it runs.
"""

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_read = app_session._populate_theme_msg
_sections: dict[str, CustomThemeConfig] = {}


def keep_theme() -> None:
    """From now on each section of the theme is read once. Call it when the settings stand."""
    _sections.clear()
    app_session._populate_theme_msg = _say


def _say(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Puts a section of the theme into an empty message; leaves it empty where nothing is set."""
    if section not in _sections:
        fresh = CustomThemeConfig()
        _read(fresh, section)
        _sections[section] = fresh
    if _sections[section].ByteSize():
        msg.MergeFrom(_sections[section])
