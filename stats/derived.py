"""Series that are sums of others: the groups of the architecture, any set of items, the rest of the economy, RESIDUAL.

Each is a signed sum, or two in the order of preference. One ratio never mixes two ways of coming by its figures.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from model.accounts import parts_of_total
from model.dimensions import Approach
from model.items import GROUPS, OTHERS, RESIDUAL, TOTAL, known, members, parent, sign
from stats.block import Way
from stats.comparison import UNKNOWN
from stats.reasons import Mask

Recipe = tuple[tuple[str, int], ...]
Sets = Mapping[str, Sequence[str]]

_OPTIONAL = "NX_REGIONAL"


def recipes(item: str, approach: str, sets: Sets) -> tuple[Recipe, ...]:
    """The signed sums that make `item`, the preferred first; none for an item that is only ever published.

    Imports are subtracted. OTHERS of production is TOTAL less TRADE and SERVICES (by industries, else less a published
    TERTIARY); RESIDUAL is TOTAL less all its parts, with EXP and IMP or with NX, never both.

    >>> recipes("PRIMARY", "production", {}), recipes("NET", "expenditure", {"NET": ("EXP", "IMP")})
    (((('A', 1), ('B', 1)),), ((('EXP', 1), ('IMP', -1)),))
    """
    if item in sets:
        return (_plus(_expanded(sets[item])),)
    if item == RESIDUAL:
        ways = (parts_of_total(approach, {"EXP", "IMP", _OPTIONAL}), parts_of_total(approach, {_OPTIONAL}))
        return tuple(dict.fromkeys(_rest(way) for way in ways))
    if item == OTHERS and approach == Approach.PRODUCTION:
        return (_rest(GROUPS["TERTIARY"]), _rest(("TERTIARY",)))
    group = members(item, approach)
    return (_plus(group),) if group else ()


def checked(sets: Sets | None) -> Sets:
    """`sets` itself when each has a name of its own and counts nothing twice; else a ValueError that says what is."""
    for name, chosen in (sets or {}).items():
        if known(name):
            raise ValueError(f"a set cannot bear the code of an item: {name!r}")
        expanded = _expanded(chosen)
        strange = [item for item in expanded if not known(item)]
        if strange or not expanded:
            raise ValueError(f"set {name!r} has unknown items: {strange}" if strange else f"set {name!r} is empty")
        if len(set(expanded)) < len(expanded) or _overlap(set(expanded)):
            raise ValueError(f"set {name!r} counts an item twice: {', '.join(chosen)}")
    return sets or {}


def signed_sum(level: Way, stands: Mask, items: Mapping[str, int], recipe: Recipe) -> Way:
    """The values of a recipe and their weakest status; missing where any term is, but NX_REGIONAL where unprinted."""
    shape = (level.value.shape[0], *level.value.shape[2:])
    total, status = np.zeros(shape), np.zeros(shape, dtype=np.uint8)
    for item, factor in recipe:
        if item not in items:
            if item == _OPTIONAL:
                continue
            return Way(np.full(shape, np.nan), np.full(shape, UNKNOWN, dtype=np.uint8))
        part, mark = level.value[:, items[item]], level.status[:, items[item]]
        if item == _OPTIONAL:
            printed = stands[:, items[item], :, None]
            part, mark = np.where(printed, part, 0.0), np.where(printed, mark, 0)
        total += factor * part
        np.maximum(status, mark, out=status)
    return Way(total, status)


def _plus(items: Iterable[str]) -> Recipe:
    return tuple((item, sign(item)) for item in items)


def _rest(parts: Iterable[str]) -> Recipe:
    return ((TOTAL, 1), *((item, -sign(item)) for item in parts))


def _expanded(chosen: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for item in chosen for part in GROUPS.get(item, (item,)))


def _overlap(chosen: set[str]) -> bool:
    """Whether NX stands beside EXP or IMP, or an item beside one that it is a part of."""
    if "NX" in chosen and chosen & {"EXP", "IMP"}:
        return True
    for item in chosen:
        above = parent(item)
        while above:
            if above in chosen:
                return True
            above = parent(above)
    return False
