"""Nothing that is accepted is without effect, or it is said."""

from pathlib import Path
from typing import Any

import pytest

from bot.prompt.errors import WrongPrompt
from bot.prompt.parse import Rules
from bot.prompt.read import read
from bot.prompt.table import PARAMETERS, Kind, Parameter
from bot.words import SOURCE, say
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
    "control_weight": "--control depth https://x.org/d.png",
}
# The bot's own: what has to stand before it, so that it is not what holds anyhow.
OF_THE_BOT = {"--fast": "--relax ", "--relax": "", "--turbo": "", "--public": "--stealth ", "--stealth": ""}
# What is said to have its effect elsewhere.
NOTED = {"--zoom"}
REFUSED = [parameter for parameter in PARAMETERS if parameter.refused]
DRAWN = [parameter for parameter in PARAMETERS if not parameter.refused and parameter.typed not in OF_THE_BOT]


def without_and_with(parameter: Parameter, spelled: str) -> tuple[str, str]:
    """A prompt in which it has its place, before and after it is added by this spelling."""
    beside = BESIDE.get(parameter.name, OF_THE_BOT.get(parameter.typed, ""))
    value = {Kind.FLAG: "", Kind.RAW: "raw"}.get(parameter.kind, VALUES.get(parameter.name, "50"))
    without = f"{beside}a cat" if beside.startswith("http") else f"a cat {beside}".strip()
    return without, f"{without} {spelled} {'' if parameter.refused else value}".strip()


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two models with all adapters, a ControlNet and a LoRA, one of which answers to version 7."""
    (tmp_path / "unet").mkdir()
    (tmp_path / "unet" / "config.json").write_text('{"sample_size": 64, "cross_attention_dim": 768}')
    (tmp_path / "controlnet" / "depth").mkdir(parents=True)
    (tmp_path / "controlnet" / "depth" / "config.json").write_text("{}")
    head = b'{"unet.conv_in.lora_A.weight": {"dtype": "F32", "shape": [4, 4, 3, 3], "data_offsets": [0, 0]}}'
    (tmp_path / "ink.safetensors").write_bytes(len(head).to_bytes(8, "little") + head)
    adapters = tmp_path / "ip_adapter" / "models"
    adapters.mkdir(parents=True)
    for name in ("ip-adapter_sd15", "ip-adapter-plus_sd15", "ip-adapter-plus-face_sd15"):
        (adapters / f"{name}.safetensors").touch()
    return Catalogue(
        Entry("usual", "sd15", str(tmp_path), finish="highly detailed", loras=str(tmp_path)),
        Entry("other", "sd15", str(tmp_path), versions=("7", "niji 6"), loras=str(tmp_path)),
    )


def outcome(typed: str, catalogue: Catalogue) -> tuple[Any, ...]:
    """The plans of all grids, and everything that is said."""
    order = read(typed, Rules(is_zoom=False))
    found = [planned(prompt, catalogue) for prompt in order.prompts]
    plans = [plan and {name: value for name, value in plan.items() if name != "without_effect"} for plan, _ in found]
    return plans, [*order.notices, *(each for _, said in found for each in said)]


@pytest.mark.parametrize("parameter", DRAWN, ids=lambda parameter: parameter.typed)
def test_every_parameter_changes_the_plan_or_the_jobs(parameter: Parameter, catalogue: Catalogue) -> None:
    """The one that has its effect elsewhere says so."""
    without, typed = without_and_with(parameter, parameter.typed)
    plans, said = outcome(without, catalogue)
    own_plans, own_said = outcome(typed, catalogue)
    told = [each for each in own_said if each not in said]
    if parameter.typed in NOTED:
        assert own_plans == plans
        assert any(parameter.typed in each and "effect" in each for each in told)
    else:
        assert None not in own_plans
        assert own_plans != plans


@pytest.mark.parametrize("parameter", REFUSED, ids=lambda parameter: parameter.typed)
def test_what_has_no_counterpart_is_refused_by_name(parameter: Parameter) -> None:
    """With the reason, and a prompt without it."""
    for spelling in parameter.spellings:
        with pytest.raises(WrongPrompt) as caught:
            read(f"a cat --{spelling} high --ar 3:2")
        (wrong,) = caught.value.mistakes
        assert (wrong.kind, wrong.parameter, wrong.corrected) == ("refused", f"--{spelling}", "a cat --ar 3:2")
        assert parameter.refused
        assert say(parameter.refused, SOURCE) in wrong.message
