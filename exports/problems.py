"""Problems for another program: a list of objects with the code, the place, and the sentence in both languages."""

import json as notation
from collections.abc import Sequence

from model.problems import Problem
from text.lookup import LANGUAGES
from text.problem import message


def json(problems: Sequence[Problem]) -> bytes:
    """UTF-8 JSON, one problem a line, in the order given: code, severity, sheet, where, found, expected, messages."""
    lines = [_escaped(notation.dumps(_entry(problem), ensure_ascii=False)) for problem in problems]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode("utf-8", errors="replace")


def _escaped(line: str) -> str:
    """The same JSON with every character that a terminal acts on, or that shows nothing, as its escape."""
    return "".join(char if char.isprintable() else notation.dumps(char)[1:-1] for char in line)


def _entry(problem: Problem) -> dict[str, str]:
    told = {name: str(getattr(problem, name)) for name in ("code", "severity", "sheet", "where", "found", "expected")}
    return told | {f"message_{lang}": message(problem, lang) for lang in LANGUAGES}
