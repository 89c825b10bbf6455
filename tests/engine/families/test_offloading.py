"""Holding less of a model on the device: which parts move when, and that pictures stay as they are."""

from pathlib import Path
from typing import Any

import pytest
import torch

from engine.families.flux2 import Flux2
from engine.families.offloading import Relief, Resting, layer_by_layer
from engine.families.sd15 import Sd15
from tests.engine.families.test_flux2 import flow
from tests.engine.plans import difference, draw, variety

CARD = torch.device("cuda")


class Part(torch.nn.Module):
    """A part that notes where it is sent, since there is no card to send it to."""

    def __init__(self) -> None:
        super().__init__()
        self.moves: list[str] = []

    def to(self, where: torch.device) -> "Part":  # type: ignore[override]
        self.moves.append(where.type)
        return self


def test_a_part_is_on_the_device_while_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the moment that it is asked for; before, nothing ever moves."""
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: None)
    texts, vae = Part(), Part()
    resting = Resting({"texts": texts, "vae": vae, "upscaler": None}, CARD)
    with resting.use("texts", "vae"):
        pass
    assert texts.moves == vae.moves == []
    resting.begin()
    with resting.use("vae", "upscaler"):
        assert vae.moves == ["cpu", "cuda"]
    assert (texts.moves, vae.moves) == (["cpu"], ["cpu", "cuda", "cpu"])
    with pytest.raises(KeyError), resting.use("texts"):
        raise KeyError
    assert texts.moves == ["cpu", "cuda", "cpu"], "also where it fails"


def test_relief_is_given_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """First the parts that rest, then the network; and a processor has nowhere to put anything."""
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: None)
    done: list[Any] = []
    monkeypatch.setattr("engine.families.offloading.layer_by_layer", lambda *given: done.append(given))
    texts, network = Part(), Part()
    relief = Relief(Resting({"texts": texts}, CARD), network, CARD)
    assert relief.give()
    assert (texts.moves, done) == (["cpu"], [])
    assert relief.give()
    assert done == [(network, CARD)]
    assert not relief.give()
    assert not Relief(Resting({}, torch.device("cpu")), network, torch.device("cpu")).give()


def test_a_network_layer_by_layer_draws_the_same(family: Sd15, tiny_sd15: Path) -> None:
    """With texts, references and samplers of all kinds in one batch; its weights are nowhere in between."""
    own: Any = Sd15.load(tiny_sd15, "cpu", precision="full")
    layer_by_layer(own._unet, torch.device("cpu"))
    own._resting.begin()
    assert {each.device.type for each in own._unet.parameters()} == {"meta"}
    asked, *others = variety()
    assert difference(draw(own, asked, others)[0], draw(family, asked)[0]) < 1e-4
    assert difference(draw(own, others[2])[0], draw(family, others[2])[0]) < 1e-4


def test_a_transformer_layer_by_layer_draws_the_same(tiny_flux2: Path) -> None:
    """The same for klein."""
    whole, own = Flux2.load(tiny_flux2, "cpu", precision="full"), Flux2.load(tiny_flux2, "cpu", precision="full")
    layer_by_layer(own._transformer, torch.device("cpu"))
    own._resting.begin()
    assert difference(draw(own, flow())[0], draw(whole, flow())[0]) < 1e-4
