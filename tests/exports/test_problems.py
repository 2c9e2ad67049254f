"""Problems as JSON: exact for a program, harmless for a terminal."""

import json

from exports.problems import json as written
from model.problems import Problem

HOSTILE = "a\x1b[31m\x9b2J\u202e\u200b\ud83d\n“é” −5"


def test_what_stands_in_the_file_is_exact_and_no_character_acts_on_a_terminal() -> None:
    content = written([Problem("unknown_industry", HOSTILE, "A1", HOSTILE, HOSTILE)]).decode()
    (told,) = json.loads(content)
    assert (told["sheet"], told["found"], told["expected"]) == (HOSTILE, HOSTILE, HOSTILE)
    assert all(line.isprintable() for line in content.splitlines())
    assert "“é” −5" in content


def test_no_problem_is_an_empty_list() -> None:
    assert json.loads(written([])) == []
