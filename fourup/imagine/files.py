"""Where the pictures go: names for grids and for the pictures in them."""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from engine.plan.plan import Plan
from engine.protocol import Picture, RenderRequest
from engine.recipe import recipe
from fourup.pictures import recipe_in, write_grid

LONGEST = 63  # characters of the prompt in a name, as Midjourney's files have them


@dataclass(frozen=True)
class Written:
    """A grid and its pictures, in files."""

    grid: Path
    pictures: tuple[Path, ...]


def places(out: Path | None, prompts: Sequence[str]) -> list[Path]:
    """A file for each grid: `out`, then out-2, out-3, ...; without it by the prompt's words, none that is there."""
    if out is None:
        named: list[Path] = []
        for prompt in prompts:
            named.append(_free(Path(f"{_words(prompt)}.png"), named))
        return named
    out = out if out.suffix else out.with_suffix(".png")
    return [out if at == 1 else out.with_stem(f"{out.stem}-{at}") for at in range(1, len(prompts) + 1)]


def write(request: RenderRequest, plan: Plan, pictures: Sequence[Picture], place: Path) -> Written:
    """The grid at `place`, and its pictures as place_1, place_2, ... beside it where there are several."""
    drawn = [Path(each.path) for each in pictures]
    found = recipe_in(drawn[0])
    chunks = recipe(request, plan, None, found.model_hash if found else "")
    place.parent.mkdir(parents=True, exist_ok=True)
    write_grid(drawn, chunks, place)
    if len(drawn) == 1:
        return Written(place, (place,))
    singles = [place.with_stem(f"{place.stem}_{number}") for number in range(1, len(drawn) + 1)]
    for source, single in zip(drawn, singles, strict=True):
        shutil.copyfile(source, single)
    return Written(place, tuple(singles))


def _words(prompt: str) -> str:
    text = re.sub(r"<?https?://\S+", " ", prompt).partition(" --")[0]
    return re.sub(r"\W+", "_", text.lower()).strip("_")[:LONGEST].strip("_") or "picture"


def _free(path: Path, named: Sequence[Path]) -> Path:
    """The same, with the first number that neither a file nor another grid has."""
    tried = (path if number == 1 else path.with_stem(f"{path.stem}-{number}") for number in count(1))
    return next(each for each in tried if not each.exists() and each not in named)
