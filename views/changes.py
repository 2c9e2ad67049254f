"""What a table that is handed in changes: how many values, where, by how much, what growth and which sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from model.dimensions import Approach, Frequency, Measure, PriceBasis
from model.items import TOTAL, order, parent
from stats.revision import Kind, growth_revision, revision
from text import lookup
from text.lookup import say
from text.numbers import number
from text.phrase import capital, joined
from views.changed_sentences import Told, told
from views.view import MEDAN
from views.words import measure_name, spans

SIDES = ["region", "approach", "price_basis", "frequency", "measure"]
LARGEST, MOVED = 10, 5
PERIODS, LINES = 24, 24
_SAID = (Kind.NEW, Kind.REVISED, Kind.WITHDRAWN)
_RANK: dict[str, tuple[str, ...]] = {
    "approach": tuple(Approach),
    "price_basis": (PriceBasis.CONSTANT_2010, PriceBasis.CURRENT),
    "frequency": tuple(Frequency),
    "measure": (Measure.LEVEL, Measure.PER_CAPITA),
}


@dataclass(frozen=True)
class Part:
    """One table of the changes: a region, side, price basis, frequency and measure.

    `values` are the rows of `stats.revision.revision`, `drawn` those that the map shows; `growth` is that of TOTAL and
    of the items that change most (`stats.revision.growth_revision`).
    """

    key: str
    label: str
    title: str
    subtitle: str
    growth_subtitle: str
    values: pd.DataFrame = field(repr=False, compare=False)
    drawn: pd.DataFrame = field(repr=False, compare=False)
    growth: pd.DataFrame = field(repr=False, compare=False)

    @property
    def classes(self) -> frozenset[str]:
        """What the map shows: kinds of change, revised ones as `up` and `down`."""
        sizes = self.drawn.loc[self.drawn["kind"] == Kind.REVISED, "size"]
        ways = {"up" if size > 0 else "down" for size in sizes.tolist()}
        return frozenset({*self.drawn["kind"].tolist(), *ways} - {Kind.REVISED.value})


@dataclass(frozen=True)
class Changes:
    """What changes: the finding, how many values of each kind (and `status`, `up`, `down`), the parts, the largest
    revisions of all parts, and the sentences; `unread` counts the periods whose sentences were not compared."""

    finding: str
    counts: Mapping[str, int]
    parts: tuple[Part, ...]
    largest: pd.DataFrame = field(repr=False, compare=False)
    sentences: tuple[Told, ...] = ()
    unread: int = 0

    @property
    def nothing(self) -> bool:
        """Whether no value changes."""
        return not any(self.counts[kind] for kind in _SAID)


def view(edition_observations: pd.DataFrame, submitted_observations: pd.DataFrame, lang: str) -> Changes:
    """What the submitted rows change in an edition; both are the one table.

    A row of status `withdrawn` takes its key out. Keys that were not submitted stay as they are.
    """
    own = edition_observations[edition_observations["region"].isin(submitted_observations["region"].unique())]
    values = revision(own, submitted_observations)
    growth = growth_revision(own, submitted_observations)
    counts = _counts(values)
    sentences, unread = told(own, submitted_observations, values, lang)
    revised = values[values["kind"] == Kind.REVISED]
    return Changes(
        finding=_finding(counts, len(values), lang),
        counts=counts,
        parts=_parts(values, growth, lang),
        largest=revised.loc[revised["size"].abs().nlargest(LARGEST, keep="all").index[:LARGEST]],
        sentences=sentences,
        unread=unread,
    )


def _counts(values: pd.DataFrame) -> dict[str, int]:
    counts = {kind.value: int((values["kind"] == kind).sum()) for kind in Kind}
    equal = values["kind"] == Kind.EQUAL
    counts["status"] = int((equal & (values["status_before"] != values["status_after"])).sum())
    sizes = values.loc[values["kind"] == Kind.REVISED, "size"]
    return counts | {"up": int((sizes > 0).sum()), "down": int((sizes < 0).sum())}


def _finding(counts: Mapping[str, int], rows: int, lang: str) -> str:
    said = [
        say(f"changes.count.{kind}", lang, count=number(counts[kind], lang, 0))
        for kind in (*_SAID, "status")
        if counts[kind]
    ]
    if said:
        return say("changes.finding", lang, changes=joined(said, lang))
    return say("changes.none" if rows else "changes.nothing", lang, count=number(rows, lang, 0))


def _parts(values: pd.DataFrame, growth: pd.DataFrame, lang: str) -> tuple[Part, ...]:
    """The parts, those with changes first, Medan before the others, then in the order of print."""
    groups = [
        (dict(zip(SIDES, map(str, rows.iloc[0][SIDES]), strict=True)), rows)
        for _, rows in values.groupby(SIDES, sort=False)
    ]
    ordered = sorted(groups, key=lambda group: _rank(group[0], group[1]))
    return tuple(_part(sides, rows, growth, lang) for sides, rows in ordered)


def _rank(sides: Mapping[str, str], rows: pd.DataFrame) -> tuple[object, ...]:
    places = (list(_RANK[name]).index(sides[name]) for name in _RANK)
    return ((rows["kind"] == Kind.EQUAL).all(), sides["region"] != MEDAN, sides["region"], *places)


def _part(sides: Mapping[str, str], rows: pd.DataFrame, growth: pd.DataFrame, lang: str) -> Part:
    names = {
        "region": region(sides["region"], lang),
        "basis": lookup.basis(sides["price_basis"], lang),
        "approach": lookup.say(f"approach.{sides['approach']}.name", lang),
        "frequency": lookup.say(f"frequency.{sides['frequency']}", lang),
    }
    label = say("changes.part.label", lang, **names)
    if sides["measure"] != Measure.LEVEL:
        label = f"{label}, {lookup.measure(sides['measure'], lang)}"
    subtitle = say("changes.part.subtitle", lang, unit=lookup.unit(rows["unit"].iloc[0], lang), **names)
    drawn, left_out = _drawn(rows, lang)
    fits = (growth[SIDES[:-1]] == [sides[name] for name in SIDES[:-1]]).all(axis=1)
    return Part(
        key="-".join(sides.values()),
        label=label,
        title=_title(rows, lang),
        subtitle=". ".join((subtitle, *left_out)),
        growth_subtitle=say("changes.section.growth_subtitle", lang, measure=_rates(sides, lang), **names),
        values=rows,
        drawn=drawn,
        growth=_moved(growth[fits]) if sides["measure"] == Measure.LEVEL else growth[:0],
    )


def _rates(sides: Mapping[str, str], lang: str) -> str:
    """The names of the rates of growth of a part."""
    basis = PriceBasis(sides["price_basis"])
    rates = (Measure.YOY, Measure.QTQ) if sides["frequency"] == Frequency.Q else (Measure.YOY,)
    first, *more = (measure_name(measure, basis, lang) for measure in rates)
    return joined([first, *(f"{name[:1].lower()}{name[1:]}" for name in more)], lang)


def _title(rows: pd.DataFrame, lang: str) -> str:
    """In which periods values are revised, new or withdrawn."""
    found = []
    for kind in (Kind.REVISED, Kind.NEW, Kind.WITHDRAWN):
        periods = sorted(rows.loc[rows["kind"] == kind, "period"].unique())
        if periods:
            found.append(say(f"changes.part.title.{kind}", lang, when=spans(periods, lang)))
    return capital("; ".join(found)) if found else say("changes.part.title.equal", lang)


def _drawn(rows: pd.DataFrame, lang: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """What the map shows, in BPS order, and what it leaves to the table.

    Of many periods the newest that change; parts of industries and components only where the lines are few.
    """
    changed = rows["kind"] != Kind.EQUAL
    periods = sorted(rows.loc[changed, "period"].unique() if changed.any() else rows["period"].unique())
    notes = []
    if len(periods) > PERIODS:
        notes.append(say("changes.part.earlier", lang, count=len(periods) - PERIODS))
    items = sorted(rows["item"].unique(), key=order)
    if len(items) > LINES:
        heads = [item for item in items if parent(item) in (None, TOTAL)] or items[:LINES]
        parts = set(rows.loc[changed, "item"]) - set(heads)
        notes += [say("changes.part.parts", lang, count=len(parts))] if parts else []
        items = heads
    drawn = rows[rows["period"].isin(periods[-PERIODS:]) & rows["item"].isin(items)]
    return drawn.sort_values("item", key=lambda item: item.map(items.index), kind="stable"), tuple(notes)


def _moved(growth: pd.DataFrame) -> pd.DataFrame:
    """The rates of TOTAL and of the items that change most; where nothing was known before, of those that grow most."""
    weight = growth["change"].abs().fillna(0.0)
    if not weight.any():
        weight = growth["after"].abs().fillna(0.0)
    others = growth[growth["item"] != TOTAL]
    by_item = weight[others.index].groupby(others["item"]).max().nlargest(MOVED)
    rank = {item: place for place, item in enumerate((TOTAL, *by_item.index[by_item > 0]))}
    kept = growth[growth["item"].isin(list(rank))]
    return kept.sort_values("item", key=lambda item: item.map(rank), kind="stable")


def region(code: str, lang: str, short: bool = False) -> str:
    """The name of a region; its code where it has no name here."""
    return lookup.region(code, lang, short=short) if code in (*lookup.regions(), "9999") else code
