"""Numbers, ratios and versions."""

import re
import unicodedata
from fractions import Fraction

from bot.prompt.errors import Edit, mistake
from bot.prompt.prompt import Value, plain
from bot.prompt.table import BY_SPELLING, Allowed, Kind
from bot.prompt.values.asked import Asked, Unfit, between, wanted, within
from bot.prompt.versions import DEFAULT, NIJI, NIJIS, NUMBERS, SPELLINGS
from bot.words.phrase import phrase

NUMBER = re.compile(r"[-+]?(?:[0-9]{1,12}(?:\.[0-9]{1,12})?|\.[0-9]{1,12})")
_ASPECT = re.compile(r"([0-9]{1,5}):([0-9]{1,5})")
_SIDE = r"([0-9]{1,5}(?:\.[0-9]{1,4})?)"
_RUN_TOGETHER = re.compile(r"([^-—]+)(?:--|—)([a-z_]+)[0-9.:]*")
_LONGEST = 60
_NEARLY_ASPECT = re.compile(rf"-?{_SIDE}(?:\s*[:;,_/\\|x*\u00d7-]+\s*|\s+){_SIDE}[,.;]*", re.IGNORECASE)
_SHAPES = {"square": "1:1", "portrait": "2:3", "landscape": "3:2", "wide": "16:9", "widescreen": "16:9", "tall": "9:16"}


def apart(asked: Asked) -> None:
    """A value such as `3:2--v`, which the next parameter follows without a space, is Unfit."""
    word = asked.words[0]
    found = _RUN_TOGETHER.fullmatch(word.text[:_LONGEST])
    if found and found[2] in BY_SPELLING:
        at = word.start + len(found[1])
        wrong = mistake("glued.after", parameter=asked.typed, value=word.text, suggestion=f"--{found[2]}")
        raise Unfit(wrong.fixed_by(Edit(at, at, " ")))


def number(asked: Asked) -> tuple[Value, int]:
    """A number of the right kind in its range."""
    typed, allowed = asked.words[0].text, asked.allowed
    is_whole = asked.parameter.kind is Kind.WHOLE
    if not NUMBER.fullmatch(typed):
        raise asked.unfit("value", 1, _nearby(typed, asked), wanted=wanted(asked))
    value = round(float(typed), 4)
    if is_whole and value != int(value):
        raise asked.unfit("value", 1, into(round(value), allowed), wanted=wanted(asked))
    if value not in allowed.values if allowed.values else not allowed.low <= value <= allowed.high:
        raise asked.unfit("range", 1, into(value, allowed), wanted=within(allowed))
    return int(value) if value == int(value) else value, 1


def _nearby(typed: str, asked: Asked) -> str | None:
    """The number that stands somewhere in "1,000" or "50%" or in figures of another script; else the default."""
    folded = re.sub(r"[,_']", "", unicodedata.normalize("NFKC", typed[:60]))
    found = NUMBER.search(folded)
    if found:
        value = float(found.group())
        if folded.endswith("%") and asked.allowed.high <= 2:
            value /= 100
        return into(round(value) if asked.parameter.kind is Kind.WHOLE else value, asked.allowed)
    return None if asked.allowed.default is None else plain(asked.allowed.default)


def into(value: float, allowed: Allowed) -> str:
    """The nearest that is allowed."""
    if allowed.values:
        return plain(min(allowed.values, key=lambda each: abs(each - value)))
    return plain(min(max(value, allowed.low), allowed.high))


def aspect(asked: Asked) -> tuple[Value, int]:
    """Width and height."""
    typed = asked.words[0].text
    found = _ASPECT.fullmatch(typed)
    if not found or not int(found[1]) or not int(found[2]):
        raise _wrong_aspect(asked)
    width, height = int(found[1]), int(found[2])
    low, high = asked.allowed.low, asked.allowed.high
    if not low <= width / height <= high:
        bounds = as_ratio(low), as_ratio(high)
        nearest = bounds[width / height > high]
        raise asked.unfit("range", 1, nearest, wanted=between(*bounds))
    return (width, height), 1


def _wrong_aspect(asked: Asked) -> Unfit:
    typed = asked.words[0].text
    if typed.lower() in _SHAPES:
        return asked.unfit("aspect", 1, _SHAPES[typed.lower()], wanted=wanted(asked))
    for used in range(min(3, len(asked.words)), 0, -1):
        near = " ".join(word.text for word in asked.words[:used])[:40]
        found = _NEARLY_ASPECT.fullmatch(unicodedata.normalize("NFKC", near))
        if found and float(found[1]) and float(found[2]):
            ratio = float(found[1]) / float(found[2])
            kept = f"{found[1]}:{found[2]}" if "." not in found[1] + found[2] else as_ratio(ratio)
            return asked.unfit("aspect", used, kept, wanted=wanted(asked))
    return asked.unfit("aspect", 1, "1:1", wanted=wanted(asked))


def as_ratio(value: float) -> str:
    """Width over height as it is typed."""
    fraction = Fraction(value).limit_denominator(100)
    return f"{fraction.numerator or 1}:{fraction.denominator}"


def version(asked: Asked) -> tuple[Value, int]:
    """A version by its name, `6.0` for `6` included. `--niji` may stand alone."""
    known = NIJIS if asked.parameter.kind is Kind.NIJI else NUMBERS
    if not asked.words:
        return NIJI, 0
    typed = asked.words[0].text
    if asked.parameter.kind is Kind.NIJI and not any(map(str.isdigit, typed)):
        return NIJI, 0
    if typed in known:
        return typed, 1
    if SPELLINGS.get(typed) in known:
        return SPELLINGS[typed], 1
    found = NUMBER.search(typed[:40])
    nearest = min(known, key=lambda each: abs(float(each) - float(found.group()))) if found else DEFAULT
    raise asked.unfit("value", 1, nearest, wanted=phrase("wanted.version", known=", ".join(known)))
