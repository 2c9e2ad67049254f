"""The HTML document that every address answers with, in the visitor's language.

Streamlit ships it in English, with its own name and font and a pointer to an interface that is off here. What the
pages need in any case is asked for at once, not after the first exchange with the server.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from deploy import asset
from text.lookup import say, texts

FONTS = ("400", "600")
FIRST_CHUNKS = ("PlotlyChart", "Metric", "Selectbox", "Multiselect", "ButtonGroup", "Button", "MenuButton")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_WORDS, _RENAMED = "interface.", "renamed."
_STYLE = Path(__file__).resolve().parent.parent / "static" / "interface.css"
# Else Streamlit looks for its server below the address of the page first, and only then where it is.
_WHERE = '<script>window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href }</script>'


class UnknownShell(RuntimeError):
    """The document of the installed Streamlit is not the one this module knows."""


def script_hashes(document: str) -> tuple[str, ...]:
    """The Content-Security-Policy sources of the scripts that stand in the document itself.

    >>> script_hashes("<script>x</script>")
    ("'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='",)
    """
    bodies = _INLINE_SCRIPT.findall(document)
    return tuple(f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in bodies)


def chunks(manifest: dict[str, dict], names: Iterable[str] = FIRST_CHUNKS) -> tuple[str, ...]:
    """The script files of the named parts of Streamlit and of all they import, by the manifest of its build."""
    by_name = {entry["name"]: key for key, entry in manifest.items() if entry.get("isDynamicEntry")}
    waiting = [by_name[name] for name in names]
    found: dict[str, str] = {}
    while waiting:
        key = waiting.pop(0)
        if key not in found:
            found[key] = manifest[key]["file"]
            waiting += manifest[key].get("imports", ())
    return tuple(found.values())


def shell(document: str, lang: str, preload: Iterable[str] = (), version: str = "") -> str:
    """The document in `lang`: its language, title, description, fonts, and what it says without JavaScript.

    `preload` are the scripts to ask for at once; `version` stands in the address of our own script.
    """
    head = "\n".join((*_head(document, lang, preload, version), "</head>"))
    for pattern, replacement in (
        (r'<html lang="en">', f'<html lang="{lang}">'),
        (r"<title>.*?</title>", f"<title>{escape(say('shell.title', lang))}</title>"),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{escape(say('shell.noscript', lang))}</p></noscript>"),
        (r"<!--.*?-->\s*", ""),
        (r'<link rel="service-desc"[^>]*>\s*', ""),
        (r'<link\s+rel="preload"[^>]*SourceSans[^>]*>\s*', ""),
        (r"</head>", head),
    ):
        document, times = re.subn(pattern, replacement.replace("\\", r"\\"), document, flags=re.DOTALL)
        if not times:
            raise UnknownShell(f"nothing in Streamlit's index.html matches {pattern}")
    return document


def _head(document: str, lang: str, preload: Iterable[str], version: str) -> list[str]:
    """The lines that the head of the document gains."""
    present = set(re.findall(r'(?:href|src)="\./(static/[^"]+)"', document))
    written = json.dumps(_interface_words(), ensure_ascii=False).replace("<", "\\u003c")
    return [
        _WHERE,
        f'<meta name="description" content="{escape(say("shell.description", lang))}" />',
        *(
            f'<link rel="preload" href="./app/static/ibm-plex-sans-latin-{weight}-normal.woff2" as="font"'
            ' type="font/woff2" crossorigin />'
            for weight in FONTS
        ),
        *(f'<link rel="modulepreload" crossorigin href="./{file}">' for file in preload if file not in present),
        f'<link rel="stylesheet" href="./app/static/interface.css?v={asset.version(_STYLE)}" />',
        f'<script type="application/json" id="interface-words">{written}</script>',
        f'<script type="module" src="./app/static/interface.js?v={version}"></script>',
    ]


def _interface_words() -> list[tuple[str, str, str]]:
    """What Streamlit writes, and what is read instead in English and in Indonesian."""
    every = texts()
    ours = {key.removeprefix(_RENAMED): leaf["en"] for key, leaf in every.items() if key.startswith(_RENAMED)}
    theirs = {key.removeprefix(_WORDS): leaf for key, leaf in every.items() if key.startswith(_WORDS)}
    return [(leaf["en"], ours.get(name, leaf["en"]), leaf["id"]) for name, leaf in theirs.items()]
