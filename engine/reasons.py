"""Why something cannot be drawn: a code with what is filled in, and the English sentence of each code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SENTENCES: Mapping[str, str] = {
    "edit.picture": "An edit needs a picture: add the one that is to be changed.",
    "edit.mask": "A region needs a mask: mark what is to be drawn anew.",
    "edit.zoom": "There is nothing to zoom out to: use --zoom above 1, or another --ar.",
    "edit.square": "The picture is square already: zoom out or pan to see more of it.",
    "edit.thin": "The picture is long and thin already: pan the other way, or make it square.",
    "edit.large": "The picture is as large as pictures get here, {pixels} pixels a side.",
    "edit.black": "The mask is black all over: mark in white what is to be drawn anew.",
    "size": "A picture of {across}:{down} is too long and thin: use --ar between 1:16 and 16:1.",
    "weights": "The weights of a prompt must add up to more than 0: raise one of them, or leave one out.",
    "sampler": "There is no sampler {name}: use one of {known}.",
    "mask.alone": "A mask counts for a region of a picture only: leave it out.",
    "mask.role": "Only a picture of content, style or character is kept to a part of what is drawn.",
    "mask.edit": "A reference is kept to a part of a whole picture only: leave its mask out of an edit.",
    "reference.weight": "A reference's weight must be above 0: raise it, or leave the reference out.",
    "picture.pixels": "One of the pictures has more than {megapixels} megapixels.",
    "picture.unreadable": "One of the pictures cannot be read: send it as PNG, JPEG or WebP.",
    "depth": (
        "Depth cannot be found in a photograph here: hand in a depth map, grey, in which near is white, or follow "
        "its lines with --control lineart."
    ),
    "pose": (
        "A pose cannot be found in a photograph here: hand in OpenPose's figure of coloured sticks on black, or "
        "follow its lines with --control lineart."
    ),
    "pose.nobody": (
        "Nobody can be seen in the picture whose pose is to be followed: hand in one that shows a person, or follow "
        "its lines with --control lineart."
    ),
    "lora.gone": "The LoRA {name} is not there any more: leave it out, or name another.",
    "lora.unfit": "The LoRA {name} cannot be put on this model: leave it out, or name another.",
    "cannot.adapter": "The model {model} has no adapter for reference pictures, so it cannot draw {flag}",
    "cannot.mask": "The model {model} cannot keep a reference to a part of the picture",
    "cannot.tile": "The model {model} cannot draw --tile",
    "cannot.control": "The model {model} cannot draw --control {kind}",
    "cannot.control.others": "The model {model} cannot draw --control {kind} ({model} follows {known})",
    "cannot.lora": "The model {model} cannot draw --lora {name}",
    "cannot.lora.close": "The model {model} cannot draw --lora {name} (did you mean --lora {close}?)",
    "cannot.lora.others": "The model {model} cannot draw --lora {name} (there is {known})",
    "cannot.lora.many": "The model {model} cannot draw --lora {name} (there is {known} and others)",
    "model.cannot": "{why}: leave it out, or name another with --model.",
    "model.cannot.able": "{why}: leave it out, or use --model {able}, which can.",
    "model.cannot.none": "{why}: leave it out; no installed model can.",
    "model.missing": (
        "No model is installed: put one (in the folders of diffusers) on this machine, and name it in the "
        "configuration with [models.NAME], family and path."
    ),
    "model.unknown": "There is no model {name}: there are {known}.",
    "model.unknown.close": "There is no model {name}: did you mean --model {close}?",
    "model.broken": "The model {name} cannot be read just now; the host's log says why.",
    "memory": "There was too little memory to draw this: ask for a smaller picture, or for fewer at once.",
    "disk": "The disk is full.",
    "start": "The engine does not start: {detail}",
}
"""What whoever asked reads. Other languages have theirs by the same codes, wherever they are shown."""


@dataclass(frozen=True)
class Reason:
    """A sentence by its code; what is filled in may be another one."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return SENTENCES[self.code].format(**self.values)


def reason_of(told: Mapping[str, Any]) -> Reason:
    """The reason that `asdict` took apart. Raises ValueError for a code that there is none of."""
    if told["code"] not in SENTENCES:
        raise ValueError(f"no reason of the engine's: {told['code']}")
    nested = {name: reason_of(value) if isinstance(value, dict) else value for name, value in told["values"].items()}
    return Reason(told["code"], nested)
