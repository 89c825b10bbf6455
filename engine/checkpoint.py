"""What the files of a model say of it, read without loading the model: its size, its settings and its adapters."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.plan.controls import KINDS, LINES
from engine.plan.facts import Adapter, Facts
from engine.plan.families import FAMILIES, FLUX2, FLUX2_BASE
from engine.protocol import Role

ADAPTERS = {
    "sd15": {
        "plus": (Adapter("plus", Role.IMAGE, 0.45), "models/ip-adapter-plus_sd15"),
        "base": (Adapter("base", Role.IMAGE, 0.5), "models/ip-adapter_sd15"),
        "plus_face": (Adapter("plus_face", Role.CHARACTER, 0.45), "models/ip-adapter-plus-face_sd15"),
        "style": (Adapter("style", Role.STYLE), "models/ip-adapter-style"),
        "character": (Adapter("character", Role.CHARACTER), "models/ip-adapter-character"),
    },
    "sdxl": {
        "plus": (Adapter("plus", Role.IMAGE, 0.45), "sdxl_models/ip-adapter-plus_sdxl_vit-h"),
        "base": (Adapter("base", Role.IMAGE, 0.5), "sdxl_models/ip-adapter_sdxl_vit-h"),
        "plus_face": (Adapter("plus_face", Role.CHARACTER, 0.45), "sdxl_models/ip-adapter-plus-face_sdxl_vit-h"),
    },
}
"""By family, files of h94/IP-Adapter, the authors' own, and two that Pocket brings; the first that is there for a role
draws it. All of them read the vision model in models/image_encoder.
"""

PARTS = {
    "sd15": ("unet", "vae", "text_encoder"),
    "sdxl": ("unet", "vae", "text_encoder", "text_encoder_2"),
    "flux2": ("transformer", "vae", "text_encoder"),
}
"""By family, the folders of a model that hold weights; the first holds those that denoise."""

SETTINGS = "settings.json"
"""A file in which a model may bring the settings that suit it: `steps`, `guidance_scale`, `guidance_until`, with
`led_guidance_scale` the guidance of pictures that begin from another one or follow its lines, with `image_scale` what
its adapter for pictures takes at `--iw 1`, and with `control_scale` how much a picture counts at `--control-weight 1`.
"""

UPSCALER = "upscaler"
"""The folder of the upscaler that a model may bring."""

CONTROLS = "controlnet"
"""The folder of the networks that follow pictures: one for each kind, in a folder of its name, or one for several."""

MARK = "checkpoint.json"
"""In a folder without weights: which file has them (`engine.single` writes it)."""

_KINDS: dict[str, type[int] | type[float]] = {
    "steps": int,
    "guidance_scale": float,
    "guidance_until": float,
    "led_guidance_scale": float,
    "image_scale": float,
    "control_scale": float,
}
_VAE_FACTOR = 8
_MIDDLE = "UNetMidBlock2DCrossAttn"  # what diffusers takes where a configuration does not say
_CHUNK = 1024 * 1024


class NoModel(Exception):
    """A model's folder does not hold a model; the text says what is missing there."""


def facts_of(folder: Path, name: str, family: str) -> Facts:
    """The family's facts with what this model's files say. Raises NoModel where they are not there."""
    if family not in FAMILIES:
        raise NoModel(f"{name} is of the family {family}, which is not known: use {', '.join(FAMILIES)}.")
    part = PARTS[family][0]
    try:
        config = json.loads((folder / part / "config.json").read_text(encoding="utf-8"))
        facts = _of_transformer(folder) if part == "transformer" else _of_unet(folder, family, config)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as failure:
        raise NoModel(f"{folder} holds no model of the family {family}: {_reason(failure, part)}.") from None
    own = _settings(folder)
    loud = own.pop("image_scale", None)
    adapters = tuple(replace(each, scale=loud) if loud and each.role is Role.IMAGE else each for each in facts.adapters)
    return replace(facts, model=name, enlarges=_enlarges(folder), adapters=adapters, **own)


def _of_unet(folder: Path, family: str, unet: Mapping[str, Any]) -> Facts:
    return replace(
        FAMILIES[family],
        size=int(unet["sample_size"]) * _VAE_FACTOR,
        adapters=adapters_in(folder, family),
        controls=tuple(controls_in(folder)),
        style_layers=style_layers(unet) or FAMILIES[family].style_layers,
    )


def _of_transformer(folder: Path) -> Facts:
    """Whether it is distilled, the pipeline's own file tells."""
    pipeline = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
    return FLUX2 if pipeline.get("is_distilled") else FLUX2_BASE


def style_layers(unet: Mapping[str, Any]) -> tuple[int, ...]:
    """Of a UNet's cross-attention layers, in the order of an adapter's keys (down, up, middle), those that carry style.

    All but the deepest on the way down and on the way up, which carry composition: 4 to 8 of Stable Diffusion 1.5's 16
    (as ComfyUI_IPAdapter_plus chose). Empty for a configuration that does not name its blocks.
    """
    if not {"down_block_types", "up_block_types", "layers_per_block"} <= unet.keys():
        return ()
    if unet.get("addition_embed_type") == "text_time":
        return _style_layers_of_sdxl(unet)
    each = int(unet["layers_per_block"])
    down = [each * ("CrossAttn" in kind) for kind in unet["down_block_types"]]
    up = [(each + 1) * ("CrossAttn" in kind) for kind in unet["up_block_types"]]
    middle = int("CrossAttn" in (unet.get("mid_block_type", _MIDDLE) or ""))
    last_down, first_up = next(filter(None, reversed(down)), 0), next(filter(None, up), 0)
    deepest = range(sum(down) - last_down, sum(down) + first_up)
    return tuple(layer for layer in range(sum(down) + sum(up) + middle) if layer not in deepest)


def _style_layers_of_sdxl(unet: Mapping[str, Any]) -> tuple[int, ...]:
    """Those of the second attention in the first block on the way up (InstantStyle, Wang et al. 2024)."""
    depths, each = unet.get("transformer_layers_per_block", 1), int(unet["layers_per_block"])
    kinds = [*unet["down_block_types"]]
    deep = [depths] * len(kinds) if isinstance(depths, int) else depths
    down = sum(each * depth for depth, kind in zip(deep, kinds, strict=True) if "CrossAttn" in kind)
    return tuple(range(down + deep[-1], down + 2 * deep[-1]))


def adapters_in(folder: Path, family: str) -> tuple[Adapter, ...]:
    """The adapters that lie beside the model, the preferred first."""
    own = ADAPTERS.get(family, {})
    return tuple(adapter for adapter, _ in own.values() if adapter_file(folder, adapter.name, family).is_file())


def adapter_file(folder: Path, name: str, family: str) -> Path:
    """Where the adapter's weights lie, in the layout of h94/IP-Adapter."""
    return folder / "ip_adapter" / f"{ADAPTERS[family][name][1]}.safetensors"


def controls_in(folder: Path) -> dict[str, Path]:
    """By kind, the folders of the networks that lie beside the model, as diffusers keeps a ControlNet.

    They lie in controlnet/KIND. One that lies in controlnet itself is for the kinds that its kinds.json lists, for
    lines where there is none, and counts only where a kind has none of its own. Raises NoModel for a kinds.json that
    cannot be read.
    """
    at = folder / CONTROLS
    own = {kind: at / kind for kind in KINDS if (at / kind / "config.json").is_file()}
    if not (at / "config.json").is_file():
        return own
    file = at / "kinds.json"
    try:
        shared = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else LINES
        return {kind: at for kind in KINDS if kind in shared} | own
    except (OSError, ValueError, TypeError) as failure:
        raise NoModel(f"{file} cannot be read: {failure}.") from None


def checkpoint_in(folder: Path) -> Path | None:
    """The one file that has the weights of the model in this folder; None where they lie in it."""
    try:
        return Path(json.loads((folder / MARK).read_text(encoding="utf-8"))["file"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def weight_files(folder: Path, part: str) -> list[Path]:
    """Those of a part of the model, or the one that has all of it."""
    single = checkpoint_in(folder)
    return sorted((folder / part).glob("*.safetensors")) if single is None else [single]


def weights_hash(folder: Path) -> str:
    """The SHA-256 of the weights that denoise, in hexadecimal; recipes give its first ten digits."""
    part = "transformer" if (folder / "transformer").is_dir() else "unet"
    files = weight_files(folder, part)
    if not files:
        raise NoModel(f"{folder} holds no weights: there is no {part}/*.safetensors in it.{_pickles(folder)}")
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()


def _enlarges(folder: Path) -> int:
    """How many times the upscaler that the model may bring enlarges its pictures."""
    file = folder / UPSCALER / "config.json"
    if not file.is_file():
        return 1
    try:
        return int(json.loads(file.read_text(encoding="utf-8"))["scale"])
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise NoModel(f"{file} cannot be read: {failure}.") from None


def _settings(folder: Path) -> dict[str, Any]:
    """The model's own, each only where it is told. Raises NoModel where the file cannot be read."""
    file = folder / SETTINGS
    if not file.is_file():
        return {}
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return {name: kind(told[name]) for name, kind in _KINDS.items() if name in told}
    except (OSError, ValueError, TypeError) as failure:
        raise NoModel(f"{file} cannot be read: {failure}.") from None


def _pickles(folder: Path) -> str:
    """What to say of weights in the other form, which runs as a program when it is read."""
    if not any(folder.glob("*/*.bin")) and not any(folder.glob("*/*.ckpt")):
        return ""
    return " Its *.bin files are pickles, which can run any program when they are read: get it as safetensors."


def _reason(failure: Exception, part: str) -> str:
    if isinstance(failure, OSError):
        return f"{failure.strerror} ({failure.filename})"
    return f"its {part}/config.json cannot be read ({failure})"
