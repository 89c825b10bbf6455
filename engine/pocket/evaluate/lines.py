"""The measure of `--control`: whether a picture has the lines that it is to follow, those of composed originals."""

from dataclasses import replace

import torch
from PIL import Image
from torch.nn.functional import cosine_similarity, interpolate

from engine.families.edges import hint
from engine.families.pixels import to_picture
from engine.pocket.evaluate.artist import Wish
from engine.pocket.evaluate.asked import Asked, share
from engine.pocket.evaluate.judge import UNSEEN
from engine.pocket.eye import THINGS
from engine.pocket.recipe.train.sizes import PIXELS
from engine.pocket.recipe.world.draw import PLAIN
from engine.pocket.recipe.world.world import World

KIND = "lineart"
SIZE = (PIXELS, PIXELS)


def lines(asked: Asked) -> dict[str, float]:
    """How alike a picture's lines are to those of the original that it follows, those of one that follows nothing, and
    those of the original itself as the autoencoder keeps it, than which nothing drawn can be better; and how often the
    thing that the text tells is recognised beside them.
    """
    if KIND not in asked.artist.facts.controls:
        return {}
    world = World(asked.sprites, size=SIZE, mix=PLAIN)
    examples = [world.example(UNSEEN * 3 + number) for number in range(asked.cases)]
    places = [asked.sprites.concepts.index(each.scene.things[0].concept) for each in examples]
    shown = [Image.fromarray(each.picture) for each in examples]
    plain = [Wish(asked.named(place), seed) for seed, place in enumerate(places)]
    led = [replace(wish, lines=picture) for wish, picture in zip(plain, shown, strict=True)]
    wanted = torch.stack([_lines(each) for each in shown])
    followed, free = asked.artist.draw(led), asked.artist.draw(plain)
    best = asked.judged(followed)[THINGS].topk(5).indices
    return {
        "--control: the lines followed, likeness": _likeness(followed, wanted),
        "the same without a control, likeness": _likeness(free, wanted),
        "the same of what is followed, likeness": _likeness(asked.artist.kept(shown), wanted),
        "--control: the text's concept, top 5": share((best == torch.tensor(places)[:, None]).any(1)),
    }


def _likeness(pictures: torch.Tensor, wanted: torch.Tensor) -> float:
    small = interpolate(pictures, SIZE[::-1], mode="area") / 2 + 0.5
    found = torch.stack([_lines(to_picture(each)) for each in small])
    return float(cosine_similarity(found, wanted).mean())


def _lines(picture: Image.Image) -> torch.Tensor:
    return hint(picture, KIND, SIZE)[0].flatten()
