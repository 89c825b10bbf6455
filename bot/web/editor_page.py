"""The HTML of the page on which a region is marked, in the member's language."""

from html import escape
from pathlib import Path
from typing import Final

from bot.jobs.job import Picture
from bot.words import say

TOOLS: Final = (("brush", "B"), ("eraser", "E"), ("box", "R"), ("lasso", "L"), ("hand", "H"))
"""What a pointer does, with the key for it."""
DEEDS: Final = (
    ("undo", "Ctrl+Z"),
    ("redo", "Ctrl+Y"),
    ("invert", "I"),
    ("clear", "Del"),
    ("fit", "0"),
    ("preview", "P"),
)
"""What a press of a button does at once, with the key for it."""
PLACES: Final = ("left", "right", "top", "bottom", "center", "edges")
"""Areas that are marked without a brush: keys below `editor.place.`, which the page's script knows."""
ICONS: Final = {
    "brush": "M20 4 10.500 13.500M9 13c-2.500 0-4 1.500-4 4 0 1.500-1 2.500-2 3 5 1 9-.5 9-4 0-1.500-1.500-3-3-3z",
    "eraser": "M9 20h11M4.500 14.500l9-9a2 2 0 0 1 2.800 0l3.200 3.200a2 2 0 0 1 0 2.800L12 19H8zM9 10l6 6",
    "box": "M4 7V4h3M11 4h2M17 4h3v3M20 11v2M20 17v3h-3M13 20h-2M7 20H4v-3M4 13v-2",
    "lasso": "M12 4c5 0 9 2.500 9 6s-4 6-9 6-9-2.500-9-6 4-6 9-6zM8 15.500c-2 1-2 3 0 3s1.500 3-1 3",
    "hand": "M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3",
    "undo": "M9 6 4 11l5 5M4 11h10a6 6 0 0 1 0 9h-3",
    "redo": "M15 6l5 5-5 5M20 11H10a6 6 0 0 0 0 9h3",
    "invert": "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18M13 8h6M13 12h8M13 16h6",
    "clear": "M5 7h14M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3",
    "fit": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    "preview": "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
}
"""Outlines in a square of 24."""
SAID: Final = ("back", "empty", "full", "sending", "offline", "leaving", "soon")
"""Sentences that the page says when their time comes: keys below `editor.`."""
_WORDS: Final = ("title", "tools_label", "size", "place", "canvas", "hint", "prompt_label", "submit")

_FOLDER = Path(__file__).parent / "page"
_FRAME, _EDITOR, _CLOSED = (
    (_FOLDER / f"{name}.html").read_text(encoding="utf-8") for name in ("frame", "editor", "closed")
)
_SCRIPT = '<script type="module" src="files/editor.js"></script>\n'


def open_page(token: str, picture: Picture, prompt: str, locale: str, seconds: int) -> str:
    """The editor for this picture, which is there for so many seconds."""
    words = {name: escape(say(f"editor.{name}", locale)) for name in _WORDS}
    said = "".join(f' data-{name}="{escape(say(f"editor.{name}", locale))}"' for name in SAID)
    body = _EDITOR.format(
        **words,
        token=token,
        key=picture.blob,
        width=picture.width,
        height=picture.height,
        seconds=seconds,
        prompt=escape(prompt),
        said=said,
        tools="".join(_button(name, key, locale, is_tool=True) for name, key in TOOLS),
        deeds="".join(_button(name, key, locale, is_tool=False) for name, key in DEEDS),
        places="".join(
            f'<option value="{name}">{escape(say(f"editor.place.{name}", locale))}</option>' for name in PLACES
        ),
    )
    return _framed(body, locale, _SCRIPT)


def closed_page(key: str, locale: str) -> str:
    """Why there is no editor, and how to get one."""
    title = escape(say("editor.title", locale))
    return _framed(_CLOSED.format(title=title, sentence=escape(say(key, locale))), locale)


def _framed(body: str, locale: str, script: str = "") -> str:
    return _FRAME.format(lang=escape(locale), title=escape(say("editor.title", locale)), script=script, body=body)


def _button(name: str, key: str, locale: str, *, is_tool: bool) -> str:
    label = escape(say(f"editor.{name}", locale))
    pressed = ' aria-pressed="false"' if is_tool or name == "preview" else ""
    kind = "tool" if is_tool else "deed"
    icon = f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{ICONS[name]}"/></svg>'
    return (
        f'<button type="button" data-{kind}="{name}" title="{label} ({escape(key)})" '
        f'aria-label="{label}" aria-keyshortcuts="{escape(key)}"{pressed}>{icon}</button>'
    )
