"""Two editions side by side, to take along: each key that says otherwise, with both values, units and marks."""

import pandas as pd

from exports.cells import comma_number, plain_number, plain_text
from exports.delimited import delimited
from text import lookup
from text.lookup import regions, say

_CODES = ("region", "approach", "item", "price_basis", "frequency", "period", "measure")
_VALUES = ("value_a", "value_b", "change")
_SAID = ("unit_a", "unit_b", "status_a", "status_b")
_NATION = "9999"
_BOM = b"\xef\xbb\xbf"


def csv_plain(difference: pd.DataFrame, older: int, newer: int) -> bytes:
    """For programs: codes, the shortest decimal of each float, comma, dot, `\\n`, no BOM; both editions."""
    columns = (*_CODES, *_VALUES, *_SAID)
    rows = (
        [*(plain_number(cell) if name in _VALUES else _text(cell) for name, cell in zip(columns, row, strict=True)),
         str(older), str(newer)]
        for row in difference[list(columns)].itertuples(index=False, name=None)
    )  # fmt: skip
    return delimited([*columns, "edition_a", "edition_b"], rows)


def csv_indonesian(difference: pd.DataFrame, older: int, newer: int, lang: str) -> bytes:
    """For a double click in Indonesian Excel: labels, `;`, decimal comma, BOM, lines that end as on Windows."""
    heads = [say(f"difference.{name}", lang) for name in ("region", "approach", "item", "basis", "period", "measure")]
    heads += [say(f"difference.{name}", lang, older=older, newer=newer) for name in (*_VALUES, *_SAID)]
    rows = (_labelled(row, lang) for row in difference.to_dict("records"))
    return _BOM + delimited(heads, rows, ";", "\r\n")


def _labelled(row: dict, lang: str) -> list[str]:
    region = row["region"]
    labels = [
        lookup.region(region, lang) if region in (*regions(), _NATION) else region,
        say(f"approach.{row['approach']}.name", lang),
        lookup.item(row["item"], lang),
        lookup.basis(row["price_basis"], lang),
        lookup.period(row["period"], lang),
        lookup.measure(row["measure"], lang),
    ]
    said = [lookup.unit(row[name], lang) if _text(row[name]) else "" for name in ("unit_a", "unit_b")]
    said += [lookup.status(row[name], lang) if _text(row[name]) else "" for name in ("status_a", "status_b")]
    return [*map(plain_text, labels), *(comma_number(row[name]) for name in _VALUES), *said]


def _text(cell: object) -> str:
    """A code; nothing where one of the editions lacks the figure."""
    return cell if isinstance(cell, str) else ""
