"""What a number format of a spreadsheet says: how many decimals it shows, and whether it makes a date of a number."""

import re
from functools import lru_cache

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


@lru_cache(maxsize=1024)
def bare(code: str) -> str:
    """The section for positive numbers without colours, conditions and literal text.

    >>> bare('[Red]"Rp"#,##0.00_);(#,##0.00)')
    '#,##0.00'
    """
    return LITERAL.sub("", code).split(";")[0].strip()


@lru_cache(maxsize=1024)
def digits(code: str) -> int | None:
    """How many decimals of the stored number a format shows; None where it shows as many as there are.

    >>> digits("#,##0.00"), digits("0"), digits("General"), digits("0.00%"), digits("#,##0.0,")
    (2, 0, None, 4, -2)
    """
    shown = bare(code)
    if not re.search(r"[0#?]", shown) or re.search(r"[eE][+-]|/|[ymdhs@]", shown):
        return None
    decimals = re.search(r"\.([0#?]*)", shown)
    scaled = re.search(r"[0#?](,+)(?:\D*)$", shown.rstrip("%"))
    return (len(decimals[1]) if decimals else 0) + 2 * shown.count("%") - 3 * (len(scaled[1]) if scaled else 0)


@lru_cache(maxsize=1024)
def is_year(code: str) -> bool:
    """Whether a format shows nothing of a date but its year.

    >>> is_year("yyyy"), is_year("yyyy-mm")
    (True, False)
    """
    return re.fullmatch("y{2,4}", bare(code).lower()) is not None


@lru_cache(maxsize=1024)
def is_date(code: str) -> bool:
    """Whether a format shows a number as a date; a time of day alone is none.

    >>> is_date("yyyy"), is_date("dd/mm/yyyy"), is_date("mmm-yy"), is_date("h:mm"), is_date("0.00"), is_date("General")
    (True, True, True, False, False, False)
    """
    shown = bare(code).lower().replace("general", "").replace("am/pm", "")
    if re.search(r"[0#?@]", shown.partition(".")[0]):
        return False
    return bool(re.search("[yd]", shown)) or ("m" in shown and not re.search("[hs]", shown))
