"""Diffusers' own pipelines, drawing what a plan asks for: the reference that the engine is held against."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import (
    DDIMScheduler,
    DPMSolverMultistepScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    LCMScheduler,
    StableDiffusionImg2ImgPipeline,
    StableDiffusionInpaintPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLImg2ImgPipeline,
    StableDiffusionXLPipeline,
    UniPCMultistepScheduler,
)
from diffusers.image_processor import IPAdapterMaskProcessor
from diffusers.models.attention_processor import IPAdapterAttnProcessor2_0
from PIL import Image

from engine.families.swatches import swatch
from engine.plan.facts import Sampler
from engine.plan.plan import Plan, PlannedReference
from tests.engine.plans import PICTURES

Pixels = np.ndarray[Any, np.dtype[np.float32]]


class ByDiffusers:
    """What draws a plan as diffusers does."""

    def draw(self, plan: Plan, row: int = 0, **changed: Any) -> Pixels:
        """One picture of the plan, (height, width, 3) in [0, 1]; `changed` goes to the pipeline's call."""
        raise NotImplementedError

    def drawn(self, plan: Plan, row: int = 0) -> Pixels:
        """The same, drawn once for all tests that ask for it; for pipelines that no test changes."""
        if (plan, row) not in self._pictures:
            pixels = self._pictures[plan, row] = self.draw(plan, row)
            pixels.setflags(write=False)
        return self._pictures[plan, row]

    @cached_property
    def _pictures(self) -> dict[tuple[Plan, int], Pixels]:
        return {}


class Stock(ByDiffusers):
    """A pipeline with or without adapters, set up anew for each plan."""

    adapters_in, from_noise, from_a_picture = "models", StableDiffusionPipeline, StableDiffusionImg2ImgPipeline

    def __init__(self, folder: Path, adapters: dict[str, Path]) -> None:
        self._folder, self._adapters = folder, adapters
        self._plain = self._load(folder)
        self._names = list(adapters)

    def draw(self, plan: Plan, row: int = 0, **changed: Any) -> Pixels:
        """One picture of the plan, (height, width, 3) in [0, 1]; `changed` goes to the pipeline's call."""
        pipeline = self._seeing if plan.references else self._plain
        options = self._options(plan, row)
        if plan.references:
            options["ip_adapter_image"] = self._look_at(plan.references)
            if any(each.mask for each in plan.references):
                options["cross_attention_kwargs"] = {"ip_adapter_masks": self._masks(plan)}
        scheduler = pipeline.scheduler
        try:
            pipeline.scheduler = _scheduler(plan.sampler, scheduler.config)
            drawing = pipeline
            if plan.start is not None:
                drawing = self.from_a_picture.from_pipe(pipeline)
                drawing.set_progress_bar_config(disable=True)
                options |= {"image": PICTURES[plan.start], "strength": plan.strength}
            else:
                options |= {"width": plan.width, "height": plan.height}
            pixels: Pixels = drawing(**options | changed).images[0]
        finally:
            pipeline.scheduler = scheduler
        return pixels

    def inpaint(self, plan: Plan, mask: Image.Image) -> Pixels:
        """The plan's first picture, its start drawn anew where the mask is white."""
        drawing = StableDiffusionInpaintPipeline.from_pipe(self._plain)
        drawing.set_progress_bar_config(disable=True)
        drawing.scheduler = _scheduler(plan.sampler, self._plain.scheduler.config)
        # It also encodes the masked picture, for models that look at it; that must not use up the seed's randomness.
        encode = drawing.prepare_mask_latents
        drawing.prepare_mask_latents = lambda *given: encode(*given[:7], torch.Generator(), *given[8:])
        options = self._options(plan, 0) | {"image": PICTURES[str(plan.start)], "mask_image": mask}
        pixels: Pixels = drawing(**options, strength=plan.strength, width=plan.width, height=plan.height).images[0]
        return pixels

    def embeddings(self, text: str) -> torch.Tensor:
        """What the text encoder makes of a text that fits its window."""
        embedded: torch.Tensor = self._plain.encode_prompt(text, "cpu", 1, do_classifier_free_guidance=False)[0]
        return embedded

    def error_of_the_vae(self, picture: Image.Image, seed: int) -> Pixels:
        """The picture, encoded and decoded."""
        seen = self._plain.image_processor.preprocess(picture)
        with torch.no_grad():
            latents = self._plain.vae.encode(seen).latent_dist.sample(torch.Generator().manual_seed(seed))
            decoded = self._plain.vae.decode(latents, return_dict=False)[0]
        pixels: Pixels = self._plain.image_processor.postprocess(decoded, output_type="np")[0]
        return pixels

    @cached_property
    def _seeing(self) -> Any:
        """The pipeline with the adapters, loaded when the first plan has a reference."""
        pipeline = self._load(self._folder)
        pipeline.load_ip_adapter(
            str(self._folder / "ip_adapter"),
            subfolder=self.adapters_in,
            weight_name=[path.name for path in self._adapters.values()],
            image_encoder_folder="models/image_encoder",
            local_files_only=True,
        )
        return pipeline

    def _load(self, folder: Path) -> Any:
        pipeline = self.from_noise.from_pretrained(folder, local_files_only=True)
        pipeline.set_progress_bar_config(disable=True)
        return pipeline

    @staticmethod
    def _options(plan: Plan, row: int) -> dict[str, Any]:
        return {
            "prompt": plan.texts[0].text,
            "negative_prompt": plan.negative[0].text or None,
            "num_inference_steps": plan.steps,
            "guidance_scale": plan.rows[row].guidance_scale,
            "generator": torch.Generator().manual_seed(plan.rows[row].seed),
            "output_type": "np",
        }

    def _masks(self, plan: Plan) -> list[torch.Tensor | None]:
        """For each adapter, (1, pictures, height, width) where one of its pictures has a mask."""
        masks: list[torch.Tensor | None] = []
        for name in self._names:
            own = [each for each in plan.references if each.adapter == name]
            made = (
                IPAdapterMaskProcessor().preprocess(
                    [PICTURES[each.mask_name] if each.mask else Image.new("L", (64, 64), 255) for each in own] or None,
                    height=plan.height,
                    width=plan.width,
                )
                if any(each.mask for each in own)
                else None
            )
            masks.append(None if made is None else made.reshape(1, len(own), plan.height, plan.width))
        return masks

    def _look_at(self, references: Sequence[PlannedReference]) -> list[list[Image.Image]]:
        """Set each adapter's scale in each layer; the pictures for each, one that nobody sees where it has none."""
        scales, pictures = [], []
        for name in self._names:
            own = [each for each in references if each.adapter == name]
            scales.append(own[0] if own else None)
            pictures.append([_picture(each) for each in own] or [Image.new("RGB", (32, 32))])
        processors = self._seeing.unet.attn_processors.values()
        layers = [each for each in processors if isinstance(each, IPAdapterAttnProcessor2_0)]
        for number, layer in enumerate(layers):
            layer.scale = [
                0.0 if not each else each.scale if each.layers is None or number in each.layers else each.elsewhere
                for each in scales
            ]
        return pictures


class StockXl(Stock):
    """SDXL's."""

    adapters_in, from_noise, from_a_picture = (
        "sdxl_models",
        StableDiffusionXLPipeline,
        StableDiffusionXLImg2ImgPipeline,
    )


def _picture(reference: PlannedReference) -> Image.Image:
    return swatch(reference.code) if reference.code is not None else PICTURES[str(reference.path)]


def _scheduler(sampler: Sampler, config: Any) -> Any:
    solver = {"algorithm_type": "dpmsolver++", "use_karras_sigmas": True}
    kinds: dict[Sampler, tuple[Any, dict[str, Any]]] = {
        Sampler.DPMPP_2M_KARRAS: (DPMSolverMultistepScheduler, solver),
        Sampler.DPMPP_2M_SDE_KARRAS: (DPMSolverMultistepScheduler, solver | {"algorithm_type": "sde-dpmsolver++"}),
        Sampler.EULER: (EulerDiscreteScheduler, {}),
        Sampler.EULER_A: (EulerAncestralDiscreteScheduler, {}),
        Sampler.UNIPC: (UniPCMultistepScheduler, {}),
        Sampler.DDIM: (DDIMScheduler, {"clip_sample": False}),
        Sampler.LCM: (LCMScheduler, {"clip_sample": False}),
    }
    kind, changed = kinds[sampler]
    return kind.from_config(config, **changed)
