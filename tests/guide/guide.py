"""docs/guide.md as data: the pictures that it starts from, and the commands with the strip that shows each."""

import re
from dataclasses import dataclass

from tests.structure.source import ROOT

FOLDER = ROOT / "docs"
TEXT = (FOLDER / "guide.md").read_text(encoding="utf-8")
LINK = re.compile(r"https://example\.org/\S+?\.png")


@dataclass(frozen=True)
class Recipe:
    """A prompt as it stands behind /imagine, and the file of the strip below it."""

    prompt: str
    strip: str

    @property
    def links(self) -> tuple[str, ...]:
        """The pictures that it starts from."""
        return tuple(LINK.findall(self.prompt))


def starts() -> dict[str, str]:
    """The prompt that each picture was drawn for, by its link."""
    return dict(re.findall(r"^\| `(https://example\.org/\S+)` \| `([^`]+)` \|$", TEXT, flags=re.MULTILINE))


def recipes() -> list[Recipe]:
    """The commands, in the guide's order."""
    found = re.findall(r"^ {4}/imagine (.+)\n\n!\[[^\]]+\]\((pictures/\S+)\)$", TEXT, flags=re.MULTILINE)
    return [Recipe(prompt, strip) for prompt, strip in found]


def commands() -> list[str]:
    """Every /imagine of the guide, whether a strip shows it or not."""
    return re.findall(r"^ {4}/imagine (.+)$", TEXT, flags=re.MULTILINE)
