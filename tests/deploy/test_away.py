"""The page that a proxy shows while nobody answers is the one that the program writes, and asks for nothing."""

import re

from deploy.away import FILE, page
from text.lookup import LANGUAGES, say


def test_the_file_is_what_the_program_writes() -> None:
    assert FILE.read_text(encoding="utf-8") == page()


def test_it_speaks_both_languages_asks_for_nothing_and_comes_back_by_itself() -> None:
    for lang in LANGUAGES:
        assert f"<h1>{say('away.title', lang)}</h1>\n<p>{say('away.text', lang)}</p>" in page()
    assert '<html lang="id">' in page() and 'http-equiv="refresh"' in page()
    assert not re.search(r"(?:src|href)=|url\(|@import|<script", page())
