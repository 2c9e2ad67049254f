"""Industries and expenditure components: codes, BPS order, hierarchy and groups.

Codes follow KBLI 2009 as BPS prints the 2010 series: 17 categories `A` … `RSTU`, parts such as `A.1` and
`A.1.a`. Labels live in `text/items.csv`; nothing here is a label.
"""

import re

from model.dimensions import Approach

TOTAL = "TOTAL"
TOTAL_NONMIGAS = "TOTAL_NONMIGAS"
RESIDUAL = "RESIDUAL"
OTHERS = "OTHERS"

INDUSTRIES: tuple[str, ...] = (
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "MN", "O", "P", "Q", "RSTU",
)  # fmt: skip

COMPONENTS: tuple[str, ...] = ("HH", "NPISH", "GOV", "GFCF", "INV", "EXP", "IMP", "NX", "NX_REGIONAL")

SERVICES: tuple[str, ...] = INDUSTRIES[INDUSTRIES.index("H") :]
SERVICES_PUBLIC: tuple[str, ...] = ("O", "P", "Q")

GROUPS: dict[str, tuple[str, ...]] = {
    "PRIMARY": ("A", "B"),
    "SECONDARY": ("C", "D", "E", "F"),
    "TERTIARY": INDUSTRIES[INDUSTRIES.index("G") :],
    "TRADE": ("G",),
    "SERVICES": SERVICES,
    "SERVICES_PUBLIC": SERVICES_PUBLIC,
    "SERVICES_PRIVATE": tuple(item for item in SERVICES if item not in SERVICES_PUBLIC),
}

THREE_GROUPS: tuple[str, ...] = ("PRIMARY", "SECONDARY", "TERTIARY")

CODES: tuple[str, ...] = (*INDUSTRIES, *COMPONENTS, *GROUPS, OTHERS, RESIDUAL, TOTAL_NONMIGAS, TOTAL)
"""Every code but those of parts, in the order of print."""

_STEP = r"\.(?:[0-9]{1,2}|[a-z])"
_PART = re.compile(rf"(?P<parent>(?:{'|'.join((*INDUSTRIES, *COMPONENTS))})(?:{_STEP}){{0,2}}){_STEP}")


def parent(item: str) -> str | None:
    """The item that `item` is a part of; TOTAL for a category or component, None for TOTAL, groups and the rest.

    >>> parent("A.1.a"), parent("A.1"), parent("A"), parent("TERTIARY")
    ('A.1', 'A', 'TOTAL', None)
    """
    match = _PART.fullmatch(item)
    if match:
        return match["parent"]
    return TOTAL if item in INDUSTRIES or item in COMPONENTS else None


def sign(item: str) -> int:
    """How an item enters a sum: -1 for imports (stored positive, subtracted), else +1."""
    return -1 if item == "IMP" else 1


def order(item: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    """A sort key in the order of BPS print: categories, parts below their parent, groups, residual, total last.

    >>> sorted(["TOTAL", "C.10", "A", "C.2", "C", "RSTU", "MN"], key=order)
    ['A', 'C', 'C.2', 'C.10', 'MN', 'RSTU', 'TOTAL']
    """
    head, *tail = item.split(".")
    first = CODES.index(head) if head in CODES else len(CODES)
    return first, tuple((int(step), "") if step.isdigit() else (0, step) for step in tail)


def members(group: str, approach: Approach | str = Approach.PRODUCTION) -> tuple[str, ...]:
    """The industries of a group; an item that is no group, or another approach, has none."""
    return GROUPS.get(group, ()) if approach == Approach.PRODUCTION else ()


def known(item: str) -> bool:
    """Whether `item` is a code of the one table; only industries and components have parts, three steps deep at most.

    >>> known("A.1.a"), known("GFCF.b"), known("TOTAL.1"), known("M")
    (True, True, False, False)
    """
    return item in CODES or _PART.fullmatch(item) is not None
