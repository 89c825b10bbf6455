"""Models that find in a photograph what `--control` follows, in folders as transformers keeps them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

Finds = Literal["depth", "pose", "people"]
"""People are found for the sake of poses: without, a picture is taken to show one."""
KNOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "depth": ("depth_anything", "dpt"),
    "pose": ("vitpose",),
    "people": ("rt_detr", "rt_detr_v2"),
}
"""What such models call themselves in their configuration (`model_type`)."""
_CONFIG, _WEIGHTS, _READING = "config.json", "model.safetensors", "preprocessor_config.json"


def trouble(finds: str, folder: Path) -> str | None:
    """Why the folder's model cannot be used for that, a sentence with the cure; None where it can."""
    missing = [name for name in (_CONFIG, _READING, _WEIGHTS) if not (folder / name).is_file()]
    if missing == [_WEIGHTS] and (folder / f"{_WEIGHTS}.index.json").is_file():
        missing = []
    if missing:
        return f"{folder} has no {missing[0]}: name a folder with a model as transformers keeps it, as safetensors."
    try:
        kind = json.loads((folder / _CONFIG).read_text(encoding="utf-8")).get("model_type")
    except (ValueError, AttributeError):
        return f"{folder / _CONFIG} cannot be read: get the model anew."
    if kind not in KNOWN[finds]:
        return f"{folder} holds a model of the kind {kind!r}: it takes {' or '.join(KNOWN[finds])} to find {finds}."
    return None
