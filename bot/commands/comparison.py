"""Whether two sets of commands are the same to Discord, which fills in defaults and adds fields of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

# https://docs.discord.com/developers/interactions/application-commands, "Application Command Object"
_COMMAND = (
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "options",
    "default_member_permissions",
    "nsfw",
    "contexts",
    "integration_types",
)
_OPTION = (
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "required",
    "choices",
    "options",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "autocomplete",
)
_CHOICE = ("name", "name_localizations", "value")
_CHAT_INPUT = 1


def same_commands(ours: Iterable[Mapping[str, Any]], theirs: Iterable[Mapping[str, Any]]) -> bool:
    """True when publishing `ours` over `theirs` would change nothing that a member could notice.

    The order of commands does not count, that of options and choices does.
    """
    return _set_of(ours) == _set_of(theirs)


def _set_of(commands: Iterable[Mapping[str, Any]]) -> dict[tuple[int, str], dict[str, Any]]:
    return {(command.get("type", _CHAT_INPUT), command["name"]): _essence(command, _COMMAND) for command in commands}


def _essence(thing: Mapping[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """The named fields with what Discord takes for absent left out."""
    kept = {field: _value(field, thing.get(field)) for field in fields}
    return {field: value for field, value in kept.items() if not _is_absent(value)}


def _is_absent(value: Any) -> bool:
    """None, False and whatever is empty; a smallest value of 0 is there."""
    return value is None or value is False or value in ("", [], {})


def _value(field: str, value: Any) -> Any:
    match field:
        case "options" if value:
            return [_essence(option, _OPTION) for option in value]
        case "choices" if value:
            return [_essence(choice, _CHOICE) | {"value": choice["value"]} for choice in value]
        case "contexts" | "integration_types" | "channel_types" if value:
            return sorted(value)
        case "default_member_permissions" if value is not None:
            return str(value)
        case _:
            return value
