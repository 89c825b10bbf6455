"""The engine's pictures are those of diffusers' pipelines, whoever else is in the batch."""

from dataclasses import replace
from typing import Any

import pytest
import torch

from engine.families.sd15 import Sd15
from engine.plan.facts import Sampler
from engine.plan.families import SD15
from engine.plan.plan import Plan
from engine.protocol import Text
from tests.engine.plans import NOTHING, PICTURES, difference, draw, plan, sees, start_at, style, variety
from tests.engine.stock import Stock

CLOSE = 1e-4
SAMPLERS = list(Sampler)
WITH_COMPANY = pytest.mark.parametrize("company", [[], variety()], ids=["alone", "in company"])


def check(family: Sd15, stock: Stock, asked: Plan, company: list[Plan]) -> None:
    """Assert that every picture of the plan is the pipeline's."""
    for number, ours in enumerate(draw(family, asked, company)):
        assert difference(ours, stock.drawn(asked, number)) < CLOSE


@WITH_COMPANY
@pytest.mark.parametrize("sampler", SAMPLERS)
def test_pictures_from_noise(family: Sd15, stock: Stock, sampler: Sampler, company: list[Plan]) -> None:
    """Text to picture."""
    check(family, stock, plan(sampler=sampler, guidance=7.5, steps=8), company)


@WITH_COMPANY
def test_pictures_without_guidance(family: Sd15, stock: Stock, company: list[Plan]) -> None:
    """One line of the batch is enough for each."""
    check(family, stock, plan(guidance=1.0, sampler=Sampler.DPMPP_2M_KARRAS), company)


@WITH_COMPANY
@pytest.mark.parametrize("sampler", SAMPLERS)
@pytest.mark.parametrize("strength", [0.3, 0.75])
def test_pictures_from_a_picture(
    family: Sd15, stock: Stock, sampler: Sampler, strength: float, company: list[Plan]
) -> None:
    """Picture to picture, started by sigma where the pipeline starts by strength; guided gently, since the random
    weights make much of a change of 1e-6 in the noise, in diffusers' pipeline too.
    """
    asked = plan(sampler=sampler, steps=10, guidance=2.0, seeds=[5], **start_at(family, sampler, 10, strength))
    check(family, stock, asked, company)


@WITH_COMPANY
@pytest.mark.parametrize(
    ("sampler", "adapter"),
    [*((sampler, "base") for sampler in SAMPLERS), (Sampler.EULER, "plus"), (Sampler.DPMPP_2M_KARRAS, "plus_face")],
)
def test_pictures_that_see_a_picture(
    family: Sd15, stock: Stock, sampler: Sampler, adapter: str, company: list[Plan]
) -> None:
    """One adapter."""
    asked = plan(sampler=sampler, references=(sees("stripes", adapter),))
    assert difference(stock.drawn(asked), stock.drawn(replace(asked, references=()))) > 0.05
    check(family, stock, asked, company)


@WITH_COMPANY
@pytest.mark.parametrize(
    "references",
    [
        (sees("blue", "base", 0.5), sees("stripes", "plus", 0.8)),
        (sees("blue", "base", 0.5), sees("red", "plus", 0.4), sees("stripes", "plus_face", 1.2)),
        (sees("blue", "base"), sees("stripes", "base")),
        (sees("blue", "plus", weight=0.5), sees("stripes", "plus", weight=0.5), sees("red", "base", 0.7)),
        (sees("stripes", "base", layers=SD15.style_layers), sees("blue", "plus", layers=(4, 5))),
        (sees("stripes", "base", 0.9, layers=(0, 1, 9), elsewhere=0.3), sees("blue", "plus", layers=(4, 5))),
        (style(123, layers=SD15.style_layers),),
        (style(123, weight=0.5), style(7, weight=0.5), sees("red", "plus_face", 0.7)),
        (style(123, adapter="plus", weight=0.5), sees("stripes", "plus", 1.0, weight=0.5), sees("blue", "base", 0.3)),
    ],
    ids=[
        *(
            "two adapters",
            "three adapters",
            "two pictures",
            "two pictures and one",
            "some layers",
            "more in some layers",
        ),
        *("a code", "two codes and a face", "a code and a picture"),
    ],
)
def test_pictures_that_see_several(
    family: Sd15, stock: Stock, references: tuple[Any, ...], company: list[Plan]
) -> None:
    """Adapters side by side, pictures side by side in one, and adapters that only some layers see."""
    check(family, stock, plan(references=references, guidance=4.0), company)


def test_a_code_has_one_look(family: Sd15) -> None:
    """The same code is the same picture to the bit, another code another; weights and scales count."""
    drawn = {
        name: draw(family, plan(references=references))[0]
        for name, references in {
            "123": (style(123),),
            "124": (style(124),),
            "weaker": (style(123, 0.4),),
            "more of 123": (style(123, weight=0.75), style(124, weight=0.25)),
            "more of 124": (style(123, weight=0.25), style(124, weight=0.75)),
        }.items()
    }
    assert difference(drawn["123"], draw(family, plan(references=(style(123),)), variety())[0]) < CLOSE
    assert difference(drawn["123"], draw(family, plan(references=(style(123),)))[0]) == 0
    names = list(drawn)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            assert difference(drawn[one], drawn[other]) > 0.005, (one, other)


@WITH_COMPANY
def test_an_adapter_at_scale_0_is_none(family: Sd15, stock: Stock, company: list[Plan]) -> None:
    """Not nearly none: the same picture to the bit, when alone."""
    blind = plan()
    unseen = plan(references=(sees("stripes", "base", 0.0), sees("red", "plus", 0.0)))
    ours = draw(family, unseen, company)[0]
    assert difference(ours, stock.drawn(blind)) < CLOSE
    assert difference(ours, draw(family, blind, company)[0]) == 0
    in_no_layer = plan(references=(sees("stripes", "base", 1.0, layers=()),))
    assert difference(draw(family, in_no_layer, company)[0], ours) == 0


@WITH_COMPANY
def test_weighted_texts_are_the_mean_of_what_they_are_encoded_to(
    family: Sd15, stock: Stock, company: list[Plan]
) -> None:
    """`cat::3 dog::1`."""
    asked = plan(texts=(Text("cat", 0.75), Text("dog", 0.25)), negative=NOTHING)
    mixed = 0.75 * stock.embeddings("cat") + 0.25 * stock.embeddings("dog")
    theirs = stock.draw(asked, prompt=None, prompt_embeds=mixed)
    assert difference(draw(family, asked, company)[0], theirs) < CLOSE


@WITH_COMPANY
def test_long_texts_are_read_to_their_end(family: Sd15, stock: Stock, company: list[Plan]) -> None:
    """75 tokens at a time; the shorter negative text is as it would be alone."""
    beginning, end = "cat " * 75, "red dog"
    asked = plan(texts=(Text(beginning + end, 1.0),), guidance=1.0)
    whole = torch.cat([stock.embeddings(beginning), stock.embeddings(end)], 1)
    theirs = stock.draw(asked, prompt=None, prompt_embeds=whole)
    assert difference(draw(family, asked, company)[0], theirs) < CLOSE


@pytest.mark.parametrize("size", [(64, 96), (128, 64)])
def test_pictures_of_other_shapes(family: Sd15, stock: Stock, size: tuple[int, int]) -> None:
    """Wide and high ones, beside square ones, which take a forward pass of their own."""
    check(family, stock, plan(width=size[0], height=size[1], seeds=[3, 4]), variety())


def test_strength_0_gives_the_input_back(family: Sd15, stock: Stock) -> None:
    """No step is taken, so nothing is lost but what the VAE loses."""
    asked = plan(start="stripes", strength=0.0, start_sigma=0.0, seeds=[8])
    ours = draw(family, asked)[0]
    assert difference(ours, stock.error_of_the_vae(PICTURES["stripes"], seed=8)) < CLOSE


def test_stopped_early_it_gives_the_models_estimate(family: Sd15) -> None:
    """`--stop`: what stands after that many steps, without the noise that is still on it."""
    stopped = draw(family, plan(steps=10, stop_after=4))[0]
    assert difference(stopped, draw(family, plan(steps=10))[0]) > 0.01
    assert difference(stopped, draw(family, plan(steps=10, stop_after=9))[0]) > 0.01
    all_steps = draw(family, plan(steps=10, stop_after=10))[0]
    assert difference(all_steps, draw(family, plan(steps=10))[0]) == 0
