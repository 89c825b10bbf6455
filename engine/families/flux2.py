"""FLUX.2 klein: a transformer that reads pictures beside texts, and draws by flow matching."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from pathlib import Path
from typing import Any, Self

import torch
from diffusers import FlowMatchEulerDiscreteScheduler, Flux2KleinPipeline
from diffusers.pipelines.flux2.pipeline_flux2_klein import compute_empirical_mu
from PIL import Image

from engine.checkpoint import NoModel
from engine.families import Ask, Encoded, Gaussian, Pictures, Shape
from engine.families.adapters import picture_of
from engine.families.blocks import compile_repeated, compiles
from engine.families.devices import dtype_on
from engine.families.language import LanguageEncoder
from engine.families.loras import Loras, Wearing, Worn
from engine.families.offloading import Relief, Resting
from engine.families.perturbed import perturbed
from engine.families.pixels import fitted, to_tensor
from engine.families.quiet import be_quiet
from engine.families.rough import Rough
from engine.families.schedules import Levels, Schedule
from engine.families.views import View, pixels_of, views_of
from engine.plan.facts import Precision
from engine.plan.plan import Plan, PlannedReference

_NOISE_ALONE = 1e6
"""Noise over signal where a flow has no signal at all; the picture is off by a millionth of its range."""
_PATCH = 2
"""Latents of the VAE to each side of one of the transformer's."""


@dataclass(frozen=True, eq=False)
class FlowCondition:
    """What a row is drawn towards, and what its twin is: texts of (tokens, width), and pictures."""

    text: torch.Tensor
    negative: torch.Tensor
    views: tuple[View, ...]
    loras: Wearing = ()


@dataclass(frozen=True)
class _Line:
    """One line of a batch: what row it belongs to, how much it counts there, and what it sees."""

    row: int
    counts: float
    text: torch.Tensor
    view: View
    loras: Wearing


class Flux2:
    """A loaded model of this family."""

    def __init__(self, pipeline: Flux2KleinPipeline) -> None:
        self.device = pipeline.transformer.device
        self._transformer, self._vae = pipeline.transformer, pipeline.vae
        self._texts = LanguageEncoder(pipeline.tokenizer, pipeline.text_encoder)
        self._is_distilled = bool(pipeline.config.is_distilled)
        self._flow = pipeline.scheduler.config
        self._factor = _PATCH * 2 ** (len(self._vae.config.block_out_channels) - 1)
        normal = self._vae.bn
        self._mean = normal.running_mean.float().view(-1, 1, 1)
        self._deviation = (normal.running_var.float() + self._vae.config.batch_norm_eps).sqrt().view(-1, 1, 1)
        self._resting = Resting({"texts": self._texts.model, "vae": pipeline.vae}, self.device)
        self._relief = Relief(self._resting, pipeline.transformer, self.device)
        self._dtype = pipeline.transformer.dtype
        self._worn = Worn("transformer", pipeline.transformer)
        self._loras = Loras({"transformer": self._worn}, _converted)
        self._rough = Rough.of(self._vae.config.latent_channels, self._decoded)

    @classmethod
    def load(
        cls,
        folder: Path,
        device: str,
        *,
        spacing: str | None = None,
        precision: Precision | None = None,
        compiled: bool = False,
    ) -> Self:
        """The model in this folder; in bfloat16, in which it was made, where the device is good at it, unless
        `precision` says otherwise; `compiled` where that can be done.

        A flow's levels are its own, so that no `spacing` of timesteps changes them.
        """
        del spacing
        be_quiet()
        pipeline = Flux2KleinPipeline.from_pretrained(
            folder, dtype=dtype_on(device, torch.bfloat16, precision), use_safetensors=True, local_files_only=True
        )
        if compiled and compiles(device):
            compile_repeated(pipeline.transformer)
        return cls(pipeline.to(device))

    def follow(self, controls: Mapping[str, Path], _preprocessors: Mapping[str, Path]) -> None:
        """There is no network for it: `Facts.controls` is empty. Raises NoModel for one."""
        if not controls:
            return
        raise NoModel(f"FLUX.2 klein follows no {', '.join(controls)}: leave its controls out of the configuration.")

    def wear(self, files: Callable[[], Mapping[str, Path]]) -> None:
        """Of its transformer alone; the language model wears none."""
        self._loras.files = files

    def schedule(self, _levels: Levels, steps: int, shape: Shape) -> Schedule:
        """As diffusers' pipeline lays them out: the larger the picture, the longer at much noise."""
        scheduler = FlowMatchEulerDiscreteScheduler.from_config(self._flow)
        even = [1 - index / steps for index in range(steps)]
        scheduler.set_timesteps(sigmas=even, mu=compute_empirical_mu(prod(shape[1:]), steps))
        times = scheduler.sigmas.tolist()
        sigmas = tuple(min(time / max(1 - time, 1e-12), _NOISE_ALONE) for time in times)
        return Schedule(sigmas, tuple(1000 * time for time in times[:-1]), sigmas[0])

    @torch.inference_mode()
    def encode(self, plan: Plan, pictures: Pictures) -> Encoded:
        """Texts, reference pictures and start picture, once for a job."""
        with self._resting.use("texts", "vae"):
            return self._encode(plan, pictures)

    def _encode(self, plan: Plan, pictures: Pictures) -> Encoded:
        loras, text = self._loras.wearing(plan.loras), self._texts.encode(plan.texts)
        is_guided = not self._is_distilled and any(row.guidance_scale > 1 for row in plan.rows)
        negative = self._texts.encode(plan.negative) if is_guided else text
        plain = FlowCondition(text, negative, views_of(plan.references, self._tokens(plan.references, pictures)), loras)
        conditions = tuple(
            replace(plain, text=perturbed(text, plan.embedding_noise, row.seed)) if plan.embedding_noise else plain
            for row in plan.rows
        )
        channels = self._vae.config.latent_channels * _PATCH**2
        shape = (channels, plan.height // self._factor, plan.width // self._factor)
        start = None
        if plan.start is not None:
            mean = self._encoded(fitted(pictures[plan.start], plan.width, plan.height))
            start = Gaussian(mean, torch.zeros_like(mean))
        heavier = sum(1 + len(view.tokens) / prod(shape[1:]) for view in plain.views)
        return Encoded(conditions, shape, start, heavier)

    @torch.inference_mode()
    def denoise(self, noisy: torch.Tensor, asks: Sequence[Ask], *, tile: bool) -> torch.Tensor:
        """The estimate of the clean latents; rows that see pictures of the same sizes, or none, share a forward pass.

        Their edges cannot be made to meet, since the transformer knows where each token lies.
        """
        assert not tile  # noqa: S101 - plans do not ask for it: `Facts.can_tile`
        times = noisy.new_tensor([ask.timestep / 1000 for ask in asks])
        signal = noisy.new_tensor([1 / (1 + ask.sigma) for ask in asks])
        flowing = noisy * signal[:, None, None, None]
        velocity = torch.zeros_like(noisy)
        for lines in _sharing(self._lines(asks)):
            rows = [line.row for line in lines]
            told = self._told(flowing[rows], times[rows], lines)
            counts = noisy.new_tensor([line.counts for line in lines])[:, None, None, None]
            velocity.index_add_(0, torch.tensor(rows, device=noisy.device), told * counts)
        return flowing - times[:, None, None, None] * velocity

    def spare(self) -> None:
        """By the VAE's own tiles."""
        self._vae.enable_tiling()

    def relieve(self) -> bool:
        """The language model and the VAE wait in the machine's memory, then the transformer's weights do."""
        return self._relief.give()

    @torch.inference_mode()
    def decode(self, latents: torch.Tensor, *, tile: bool) -> torch.Tensor:
        """The pictures, by the VAE."""
        del tile
        with self._resting.use("vae"):
            return self._decoded(self._opened(latents.to(self.device)))

    @torch.inference_mode()
    def preview(self, latents: torch.Tensor) -> torch.Tensor:
        """The pictures roughly, of the size of the VAE's latents."""
        return self._rough.pictures(self._opened(latents.to(self.device)).cpu())

    def _lines(self, asks: Sequence[Ask]) -> list[_Line]:
        """A line for each view of each row, and as many for its twin."""
        lines = []
        for row, ask in enumerate(asks):
            condition: FlowCondition = ask.condition
            scale = ask.guidance_scale if ask.is_guided and not self._is_distilled else 1.0
            for view in condition.views:
                lines.append(_Line(row, view.counts * scale, condition.text, view, condition.loras))
                if scale != 1:
                    lines.append(_Line(row, view.counts * (1 - scale), condition.negative, view, condition.loras))
        return lines

    def _told(self, flowing: torch.Tensor, times: torch.Tensor, lines: Sequence[_Line]) -> torch.Tensor:
        """The velocity that the transformer tells for each line; all of them see pictures of the same sizes."""
        rows, _, height, width = flowing.shape
        own = flowing.flatten(2).transpose(1, 2)
        text = torch.stack([line.text for line in lines])
        seen = [torch.stack([line.view.tokens for line in lines]).to(own)] if lines[0].view.sizes else []
        places = torch.cat([_places(0, height, width), lines[0].view.places()])
        told = self._worn.run(
            [line.loras for line in lines],
            self._transformer,
            hidden_states=torch.cat([own, *seen], 1).to(self._dtype),
            timestep=times,
            encoder_hidden_states=text,
            txt_ids=_text_places(text.shape[1]).to(self.device),
            img_ids=places.to(self.device),
            joint_attention_kwargs=self._weighed(lines, text.shape[1] + own.shape[1]),
            return_dict=False,
        )[0]
        velocity: torch.Tensor = told[:, : own.shape[1]].to(flowing.dtype).transpose(1, 2)
        return velocity.reshape(rows, -1, height, width)

    def _weighed(self, lines: Sequence[_Line], others: int) -> dict[str, Any] | None:
        """Where pictures of one role weigh differently, the logarithm of their weights on the attention to them."""
        if not any(line.view.bias.any() for line in lines):
            return None
        bias = torch.stack([torch.cat([line.view.bias.new_zeros(others), line.view.bias]) for line in lines])
        return {"attention_mask": bias[:, None, None].to(self.device, self._dtype)}

    def _tokens(self, references: Sequence[PlannedReference], pictures: Pictures) -> list[torch.Tensor]:
        """Each reference picture's latents, (channels, height, width)."""
        return [self._encoded(pixels_of(picture_of(each, pictures), self._factor)) for each in references]

    def _encoded(self, picture: Image.Image) -> torch.Tensor:
        pixels = to_tensor(picture)[None] * 2 - 1
        told = self._vae.encode(pixels.to(self.device, self._vae.dtype)).latent_dist.mode()[0].float()
        normal: torch.Tensor = (_patched(told) - self._mean) / self._deviation
        return normal

    def _opened(self, latents: torch.Tensor) -> torch.Tensor:
        """As the VAE has them."""
        return _unpatched(latents * self._deviation + self._mean)

    def _decoded(self, latents: torch.Tensor) -> torch.Tensor:
        told: torch.Tensor = self._vae.decode(latents.to(self.device, self._vae.dtype), return_dict=False)[0]
        return (told.float() / 2 + 0.5).clamp(0, 1).cpu()


def _converted(tensors: dict[str, torch.Tensor]) -> tuple[dict[str, torch.Tensor], None]:
    """As diffusers names layers; other programs' alphas are in the tensors already."""
    return Flux2KleinPipeline.lora_state_dict(tensors), None


def _sharing(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines by the sizes of the pictures that they see: places are told to the transformer once for a whole batch."""
    groups: dict[object, list[_Line]] = {}
    for line in lines:
        groups.setdefault(line.view.sizes, []).append(line)
    return list(groups.values())


def _places(time: int, height: int, width: int) -> torch.Tensor:
    axes = (torch.tensor([time]), torch.arange(height), torch.arange(width), torch.arange(1))
    return torch.cartesian_prod(*axes)


def _text_places(length: int) -> torch.Tensor:
    return torch.nn.functional.pad(torch.arange(length)[:, None], (3, 0))


def _patched(latents: torch.Tensor) -> torch.Tensor:
    """(channels, height, width) to four times the channels and half the sides, as the transformer was made to read."""
    channels, height, width = latents.shape
    parts = latents.view(channels, height // _PATCH, _PATCH, width // _PATCH, _PATCH)
    return parts.permute(0, 2, 4, 1, 3).reshape(channels * _PATCH**2, height // _PATCH, width // _PATCH)


def _unpatched(latents: torch.Tensor) -> torch.Tensor:
    """The way back, of (rows, channels, height, width)."""
    rows, channels, height, width = latents.shape
    parts = latents.view(rows, channels // _PATCH**2, _PATCH, _PATCH, height, width)
    return parts.permute(0, 1, 4, 2, 5, 3).reshape(rows, -1, height * _PATCH, width * _PATCH)
