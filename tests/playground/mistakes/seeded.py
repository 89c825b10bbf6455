"""What a seeded mistake is: a body that is right but for one thing, where Discord says it is wrong, and its code."""

from __future__ import annotations

from dataclasses import dataclass

from tests.playground.bodies import Json, changed

SEND, ANSWER_COMMAND, ANSWER_MODAL, SUGGEST = "send", "answer a command", "answer a modal", "suggest"
REGISTER, REGISTER_ALL, ACT, BEGIN_THREAD, CHANGE_MEMBER = "register", "register all", "act", "begin thread", "member"

LONG, LENGTH = "BASE_TYPE_MAX_LENGTH", "BASE_TYPE_BAD_LENGTH"
CHOICES, UNION, NEEDED = "BASE_TYPE_CHOICES", "UNION_TYPE_CHOICES", "BASE_TYPE_REQUIRED"


@dataclass(frozen=True)
class Mistake:
    """What is sent where, and what Discord answers; `published`: its OpenAPI file alone would tell."""

    name: str
    to: str
    wrong: Json
    path: str
    code: str
    right: Json
    published: bool = False


def of(to: str, right: Json, rows: list[tuple[str, str, Json, str, str, bool]]) -> list[Mistake]:
    return [
        Mistake(name, to, changed(right, place, value), path or place, code, right, published)
        for name, place, value, path, code, published in rows
    ]
