"""Stable Diffusion 1.5 and its kin: diffusers' UNet, VAE and CLIP, run for rows of any jobs at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import torch
from diffusers import EulerDiscreteScheduler, StableDiffusionPipeline
from PIL import Image

from engine.checkpoint import NoModel, adapter_file, adapters_in, checkpoint_in, controls_in
from engine.families import Ask, Encoded, Gaussian, Pictures, Shape
from engine.families.adapters import Adapters, load_adapters
from engine.families.attention import attend_by_row
from engine.families.batches import Batch, Reference, SeenCondition, gathered
from engine.families.blocks import compiles
from engine.families.controls import Controls, followed
from engine.families.devices import dtype_on
from engine.families.lean import make_lean
from engine.families.loras import Loras, Wearing, Worn
from engine.families.offloading import Relief, Resting
from engine.families.perturbed import perturbed
from engine.families.pixels import fitted, to_tensor
from engine.families.quiet import be_quiet
from engine.families.rough import Rough
from engine.families.schedules import Levels, Schedule, Training
from engine.families.seamless import Seams
from engine.families.senses import Senses
from engine.families.texts import TextEncoder
from engine.families.upscaler import Upscaler, load_upscaler
from engine.plan.facts import Precision
from engine.plan.plan import Plan


class Sd15:
    """A loaded model of this family. Others that are a UNet with a VAE inherit from it, and say where they differ."""

    family = "sd15"
    pipeline: type[Any] = StableDiffusionPipeline
    left_out: Mapping[str, Any] = {"safety_checker": None, "requires_safety_checker": False}
    """Parts of the stock pipeline that are not loaded."""
    senses = Senses({})
    """How words are read that the model does not know."""
    controls: Controls
    """The networks that follow pictures."""

    def __init__(
        self,
        pipeline: StableDiffusionPipeline,
        adapters: Sequence[str],
        upscaler: Upscaler | None = None,
        *,
        is_compiled: bool = False,
    ) -> None:
        self.device = pipeline.unet.device
        self._unet, self._vae = pipeline.unet, pipeline.vae
        self._dtype = pipeline.unet.dtype
        self._read_texts_with(pipeline)
        self._layers = attend_by_row(pipeline.unet)
        if self.device.type == "cpu" or is_compiled:
            make_lean(pipeline.unet, is_compiled=is_compiled)
        self._adapters = Adapters(pipeline, adapters, self._layers)
        # Tokens are made once a job, so that the UNet need not make them at each step.
        self._unet.encoder_hid_proj = None
        self._unet.register_to_config(encoder_hid_dim_type=None)
        self._upscaler = None if upscaler is None else upscaler.to(self.device)
        finish = torch.nn.ModuleList([pipeline.vae.decoder, *filter(None, [self._upscaler])])
        self._unet_seams, self._decoder_seams = Seams(pipeline.unet), Seams(finish)
        self._training = _training(pipeline)
        self._is_velocity = pipeline.scheduler.config.prediction_type == "v_prediction"
        self._factor = 2 ** (len(self._vae.config.block_out_channels) - 1)
        self.controls = Controls({}, pipeline.unet)
        self._worn = Worn("unet", pipeline.unet)
        self._loras = Loras({"unet": self._worn, **self._worn_by_texts()}, self._converted)
        self._last: tuple[tuple[object, ...], Batch] | None = None
        parts = {
            "vision": self._adapters.vision,
            "vae": pipeline.vae,
            "upscaler": self._upscaler,
            **self._text_models(),
        }
        self._resting = Resting(parts, self.device)
        self._relief = Relief(self._resting, pipeline.unet, self.device)
        self._rough = Rough.of(self._vae.config.latent_channels, lambda latents: self.decode(latents, tile=False))

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
        """The model in this folder, with the adapters that lie in it; half precision where the device is good at it,
        unless `precision` says otherwise; `compiled` where that can be done.

        `spacing` of the timesteps counts over what the checkpoint's own scheduler says.
        """
        be_quiet()
        pipeline = cls._opened(folder, dtype_on(device, torch.float16, precision))
        if spacing is not None:
            pipeline.scheduler.register_to_config(timestep_spacing=spacing)
        names = [adapter.name for adapter in adapters_in(folder, cls.family)]
        load_adapters(pipeline, {name: adapter_file(folder, name, cls.family) for name in names})
        is_compiled = compiled and compiles(device)
        loaded = cls(pipeline.to(device), names, load_upscaler(folder), is_compiled=is_compiled)
        loaded.senses = Senses.load(folder)
        loaded.controls = Controls(controls_in(folder), loaded._unet)
        return loaded

    @classmethod
    def _opened(cls, folder: Path, dtype: torch.dtype) -> Any:
        """Diffusers' pipeline, from the folder's files of weights or from the one file that it stands for."""
        if (single := checkpoint_in(folder)) is None:
            given = {"dtype": dtype, "use_safetensors": True, "local_files_only": True}
            return cls.pipeline.from_pretrained(folder, **given, **cls.left_out)
        try:
            return cls.pipeline.from_single_file(
                str(single), config=str(folder), torch_dtype=dtype, local_files_only=True, **cls.left_out
            )
        except (OSError, ValueError, KeyError, RuntimeError) as failure:
            raise NoModel(f"{single} cannot be loaded ({failure}): get it anew, as .safetensors.") from failure

    def follow(self, controls: Mapping[str, Path], preprocessors: Mapping[str, Path]) -> None:
        """Networks that do not lie beside the model."""
        self.controls.add(controls, preprocessors)

    def wear(self, files: Callable[[], Mapping[str, Path]]) -> None:
        """Asked anew for each job that names one."""
        self._loras.files = files

    def schedule(self, levels: Levels, steps: int, _shape: Shape) -> Schedule:
        """As the checkpoint's scheduler was set, or Karras' own."""
        return self._training.schedule(levels, steps)

    @torch.inference_mode()
    def encode(self, plan: Plan, pictures: Pictures) -> Encoded:
        """Texts, reference pictures and start picture, once for a job."""
        with self._resting.use("vision", "vae", *self._text_models()):
            return self._encoded(plan, pictures)

    def _encoded(self, plan: Plan, pictures: Pictures) -> Encoded:
        loras = self._loras.wearing(plan.loras)
        plain = self._read(plan, self._adapters.references(plan, pictures), loras)
        if plan.control is not None:
            picture, size = pictures[plan.control.path], (plan.width, plan.height)
            plain = replace(plain, control=self.controls.control(picture, plan.control, size, tile=plan.tile))
        share = plan.embedding_noise
        conditions = tuple(
            replace(plain, text=perturbed(plain.text, share, row.seed)) if share else plain for row in plan.rows
        )
        shape = (self._vae.config.latent_channels, plan.height // self._factor, plan.width // self._factor)
        start = None
        if plan.start is not None:
            start = self._gaussian(fitted(pictures[plan.start], plan.width, plan.height))
        return Encoded(conditions, shape, start)

    @torch.inference_mode()
    def denoise(self, noisy: torch.Tensor, asks: Sequence[Ask], *, tile: bool) -> torch.Tensor:
        """The estimate of the clean latents, in one forward pass of the UNet."""
        is_guided = [ask.is_guided for ask in asks]
        guided = [row for row, yes in enumerate(is_guided) if yes]
        batch = self._gathered(asks, is_guided)
        sigmas = noisy.new_tensor([ask.sigma for ask in asks])[:, None, None, None]
        scaled, timesteps = noisy * (sigmas**2 + 1).rsqrt(), noisy.new_tensor([ask.timestep for ask in asks])
        self._unet_seams.close(tile=tile)
        lines = {
            "sample": torch.cat([scaled, scaled[guided]]).to(self._dtype),
            "timestep": torch.cat([timesteps, timesteps[guided]]),
            "encoder_hidden_states": batch.text,
            "added_cond_kwargs": self._added(asks, guided, noisy),
        }
        controls = [ask.condition.control for ask in (*asks, *(asks[row] for row in guided))]
        told: torch.Tensor = self._worn.run(
            [ask.condition.loras for ask in (*asks, *(asks[row] for row in guided))],
            self._unet,
            **lines,
            **followed(controls, lines, batch.sight, tile=tile),
            cross_attention_kwargs={"ip_hidden_states": batch.sight},
            return_dict=False,
        )[0].to(noisy.dtype)
        told = _guided(told, [asks[row].guidance_scale for row in guided], guided)
        if self._is_velocity:
            return noisy / (sigmas**2 + 1) - told * sigmas * (sigmas**2 + 1).rsqrt()
        return noisy - sigmas * told

    def spare(self) -> None:
        """By the VAE's own tiles."""
        self._vae.enable_tiling()

    def relieve(self) -> bool:
        """Encoders and VAE wait in the machine's memory, then the UNet's weights do."""
        return self._relief.give()

    @torch.inference_mode()
    def decode(self, latents: torch.Tensor, *, tile: bool) -> torch.Tensor:
        """The pictures, by the VAE and the model's own upscaler where it has one."""
        with self._resting.use("vae", "upscaler"):
            return self._decoded(latents, tile=tile)

    def _decoded(self, latents: torch.Tensor, *, tile: bool) -> torch.Tensor:
        self._decoder_seams.close(tile=tile)
        scaled = latents.to(self.device, self._vae.dtype) / self._vae.config.scaling_factor
        decoded: torch.Tensor = self._vae.decode(scaled, return_dict=False)[0]
        pixels = (decoded.float() / 2 + 0.5).clamp(0, 1)
        return (pixels if self._upscaler is None else self._upscaler(pixels, tile=tile).clamp(0, 1)).cpu()

    @torch.inference_mode()
    def preview(self, latents: torch.Tensor) -> torch.Tensor:
        """The pictures roughly, of the latents' size."""
        return self._rough.pictures(latents.cpu())

    def _converted(self, tensors: dict[str, torch.Tensor]) -> Any:
        return self.pipeline.lora_state_dict(tensors, unet_config=self._unet.config)

    def _read_texts_with(self, pipeline: Any) -> None:
        self._texts = TextEncoder(pipeline.tokenizer, pipeline.text_encoder)

    def _text_models(self) -> dict[str, torch.nn.Module]:
        return {"text_encoder": self._texts.model}

    def _worn_by_texts(self) -> dict[str, Worn]:
        return {"text_encoder": self._texts.worn}

    def _read(self, plan: Plan, references: tuple[Reference, ...], loras: Wearing) -> SeenCondition:
        """What every row of the plan is drawn towards and away from."""
        text, negative = (
            [replace(each, text=self.senses.read(each.text)) for each in texts] for texts in (plan.texts, plan.negative)
        )
        towards, away = self._texts.encode(text, loras), self._texts.encode(negative, loras)
        return SeenCondition(towards, away, references, loras=loras)

    def _added(self, _asks: Sequence[Ask], _guided: Sequence[int], _noisy: torch.Tensor) -> dict[str, torch.Tensor]:
        """What the UNet is told beside texts and pictures, for all rows and then for the twins of `guided`."""
        return {}

    def _gaussian(self, picture: Image.Image) -> Gaussian:
        pixels = to_tensor(picture)[None] * 2 - 1
        told = self._vae.encode(pixels.to(self.device, self._vae.dtype)).latent_dist
        scale = self._vae.config.scaling_factor
        return Gaussian(told.mean[0].float() * scale, told.std[0].float() * scale)

    def _gathered(self, asks: Sequence[Ask], is_guided: Sequence[bool]) -> Batch:
        """The batch of these rows; as a rule they are those of the last step."""
        key = (*(ask.condition for ask in asks), *is_guided)
        if self._last is None or self._last[0] != key:
            self._last = key, gathered([ask.condition for ask in asks], is_guided, self._layers)
        return self._last[1]


def _guided(told: torch.Tensor, scales: Sequence[float], rows: Sequence[int]) -> torch.Tensor:
    """What was told to each row, moved away from what was told to its twin; twins stand behind all rows."""
    if not rows:
        return told
    towards, away = told[: -len(rows)], told[-len(rows) :]
    by = told.new_tensor(scales)[:, None, None, None]
    return towards.index_copy(0, torch.tensor(rows, device=told.device), away.lerp(towards[rows], by))


def _training(pipeline: StableDiffusionPipeline) -> Training:
    """What the checkpoint was trained on, as diffusers' Euler scheduler reads its configuration."""
    scheduler = EulerDiscreteScheduler.from_config(pipeline.scheduler.config)
    sigmas = ((1 - scheduler.alphas_cumprod) / scheduler.alphas_cumprod).sqrt()
    least = 0.0 if pipeline.scheduler.config.get("set_alpha_to_one", True) else float(sigmas[0])
    return Training(tuple(sigmas.tolist()), scheduler.config.timestep_spacing, scheduler.config.steps_offset, least)
