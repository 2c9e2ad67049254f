"""Quotations from a file: one short line that shows what stands there and does nothing."""

import pytest

from text.plain import LONGEST, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Industri Pengolahan", "Industri Pengolahan"),
        ("a\r\n\tb\x00c\x1b[31md", "a b c (31md"),
        ("a\u202eb\u2066c\u200fd\u200be\ufefff\xadg", "a b c d e f g"),
        ("\x9b2J", "2J"),
        ("\ud800x", "x"),
        ("<script>alert(1)</script>", "‹script›alert(1)‹/script›"),
        ("![x](https://a.b/c.png)", "!(x)(https∶∕∕a.b/c.png)"),
        ("javascript:alert(1)", "javascript∶alert(1)"),
        (":red[x] :material/home:", "∶red(x) ∶material/home:"),
        ("www.a.id WWW.b.id", "www․a.id WWW․b.id"),
        ("2024* ~~x~~ $y$ `z`", "2024∗ ∼∼x∼∼ ＄y＄ 'z'"),
        ("Z" + "\u0301" * 50 + "a", "Z\u0301\u0301a"),
        ("Penyediaan Listrik & Gas – 5%: 12,5", "Penyediaan Listrik & Gas – 5%: 12,5"),
        ("C4:G21, AA7:AB9", "C4:G21, AA7:AB9"),
        ("", ""),
    ],
)
def test_what_is_shown_of_a_text(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("text", ["c" * 5000, "c " * 5000, "\n" * 5000 + "c" * 5000, "\u202e" * 50_000])
def test_a_long_text_is_cut(text: str) -> None:
    assert len(plain(text)) <= LONGEST + 1 and plain(text).endswith("…")


def test_a_text_as_long_as_it_may_be_is_whole() -> None:
    assert plain("c" * LONGEST) == "c" * LONGEST
