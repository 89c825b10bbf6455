"""Draws what the measures ask for as a member's job would be drawn, many pictures at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from PIL import Image
from torch.nn.functional import interpolate
from transformers import CLIPVisionModelWithProjection

from engine.checkpoint import adapter_file, facts_of
from engine.families import Encoded
from engine.families.sd15 import Sd15
from engine.plan.facts import Facts
from engine.plan.make import make_plan
from engine.plan.plan import Plan
from engine.pocket.recipe.train.sizes import PIXELS
from engine.pocket.recipe.train.vision import seen_by
from engine.protocol import Parameters, Reference, RenderRequest, Role, Text
from engine.worker.loop import Loop
from engine.worker.rows import Row, rows_of

TOGETHER = 16
"""Pictures in one forward pass."""
START, LINES = "start", "lines"


@dataclass(frozen=True)
class Wish:
    """One picture: a prompt, a seed, and where there is one the picture that it starts from, with the strength."""

    text: str
    seed: int = 0
    start: Image.Image | None = None
    strength: float | None = None
    sights: tuple[tuple[Role, Image.Image], ...] = ()
    """Pictures that it looks at."""
    iw: float | None = None
    lines: Image.Image | None = None
    """A picture whose lines it follows."""


class Artist:
    """A model in a folder, with the settings that it ships with."""

    def __init__(self, folder: Path, device: str) -> None:
        self.folder, self.device = folder, device
        self.facts: Facts = facts_of(folder, "pocket", "sd15")
        self._family = Sd15.load(folder, device)

    def draw(self, wishes: Iterable[Wish]) -> torch.Tensor:
        """Pictures in the wishes' order, (count, 3, height, width) in [-1, 1]."""
        wanted = list(wishes)
        parts = [self._together(wanted[at : at + TOGETHER]) for at in range(0, len(wanted), TOGETHER)]
        return torch.cat(parts)

    @torch.inference_mode()
    def sights(self, pictures: torch.Tensor) -> torch.Tensor:
        """What the vision model that the adapters read makes of pictures as `draw` gives them, (count, width)."""
        folder = adapter_file(self.folder, "base", "sd15").parent / "image_encoder"
        vision = CLIPVisionModelWithProjection.from_pretrained(folder, dtype=torch.float32).to(self.device).eval()
        small = interpolate(pictures, (PIXELS, PIXELS), mode="area").to(self.device)
        return seen_by(vision, small).cpu()

    @torch.inference_mode()
    def kept(self, pictures: Iterable[Image.Image]) -> torch.Tensor:
        """What the autoencoder and the upscaler leave of pictures of the model's own size, as `draw` gives them."""
        starts = (self._encoded("kept", Wish("", start=each))[1].start for each in pictures)
        latents = torch.stack([each.mean for each in starts if each is not None])
        return self._family.decode(latents, tile=False) * 2 - 1

    def _together(self, wishes: Sequence[Wish]) -> torch.Tensor:
        rows = [row for number, wish in enumerate(wishes) for row in self._rows(str(number), wish)]
        loop = Loop(row_budget=4 * TOGETHER)
        loop.add(rows)
        while not loop.is_idle:
            if failed := loop.tick().failed:
                raise failed[0][1]
        return self._family.decode(torch.stack([row.clean for row in rows]), tile=False) * 2 - 1

    def _rows(self, name: str, wish: Wish) -> list[Row]:
        plan, encoded = self._encoded(name, wish)
        return rows_of(name, plan, encoded, self._family, self.facts.size)

    def _encoded(self, name: str, wish: Wish) -> tuple[Plan, Encoded]:
        shown = {str(place): picture for place, (_, picture) in enumerate(wish.sights)}
        references = [Reference(role, str(place)) for place, (role, _) in enumerate(wish.sights)]
        if wish.start is not None:
            references.append(Reference(Role.START, START))
            shown[START] = wish.start
        if wish.lines is not None:
            references.append(Reference(Role.CONTROL, LINES, kind="lineart"))
            shown[LINES] = wish.lines
        asked = Parameters(seed=wish.seed, count=1, strength=wish.strength, iw=wish.iw)
        request = RenderRequest(
            name, (Text(wish.text),), references=tuple(references), parameters=asked, seed=wish.seed
        )
        plan = make_plan(request, self.facts)
        return plan, self._family.encode(plan, shown)
