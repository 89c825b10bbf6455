"""Words and names."""

from collections.abc import Mapping
from dataclasses import replace

from bot.prompt.errors import Edit, mistake
from bot.prompt.nearest import likeness
from bot.prompt.prompt import Value
from bot.prompt.values.asked import Asked, Unfit, wanted, within
from bot.prompt.values.numbers import NUMBER, into
from bot.words.phrase import phrase

_DASHES = "-\N{EN DASH}\N{EM DASH}"  # before a word they would begin a parameter


def raw(asked: Asked) -> tuple[Value, int]:
    """The one style that has a counterpart: it is what `--raw` says."""
    typed = asked.words[0].text
    if typed == "raw":
        return True, 1
    if typed.strip(".,;").lower() == "raw":
        raise asked.unfit("value", 1, "raw", wanted=wanted(asked))
    raise asked.unfit("refused", 1, reason=phrase("refused.style"))


def no(asked: Asked) -> tuple[Value, int]:
    """What is not to be seen, piece by piece."""
    for word in asked.words:
        if "::" in word.text or "://" in word.text:
            cured = word.text.partition("::")[0] if "://" not in word.text else ""
            found = mistake("value", parameter=asked.typed, value=word.text, wanted=phrase("wanted.bare"))
            raise Unfit(replace(found, suggestion=cured or None).fixed_by(Edit(word.start, word.end, cured)))
    items = (item.strip().lstrip(_DASHES).strip() for item in " ".join(word.text for word in asked.words).split(","))
    held = tuple(dict.fromkeys(item for item in items if item))
    if not held:
        raise asked.unfit("missing", len(asked.words), wanted=wanted(asked))
    return held, len(asked.words)


def choice(asked: Asked) -> tuple[Value, int]:
    """One of the words of the table, in one or several pieces: `euler_a`, `Euler a`."""
    known = asked.parameter.words or {}
    for used in range(min(4, len(asked.words)), 0, -1):
        typed = "_".join(word.text for word in asked.words[:used]).lower().replace("++", "pp").replace("-", "_")
        if typed in known:
            return known[typed], used
    raise asked.unfit("value", 1, likest(asked.words[0].text, known), wanted=wanted(asked))


def likest(typed: str, known: Mapping[str, str]) -> str:
    """What the nearest of these words stands for."""
    return known[max(known, key=lambda each: likeness(typed[:40].lower(), each))]


def name(asked: Asked) -> tuple[Value, int]:
    """A name, as it stands."""
    return asked.words[0].text, 1


def lora(asked: Asked) -> tuple[Value, int]:
    """A name with its weight, 1 where it has none."""
    typed = asked.words[0].text
    name, _, weight = typed.rpartition(":")
    if not name:
        name, weight = weight, "1"
    if not name or set(name) & set(":,<>"):
        raise asked.unfit("value", 1, wanted=wanted(asked))
    if not NUMBER.fullmatch(weight):
        raise asked.unfit("value", 1, f"{name}:1", wanted=wanted(asked))
    value, allowed = round(float(weight), 4), asked.allowed
    if not allowed.low <= value <= allowed.high:
        raise asked.unfit("range", 1, f"{name}:{into(value, allowed)}", wanted=within(allowed))
    return ((name, value),), 1
