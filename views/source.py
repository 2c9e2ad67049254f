"""The words of the origin of a table that somebody handed in."""

from text.dates import clock, stated_moment
from text.lookup import LANGUAGES, say
from text.plain import plain

LONGEST = 300


def origin_words(publisher: str, table: str, title: str, file_name: str, fetched: str = "") -> dict[str, str]:
    """What a person reads of an origin, in both languages, by the names of `model.release.Origin`.

    What was typed stands in both languages as it was typed; what was not is said to be not stated. `fetched` is the
    moment at which the file came from the WebAPI of BPS; empty where somebody handed it in.
    """
    told: dict[str, str] = {}
    file = plain(file_name, LONGEST)
    for lang in LANGUAGES:
        by = plain(publisher, LONGEST) or say("source.publisher", lang)
        called = plain(title, LONGEST) or say("source.title", lang, file=file)
        number = plain(table, LONGEST)
        short = "source.short_webapi" if fetched else "source.short_table" if number else "source.short"
        moment = clock(stated_moment(fetched), lang) if fetched else ""
        told |= {
            f"publisher_{lang}": by,
            f"title_{lang}": called,
            f"licence_{lang}": say("source.licence_webapi" if fetched else "source.licence", lang),
            f"caveat_{lang}": say(
                "source.caveat_webapi" if fetched else "source.caveat", lang, file=file, moment=moment
            ),
            f"short_{lang}": say(short, lang, publisher=by, table=number or called),
        }
    return told
