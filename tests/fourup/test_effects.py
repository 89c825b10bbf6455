"""Nothing that is accepted is without effect, or it is said."""

from pathlib import Path
from typing import Any

import pytest

from bot.prompt.parse import Rules
from bot.prompt.read import read
from bot.prompt.table import PARAMETERS, Kind, Parameter
from engine.catalogue import Catalogue, Entry
from fourup.explain.plans import planned

# A value other than the default for each kind of parameter, and what has to stand beside it to be of use.
VALUES = {
    "aspect": "3:2", "stylize": "700", "quality": "0.5", "seed": "5", "sameseed": "5", "stop": "50", "zoom": "1.5",
    "iw": "0.5", "sref": "https://x.org/s.png", "sw": "700", "sv": "2", "cref": "https://x.org/c.png", "cw": "10",
    "oref": "https://x.org/c.png", "ow": "10", "edit": "https://x.org/e.png", "strength": "0.3", "cfg": "3",
    "steps": "7", "sampler": "euler", "model": "other", "control": "depth https://x.org/d.png", "control_weight": "0.5",
    "count": "2", "lora": "ink:0.5", "repeat": "3", "no": "dog", "version": "7", "niji": "6",
}  # fmt: skip
BESIDE = {
    "iw": "https://x.org/a.png ",
    "strength": "https://x.org/a.png ",
    "sw": "--sref https://x.org/s.png",
    "sv": "--sref https://x.org/s.png",
    "cw": "--cref https://x.org/c.png",
    "ow": "--oref https://x.org/c.png",
}
# What the bot does and not the engine: when it is drawn, and who sees it.
OF_THE_BOT = {"speed", "stealth"}
USABLE = [parameter for parameter in PARAMETERS if not parameter.refused and parameter.name not in OF_THE_BOT]


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two models with all adapters, one of which answers to version 7."""
    (tmp_path / "unet").mkdir()
    (tmp_path / "unet" / "config.json").write_text('{"sample_size": 64}')
    adapters = tmp_path / "ip_adapter" / "models"
    adapters.mkdir(parents=True)
    for name in ("ip-adapter_sd15", "ip-adapter-plus_sd15", "ip-adapter-plus-face_sd15"):
        (adapters / f"{name}.safetensors").touch()
    return Catalogue(
        Entry("usual", "sd15", str(tmp_path), finish="highly detailed"),
        Entry("other", "sd15", str(tmp_path), versions=("7", "niji 6")),
    )


def outcome(typed: str, catalogue: Catalogue) -> tuple[Any, ...]:
    """The plans of all grids, and everything that is said."""
    order = read(typed, Rules(is_zoom=False))
    found = [planned(prompt, catalogue) for prompt in order.prompts]
    return [plan for plan, _ in found], [*order.notices, *(each for _, said in found for each in said)]


@pytest.mark.parametrize("parameter", USABLE, ids=lambda parameter: parameter.typed)
def test_every_parameter_does_something_or_says_that_it_does_not(parameter: Parameter, catalogue: Catalogue) -> None:
    """It changes the numbers or the grids, or a notice says why not."""
    beside = BESIDE.get(parameter.name, "")
    value = {Kind.FLAG: "", Kind.RAW: "raw"}.get(parameter.kind, VALUES.get(parameter.name, "50"))
    without = f"{beside}a cat" if beside.startswith("http") else f"a cat {beside}"
    plans, said = outcome(without, catalogue)
    own_plans, own_said = outcome(f"{without} {parameter.typed} {value}", catalogue)
    assert own_plans != plans or own_said != said, "it changes nothing, and nobody is told"
    if None in own_plans:
        assert any(f"--{spelling}" in each for spelling in parameter.spellings for each in own_said)
