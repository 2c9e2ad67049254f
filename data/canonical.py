"""The one way to write observations down as bytes, and the hash that names an edition's content.

The recipe, so that another engine or an exported CSV can give the same hash (`docs/data.md` repeats it with a command):

1. The columns of `FIELDS`, joined by commas, nothing quoted; the first line holds their names.
2. Rows in ascending order of the key, compared column by column as text by code point. No code holds a character that
   sorts before the comma, so `LC_ALL=C sort` of the finished lines gives the same order.
3. A value is the shortest decimal that names its float64, as Python's `repr` writes it: `583.0`, `353289.26`, `1e+16`
   from 10**16 on, `1e-05` below 10**-4; negative zero is `0.0`; a missing value is empty.
4. UTF-8, text in NFC, each line (the last too) ends with one `\n`. The hash is SHA-256, in lower-case hexadecimal.

Left out: `reason` (what stands in an edition came from files, which give none) and the release a row came from, so two
editions that say the same have the same hash.
"""

from hashlib import sha256
from unicodedata import normalize

import pandas as pd

from model.observations import KEY

FIELDS: tuple[str, ...] = (*KEY, "value", "unit", "status")


def in_key_order(obs: pd.DataFrame) -> pd.DataFrame:
    """`obs` in ascending order of its key, with a fresh RangeIndex; rows of one key keep their order."""
    return obs.sort_values(list(KEY), kind="stable", ignore_index=True)


def canonical(obs: pd.DataFrame) -> bytes:
    """`obs` by the recipe of this module; the order of its rows and its index do not matter."""
    ordered = in_key_order(obs)
    columns = [_decimals(ordered[name]) if name == "value" else ordered[name].tolist() for name in FIELDS]
    lines = [",".join(FIELDS), *map(",".join, zip(*columns, strict=True)), ""]
    return normalize("NFC", "\n".join(lines)).encode()


def content_hash(obs: pd.DataFrame) -> str:
    """SHA-256 of `canonical(obs)`, 64 hexadecimal digits."""
    return sha256(canonical(obs)).hexdigest()


def _decimals(values: pd.Series) -> list[str]:
    """The shortest decimal of each float; adding zero turns a negative zero into zero."""
    return ["" if value != value else repr(value + 0.0) for value in values.tolist()]
