"""What is wrong with a configuration, in sentences that name the key and the cure."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

PREFIX = "FOURUP_"

# Variables that begin like ours and are read by others: where the configuration is, and what the tests hold against.
NOT_SETTINGS = frozenset({"FOURUP_CONFIG", "FOURUP_DISCORD_OPENAPI"})

_SECRETS = frozenset({"discord.token"})


def variable(key: str) -> str:
    """The environment variable of "discord.token": FOURUP_DISCORD__TOKEN."""
    return PREFIX + key.replace(".", "__").upper()


def nearest(word: str, known: Iterable[str]) -> str:
    """A question that names the nearest known word where one is near, else a list of them all."""
    candidates = sorted(known)
    close = get_close_matches(word, candidates, n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(candidates)}."


def unknown_variables(keys: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """A sentence for each variable that looks like a setting and is none."""
    known = [variable(key) for key in keys]
    return [
        f"The environment variable {name} is not known: {nearest(name.upper(), known)}"
        for name in sorted(environment)
        if name.upper().startswith(PREFIX) and name.upper() not in {*known, *NOT_SETTINGS}
    ]


def secrets_in_file(written: Mapping[str, Any], path: Path) -> list[str]:
    """A sentence for each secret that stands in the configuration file, where others may read it."""
    return [
        f"{key} does not belong in {path}: put it in the environment variable {variable(key)}, "
        f"or in a file of its own that {key}_file names."
        for key in sorted(_SECRETS)
        if _holds(written, key)
    ]


def complaints(failure: ValidationError, keys: Sequence[str], place: str, environment: Mapping[str, str]) -> list[str]:
    """A sentence for each thing that the settings classes refuse."""
    return [_complaint(error, keys, place, environment) for error in failure.errors(include_url=False)]


def _complaint(error: ErrorDetails, keys: Sequence[str], place: str, environment: Mapping[str, str]) -> str:
    key = ".".join(part for part in error["loc"] if isinstance(part, str))
    if error["type"] == "extra_forbidden":
        known = keys if "." in key else {name.partition(".")[0] for name in keys}
        return f"{place} has the unknown key {key}: {nearest(key, known)}"
    if error["type"] == "missing":
        return f"{place} leaves out {key}, which has no default: write it."
    if error["type"] in {"model_type", "dict_type", "model_attributes_type"}:
        return f"{place} has {key} as a value: it is a section, so write [{key}] and its keys below."
    place = variable(key) if variable(key) in environment else place
    reason = error["msg"].removeprefix("Value error, ").rstrip(".")
    value = "" if key in _SECRETS else f" is {error['input']!r}, which"
    return f"{key}{value} cannot be used: {reason} (see {place})."


def _holds(written: Mapping[str, Any], key: str) -> bool:
    section, _, name = key.partition(".")
    values = written.get(section)
    return isinstance(values, Mapping) and name in values
