"""JSON as the BPS WebAPI answers it."""

import json
from typing import Any

from data.guard import WORKBOOKS, refuse


def read(text: str) -> dict[str, Any] | list[Any] | None:
    """What a JSON text holds; None if it only begins like JSON, as a CSV with a first cell `[Juta Rupiah]` does."""
    try:
        parsed = json.loads(text, parse_constant=_not_json)
    except RecursionError:
        refuse("not_a_workbook", "JSON nested too deeply", WORKBOOKS)
    except ValueError:
        if text.lstrip("\ufeff \t\r\n").startswith("{"):
            refuse("not_a_workbook", "broken JSON", WORKBOOKS)
        return None
    return parsed if isinstance(parsed, dict | list) else None


def _not_json(constant: str) -> None:
    raise ValueError(constant)
