"""What a proxy shows while no replica answers: a page of its own file, since nobody is there to be asked.

python -m deploy.away                     writes deploy/away.html
"""

from html import escape
from pathlib import Path

from text.lookup import LANGUAGES, say

FILE = Path(__file__).with_name("away.html")
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="3">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 "IBM Plex Sans", Arial, sans-serif; max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem; }}
h1 {{ font-size: 1.625rem; line-height: 1.25; }}
section + section {{ margin-top: 2.5rem; }}
section + section h1 {{ font-size: 1.25rem; }}
</style>
</head>
<body>
{sections}
</body>
</html>
"""


def page() -> str:
    """The page in both languages; it asks for nothing and loads itself again after three seconds."""
    sections = "\n".join(
        f'<section lang="{lang}">\n<h1>{escape(say("away.title", lang))}</h1>\n'
        f"<p>{escape(say('away.text', lang))}</p>\n</section>"
        for lang in LANGUAGES
    )
    return _PAGE.format(lang=LANGUAGES[0], title=escape(say("away.title", LANGUAGES[0])), sections=sections)


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
