"""The measures of reference pictures: what `--iw`, `--sref` and `--cref` do; the references are composed originals."""

from itertools import pairwise
from random import Random

import numpy as np
import torch
from PIL import Image
from torch.nn.functional import cosine_similarity

from engine.pocket.evaluate.artist import Wish
from engine.pocket.evaluate.asked import Asked, share
from engine.pocket.evaluate.judge import UNSEEN
from engine.pocket.eye import THINGS
from engine.pocket.recipe.train.sizes import PIXELS
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.world.captions import PLACES, STYLES
from engine.pocket.recipe.world.draw import PLAIN
from engine.pocket.recipe.world.scenes import Scene
from engine.pocket.recipe.world.world import World
from engine.protocol import Role

WEIGHTS = (0.0, 0.5, 1.0, 2.0, 3.0)


def image_weights(asked: Asked) -> dict[str, float]:
    """How alike what is drawn is to the picture as its weight rises, and how often both concepts show at 1."""
    if asked.artist.facts.adapter(Role.IMAGE) is None:
        return {}
    random, scenes = Random(0), _references(asked)
    texts = [random.choice([place for place in asked.places if place != _first(asked, scene)]) for scene in scenes]
    shown = [_picture(asked, scene) for scene in scenes]
    wanted = asked.seen(to_tensor(np.stack([np.asarray(each) for each in shown])))
    likeness: list[float] = []
    rows: dict[str, float] = {}
    for weight in WEIGHTS:
        wishes = [
            Wish(asked.named(place), seed, sights=((Role.IMAGE, picture),), iw=weight)
            for seed, (place, picture) in enumerate(zip(texts, shown, strict=True))
        ]
        pictures = asked.artist.draw(wishes)
        likeness.append(float(cosine_similarity(asked.seen(pictures), wanted).mean()))
        rows[f"--iw {weight:g}: likeness to the picture"] = likeness[-1]
        if weight == 1:
            best = asked.judged(pictures)[THINGS].topk(5).indices.tolist()
            pairs = [(place, _first(asked, scene)) for place, scene in zip(texts, scenes, strict=True)]
            both = [set(pair) <= set(row) for pair, row in zip(pairs, best, strict=True)]
            rows["--iw 1: both concepts in the top 5"] = sum(both) / len(both)
    rises = [later > earlier for earlier, later in pairwise(likeness)]
    rows["--iw: steps at which likeness rises"] = sum(rises) / len(rises)
    return rows


def style_references(asked: Asked) -> dict[str, float]:
    """How often the reference's style is recognised, and the text's concept with the reference and without."""
    if asked.artist.facts.adapter(Role.STYLE) is None:
        return {}
    random, scenes = Random(1), _references(asked)
    texts = [random.choice([place for place in asked.places if place != _first(asked, scene)]) for scene in scenes]
    plain = [Wish(asked.named(place), seed) for seed, place in enumerate(texts)]
    styled = [
        Wish(each.text, each.seed, sights=((Role.STYLE, _picture(asked, scene)),))
        for each, scene in zip(plain, scenes, strict=True)
    ]
    wanted = torch.tensor(texts)[:, None]
    told, before = asked.told(styled), asked.told(plain)
    ways = torch.tensor([list(STYLES).index(scene.style) for scene in scenes])
    return {
        "--sref: the reference's style": share(told["style"][:, : len(STYLES)].argmax(1) == ways),
        "--sref: the text's concept, top 5": share((told[THINGS].topk(5).indices == wanted).any(1)),
        "the same without a reference": share((before[THINGS].topk(5).indices == wanted).any(1)),
    }


def characters(asked: Asked) -> dict[str, float]:
    """How often the reference's concept and its style are recognised where the text tells a setting alone."""
    if asked.artist.facts.adapter(Role.CHARACTER) is None:
        return {}
    random, scenes = Random(2), _references(asked)
    wishes = [
        Wish(random.choice(list(PLACES.values())), seed, sights=((Role.CHARACTER, _picture(asked, scene)),))
        for seed, scene in enumerate(scenes)
    ]
    told = asked.told(wishes)
    wanted = torch.tensor([_first(asked, scene) for scene in scenes])[:, None]
    ways = torch.tensor([list(STYLES).index(scene.style) for scene in scenes])
    is_it = (told[THINGS].topk(5).indices == wanted).any(1)
    is_so = told["style"][:, : len(STYLES)].argmax(1) == ways
    return {"--cref: concept (top 5) and style": share(is_it & is_so), "--cref: concept (top 5)": share(is_it)}


def _references(asked: Asked) -> list[Scene]:
    """One thing large on a plain background, of seeds that no training composes."""
    world = World(asked.sprites, size=(PIXELS, PIXELS), mix=PLAIN)
    return [world.example(UNSEEN * 2 + number).scene for number in range(asked.cases)]


def _picture(asked: Asked, scene: Scene) -> Image.Image:
    return Image.fromarray(World(asked.sprites, size=(PIXELS, PIXELS)).picture(scene))


def _first(asked: Asked, scene: Scene) -> int:
    return asked.sprites.concepts.index(scene.things[0].concept)
