"""The words of the origin of a table that somebody handed in."""

from text.lookup import LANGUAGES, say
from text.plain import plain

LONGEST = 300


def origin_words(publisher: str, table: str, title: str, file_name: str) -> dict[str, str]:
    """What a person reads of an origin, in both languages, by the names of `model.release.Origin`.

    What was typed stands in both languages as it was typed; what was not is said to be not stated.
    """
    told: dict[str, str] = {}
    file = plain(file_name, LONGEST)
    for lang in LANGUAGES:
        by = plain(publisher, LONGEST) or say("source.publisher", lang)
        called = plain(title, LONGEST) or say("source.title", lang, file=file)
        number = plain(table, LONGEST)
        short = "source.short_table" if number else "source.short"
        told |= {
            f"publisher_{lang}": by,
            f"title_{lang}": called,
            f"licence_{lang}": say("source.licence", lang),
            f"caveat_{lang}": say("source.caveat", lang, file=file),
            f"short_{lang}": say(short, lang, publisher=by, table=number or called),
        }
    return told
