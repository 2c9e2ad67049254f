"""What a figure must not travel without: where it comes from, and of which edition it is."""

from dataclasses import dataclass
from datetime import datetime

from model.release import Edition, Origin


@dataclass(frozen=True)
class Passport:
    """The words and the provenance that go with a download; `region` is the code of the region asked for."""

    title: str
    subtitle: str
    region: str
    sources: tuple[Origin, ...]
    edition: int
    effective_at: datetime
    content_hash: str
    notes: tuple[str, ...] = ()


def issue(
    edition: Edition,
    sources: tuple[Origin, ...],
    title: str,
    subtitle: str,
    region: str,
    notes: tuple[str, ...] = (),
) -> Passport:
    """The passport of a result that rests on `sources` of this edition."""
    return Passport(title, subtitle, region, sources, edition.number, edition.effective_at, edition.content_hash, notes)


def source_line(passport: Passport, lang: str) -> str:
    """The sources in short, each once, as they stand in each row of a file."""
    return "; ".join(dict.fromkeys(origin.words("short", lang) for origin in passport.sources))
