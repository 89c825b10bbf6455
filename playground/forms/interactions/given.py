"""What a member hands in, held against what the bot asked for: a command's options, a select's values, a modal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from playground.forms.commands.options import EXACT
from playground.forms.fields import Json
from playground.forms.tree import Path, Problem, demand

REQUIRED = ("BASE_TYPE_REQUIRED", "This field is required")
OPTIONS: Path = ("data", "options")

TEXT, WHOLE, TRUTH, REAL = 3, 4, 5, 10


def check_options(command: Json, given: Sequence[Json], is_typing: bool = False) -> None:
    """The options that a member filled in, against the command's own. Raises InvalidForm.

    is_typing: for autocomplete, where needed options may still be missing, and what is there may be half a value.
    """
    demand(_options(command.get("options") or (), given, is_typing, OPTIONS))


def check_values(component: Json, values: Sequence[str] | None) -> None:
    """What a member chose of a select, against its options and its bounds. Raises InvalidForm."""
    demand(_chosen(component, values or (), ("data", "values")))


def check_submission(modal: Json, rows: Sequence[Json]) -> None:
    """What a member filled in of a modal, against the modal as the bot sent it. Raises InvalidForm."""
    filled = {each.get("custom_id"): (path, each) for path, each in _filled(rows)}
    demand(problem for asked in _asked(modal["components"]) for problem in _input(asked, filled))


def _options(asked: Sequence[Json], given: Sequence[Json], is_typing: bool, at: Path) -> Iterator[Problem]:
    known: Mapping[str, Json] = {each["name"]: each for each in asked}
    names = [each["name"] for each in given]
    for index, each in enumerate(given):
        option, path = known.get(each["name"]), (*at, index)
        if option is None or option["type"] != each["type"] or each["name"] in names[:index]:
            yield Problem((*path, "name"), "INTERACTION_OPTION_UNKNOWN", "The command has no such option")
        elif option["type"] in {1, 2}:
            yield from _options(option.get("options") or (), each.get("options") or (), is_typing, (*path, "options"))
        elif not is_typing:
            yield from (problem._replace(path=(*path, "value")) for problem in _value(option, each.get("value")))
    for option in asked:
        if option.get("required") and option["name"] not in names and not is_typing:
            yield Problem(at, REQUIRED[0], f"The option {option['name']} is required")
    below = [option for option in asked if option["type"] in {1, 2}]
    if below and not given:
        yield Problem(at, REQUIRED[0], "One of the commands below it is required")


def _value(option: Json, value: Any) -> Iterator[Problem]:
    kind = option["type"]
    if not _is_of(kind, value):
        yield Problem((), "INTERACTION_OPTION_VALUE_INVALID", "The value is not of the option's type")
        return
    if option.get("choices") and all(value != each["value"] for each in option["choices"]):
        listed = "{" + ", ".join(repr(each["value"]) for each in option["choices"]) + "}"
        yield Problem((), "BASE_TYPE_CHOICES", f"Value must be one of {listed}.")
    if kind == TEXT:
        yield from _length(value, option.get("min_length") or 0, option.get("max_length") or 6000)
    if kind in {WHOLE, REAL}:
        yield from _bounds(value, option.get("min_value"), option.get("max_value"))


def _is_of(kind: int, value: Any) -> bool:
    if kind == TRUTH:
        return isinstance(value, bool)
    if isinstance(value, bool):
        return False
    if kind == WHOLE:
        return isinstance(value, int)
    if kind == REAL:
        return isinstance(value, int | float)
    if kind == TEXT:
        return isinstance(value, str)
    return isinstance(value, int) or (isinstance(value, str) and value.isascii() and value.isdigit())


def _bounds(value: float, least: float | None, most: float | None) -> Iterator[Problem]:
    least, most = -EXACT if least is None else least, EXACT if most is None else most
    if value < least:
        yield Problem((), "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least}.")
    if value > most:
        yield Problem((), "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")


def _length(text: str, least: int, most: int) -> Iterator[Problem]:
    if not least <= len(text) <= most:
        yield Problem((), "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def _chosen(component: Json, values: Sequence[str], at: Path) -> Iterator[Problem]:
    least, most = component.get("min_values"), component.get("max_values")
    least, most = 1 if least is None else least, 1 if most is None else most
    if not least <= len(values) <= most:
        yield Problem(at, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
    if len(set(values)) != len(values):
        yield Problem(at, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")
    if "options" in component:
        known = [each["value"] for each in component["options"]]
        words = "Value must be one of {" + ", ".join(map(repr, known)) + "}."
        yield from (Problem((*at, i), "BASE_TYPE_CHOICES", words) for i, each in enumerate(values) if each not in known)


def _filled(rows: Sequence[Json]) -> Iterator[tuple[Path, Json]]:
    for index, row in enumerate(rows):
        at: Path = ("data", "components", index)
        if row.get("component") is not None:
            yield (*at, "component"), row["component"]
        for inner, each in enumerate(row.get("components") or ()):
            yield (*at, "components", inner), each


def _asked(rows: Sequence[Json]) -> Iterator[Json]:
    for row in rows:
        yield from (row["component"],) if "component" in row else row.get("components") or ()


def _input(asked: Json, filled: Mapping[Any, tuple[Path, Json]]) -> Iterator[Problem]:
    """Needed unless the bot says otherwise; a checkbox is never needed."""
    path, answer = filled.get(asked["custom_id"], (("data", "components"), {}))
    is_needed = asked.get("required") is not False and asked["type"] != 23
    given = answer.get("value") if asked["type"] in {4, 21, 23} else answer.get("values")
    at = (*path, "value" if asked["type"] in {4, 21, 23} else "values")
    if given in (None, "", []):
        if is_needed and asked.get("min_values") != 0:
            yield Problem(at, *REQUIRED)
    elif asked["type"] == 4:
        yield from (
            problem._replace(path=at)
            for problem in _length(given, asked.get("min_length") or 0, asked.get("max_length") or 4000)
        )
    elif asked["type"] == 21:
        yield from _chosen({"options": asked["options"]}, [given], at)
    elif asked["type"] in {19, 22}:
        most = asked.get("max_values") or min(10, len(asked.get("options", range(10))))
        yield from _chosen({**asked, "max_values": most}, given, at)
    elif asked["type"] != 23:
        yield from _chosen(asked, given, at)
