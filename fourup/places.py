"""Paths of the configuration: relative ones are taken from the folder of its file."""

from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from typing import Any

PLACES = (("storage", "folder"), ("storage", "models"), ("storage", "loras"), ("play", "data"))


def beside(written: dict[str, Any], path: Path, defaults: Mapping[str, object]) -> dict[str, Any]:
    """What was read from the file `path`, with relative paths, of defaults too, taken from its folder, and ~ from the
    user's.
    """
    placed = dict(written)
    for section, key in PLACES:
        keys = placed.get(section, {})
        placed[section] = {key: str(getattr(defaults[section], key)), **keys} if isinstance(keys, dict) else keys
    for section, key in (("discord", "token_file"), ("pictures", "captioner"), *PLACES):
        if section in placed:
            placed[section] = _placed(placed[section], key, path)
    if isinstance(models := placed.get("models"), dict):
        placed["models"] = {name: _placed_model(model, path) for name, model in models.items()}
    if "engine" in placed:
        placed["engine"] = _placed_all(placed["engine"], "preprocessors", path)
    return placed


def _placed_model(keys: Any, path: Path) -> Any:
    return _placed(_placed(_placed_all(keys, "controls", path), "path", path), "adapters", path)


def _placed_all(keys: Any, key: str, path: Path) -> Any:
    """Each path of the table under this key."""
    if isinstance(keys, dict) and isinstance(table := keys.get(key), dict):
        return keys | {key: reduce(lambda placed, name: _placed(placed, name, path), table, table)}
    return keys


def _placed(keys: Any, key: str, path: Path) -> Any:
    if not isinstance(keys, dict) or not isinstance(keys.get(key), str):
        return keys
    return {**keys, key: str(path.parent / Path(keys[key]).expanduser())}
