"""How a picture was made, as text inside its PNG: in the form that Stable Diffusion's programs read, and in ours."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.plan.facts import Sampler
from engine.plan.plan import Plan
from engine.protocol import RenderRequest, Text

COMMON = "parameters"
"""The key under which AUTOMATIC1111's web UI keeps and reads it, and what reads its pictures."""
OURS = "fourup"
SAMPLERS = {
    Sampler.DPMPP_2M_KARRAS: "DPM++ 2M Karras",
    Sampler.EULER: "Euler",
    Sampler.EULER_A: "Euler a",
    Sampler.DPMPP_2M_SDE_KARRAS: "DPM++ 2M SDE Karras",
    Sampler.UNIPC: "UniPC",
    Sampler.DDIM: "DDIM",
    Sampler.LCM: "LCM",
}
_HASH_DIGITS = 10


@dataclass(frozen=True)
class Recipe:
    """What is needed to draw a picture again: `prompt` is what was typed, `picture` counts from 0, None for a grid."""

    prompt: str
    job_id: str
    model: str
    model_hash: str
    seed: int
    picture: int | None
    plan: Mapping[str, Any]


def recipe(request: RenderRequest, plan: Plan, picture: int | None, model_hash: str) -> dict[str, str]:
    """The PNG's text chunks for one picture, or for the grid. No path of this machine is in them."""
    row = plan.rows[picture or 0]
    numbers = plan.to_dict()
    numbers["references"] = [{**each, "path": None, "mask": None} for each in numbers["references"]]
    for name, key in (("control", "path"), ("canvas", "mask")):
        if numbers[name] is not None:
            numbers[name] = {**numbers[name], key: None}
    ours = {
        "prompt": request.prompt,
        "job_id": request.job_id,
        "model": plan.model,
        "model_hash": model_hash,
        "seed": row.seed,
        "picture": picture,
        "plan": {**numbers, "start": None},
    }
    return {COMMON: _common(request, plan, row.seed, model_hash), OURS: json.dumps(ours)}


def read(chunks: Mapping[Any, Any]) -> Recipe | None:
    """The recipe in a PNG's text chunks; None where there is none of ours, or none that can be read."""
    try:
        told = json.loads(chunks[OURS])
        return Recipe(**told)
    except (KeyError, TypeError, ValueError):
        return None


def _common(request: RenderRequest, plan: Plan, seed: int, model_hash: str) -> str:
    """Prompt, negative prompt, and one line of "Name: value" pairs, as AUTOMATIC1111's infotext has them."""
    strength = plan.strength if plan.refining is None else plan.refining.strength
    pairs: dict[str, object] = {
        "Steps": plan.steps,
        "Sampler": SAMPLERS[plan.sampler],
        "CFG scale": round(plan.guidance_scale, 3),
        "Seed": seed,
        "Size": f"{plan.width}x{plan.height}",
        "Model hash": model_hash[:_HASH_DIGITS],
        "Model": plan.model,
        "Denoising strength": None if strength is None else round(strength, 3),
        "Hires resize": None if plan.refining is None else f"{plan.refining.width}x{plan.refining.height}",
        "Hires upscaler": None if plan.refining is None else "Lanczos",
        "Tiling": True if plan.tile else None,
        "Job": request.job_id,
    }
    worn = "".join(f" <lora:{each.name}:{each.weight:g}>" for each in plan.loras)
    lines = [f"{_weighted(plan.texts)}{worn}"]
    if pushed := _weighted([part for part in plan.negative if part.text]):
        lines.append(f"Negative prompt: {pushed}")
    lines.append(", ".join(f"{name}: {_quoted(value)}" for name, value in pairs.items() if value is not None))
    return "\n".join(lines)


def _weighted(parts: tuple[Text, ...] | list[Text]) -> str:
    """Their text; with more than one, each with its weight against their mean, as that program weighs words."""
    if len(parts) < 2:
        return "".join(part.text for part in parts)
    mean = sum(part.weight for part in parts) / len(parts)
    return ", ".join(f"({part.text}:{round(part.weight / mean, 2)})" for part in parts)


def _quoted(value: object) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if any(mark in text for mark in ',\n:"') else text
