"""An argument that does not fit: which words say so, and what fills them. Light, for a door that opens fast."""

from collections.abc import Iterable
from unicodedata import category


class WrongArgument(ValueError):
    """An argument that does not fit: the key of its words, and what fills them."""

    def __init__(self, key: str, **slots: object) -> None:
        super().__init__(key, slots)
        self.key = key
        self.slots = slots


def choice(option: str, found: str, expected: Iterable[str]) -> str:
    """`found` itself where it is one of the words expected; else WrongArgument."""
    allowed = [str(one) for one in expected]
    if found not in allowed:
        raise WrongArgument("cli.wrong.choice", option=option, found=found, expected=", ".join(allowed))
    return found


def text(option: str, found: str) -> str:
    """`found` itself where it can be kept as text; WrongArgument for control characters and bytes that are no UTF-8."""
    if any(category(char) in ("Cc", "Cs") and char not in "\n\t" for char in found):
        raise WrongArgument("cli.wrong.text", option=option, found=found)
    return found
