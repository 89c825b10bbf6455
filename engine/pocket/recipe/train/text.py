"""Trains the text encoder to read captions: what it gives to cross-attention tells the things of the scene apart."""

import sys
from pathlib import Path
from random import Random

import torch
from torch import nn
from torch.nn.functional import cross_entropy
from transformers import CLIPTextModel, CLIPTokenizer

from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import TEXT_WIDTH, TOKENS, new_text_encoder
from engine.pocket.recipe.train.tells import Tells
from engine.pocket.recipe.train.training import Training, averaged, learnt
from engine.pocket.recipe.train.words import new_tokenizer
from engine.pocket.recipe.world.captions import caption
from engine.pocket.recipe.world.draw import Draw, Mix

RATE = 4e-3
BATCH = 96
SMOOTHING = 0.02
WHOLE_EVERY = 6
"""Batches between those of the whole window; the others end where their longest caption does."""
PAD_READS = 2
"""Answers are also asked of so many of the marks that fill a short caption up: cross-attention sees them, too."""


class Reader(nn.Module):
    """The text encoder, and a linear way from what it says at the caption's end to each question's answer."""

    def __init__(self, encoder: CLIPTextModel, tells: Tells) -> None:
        super().__init__()
        self.encoder = encoder
        self.ways = nn.ModuleDict({name: nn.Linear(TEXT_WIDTH, size) for name, size in tells.sizes.items()})

    def loss(self, tokens: torch.Tensor, answers: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Of (rows, tokens) and (rows, questions): the mean cross-entropy, and how often the first thing is right."""
        with halved():
            hidden = self.encoder(tokens)[0]
        end = int(self.encoder.config.eos_token_id)
        ends = (tokens == end).int().argmax(1)
        rows = torch.arange(len(tokens), device=tokens.device)
        total, right = torch.zeros((), device=tokens.device), torch.zeros((), device=tokens.device)
        for read in range(1 + PAD_READS):
            later = (torch.rand(len(tokens), device=tokens.device) * (tokens.shape[1] - ends)).long() if read else 0
            said = hidden[rows, ends + later].float()
            for number, way in enumerate(self.ways.values()):
                told = way(said)
                total = total + cross_entropy(told, answers[:, number], label_smoothing=SMOOTHING)
                if not number:
                    right = right + (told.argmax(1) == answers[:, 0]).float().mean()
        reads = 1 + PAD_READS
        return total / reads, right / reads


def tokenised(tokenizer: CLIPTokenizer, captions: list[str]) -> torch.Tensor:
    """(rows, tokens), each filled up to the window; cut where it is longer."""
    told = tokenizer(captions, padding="max_length", truncation=True, max_length=TOKENS, return_tensors="pt")
    ids: torch.Tensor = told.input_ids
    return ids


def train_text(
    sprites: Sprites, words: Sprites, folder: Path, *, minutes: float, seed: int = 0
) -> tuple[CLIPTokenizer, CLIPTextModel]:
    """Go on for so many minutes from the checkpoint in `folder`; `words` are all drawings that there are."""
    torch.manual_seed(seed)
    tokenizer = new_tokenizer([*sprites.concepts, *words.concepts])
    tells = Tells(sprites.concepts)
    reader = Reader(new_text_encoder(tokenizer), tells).to(device())
    optimiser = Optimiser(
        reader.named_parameters(), plain=("encoder.text_model.embeddings", "encoder.embeddings", "ways")
    )
    pace = Pace(minutes, RATE)
    training = Training(folder, reader, optimiser, Average(reader, 0.99), pace)
    draws = [Draw(sprites), Draw(sprites, mix=Mix(setting=0.3, two=0.1, medium=0.2, varied=0.5))]
    sys.stderr.write(f"{len(tokenizer)} tokens\n")

    def learn() -> dict[str, float]:
        at = seed + pace.steps * BATCH
        scenes = [draws[number % 2].scene(number) for number in range(at, at + BATCH)]
        tokens = tokenised(
            tokenizer, [caption(scene, Random(number)) for number, scene in enumerate(scenes, at + BATCH)]
        )
        if pace.steps % WHOLE_EVERY:
            end = int(tokenizer.eos_token_id)
            tokens = tokens[:, : int((tokens == end).int().argmax(1).max()) + 2]
        answers = torch.tensor([tells.of(scene) for scene in scenes])
        loss, right = reader.loss(tokens.to(device()), answers.to(device()))
        return learnt(loss, first=right)

    training.run(learn)
    encoder: CLIPTextModel = averaged(folder, reader).encoder
    return tokenizer, encoder


def load_text(folder: Path) -> tuple[CLIPTokenizer, CLIPTextModel]:
    """Those that were written into a model's folder."""
    return CLIPTokenizer.from_pretrained(folder / "tokenizer"), CLIPTextModel.from_pretrained(folder / "text_encoder")
