"""What a moderator writes for a setting, read; and a value as it is written."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from bot.errors import BotError
from bot.policy.errors import INVALID_PARAMETER, Refused
from bot.policy.periods import Hours, is_zone
from bot.policy.settings import UNLIMITED, Kind, Setting, Value
from bot.prompt.personal import Personal
from bot.words import LOCALES


def _shown(*keys: str) -> Iterator[str]:
    """What is shown for a value is taken for it, in every language."""
    return (words[key].casefold() for words in LOCALES.values() for key in keys)


ON = frozenset({"yes", "true", "1", "ja", "はい", "是", *_shown("limit.value.on")})
OFF = frozenset({"no", "false", "0", "nein", "いいえ", "否", *_shown("limit.value.off")})
FREE = frozenset({"no limit", "any", "∞", *_shown("limit.value.unlimited", "limit.value.all", "limit.value.none")})
LONGEST = 500


def read_value(setting: Setting, typed: str, models: tuple[str, ...] = ()) -> Value:
    """The value that was written. `models` are those that are installed. Raises Refused with how it is written."""
    text = " ".join(typed.split())[:LONGEST]
    match setting.kind:
        case Kind.NUMBER:
            return _number(setting, normalize("NFKC", text))
        case Kind.SWITCH:
            return _switch(normalize("NFKC", text))
        case Kind.NAMES:
            return _names(normalize("NFKC", text), setting.choices or models)
        case Kind.HOURS:
            return _hours(normalize("NFKC", text))
        case _:
            return _zone(text) if setting.name == "timezone" else _suffix(text)


def written(value: Value) -> str:
    """The value as one would write it."""
    match value:
        case bool():
            return "on" if value else "off"
        case list():
            return ", ".join(value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def _number(setting: Setting, text: str) -> Value:
    if setting.may_be_unlimited and text.casefold() in FREE:
        return UNLIMITED
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = -1.0
    is_whole = number == int(number) if abs(number) < 1e9 else False
    if not setting.least <= number <= setting.most or (setting.is_whole and not is_whole):
        key = "limit.wrong.number_or_unlimited" if setting.may_be_unlimited else "limit.wrong.number"
        raise Refused(INVALID_PARAMETER, key, typed=text, least=f"{setting.least:g}", most=f"{setting.most:g}")
    return int(number) if is_whole else number


def _switch(text: str) -> bool:
    if text.casefold() in ON | OFF:
        return text.casefold() in ON
    raise Refused(INVALID_PARAMETER, "limit.wrong.switch", typed=text)


def _names(text: str, known: tuple[str, ...]) -> Value:
    if text.casefold() in FREE:
        return UNLIMITED
    names = list(dict.fromkeys(name for name in re.split(r"[\s,、/]+", text.lower()) if name))
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise Refused(INVALID_PARAMETER, "limit.wrong.names", typed=", ".join(unknown) or text, known=", ".join(known))
    return names


def _hours(text: str) -> Value:
    if text.casefold() in OFF | FREE:
        return UNLIMITED
    try:
        return str(Hours.read(text))
    except ValueError:
        raise Refused(INVALID_PARAMETER, "limit.wrong.hours", typed=text) from None


def _zone(text: str) -> str:
    if is_zone(text):
        return text
    raise Refused(INVALID_PARAMETER, "limit.wrong.timezone", typed=text)


def _suffix(text: str) -> str:
    try:
        return Personal().with_suffix(text).suffix
    except BotError as wrong:
        raise Refused(INVALID_PARAMETER, "limit.wrong.suffix", reason=wrong) from None
