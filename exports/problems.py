"""Problems for another program: a list of objects with the code, the place, and the sentence in both languages."""

import json as notation
from collections.abc import Sequence

from model.problems import Problem
from text.lookup import LANGUAGES
from text.problem import message


def json(problems: Sequence[Problem]) -> bytes:
    """UTF-8 JSON, one problem a line, in the order given: code, severity, sheet, where, found, expected, messages."""
    lines = [notation.dumps(_entry(problem), ensure_ascii=False) for problem in problems]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode("utf-8", errors="replace")


def _entry(problem: Problem) -> dict[str, str]:
    told = {name: str(getattr(problem, name)) for name in ("code", "severity", "sheet", "where", "found", "expected")}
    return told | {f"message_{lang}": message(problem, lang) for lang in LANGUAGES}
