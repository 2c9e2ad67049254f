"""The coded dimensions of the one table, in the terms of SDMX and of BPS."""

from enum import StrEnum


class Approach(StrEnum):
    """The side of the accounts."""

    PRODUCTION = "production"
    EXPENDITURE = "expenditure"


class PriceBasis(StrEnum):
    """ADHB, ADHK (2010 = 100), and the ratio of the two."""

    CURRENT = "current"
    CONSTANT_2010 = "constant_2010"
    IMPLICIT = "implicit"


class Frequency(StrEnum):
    """Annual or quarterly."""

    A = "A"
    Q = "Q"


class Measure(StrEnum):
    """What a value says. `level` and `per_capita` are published; the rest is computed."""

    LEVEL = "level"
    PER_CAPITA = "per_capita"
    YOY = "yoy"
    QTQ = "qtq"
    CTC = "ctc"
    SHARE = "share"
    CONTRIBUTION_YOY = "contribution_yoy"
    CONTRIBUTION_QTQ = "contribution_qtq"
    CONTRIBUTION_CTC = "contribution_ctc"
    INDEX = "index"
    CAGR = "cagr"
    CHANGE = "change"
    DEFLATOR = "deflator"
    DEFLATOR_YOY = "deflator_yoy"
    DEFLATOR_QTQ = "deflator_qtq"
    DEFLATOR_CTC = "deflator_ctc"
    VOLUME_EFFECT = "volume_effect"
    PRICE_EFFECT = "price_effect"
    CROSS_EFFECT = "cross_effect"


class Unit(StrEnum):
    """The unit of a value. Per cent is 5.04, never 0.0504."""

    BILLION_IDR = "billion_idr"
    THOUSAND_IDR = "thousand_idr"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    INDEX = "index"


class Status(StrEnum):
    """How firm a figure is, from the mark that BPS prints; the weakest stands last."""

    FINAL = "final"
    REVISED = "revised"
    PRELIMINARY = "preliminary"
    VERY_PRELIMINARY = "very_preliminary"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a value is missing, or what is special about it. `rebased_YEAR` is made by `rebased`."""

    NONE = ""
    NO_PREDECESSOR = "no_predecessor"
    MISSING_INPUT = "missing_input"
    ZERO_BASE = "zero_base"
    NEGATIVE_BASE = "negative_base"
    SIGN_CHANGE = "sign_change"
    NO_CURRENT_PRICES = "no_current_prices"
    SMALL_BASE = "small_base"


STATUSES: tuple[Status, ...] = tuple(Status)

UNITS: dict[Measure, Unit] = {
    Measure.LEVEL: Unit.BILLION_IDR,
    Measure.PER_CAPITA: Unit.THOUSAND_IDR,
    Measure.YOY: Unit.PERCENT,
    Measure.QTQ: Unit.PERCENT,
    Measure.CTC: Unit.PERCENT,
    Measure.SHARE: Unit.PERCENT,
    Measure.CONTRIBUTION_YOY: Unit.PERCENTAGE_POINT,
    Measure.CONTRIBUTION_QTQ: Unit.PERCENTAGE_POINT,
    Measure.CONTRIBUTION_CTC: Unit.PERCENTAGE_POINT,
    Measure.INDEX: Unit.INDEX,
    Measure.CAGR: Unit.PERCENT,
    Measure.CHANGE: Unit.BILLION_IDR,
    Measure.DEFLATOR: Unit.INDEX,
    Measure.DEFLATOR_YOY: Unit.PERCENT,
    Measure.DEFLATOR_QTQ: Unit.PERCENT,
    Measure.DEFLATOR_CTC: Unit.PERCENT,
    Measure.VOLUME_EFFECT: Unit.PERCENTAGE_POINT,
    Measure.PRICE_EFFECT: Unit.PERCENTAGE_POINT,
    Measure.CROSS_EFFECT: Unit.PERCENTAGE_POINT,
}


def weakest(statuses: "list[str] | tuple[str, ...] | set[str]") -> Status:
    """The weakest of some statuses: a derived figure is as provisional as its weakest input.

    >>> weakest(["final", "very_preliminary", "preliminary"]).value
    'very_preliminary'
    """
    return max((Status(status) for status in statuses), key=STATUSES.index)


def rebased(year: int | str) -> str:
    """The reason of an index whose base year had to move, for want of the year asked for.

    >>> rebased(2021)
    'rebased_2021'
    """
    return f"rebased_{year}"
