"""Prints the table of the model card: `python -m engine.pocket.evaluate --work FOLDER`."""

import argparse
import math
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that wait leave the processor to others

import torch

from engine.pocket.evaluate.artist import Artist
from engine.pocket.evaluate.asked import Asked
from engine.pocket.evaluate.judge import accuracy, train_judge
from engine.pocket.evaluate.measures import MEASURES
from engine.pocket.eye import Eye
from engine.pocket.recipe.sources.sprites import load_sprites
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.world.chosen import chosen


def main(arguments: list[str] | None = None) -> int:
    """Train the judge for as long as is asked, say how good it is, and measure the model."""
    parser = argparse.ArgumentParser(prog="python -m engine.pocket.evaluate", description=__doc__)
    parser.add_argument("--work", type=Path, default=Path(".pocket"), help="where the drawings and the judge lie")
    parser.add_argument("--model", type=Path, default=Path("engine/pocket/weights"))
    parser.add_argument("--minutes", type=float, default=0.0, help="of the judge's training, before it judges")
    parser.add_argument("--threads", type=int, default=2, help="that move weights in that training on the CPU")
    parser.add_argument("--seeds", type=int, default=4, help="pictures of each concept")
    parser.add_argument("--cases", type=int, default=100, help="of every other measure")
    parser.add_argument("--only", nargs="*", help="the measures to take, by their functions' names; all, else")
    parser.add_argument("--whole", action="store_true", help="all concepts instead of the chosen ones")
    parser.add_argument("--first", action="store_true", help="only the starred concepts are asked for, and judged")
    asked = parser.parse_args(arguments)
    if not torch.cuda.is_available():
        torch.set_num_threads(1)  # trainings have two threads of their own
    drawings = load_sprites(asked.work / "sprites")
    sprites = drawings if asked.whole else chosen(drawings, first=asked.first)
    eye = asked.model / "eye"
    begun = Eye.load(eye) if eye.is_dir() else None
    judge = train_judge(sprites, asked.work / "judge", minutes=asked.minutes, threads=asked.threads, begun=begun)
    rows = {f"judge on originals, {name}": value for name, value in accuracy(judge, sprites).rows.items()}
    wanted = Asked(Artist(asked.model, device().type), judge, sprites, asked.seeds, asked.cases)
    for measure in MEASURES:
        if asked.only is None or measure.__name__ in asked.only:
            sys.stderr.write(f"{measure.__name__}\n")
            rows |= measure(wanted) or {f"{measure.__name__}: not there": float("nan")}
    sys.stdout.write("| measure | value |\n| --- | --- |\n")
    for name, value in rows.items():
        sys.stdout.write(f"| {name} | {_told(name, value)} |\n")
    return 0


def _told(name: str, value: float) -> str:
    """Likeness and seconds as they are, all else in per cent."""
    if math.isnan(value):
        return "-"
    is_plain = name.endswith(("likeness to the picture", ", likeness")) or name.startswith("seconds")
    return f"{value:.2f}" if is_plain else f"{value:.0%}"


if __name__ == "__main__":
    raise SystemExit(main())
