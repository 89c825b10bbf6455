"""Makes Pocket, a step at a time or all: `python -m engine.pocket.recipe STEP --minutes M --work FOLDER`.

Each step goes on from what lies in the folder, and none needs the network.
"""

import argparse
import hashlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that wait leave the processor to others

import torch
from diffusers import AutoencoderKL
from transformers import CLIPTextModel, CLIPTokenizer, CLIPVisionModelWithProjection

from engine.families.upscaler import load_upscaler
from engine.pocket.eye import Eye
from engine.pocket.recipe.begin import EYE, VISION, begin
from engine.pocket.recipe.export import export, size_of
from engine.pocket.recipe.sources.sprites import Sprites, load_sprites
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.adapters import export_adapter, export_vision, train_adapter
from engine.pocket.recipe.train.control import export_control, load_control, train_control
from engine.pocket.recipe.train.eye import load_eye, train_eye
from engine.pocket.recipe.train.latents import encode_shard, load_shards, normalised
from engine.pocket.recipe.train.outlines import load_outlines, train_outlines
from engine.pocket.recipe.train.pairs import USES, Pairs, embedded
from engine.pocket.recipe.train.resampler import Readings, load_resampler, train_resampler
from engine.pocket.recipe.train.sketches import Sketches, lines_of
from engine.pocket.recipe.train.tells import Tells
from engine.pocket.recipe.train.text import load_text, train_text
from engine.pocket.recipe.train.unet import Captioned, load_unet, train_unet
from engine.pocket.recipe.train.upscaler import train_upscaler
from engine.pocket.recipe.train.vae import BATCH as VAE_BATCH
from engine.pocket.recipe.train.vae import Pictures, load_vae, train_vae
from engine.pocket.recipe.train.vision import Pool, Seeing, load_vision, states_of_nothing, train_vision
from engine.pocket.recipe.world.chosen import chosen, weights

READING: Final = 0.4
"""The part of an adapter's or a control's time in which it learns to say what it sees, before the UNet reads that."""


@dataclass
class Made:
    """What lies in the folder, read when first wanted."""

    work: Path
    is_whole: bool
    """All concepts, not only the chosen ones."""

    @cached_property
    def drawings(self) -> Sprites:
        """All that were rendered."""
        return load_sprites(self.work / "sprites")

    @cached_property
    def sprites(self) -> Sprites:
        """Those of this world's concepts."""
        return self.drawings if self.is_whole else chosen(self.drawings)

    @cached_property
    def vae(self) -> AutoencoderKL:
        """The autoencoder whose latents are cached."""
        folder = self.work / "model" / "vae"
        if not folder.is_dir():
            self.put_vae()
        return AutoencoderKL.from_pretrained(folder).eval()

    def put_vae(self) -> None:
        """Let the one that was trained last be the model's."""
        normalised(load_vae(self.work / "vae"), self.sprites).save_pretrained(self.work / "model" / "vae")

    @property
    def latents(self) -> Path:
        """The folder of the latents of this autoencoder: another one has others."""
        weights = self.work / "model" / "vae" / "diffusion_pytorch_model.safetensors"
        return self.work / "latents" / hashlib.sha256(weights.read_bytes()).hexdigest()[:8]

    @property
    def vision(self) -> CLIPVisionModelWithProjection:
        """The one that was trained last, or the one that was begun from. Raises FileNotFoundError for neither."""
        begun = None if self._has(VISION) else self.begun_vision
        return load_vision(self.work / VISION) if begun is None else begun

    @property
    def begun_vision(self) -> CLIPVisionModelWithProjection | None:
        """Of the model that was begun from."""
        folder = self.work / "model" / VISION
        if not folder.is_dir():
            return None
        return CLIPVisionModelWithProjection.from_pretrained(folder, dtype=torch.float32).eval()

    @property
    def begun_eye(self) -> Eye | None:
        """Of the model that was begun from."""
        folder = self.work / "model" / EYE
        return Eye.load(folder) if folder.is_dir() else None

    @property
    def eye(self) -> Eye | None:
        """The one that was trained last, or the one that was begun from."""
        return load_eye(self.sprites, self.work / EYE) if self._has(EYE) else self.begun_eye

    def _has(self, part: str) -> bool:
        return checkpoints.exist(self.work / part)

    @cached_property
    def texts(self) -> tuple[CLIPTokenizer, CLIPTextModel]:
        """Tokenizer and text encoder."""
        return load_text(self.work / "model")


def _text(made: Made, asked: argparse.Namespace) -> None:
    if (made.work / "model" / "text_encoder").is_dir() and not (made.work / "text").is_dir():
        return  # it is that of the model that was begun from
    tokenizer, encoder = train_text(made.sprites, made.drawings, made.work / "text", minutes=asked.minutes)
    tokenizer.save_pretrained(made.work / "model" / "tokenizer")
    encoder.save_pretrained(made.work / "model" / "text_encoder")


def _vae(made: Made, asked: argparse.Namespace) -> None:
    """Among all steps only where the model has none yet: the UNet knows the latents of the one that it has."""
    is_there = (made.work / "model" / "vae").is_dir()
    if is_there and asked.step == "all":
        return
    folder = made.work / "vae"
    pictures = Pictures(made.sprites, made.drawings, checkpoints.steps(folder) * VAE_BATCH)
    train_vae(pictures, folder, minutes=asked.minutes, begun=made.vae if is_there else None)
    made.put_vae()


def _latents(made: Made, asked: argparse.Namespace) -> None:
    vae = made.vae
    for number in range(asked.shards):
        encode_shard(vae, made.sprites, made.latents, number)
        sys.stderr.write(f"shard {number + 1} of {asked.shards}\n")


def _captioned(made: Made, asked: argparse.Namespace, most: int | None = None) -> Captioned:
    return Captioned(made.latents, *made.texts, None if asked.whole else weights(asked.others), most)


def _unet(made: Made, asked: argparse.Namespace) -> None:
    train_unet(_captioned(made, asked), made.work / "unet", minutes=asked.minutes, threads=asked.threads)


def _vision(made: Made, asked: argparse.Namespace) -> None:
    folder, seeing = made.work / VISION, Seeing(Tells(made.sprites.concepts), made.begun_vision)
    pool = Pool(made.sprites, made.texts, checkpoints.steps(folder))
    train_vision(seeing, pool, folder, minutes=asked.minutes, threads=asked.threads)


def _eye(made: Made, asked: argparse.Namespace) -> None:
    begun, folder = made.begun_eye, made.work / EYE
    train_eye(made.sprites, folder, minutes=asked.minutes, threads=asked.threads, begun=begun)


def _adapters(made: Made, asked: argparse.Namespace) -> None:
    shards = load_shards(made.latents)[: asked.shards]
    seen_by = str(checkpoints.steps(made.work / VISION))  # one that was trained on sees them differently
    vision = made.vision
    rows = embedded(vision, made.sprites, made.work / "states" / seen_by, shards)
    nothing = states_of_nothing(vision)
    uses = USES if asked.use is None else asked.use
    for use in uses:
        minutes, begun, folder = asked.minutes / len(uses), made.work / f"resampler-{use}", made.work / f"adapter-{use}"
        if not checkpoints.exist(folder):  # else it is on its way from there already
            readings = Readings(use, rows, nothing, made.sprites.concepts)
            train_resampler(readings, made.texts, begun, minutes=READING * minutes)
        parts = (load_unet(made.work / "unet"), *made.texts)
        pairs = Pairs(use, rows, made.sprites.concepts)
        train_adapter(pairs, (load_resampler(begun), nothing), parts, folder, minutes=(1 - READING) * minutes)


def _control(made: Made, asked: argparse.Namespace) -> None:
    captioned = _captioned(made, asked, asked.shards)
    sketches = Sketches(captioned, lines_of(made.sprites, made.work / "lines", captioned.shards))
    unet, begun, folder = load_unet(made.work / "unet"), made.work / "outlines", made.work / "control"
    if not checkpoints.exist(folder):  # else it is on its way from there already
        train_outlines(sketches, unet, begun, minutes=READING * asked.minutes)
    train_control(sketches, (unet, load_outlines(begun)), folder, minutes=(1 - READING) * asked.minutes)


def _upscaler(made: Made, asked: argparse.Namespace) -> None:
    train_upscaler(made.drawings, made.vae, made.work, minutes=asked.minutes)


def _export(made: Made, asked: argparse.Namespace) -> None:
    export(asked.out, load_unet(made.work / "unet"), made.vae, made.texts)
    upscaler = load_upscaler(made.work / "model")
    if upscaler is not None:
        upscaler.save(asked.out)
    if (made.work / VISION).is_dir() or made.begun_vision is not None:
        for use in USES if asked.use is None else asked.use:
            export_adapter(use, made.work / f"adapter-{use}", asked.out)
        export_vision(made.vision, asked.out)
    control = load_control(made.work / "control")
    if control is not None:
        export_control(control, asked.out)
    if (eye := made.eye) is not None:
        eye.save(asked.out / EYE)
    sys.stdout.write(f"{size_of(asked.out) / 2**20:.1f} MB in {asked.out}\n")


STEPS: dict[str, tuple[Callable[[Made, argparse.Namespace], None], float]] = {
    "text": (_text, 0.08),
    "vae": (_vae, 0.16),
    "latents": (_latents, 0.0),
    "unet": (_unet, 0.4),
    "vision": (_vision, 0.1),
    "eye": (_eye, 0.04),
    "adapters": (_adapters, 0.12),
    "control": (_control, 0.06),
    "upscaler": (_upscaler, 0.04),
    "export": (_export, 0.0),
}
"""Each step, and its share of the minutes where all are made."""


def main(arguments: list[str] | None = None) -> int:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m engine.pocket.recipe", description=__doc__)
    parser.add_argument("step", choices=["all", *STEPS])
    parser.add_argument("--minutes", type=float, default=20.0, help="of training: of the step, or of all together")
    parser.add_argument("--work", type=Path, default=Path(".pocket"), help="where sprites and checkpoints lie")
    parser.add_argument(
        "--out", type=Path, default=Path("engine/pocket/weights"), help="where the model is exported to"
    )
    parser.add_argument("--shards", type=int, default=24, help="of latents, a thousand pictures each")
    parser.add_argument("--whole", action="store_true", help="all concepts instead of the chosen ones")
    parser.add_argument("--others", type=float, default=1.0, help="how often the UNet sees concepts without a star")
    parser.add_argument("--threads", type=int, default=2, help="of a training on the CPU")
    parser.add_argument("--use", nargs="*", choices=USES, help="the adapters to train and to export; all, else")
    parser.add_argument("--begin", type=Path, help="an exported model to begin from where the folder has none")
    asked = parser.parse_args(arguments)
    if not torch.cuda.is_available():
        torch.set_num_threads(1)  # trainings have two threads of their own
    if asked.begin:
        begin(asked.work, asked.begin)
    made = Made(asked.work, asked.whole)
    chosen_steps = {asked.step: (STEPS[asked.step][0], 1.0)} if asked.step != "all" else STEPS
    minutes = asked.minutes
    for name, (make, share) in chosen_steps.items():
        sys.stderr.write(f"{name}\n")
        asked.minutes = minutes * share
        make(made, asked)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
