"""Guidance that ends before the picture does, and what is not encoded twice."""

from dataclasses import replace
from typing import Any

import torch

from engine.catalogue import entry
from engine.families.sd15 import Sd15
from engine.plan.families import SD15
from engine.plan.make import make_plan
from engine.worker.loop import Loop
from tests.engine.plan.samples import request
from tests.engine.plans import PICTURES, difference, draw, plan, rows, sees, variety
from tests.engine.stock import Stock


def unguided_from(step: int) -> Any:
    """A callback of diffusers' pipelines that switches guidance off before that step."""

    def switch(pipeline: Any, done: int, _timestep: Any, given: dict[str, Any]) -> dict[str, Any]:
        if done == step - 1:
            pipeline._guidance_scale = 0.0
            given["prompt_embeds"] = given["prompt_embeds"].chunk(2)[-1]
        return given

    return switch


def test_guidance_that_ends_is_diffusers_switched_off(family: Sd15, stock: Stock) -> None:
    """Alone, and among others that go on being guided."""
    asked = plan(steps=8, guided_until=0.5)
    switched = {
        "callback_on_step_end": unguided_from(4),
        "callback_on_step_end_tensor_inputs": ["latents", "prompt_embeds"],
    }
    theirs = stock.draw(asked, **switched)
    assert difference(theirs, stock.draw(replace(asked, guided_until=1.0))) > 0.01
    for company in ([], variety()):
        assert difference(draw(family, asked, company)[0], theirs) < 1e-4


def test_rows_shrink_when_their_guidance_ends(family: Sd15) -> None:
    """The model is run on two lines as long as it acts, on one from then on; so much does the row weigh."""
    seen: list[int] = []
    hook = family._unet.register_forward_pre_hook(
        lambda _module, _given, named: seen.append(len(named["sample"])), with_kwargs=True
    )
    (row,) = rows(family, plan(steps=6, guided_until=0.5))
    loop = Loop(row_budget=64)
    loop.add([row])
    weights = []
    while not loop.is_idle:
        weights.append(row.cost)
        loop.tick()
    hook.remove()
    assert seen == [2, 2, 2, 1, 1, 1]
    assert weights == [2, 2, 2, 1, 1, 1]


def test_a_host_sets_where_guidance_ends() -> None:
    """In the model's entry; it is off where nobody does."""
    facts = entry("m", {"family": "sd15", "path": "/m", "guidance_until": 0.6}).facts(SD15)
    assert make_plan(request(), facts).guided_until == 0.6
    assert make_plan(request(), SD15).guided_until == 1.0


def test_the_same_is_encoded_once(family: Sd15) -> None:
    """Texts and pictures, by what is in them; another one is."""
    passes: list[str] = []
    models = {"text": family._texts.model, "picture": family._adapters.vision}
    hooks = [
        model.register_forward_pre_hook(lambda *_, name=name: passes.append(name)) for name, model in models.items()
    ]
    asked = plan(references=(sees("red"),))
    first = family.encode(asked, PICTURES).conditions[0]
    passes.clear()
    again = family.encode(asked, {"red": PICTURES["red"].copy()}).conditions[0]
    assert passes == []
    assert torch.equal(first.text, again.text)
    assert torch.equal(first.references[0].tokens[1], again.references[0].tokens[1])
    family.encode(asked, {"red": PICTURES["stripes"].rotate(31)})
    assert passes == ["picture"]
    for hook in hooks:
        hook.remove()
