"""The things that Pocket can draw: their names, synonyms and keywords, read from emojibase's data."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

# emojibase's groups and subgroups by number (meta/groups.json), without flags, keycaps, signs and other bare symbols.
KINDS = {0: "face", 1: "person", 3: "animal", 4: "food", 5: "place", 6: "activity", 7: "object"}
SHAPES = 96
SUBKINDS = {
    12: "animal",
    13: "animal",
    14: "object",
    15: "object",
    40: "plant",
    41: "plant",
    54: "vehicle",
    55: "vehicle",
}
SUBKINDS |= {56: "vehicle", 58: "object", 59: "sky"}
BARE = {"hundred points", "anger symbol", "input numbers", "blood type"}
SETS = ("github", "iamcal")


@dataclass(frozen=True)
class Concept:
    """One thing. `names` are what it is called, the first the plainest; `keywords` are words that go with it."""

    id: str
    names: tuple[str, ...]
    keywords: tuple[str, ...]
    kind: str

    @property
    def name(self) -> str:
        """What it is called first of all."""
        return self.names[0]

    def to_dict(self) -> dict[str, Any]:
        """As JSON; `from_dict` reads it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, told: dict[str, Any]) -> "Concept":
        """What `to_dict` wrote."""
        return cls(told["id"], tuple(told["names"]), tuple(told["keywords"]), told["kind"])


def identify(hexcode: str) -> str:
    """A code as every source is asked for it: lower case, without the mark that asks for a picture."""
    return "-".join(part for part in hexcode.lower().replace("_", "-").split("-") if part != "fe0f")


def read_concepts(package: Path) -> tuple[Concept, ...]:
    """All concepts of emojibase-data, in its order."""
    english = package / "en"
    entries = json.loads((english / "data.json").read_text(encoding="utf-8"))
    codes = [json.loads((english / "shortcodes" / f"{each}.json").read_text(encoding="utf-8")) for each in SETS]
    wanted = [entry for entry in entries if _is_drawable(entry)]
    taken = {_plain(entry["label"]) for entry in wanted}
    return tuple(_concept(entry, codes, taken) for entry in wanted)


def _is_drawable(entry: dict[str, Any]) -> bool:
    drawn = entry.get("group") in KINDS or entry.get("subgroup") == SHAPES
    return drawn and entry["label"] not in BARE


def _concept(entry: dict[str, Any], codes: Iterable[dict[str, Any]], taken: set[str]) -> Concept:
    name = _plain(entry["label"])
    kind = SUBKINDS.get(entry.get("subgroup", -1)) or KINDS.get(entry["group"], "shape")
    synonyms: list[str] = []
    for table in codes:
        given = table.get(entry["hexcode"], [])
        synonyms += [given] if isinstance(given, str) else given
    spoken = [_spoken(each) for each in synonyms]
    tags = [tag.lower() for tag in entry.get("tags", ()) if tag.isascii()]
    others = [each for each in dict.fromkeys(spoken) if each and each != name and each not in taken]
    keywords = tuple(tag for tag in tags if tag not in others and tag != name)
    return Concept(identify(entry["hexcode"]), (name, *others[:4]), keywords, kind)


def _plain(label: str) -> str:
    """A label as one would say it: "person: blond hair" is a person with blond hair."""
    label = label.replace("\u2019", "'")
    thing, _, more = label.partition(": ")
    if not more:
        return label
    is_look = more.endswith(("hair", "beard", "bald")) and "," not in more
    if more == "bald":
        return f"bald {thing}"
    return f"{thing} with {more}" if is_look else f"{thing} {more.replace(', ', ' and ')}"


def _spoken(code: str) -> str:
    """A shortcode as words; nothing where it is none ("+1", "dog2")."""
    words = code.replace("_", " ").replace("-", " ").strip().lower()
    return words if words.replace(" ", "").isalpha() and len(words) > 2 else ""
