"""Renders the drawings: `python -m engine.pocket.recipe.sources --packages node_modules --out FOLDER`."""

import argparse
import sys
from pathlib import Path

from engine.pocket.recipe.sources.concepts import read_concepts
from engine.pocket.recipe.sources.originals import open_originals
from engine.pocket.recipe.sources.sprites import render_sprites

SIZE = 128


def main() -> int:
    """Read names and drawings, write the atlases."""
    parser = argparse.ArgumentParser(prog="python -m engine.pocket.recipe.sources", description=__doc__)
    parser.add_argument("--packages", type=Path, required=True, help="the folder node_modules that npm made")
    parser.add_argument("--out", type=Path, required=True, help="where the atlases go")
    parser.add_argument("--size", type=int, default=SIZE, help="pixels of a drawing's side")
    asked = parser.parse_args()
    if not (asked.packages / "emojibase-data").is_dir():
        sys.stderr.write(f"{asked.packages} has no emojibase-data: run npm ci beside package.json first.\n")
        return 1
    sprites = render_sprites(
        read_concepts(asked.packages / "emojibase-data"), open_originals(asked.packages), asked.size
    )
    sprites.save(asked.out)
    counts = ", ".join(f"{style} {len(drawings)}" for style, drawings in sprites.drawings.items())
    sys.stdout.write(f"{len(sprites)} drawings of {len(sprites.concepts)} concepts ({counts}) in {asked.out}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
