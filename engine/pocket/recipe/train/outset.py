"""What adapters begin with: the straight way from what the vision encoder tells to what a caption would say.

Captions are told for the use: of the whole picture, of its looks alone, or of the thing and its looks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

import torch
from torch.nn.functional import layer_norm
from transformers import CLIPTextModel, CLIPTokenizer

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.pairs import MEDIA, SETTINGS, THINGS, Row, Use, looks_of
from engine.pocket.recipe.train.sizes import TEXT_WIDTH
from engine.pocket.recipe.train.text import tokenised
from engine.pocket.recipe.world.captions import with_article

READ_FROM: Final = (THINGS, MEDIA, SETTINGS)
AT_MOST = 4096
"""Pictures of each kind."""
BATCH = 96
WORDINGS = 2
"""Of each."""
BEYOND: Final = (0, 8)
"""A caption's end, and one of the marks that fill it up, which the UNet attends to as much."""
SIGHTS: Final = 2 + len(BEYOND)
"""Tokens of a picture, as many as a plain IP-Adapter has. The first is what texts begin with, which takes the attention
that the others do not want; the second is the mean of a caption's words.
"""
UNSEEN_PART = 0.2
"""How much of the mean of captions stands there where nothing is seen, beside a picture's own embedding."""
_NESTED: Final = "text_model.final_layer_norm"
RIDGE = 0.01
"""Of the mean square of embeddings."""
KEEN = 2.0
"""By how much is said more of what a picture shows beside the mean of all: least squares are too shy where embeddings
leave doubt.
"""


@dataclass(frozen=True)
class Outset:
    """The projection in h94's names, and the tokens where nothing is seen, whose values are to say nothing."""

    use: Use
    projection: Mapping[str, torch.Tensor]
    silent: torch.Tensor
    """(SIGHTS, width)."""


def outset(
    use: Use,
    rows: Mapping[int, Sequence[Row]],
    concepts: Sequence[Concept],
    texts: tuple[CLIPTokenizer, CLIPTextModel],
) -> Outset:
    """Least squares from embeddings to readings. Nothing seen becomes the mean of all readings, which says nothing."""
    random = Random(0)
    chosen = [row for kind in READ_FROM for row in random.sample(rows[kind], min(AT_MOST, len(rows[kind])))]
    names = [with_article(each.name) for each in concepts]
    captions = [each for row in chosen for each in told(use, row, names)]
    seen = torch.stack([row.seen for row in chosen])
    norm = texts[1].get_submodule("final_layer_norm" if hasattr(texts[1], "final_layer_norm") else _NESTED)
    weight, bias = (each.detach().float().cpu() for each in (norm.weight, norm.bias))
    said = _plain(_read(texts, captions), weight, bias).view(len(chosen), WORDINGS, SIGHTS - 1, -1).mean(1)
    said = layer_norm(said, (TEXT_WIDTH,))
    first = _plain(_first(texts), weight, bias)
    part = UNSEEN_PART * layer_norm(said.mean(0), (TEXT_WIDTH,))
    square = seen.T @ seen + RIDGE * len(seen) * seen.square().mean() * torch.eye(TEXT_WIDTH)
    ways = torch.linalg.solve(square, seen.T @ (said - part).flatten(1)).T.view(*part.shape, TEXT_WIDTH)
    common = part / part.norm(dim=1, keepdim=True)
    ways = KEEN * ways - (KEEN - 1) * common[:, :, None] * torch.einsum("tw,twe->te", common, ways)[:, None]
    projection = {
        "proj.weight": torch.cat([torch.zeros(TEXT_WIDTH, TEXT_WIDTH), *ways]),
        "proj.bias": torch.cat([first, *part]),
        "norm.weight": weight.clone(),
        "norm.bias": bias.clone(),
    }
    return Outset(use, projection, layer_norm(torch.stack([first, *part]), (TEXT_WIDTH,)) * weight + bias)


def told(use: Use, row: Row, names: Sequence[str]) -> Sequence[str]:
    """Some captions that say of the picture what the use is after; as many for each."""
    if use == "image":
        return [row.shard.captions[row.number][number % len(row.shard.captions[0])] for number in range(WORDINGS)]
    looks = looks_of(row)
    if use == "style":
        return [looks[number % len(looks)] for number in range(WORDINGS)]
    name = names[row.thing] if row.thing < len(names) else ""
    return [f"{name}, {looks[0]}", f"{looks[0]} of {name}"]


def _plain(said: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """As it was before the text encoder's last norm scaled it, which the projection's norm does again."""
    return (said - bias) / weight


@torch.no_grad()
def _read(texts: tuple[CLIPTokenizer, CLIPTextModel], captions: Sequence[str]) -> torch.Tensor:
    """(captions, SIGHTS - 1, width): the mean of the words, the end, and marks behind it; each caption is read once."""
    tokenizer, encoder = texts
    places = {caption: place for place, caption in enumerate(dict.fromkeys(captions))}
    encoder = encoder.to(device()).eval()
    parts = []
    for at in range(0, len(places), BATCH):
        tokens = tokenised(tokenizer, list(places)[at : at + BATCH])
        with halved():
            hidden = encoder(tokens.to(device()))[0].float().cpu()
        ends = (tokens == int(tokenizer.eos_token_id)).int().argmax(1, keepdim=True)
        column = torch.arange(tokens.shape[1])
        is_word = ((column > 0) & (column < ends))[:, :, None]
        words = (hidden * is_word).sum(1) / is_word.sum(1).clamp(min=1)
        beyond = (ends + torch.tensor(BEYOND)).clamp(max=tokens.shape[1] - 1)
        parts.append(torch.stack([words, *hidden[torch.arange(len(tokens))[:, None], beyond].unbind(1)], 1))
    return torch.cat(parts)[[places[each] for each in captions]]


@torch.no_grad()
def _first(texts: tuple[CLIPTokenizer, CLIPTextModel]) -> torch.Tensor:
    """What stands before every text, (width,)."""
    tokenizer, encoder = texts
    mark = torch.tensor([[tokenizer.bos_token_id]], device=device())
    said: torch.Tensor = encoder(mark)[0][0, 0].float().cpu()
    return said
