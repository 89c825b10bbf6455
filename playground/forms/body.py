"""From bytes to JSON, safely: what no client means is refused before a form sees it."""

from __future__ import annotations

import json
import math

from playground.errors import refusal
from playground.forms.fields import Json

MOST_DEPTH = 64


def read_json(raw: bytes | str) -> Json:
    """The body. Raises 50109 for what is not JSON, or is JSON only in name.

    NaN and Infinity, numbers of thousands of digits, halves of surrogate pairs, and nesting deeper than any form of
    Discord's goes (64): none of them can be stored or sent on.
    """
    try:
        text = raw.decode() if isinstance(raw, bytes) else raw
        body = json.loads(text, parse_constant=_finite, parse_float=_finite)
        if "\\ud" in text.lower():
            json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise refusal(50109) from None
    if text.count("[") + text.count("{") > MOST_DEPTH and _is_deeper(body, MOST_DEPTH):
        raise refusal(50109)
    return body


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _is_deeper(body: Json, most: int) -> bool:
    level = [body]
    for _ in range(most):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return any(isinstance(each, dict | list) for each in level)
