"""Bodies that are right, one of each kind, and the way to make them wrong in one place."""

from __future__ import annotations

import json
from typing import Any

Json = Any

CHANNEL, GUILD, APPLICATION, MESSAGE = "1001", "1002", "1003", "1004"


def changed(body: Json, path: str, value: Json) -> Json:
    """The body with the value at "a.0.b" replaced; a list is appended to where the index is its length."""
    whole = json.loads(json.dumps(body))
    *way, last = path.split(".")
    at = whole
    for step in way:
        at = at[int(step)] if isinstance(at, list) else at[step]
    if isinstance(at, list):
        at[int(last) : int(last) + 1] = [value]
    else:
        at[last] = value
    return whole


def without(body: Json, path: str) -> Json:
    """The body without the key at this path."""
    whole = json.loads(json.dumps(body))
    *way, last = path.split(".")
    at = whole
    for step in way:
        at = at[int(step)] if isinstance(at, list) else at[step]
    del at[last]
    return whole


def button(custom_id: str, **more: Json) -> Json:
    return {"type": 2, "style": 2, "custom_id": custom_id, "label": "U1", **more}


def select(custom_id: str, options: int = 2, **more: Json) -> Json:
    lines = [{"label": f"Line {number}", "value": f"{number}"} for number in range(options)]
    return {"type": 3, "custom_id": custom_id, "options": lines, **more}


def row(*components: Json) -> Json:
    return {"type": 1, "components": list(components)}


def message() -> Json:
    """A grid of pictures with its buttons: two rows of five, and a select."""
    link = {"type": 2, "style": 5, "url": "https://example.com", "label": "Open"}
    return {
        "content": "**a cat** - <@1> (fast)",
        "embeds": [
            {
                "title": "Cat",
                "description": "A cat.",
                "color": 0xFF0000,
                "timestamp": "2026-11-23T09:00:00+00:00",
                "fields": [{"name": "Seed", "value": "7", "inline": True}],
                "author": {"name": "Ada"},
                "footer": {"text": "1.2 s"},
                "image": {"url": "https://example.com/cat.png"},
            }
        ],
        "components": [
            row(*(button(f"MJ::JOB::upsample::{number}") for number in range(5))),
            row(button("reroll", emoji={"name": "🔄", "id": None}), link),
            row(select("size", placeholder="Size", min_values=1, max_values=1)),
        ],
        "allowed_mentions": {"parse": [], "users": ["1"], "replied_user": False},
        "nonce": "x" * 25,
        "enforce_nonce": True,
        "tts": False,
    }


def answer() -> Json:
    """The same in answer to an interaction, where nonces are not known."""
    return {key: value for key, value in message().items() if key not in {"nonce", "enforce_nonce"}}


def layout() -> Json:
    """A message laid out of components: one of every kind."""
    text = {"type": 10, "content": "# Cats"}
    media = {"media": {"url": "https://example.com/cat.png"}, "description": "A cat", "spoiler": False}
    return {
        "flags": 1 << 15,
        "components": [
            {
                "type": 17,
                "accent_color": 0x00FF00,
                "components": [
                    {"type": 9, "components": [text], "accessory": {"type": 11, **media}},
                    {"type": 14, "divider": True, "spacing": 2},
                    {"type": 12, "items": [media, media]},
                    row(button("again")),
                ],
            },
            {"type": 9, "components": [text], "accessory": button("more")},
        ],
    }


def modal() -> Json:
    """A dialog with one of every kind of thing to fill in."""
    lines = [{"label": "One", "value": "1"}, {"label": "Two", "value": "2", "description": "The second"}]

    def label(component: Json) -> Json:
        return {"type": 18, "label": "What", "description": "Say it", "component": component}

    typed = {"type": 4, "custom_id": "prompt", "style": 2, "min_length": 1, "max_length": 100, "value": "a cat"}
    return {
        "custom_id": "remix",
        "title": "Remix",
        "components": [
            label(typed),
            label({"type": 19, "custom_id": "image", "min_values": 0, "max_values": 1, "required": False}),
            label({"type": 21, "custom_id": "mode", "options": lines}),
            label({"type": 22, "custom_id": "extras", "options": lines, "min_values": 0, "max_values": 2}),
            row({"type": 4, "custom_id": "note", "style": 1, "label": "Note", "required": False}),
        ],
    }


def command() -> Json:
    """/imagine, with every kind of limit that an option has."""
    return {
        "name": "imagine",
        "type": 1,
        "description": "Draw a picture",
        "name_localizations": {"fr": "imaginer"},
        "options": [
            {"type": 3, "name": "prompt", "description": "What to draw", "required": True, "max_length": 6000},
            {"type": 3, "name": "size", "description": "How big", "choices": [{"name": "Small", "value": "s"}]},
            {"type": 3, "name": "style", "description": "Which style", "autocomplete": True},
            {"type": 4, "name": "seed", "description": "A number", "min_value": 0, "max_value": 4294967295},
            {"type": 11, "name": "image", "description": "A picture"},
        ],
        "contexts": [0, 1, 2],
        "integration_types": [0, 1],
    }


def nested_command() -> Json:
    """/settings model set, /settings show."""
    leaf = {"type": 3, "name": "model", "description": "Which", "required": True}
    below = {"type": 1, "name": "set", "description": "Set it", "options": [leaf]}
    return {
        "name": "settings",
        "description": "Your settings",
        "options": [
            {"type": 2, "name": "model", "description": "The model", "options": [below]},
            {"type": 1, "name": "show", "description": "Show them"},
        ],
    }


def choices() -> Json:
    """Suggestions for an option that takes text."""
    return {"choices": [{"name": f"Style {number}", "value": f"{number}"} for number in range(25)]}


def acting(kind: int, data: Json, **more: Json) -> Json:
    """What a member's client sends."""
    return {
        "type": kind,
        "application_id": APPLICATION,
        "guild_id": GUILD,
        "channel_id": CHANNEL,
        "session_id": "session",
        "nonce": "1234567890",
        "data": data,
        **more,
    }


def used() -> Json:
    """A member uses /imagine."""
    given = [{"type": 3, "name": "prompt", "value": "a cat"}, {"type": 11, "name": "image", "value": 0}]
    files = [{"id": "0", "filename": "cat.png", "uploaded_filename": "upload/cat.png"}]
    data = {"id": "1", "version": "1", "name": "imagine", "type": 1, "options": given, "attachments": files}
    return acting(2, data)


def pressed() -> Json:
    """A member chooses of a select."""
    data = {"component_type": 3, "custom_id": "size", "values": ["1"]}
    return acting(3, data, message_id=MESSAGE, message_flags=0)


def submitted() -> Json:
    """A member submits the modal above."""
    rows = [
        {"type": 18, "component": {"type": 4, "custom_id": "prompt", "value": "a dog"}},
        {"type": 18, "component": {"type": 19, "custom_id": "image", "values": []}},
        {"type": 18, "component": {"type": 21, "custom_id": "mode", "value": "1"}},
        {"type": 18, "component": {"type": 22, "custom_id": "extras", "values": ["1", "2"]}},
        {"type": 1, "components": [{"type": 4, "custom_id": "note", "value": ""}]},
    ]
    return acting(5, {"id": "1", "custom_id": "remix", "components": rows})
