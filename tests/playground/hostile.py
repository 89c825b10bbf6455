"""Requests that no client means: bodies broken in one place, junk that is hardly JSON, ids that are none."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.playground import bodies
from tests.playground.bodies import Json

ATOMS: tuple[Json, ...] = (
    *(None, True, False, 0, -1, 1.5, -0.0, 2**31, 2**53, 2**63 - 1, 2**63, 2**64, 10**30, 1e308, 5e-324),
    *("", " ", "x", "x" * 5000, "\0", "\u202e", "💥", "▲", "null", "-1", "0x1", "1e5", "9" * 19, "9" * 25),
    *("²", "٣", "\uff19", "../../etc/passwd", "<script>", "attachment://", "https://", "https://[", "http://x:99999/"),
    *("2026-11-23", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-12:00", "Bot x", "%s%n", "{0}", "'; --"),
    *([], {}, [[]], [None], {"": ""}, {"type": 1}, {"id": "1"}, [{}], [[], {}], {"_errors": []}, {"~": 1}),
)
RAW: tuple[bytes, ...] = (
    *(b"", b"null", b"[]", b"{}", b'"x"', b"1", b"true", b"{", b"\xff\xfe", b"\x00", b"\xef\xbb\xbf{}", b"1e400"),
    *(b'{"content":NaN}', b'{"content":-Infinity}', b'{"content":"\\ud800"}', b'{"\\udfff":1,"content":"x"}'),
    *(
        b'{"content":' + b"9" * 5000 + b"}",
        b'{"a":' * 1000 + b"1" + b"}" * 1000,
        b"[" * 100_000,
        b"[[" * 40 + b"]]" * 40,
    ),
    *(b'{"embeds":[' + b"{}," * 100_000 + b"{}]}", b'{"components":[' + b'{"type":1},' * 50_000 + b"0]}"),
    *(b'{"nonce":' + b"1" * 400 + b"}", b'{"flags":1e20,"content":"x"}', b'{"content":"x","content":{}}', b"content=x"),
    *(b"payload_json=%7B", b"payload_json=[]&payload_json=1", b'{"name":"' + b"\\u0000" * 50 + b'"}'),
)
TYPES = (
    *("application/json", "application/json; charset=utf-16", "application/x-www-form-urlencoded", "text/plain"),
    *("multipart/form-data", "multipart/form-data; boundary=x", "application/octet-stream", "x", ""),
)
IDS = (
    "0",
    "1",
    "abc",
    "%C2%B2",
    "-1",
    "9" * 19,
    "9" * 25,
    "@me",
    "@original",
    "%00",
    "%F0%9F%92%A5",
    "%ED%A0%80",
    "..",
    "x" * 300,
)
QUERIES = (
    *(
        "limit=abc",
        "limit=-1",
        "limit=%C2%B2",
        "limit=" + "9" * 400,
        "before=abc",
        "after=%00",
        "around=9e9",
        "before=" + "9" * 25,
    ),
    *(
        "with_response=maybe",
        "wait=1&wait=0",
        "thread_id=abc",
        "limit",
        "=",
        "%ff=%ff",
        "a[b]=c",
        "type=%C2%B2",
        "query=" + "x" * 2000,
    ),
)


@dataclass(frozen=True)
class Request:
    """What goes over the wire."""

    method: str
    path: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {self.path} {dict(self.headers)} {self.body[:300]!r}"


def seeds() -> list[Json]:
    """Bodies that are right, of every kind, to be broken."""
    answers = [{"type": 4, "data": bodies.answer()}, {"type": 5}, {"type": 6}, {"type": 7, "data": bodies.layout()}]
    answers += [{"type": 8, "data": bodies.choices()}, {"type": 9, "data": bodies.modal()}]
    small: list[Json] = [
        {"name": "x", "auto_archive_duration": 60, "type": 11},
        {"nick": "x", "roles": [], "communication_disabled_until": None, "channel_id": None},
        {"recipient_id": "1"},
        {"files": [{"id": "0", "filename": "a.png", "file_size": 4}]},
        {"messages": ["1", "2"]},
        {"type": 0, "allow": "0", "deny": "0", "id": "1"},
        {"archived": True, "locked": False, "topic": "x", "nsfw": True, "parent_id": None, "permission_overwrites": []},
        {"content": "x", "message_reference": {"message_id": "1", "channel_id": "2", "type": 0}, "sticker_ids": ["1"]},
        {"content": "x", "poll": {"question": {"text": "?"}, "answers": [{"poll_media": {"text": "!"}}]}},
        {"username": "x", "avatar": None, "flags": 0, "description": "x", "icon": None},
    ]
    acts = [bodies.used(), bodies.pressed(), bodies.submitted()]
    commands = [bodies.command(), bodies.nested_command(), [bodies.command(), bodies.nested_command()]]
    return [bodies.message(), bodies.layout(), *answers, *small, *acts, *commands]


def broken(rng: random.Random, body: Json) -> Json:
    """The body with one to three places replaced, removed, wrapped or repeated."""
    whole = {"": json.loads(json.dumps(body))}
    for _ in range(rng.randint(1, 3)):
        holder, key = rng.choice(list(_places(whole)))
        match rng.randrange(6):
            case 0 if isinstance(holder, dict) and key:
                del holder[key]
            case 1:
                holder[key] = [holder[key]]
            case 2 if isinstance(holder, list):
                holder.extend(json.loads(json.dumps([holder[key]] * rng.choice((1, 30, 300)))))
            case 3 if isinstance(holder, dict):
                holder[rng.choice(("", "_errors", "id", "type", "\u202e", "x" * 200))] = _atom(rng)
            case _:
                holder[key] = _atom(rng)
    return whole.get("")


def requests(rng: random.Random, method: str, template: str, right_ids: Mapping[str, list[str]]) -> Iterator[Request]:
    """Without end: hostile requests to one route, most with a body that was meant for it before it was broken."""
    kinds = seeds()
    meant = [each for each in kinds if _is_meant(each, template)] or kinds
    while True:
        path = "/".join(_step(rng, step, right_ids) for step in template.split("/"))
        query = "?" + rng.choice(QUERIES) if rng.random() < 0.3 else ""
        headers = {"Content-Type": "application/json"}
        if method in {"GET", "DELETE"} and rng.random() < 0.8:
            yield Request(method, path + query)
            continue
        if rng.random() < 0.15:
            headers = {"Content-Type": rng.choice(TYPES)}
        if rng.random() < 0.1:
            headers["X-Audit-Log-Reason"] = rng.choice(("%ff", "x" * 600, "%00"))
        raw = (
            rng.choice(RAW)
            if rng.random() < 0.15
            else _body(rng, rng.choice(meant if rng.random() < 0.7 else kinds), right_ids)
        )
        if rng.random() < 0.03 and len(raw) < 1 << 16:
            headers["Content-Encoding"] = rng.choice(("gzip", "deflate", "br", "x"))
        yield Request(method, path + query, raw, headers)


def _atom(rng: random.Random) -> Json:
    return json.loads(json.dumps(rng.choice(ATOMS)))


def _is_meant(body: Json, template: str) -> bool:
    """Whether a route of this path takes such bodies."""
    marks = {
        "/callback": ("data", "type"),
        "/interactions": ("session_id",),
        "/commands": ("description",),
        "/messages": ("content", "components"),
        "/{token}": ("content", "components"),
        "/threads": ("auto_archive_duration",),
        "/attachments": ("files",),
        "/bulk-delete": ("messages",),
    }
    keys = next((keys for end, keys in marks.items() if template.endswith(end) or f"{end}/" in template), ())
    return (
        isinstance(body, dict) and any(key in body for key in keys) and ("session_id" in body) == ("session_id" in keys)
    )


def _body(rng: random.Random, body: Json, right_ids: Mapping[str, list[str]]) -> bytes:
    """The body broken; of what it names, most is there."""
    known: Mapping[str, list[str]] = {} if rng.random() < 0.2 else right_ids
    whole = json.loads(json.dumps(body))
    if isinstance(whole, dict):
        for key in ("application_id", "guild_id", "channel_id", "message_id"):
            if key in whole and key in known:
                whole[key] = rng.choice(known[key])
        if "session_id" in whole and "name" in whole["data"] and "command_id" in known:
            whole["data"] |= {"id": known["command_id"][0], "version": known["version"][0], "name": "draw"}
    return json.dumps(broken(rng, whole)).encode()


def _step(rng: random.Random, step: str, right_ids: Mapping[str, list[str]]) -> str:
    if not step.startswith("{"):
        return step
    known = right_ids.get(step.strip("{}").partition(":")[0], [])
    return rng.choice(known) if known and rng.random() < 0.85 else rng.choice(IDS)


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    for key, each in list(node.items() if isinstance(node, dict) else enumerate(node)):
        yield node, key
        if isinstance(each, dict | list):
            yield from _places(each)
