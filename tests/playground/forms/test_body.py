"""From bytes to JSON: what cannot be stored or answered is refused before a form sees it."""

from __future__ import annotations

import pytest

from playground.errors import ApiError
from playground.forms import read_json

JUNK = [
    *(b"", b"{", b"\xff", b"nope", b'{"a":NaN}', b"[Infinity]", b"[-Infinity]", b"[1e400]"),
    *(
        b'"\\ud800"',
        b'{"\\udc00":1}',
        b"9" * 5000,
        b"[" * 65 + b"]" * 65,
        b'{"a":' * 65 + b"1" + b"}" * 65,
        b"[" * 10**6,
    ),
]


@pytest.mark.parametrize("raw", JUNK, ids=lambda raw: repr(raw[:12]))
def test_junk_is_50109(raw: bytes) -> None:
    """Not JSON, or JSON only in name."""
    with pytest.raises(ApiError) as wrong:
        read_json(raw)
    assert (wrong.value.status, wrong.value.code) == (400, 50109)


def test_what_is_json_comes_through() -> None:
    """Emoji as surrogate pairs, deep but not too deep, and brackets that are only text."""
    assert read_json(b'{"a":"\\ud83d\\ude00"}') == {"a": "😀"}
    assert read_json("[1, 2.5, null, true]") == [1, 2.5, None, True]
    assert read_json(b"[" * 64 + b"]" * 64)
    assert read_json(b'"' + b"[" * 500 + b'"') == "[" * 500
