"""Reference pictures to tokens: IP-Adapter files in h94's layout, loaded by diffusers."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import product
from pathlib import Path

import torch
from diffusers import StableDiffusionPipeline
from diffusers.models.embeddings import ImageProjection
from PIL import Image

from engine.families import Pictures
from engine.families.batches import Reference
from engine.families.regions import region_of
from engine.families.remembering import Remembering
from engine.families.swatches import swatch
from engine.plan.plan import Plan, PlannedReference
from engine.protocol import Role


class Adapters:
    """The adapters of one model: CLIP's vision model, and each adapter's way from its output to tokens."""

    def __init__(self, pipeline: StableDiffusionPipeline, names: Sequence[str], layers: int) -> None:
        self._names = tuple(names)
        self._projections = list(pipeline.unet.encoder_hid_proj.image_projection_layers) if names else []
        self.vision = pipeline.image_encoder
        """What all of them look through; None where there are none."""
        self._processor = pipeline.feature_extractor
        self._layers = layers
        self._kept: Remembering[torch.Tensor] = Remembering()

    def references(self, plan: Plan, pictures: Pictures) -> tuple[Reference, ...]:
        """One for each role that has any effect; its pictures share one attention by their weights, those that are
        kept to the same part of the picture with each other.
        """
        visible = [each for each in plan.references if each.scale or each.elsewhere]
        masks = dict.fromkeys(each.mask for each in visible)
        groups = [[each for each in visible if (each.role, each.mask) == kind] for kind in product(Role, masks)]
        size = plan.width, plan.height
        return tuple(self._reference(group, pictures, size) for group in groups if group)

    def _reference(self, group: Sequence[PlannedReference], pictures: Pictures, size: tuple[int, int]) -> Reference:
        first = group[0]
        adapter = self._names.index(first.adapter)
        pixels = torch.cat([self._pixels(picture_of(each, pictures)) for each in group])
        blind, seen = self._tokens(adapter, torch.zeros_like(pixels)), self._tokens(adapter, pixels)
        weights = torch.tensor([each.weight for each in group], dtype=seen.dtype, device=seen.device)
        bias = (weights / weights.sum()).log().repeat_interleave(seen.shape[1])
        layers = range(self._layers) if first.layers is None else first.layers
        scales = tuple(first.scale if layer in layers else first.elsewhere for layer in range(self._layers))
        region = None if first.mask is None else region_of(pictures[first.mask_name], *size)
        return Reference(adapter, (blind.flatten(0, 1), seen.flatten(0, 1)), bias, scales, region)

    def _pixels(self, picture: Image.Image) -> torch.Tensor:
        """As CLIP takes it, (1, 3, side, side); squeezed to a square first, since CLIP would cut off the ends."""
        side = min(picture.size)
        square = picture if picture.width == picture.height else picture.resize((side, side), Image.Resampling.BICUBIC)
        pixels: torch.Tensor = self._processor(images=square, return_tensors="pt").pixel_values
        return pixels.to(self.vision.device, self.vision.dtype)

    def _tokens(self, adapter: int, pixels: torch.Tensor) -> torch.Tensor:
        content = blake2b(pixels.cpu().float().numpy().tobytes()).digest()
        return self._kept.get((adapter, content), lambda: self._encoded(adapter, pixels))

    def _encoded(self, adapter: int, pixels: torch.Tensor) -> torch.Tensor:
        """(pictures, tokens, width). Plain adapters read the pooled embedding, the others the last layer but one."""
        projection = self._projections[adapter]
        if not isinstance(projection, ImageProjection):
            hidden = self.vision(pixels, output_hidden_states=True).hidden_states[-2]
            tokens: torch.Tensor = projection(hidden)
            return tokens
        embedded = self.vision(pixels).image_embeds
        # The twin's embedding is nothing at all, where the others' is that of a black picture.
        pooled: torch.Tensor = projection(embedded if pixels.any() else torch.zeros_like(embedded))
        return pooled


def picture_of(reference: PlannedReference, pictures: Pictures) -> Image.Image:
    """The picture that a reference names, or the one that its code stands for."""
    if reference.path is not None:
        return pictures[reference.path]
    assert reference.code is not None  # noqa: S101 - a reference has one of both
    return swatch(reference.code)


def load_adapters(pipeline: StableDiffusionPipeline, files: Mapping[str, Path]) -> None:
    """Load them into the pipeline, by diffusers' own loader; all lie in one folder beside models/image_encoder."""
    if files:
        folder = next(iter(files.values())).parent
        pipeline.load_ip_adapter(
            str(folder.parent),
            subfolder=folder.name,
            weight_name=[file.name for file in files.values()],
            image_encoder_folder="models/image_encoder",
            local_files_only=True,
        )
