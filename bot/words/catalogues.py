"""What stands in the folders beside this file: each folder is a language, each file in it a topic with its WORDS."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

PARAMETERS = "parameters"
"""The topic that tells what parameters do; in English the table of parameters tells it itself."""


def catalogues() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The words of each language, by topic and key. A new folder is a new language."""
    folders = sorted(path.parent for path in Path(__file__).parent.glob("*/__init__.py"))
    return {folder.name: {name: _words(folder.name, name) for name in _topics(folder)} for folder in folders}


def _topics(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")


def _words(language: str, topic: str) -> Mapping[str, str]:
    words: Mapping[str, str] = import_module(f"{__package__}.{language}.{topic}").WORDS
    return words
