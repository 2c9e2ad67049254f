"""Derived tables of a file: which measure of ours each printed figure is, so that it can check our arithmetic."""

from model.dimensions import Measure

_KINDS = ("yoy", "qtq", "ctc")
_KNOWN = frozenset(measure.value for measure in Measure)
_BASIS = {"share": "current", "deflator": "implicit", "contribution": "constant_2010"}


def printed_measure(said: str, stated: str, annual: bool) -> tuple[str, str] | None:
    """The measure and price basis of a figure of which a measure is said and a price basis stated, of a year or not.

    None where the file does not tell enough.

    The annual column of any growth table is the growth on the year before. Growth and its sources are of constant
    prices and shares of current ones, unless the title says otherwise.
    """
    head, _, kind = said.partition("_")
    if head in _KINDS:
        head, kind = "", head
    if head == "growth":
        head = ""
    if head in ("", "contribution") or (head == "deflator" and kind):
        kind = "yoy" if annual else kind
        if kind not in _KINDS:
            return None
    measure = "_".join(part for part in (head, kind) if part)
    if measure not in _KNOWN or measure in ("per_capita", "index", "level"):
        return None
    basis = stated if stated in ("current", "constant_2010") else "constant_2010"
    if head in _BASIS:
        basis = _BASIS[head] if head == "deflator" or not stated else basis
    return measure, basis
