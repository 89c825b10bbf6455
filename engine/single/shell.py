"""A folder as diffusers keeps a model, but for its weights: these stay in the one file that the host has."""

import gzip
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.checkpoint import MARK, NoModel
from engine.loras import head
from engine.single import shapes

ADAPTERS = "ip_adapter"
_MERGES = Path(__file__).with_name("merges.txt.gz")
"""Of CLIP's tokenizer (github.com/openai/CLIP, MIT)."""
_BEGIN, _END = "<|startoftext|>", "<|endoftext|>"
_PIPELINES = {"sd15": "StableDiffusionPipeline", "sdxl": "StableDiffusionXLPipeline"}
_FORM = 1
"""Of what is written; another number has it written anew."""


def shell_of(file: Path, family: str, folder: Path, adapters: Path | None = None) -> None:
    """Write the folder for this checkpoint, unless it is there. `adapters` is a folder of IP-Adapters for it.

    Raises NoModel, with what is missing in the file.
    """
    state = _state(file)
    mark = {"file": str(file), "size": state.st_size, "changed": state.st_mtime_ns, "family": family, "form": _FORM}
    try:
        if _read(folder / MARK) != mark:
            (folder / MARK).unlink(missing_ok=True)
            for path, told in _files(file, family).items():
                _write(folder / path, told)
            _write(folder / MARK, mark)
        _lead(folder / ADAPTERS, adapters)
    except OSError as failure:
        raise NoModel(f"{folder} cannot be written: {failure.strerror}.") from None


def trouble(file: Path, family: str) -> str | None:
    """Why the file cannot be drawn with, where it cannot."""
    try:
        _files(file, family)
    except NoModel as failure:
        return str(failure)
    return None


def _state(file: Path) -> os.stat_result:
    try:
        return file.stat()
    except OSError as failure:
        raise NoModel(f"{file} cannot be read: {failure.strerror}.") from None


def _files(file: Path, family: str) -> dict[str, Any]:
    if family not in _PIPELINES:
        raise NoModel(f"{file} is one file, and models of the family {family} are folders: name the folder.")
    _state(file)
    try:
        told = {key: each["shape"] for key, each in head(file).items() if key != "__metadata__"}
        made: dict[str, Any] = {
            "unet/config.json": shapes.unet(told, family),
            "vae/config.json": shapes.vae(told, family),
            "text_encoder/config.json": shapes.clip(told, family),
            "scheduler/scheduler_config.json": shapes.scheduler(told, family),
            "model_index.json": _index(family),
            **_tokenizer("tokenizer", _END),
        }
        if family == "sdxl":
            made["text_encoder_2/config.json"] = shapes.open_clip(told)
            made |= _tokenizer("tokenizer_2", "!")
    except NoModel as failure:
        raise NoModel(f"{file} cannot be drawn with: {failure}.") from None
    except (OSError, ValueError, KeyError, TypeError, IndexError) as failure:
        raise NoModel(f"{file} cannot be read as a checkpoint ({failure}): get it anew, as .safetensors.") from None
    return made


def _index(family: str) -> dict[str, Any]:
    scheduler = "EulerDiscreteScheduler" if family == "sdxl" else "PNDMScheduler"
    parts: dict[str, Any] = {
        "_class_name": _PIPELINES[family],
        "unet": ["diffusers", "UNet2DConditionModel"],
        "vae": ["diffusers", "AutoencoderKL"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "scheduler": ["diffusers", scheduler],
        "feature_extractor": [None, None],
        "image_encoder": [None, None],
    }
    if family == "sd15":
        return {**parts, "safety_checker": [None, None], "requires_safety_checker": False}
    parts["text_encoder_2"] = ["transformers", "CLIPTextModelWithProjection"]
    parts["tokenizer_2"] = ["transformers", "CLIPTokenizer"]
    return {**parts, "force_zeros_for_empty_prompt": True}


def _tokenizer(folder: str, padding: str) -> dict[str, Any]:
    """CLIP's: signs for bytes, the same at a word's end, what merges make of them, and the two marks."""
    merges = gzip.decompress(_MERGES.read_bytes()).decode("utf-8").split("\n")
    signs = _signs()
    words = [*signs, *(f"{sign}</w>" for sign in signs), *(line.replace(" ", "") for line in merges), _BEGIN, _END]
    config = {
        "tokenizer_class": "CLIPTokenizer",
        "bos_token": _BEGIN,
        "eos_token": _END,
        "unk_token": _END,
        "pad_token": padding,
        "model_max_length": 77,
    }
    return {
        f"{folder}/vocab.json": {word: number for number, word in enumerate(words)},
        f"{folder}/merges.txt": "\n".join(["#version: 0.2", *merges, ""]),
        f"{folder}/tokenizer_config.json": config,
    }


def _signs() -> list[str]:
    """What stands for each byte in vocabularies of GPT-2's kind: itself where it can be printed."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    return [chr(byte) for byte in printable] + [chr(256 + number) for number in range(len(others))]


def _lead(place: Path, adapters: Path | None) -> None:
    if place.is_symlink():
        place.unlink()
    if adapters is not None:
        place.symlink_to(adapters.absolute(), target_is_directory=True)


def _read(file: Path) -> Mapping[str, Any] | None:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) else None


def _write(file: Path, told: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
    file.write_text(text, encoding="utf-8")
