"""What a person answers about a file that does not say it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answers:
    """What the file does not say; None where nobody was asked or nobody knows.

    `region` a BPS code, `year` four digits, `price_basis` current or constant_2010, `unit` a word such as juta or a
    code such as million_idr, `number_format` id (1.234,56) or en (1,234.56).
    """

    region: str | None = None
    year: str | None = None
    price_basis: str | None = None
    unit: str | None = None
    number_format: str | None = None
