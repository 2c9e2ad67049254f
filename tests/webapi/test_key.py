"""Where the key is found, and what is no key."""

import pickle
from pathlib import Path

import pytest

from data.webapi import NotSetUp
from data.webapi.key import Key, key, there_is_one


def kept(folder: Path, text: str) -> dict[str, str]:
    """An environment whose file of secrets holds this."""
    path = folder / "secrets.toml"
    path.write_text(text, encoding="utf-8")
    return {"PDRB_SECRETS": str(path)}


def test_the_environment_goes_before_the_file_of_secrets(tmp_path: Path) -> None:
    stated = kept(tmp_path, 'BPS_WEBAPI_KEY = "of-the-file"\n[auth]\nclient_id = "x"\n')
    assert key(stated).in_a_path() == "of-the-file"
    assert key(stated | {"BPS_WEBAPI_KEY": " of-the-environment\n"}).in_a_path() == "of-the-environment"


def test_without_a_key_it_is_said_so(tmp_path: Path) -> None:
    for environment in (kept(tmp_path, "[auth]\n"), {"PDRB_SECRETS": str(tmp_path / "none")}):
        assert not there_is_one(environment)
        with pytest.raises(NotSetUp) as refused:
            key(environment)
        assert refused.value.kind == "no_key"


def test_what_is_no_key_is_not_shown(tmp_path: Path) -> None:
    for environment, kind in (
        ({"BPS_WEBAPI_KEY": "two words"}, "wrong_key"),
        (kept(tmp_path, 'x = "rahasia'), "secrets"),
    ):
        with pytest.raises(NotSetUp) as refused:
            key(environment)
        assert refused.value.kind == kind
        assert "two words" not in str(refused.value) and refused.value.__context__ is None


def test_a_key_shows_itself_to_nobody() -> None:
    made = Key("abc/def?ghi")
    assert "abc" not in repr(made) + str(made) + f"{made}" and made.in_a_path() == "abc%2Fdef%3Fghi"
    assert made.hidden("x abc/def?ghi abc%2Fdef%3Fghi") == "x *** ***"
    with pytest.raises(TypeError):
        pickle.dumps(made)


def test_a_short_key_spoils_no_figures() -> None:
    assert Key("12").hidden("1275") == "1275" and Key("12752775").hidden('"127527752005": 1') == '"127527752005": 1'
