"""Prints the table of the model card: `python -m engine.pocket.evaluate --work FOLDER`."""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that wait leave the processor to others

import torch

from engine.pocket.evaluate.artist import Artist
from engine.pocket.evaluate.judge import accuracy, train_judge
from engine.pocket.evaluate.measures import MEASURES, Asked
from engine.pocket.recipe.sources.sprites import load_sprites
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.world.chosen import chosen


def main(arguments: list[str] | None = None) -> int:
    """Train the judge for as long as is asked, say how good it is, and measure the model."""
    parser = argparse.ArgumentParser(prog="python -m engine.pocket.evaluate", description=__doc__)
    parser.add_argument("--work", type=Path, default=Path(".pocket"), help="where the drawings and the judge lie")
    parser.add_argument("--model", type=Path, default=Path("engine/pocket/weights"))
    parser.add_argument("--minutes", type=float, default=0.0, help="of the judge's training, before it judges")
    parser.add_argument("--whole", action="store_true", help="all concepts instead of the chosen ones")
    parser.add_argument("--first", action="store_true", help="only the starred concepts are asked for, and judged")
    asked = parser.parse_args(arguments)
    if not torch.cuda.is_available():
        torch.set_num_threads(1)  # trainings have two threads of their own
    drawings = load_sprites(asked.work / "sprites")
    sprites = drawings if asked.whole else chosen(drawings, first=asked.first)
    judge = train_judge(sprites, asked.work / "judge", minutes=asked.minutes)
    sure = accuracy(judge, sprites)
    rows = {"judge on originals, object, top 1": sure.top[0], "judge on originals, object, top 5": sure.top[1]}
    rows |= {f"judge on originals, {name}": value for name, value in sure.others.items()}
    wanted = Asked(Artist(asked.model, device().type), judge, sprites.concepts)
    for measure in MEASURES:
        rows |= measure(wanted)
    sys.stdout.write("| measure | share |\n| --- | --- |\n")
    for name, value in rows.items():
        sys.stdout.write(f"| {name} | {value:.0%} |\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
