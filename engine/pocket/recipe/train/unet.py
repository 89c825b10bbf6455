"""Trains the UNet on cached latents: velocity at noise levels as Karras et al. choose them, averaged weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import torch
from diffusers import UNet2DConditionModel
from transformers import CLIPTextModel, CLIPTokenizer

from engine.pocket.recipe.train.kinds import KINDS, kind_of
from engine.pocket.recipe.train.latents import Shard, load_shards
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import new_scheduler, new_unet
from engine.pocket.recipe.train.text import tokenised
from engine.pocket.recipe.train.training import Training, averaged
from engine.pocket.recipe.train.twins import Twins

RATE = 2e-3
DECAY = 0.05
BATCH = 128
"""Of 64 a third of the time on a CPU goes into moving the weights."""
THREADS = 2
"""On a CPU."""
UNTOLD = 0.1
"""The share of captions that are left out, for guidance (Ho & Salimans 2022, arXiv 2207.12598)."""
LEVEL, SPREAD = 0.3, 1.4
"""Of the normal distribution of log sigma (Karras et al. 2022, arXiv 2206.00364, table 1, for unit variance)."""
LOOK_EVERY = 200
"""Steps after which shards that came meanwhile are taken in."""


@dataclass(frozen=True)
class Levels:
    """The noise of the scheduler's timesteps: `sigmas` rise; the velocity of a level mixes noise and picture."""

    sigmas: torch.Tensor

    @classmethod
    def of_training(cls) -> Self:
        """Those of Pocket's scheduler."""
        kept = new_scheduler().alphas_cumprod
        return cls(((1 - kept) / kept).sqrt())

    def draw(self, count: int, level: float = LEVEL) -> torch.Tensor:
        """Timesteps (count,) whose log sigma is normal about `level`, within what there is."""
        wanted = (level + SPREAD * torch.randn(count)).exp()
        return torch.searchsorted(self.sigmas, wanted).clamp(max=len(self.sigmas) - 1)

    def noised(
        self, clean: torch.Tensor, noise: torch.Tensor, steps: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """What the model sees, of unit variance, and the velocity that it has to tell (arXiv 2202.00512)."""
        sigma = self.sigmas[steps].to(clean)[:, None, None, None]
        kept, added = (1 + sigma**2).rsqrt(), sigma * (1 + sigma**2).rsqrt()
        return kept * clean + added * noise, kept * noise - added * clean


class Captioned:
    """Latents in memory, drawn at random, and what the text encoder says of one of their captions."""

    def __init__(
        self,
        folder: Path,
        tokenizer: CLIPTokenizer,
        encoder: CLIPTextModel,
        weights: Mapping[int, float] | None = None,
        most: int | None = None,
    ) -> None:
        """`weights` of concepts, by their places: how often pictures whose first thing it is are shown, else never.

        Of all shards there are only the first `most` are read.
        """
        self._folder = folder
        self._weights = weights
        self._most = most
        self._tokenizer, self._encoder = tokenizer, encoder.to(device()).eval()
        self.shards: list[Shard] = []
        self._sizes: dict[torch.Size, list[tuple[Shard, int]]] = {}
        self._shares: dict[torch.Size, torch.Tensor] = {}
        self.look()

    def look(self) -> None:
        """Take in what shards there are now."""
        self.shards += load_shards(self._folder, len(self.shards), self._most)
        kinds = [number % len(KINDS) for number in range(len(self.shards))]
        self._sizes = {}
        shares: dict[torch.Size, list[float]] = {}
        for number, shard in enumerate(self.shards):
            size = shard.latents.shape[1:]
            firsts = shard.answers[:, 0].tolist()
            own = [1.0 if self._weights is None else self._weights.get(first, 0.0) for first in firsts]
            share = kind_of(number).share / kinds.count(number % len(KINDS)) / len(firsts)
            self._sizes.setdefault(size, []).extend((shard, row) for row in range(len(firsts)))
            shares.setdefault(size, []).extend(each * share for each in own)
        self._shares = {size: torch.tensor(each, dtype=torch.float64) for size, each in shares.items()}

    def draw(self, count: int, untold: float = UNTOLD) -> tuple[torch.Tensor, torch.Tensor]:
        """What `told` makes of pictures that `pick` picked."""
        return self.told(self.pick(count), untold)

    def pick(self, count: int) -> list[tuple[Shard, int]]:
        """Pictures of one size: a shard of each, and its row there."""
        sizes = list(self._sizes)
        size = sizes[int(torch.multinomial(torch.stack([self._shares[each].sum() for each in sizes]), 1))]
        places = torch.multinomial(self._shares[size], count, replacement=True).tolist()
        return [self._sizes[size][place] for place in places]

    @torch.no_grad()
    def told(self, picked: Sequence[tuple[Shard, int]], untold: float = UNTOLD) -> tuple[torch.Tensor, torch.Tensor]:
        """Latents as `latents_of` has them, and texts (count, tokens, width), a share of which says nothing."""
        captions = []
        for shard, row in picked:
            wordings = shard.captions[row]
            is_untold = bool(torch.rand(()) < untold)
            captions.append("" if is_untold else wordings[int(torch.randint(len(wordings), ()))])
        tokens = tokenised(self._tokenizer, captions).to(device())
        with halved():
            texts = self._encoder(tokens)[0].float()
        return latents_of(picked), texts


def latents_of(picked: Sequence[tuple[Shard, int]]) -> torch.Tensor:
    """Those of pictures of one size, (count, channels, height, width)."""
    return torch.stack([shard.latents[row] for shard, row in picked]).float().to(device())


def train_unet(
    captioned: Captioned, folder: Path, *, minutes: float, seed: int = 0, threads: int = THREADS
) -> UNet2DConditionModel:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there every few of them."""
    torch.manual_seed(seed)
    unet = new_unet().to(device(), memory_format=torch.channels_last)
    optimiser = Optimiser(unet.named_parameters(), decay=DECAY, plain=("conv_in", "conv_out"), threads=threads)
    pace = Pace(minutes, RATE)
    training = Training(folder, unet, optimiser, Average(unet, 0.9995), pace)
    torch.manual_seed(seed + pace.steps)
    levels = Levels.of_training()
    is_gpu = device().type == "cuda"
    twins = Twins(torch.compile(unet) if is_gpu else unet, 1 if is_gpu else threads)  # type: ignore[type-var]

    def learn() -> dict[str, float]:
        if pace.steps % LOOK_EVERY == 0:
            captioned.look()
        clean, texts = captioned.draw(BATCH)
        noise, steps = torch.randn_like(clean), levels.draw(BATCH)
        noisy, velocity = levels.noised(clean, noise, steps)
        return {"loss": twins.backward(_loss, (noisy, velocity, steps.to(device()), texts))}

    training.run(learn)
    return load_unet(folder)


def _loss(unet: UNet2DConditionModel, batch: tuple[torch.Tensor, ...]) -> torch.Tensor:
    noisy, velocity, steps, texts = batch
    with halved():
        seen = noisy.to(memory_format=torch.channels_last)
        told = unet(seen, steps, encoder_hidden_states=texts, return_dict=False)[0]
    loss: torch.Tensor = (told.float() - velocity).square().mean()
    return loss


def load_unet(folder: Path) -> UNet2DConditionModel:
    """The averaged weights of the last checkpoint. Raises FileNotFoundError where there is none."""
    return averaged(folder, new_unet())
