"""The region that a sheet is about by its own name: `1275`, `12.71`, `Kota Medan`."""

from data import places
from data.grid import Sheet
from data.layouts.context import Line, region_in
from model.problems import Problem


def sheet_region(name: str) -> str | None:
    """The BPS code of the region that the name of a sheet names; a number of one to three digits names none."""
    if name.strip().isdigit() and len(name.strip()) < 4:
        return None
    found = places.of_label(name)
    return found.region if found else places.most_specific(places.named(name))


def sheet_problems(sheet: Sheet, lines: list[Line]) -> list[Problem]:
    """A region that a sheet names by its Kemendagri code, or that is in no list."""
    found = places.of_label(sheet.name)
    if found and found.kemendagri:
        return [Problem("kemendagri_region_code", sheet.name, "", sheet.name, found.region)]
    texts = [line.text for line in lines]
    region, code = region_in(texts)
    if code:
        return [Problem("kemendagri_region_code", sheet.name, "", code, region or "")]
    if region or sheet_region(sheet.name):
        return []
    name = sheet.name.strip()
    stranger = name if name.isdigit() and len(name) == 4 and not name.startswith(("19", "20")) else None
    stranger = stranger or next(filter(None, map(places.unknown, [name, *texts])), None)
    return [Problem("region_unknown", sheet.name, "", stranger)] if stranger else []
