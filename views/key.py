"""The key of a figure as it is typed: codes by column, each one that there is."""

from collections.abc import Iterable, Mapping

from model.dimensions import Approach, Frequency, Measure, PriceBasis
from views.argument import choice
from views.terminal import item_asked, period_asked, region_asked

_CODED: Mapping[str, Iterable[str]] = {
    "approach": Approach,
    "price_basis": PriceBasis,
    "frequency": Frequency,
    "measure": Measure,
}


def key(asked: Mapping[str, str]) -> dict[str, str]:
    """The columns of KEY that were asked for; WrongArgument for a word that does not fit its column."""
    spelled = {"region": region_asked, "item": item_asked, "period": period_asked}
    return {
        name: spelled[name](found) if name in spelled else choice(f"--{name.replace('_', '-')}", found, _CODED[name])
        for name, found in asked.items()
    }
