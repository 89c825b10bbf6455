"""The prompts of tests/data/prompts: each with what it is read as, or with what is wrong with it and its cure."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "data" / "prompts"


@dataclass(frozen=True)
class Case:
    """`grids` are the canonical texts; `wrong` has "kind parameter suggestion" of each mistake, "-" for none."""

    file: str
    typed: str
    grids: tuple[str, ...]
    notices: tuple[str, ...]
    wrong: tuple[str, ...]
    cure: str | None


def cases() -> Iterator[Case]:
    """All of them."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line.partition(": ") for line in block.splitlines() if line and not line.startswith("#")]
            if not lines:
                continue
            held = {key: tuple(text for name, _, text in lines if name == key) for key in ("typed", "grid", "say")}
            held |= {key: tuple(text for name, _, text in lines if name == key) for key in ("wrong", "cure")}
            (typed,) = held["typed"]
            cure = held["cure"][0] if held["cure"] else None
            yield Case(path.stem, typed, held["grid"], held["say"], held["wrong"], cure)
