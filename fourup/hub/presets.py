"""The models that Fourup knows by name: where they lie, under which licence, and the settings that suit them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Licence:
    """What a model's makers ask of whoever uses it."""

    name: str
    url: str
    is_commercial: bool = True
    """False where a community that earns money may not use it; such a model is never the one that draws by default."""


@dataclass(frozen=True)
class Source:
    """Files of one repository. `renamed` maps its paths to the folder's own; None: by its family's layout."""

    repository: str
    renamed: Mapping[str, str] | None = None
    leaves_out: tuple[str, ...] = ()
    """Folders that come from another source."""


@dataclass(frozen=True)
class Preset:
    """A model that can be pulled."""

    name: str
    family: str
    title: str
    licence: Licence
    sources: tuple[Source, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    """As under [models.NAME]."""
    adapters: Source | None = None
    """What `--adapters` brings along: IP-Adapters for reference pictures."""


_HUB = "https://huggingface.co"
_OPENRAIL = Licence("CreativeML OpenRAIL-M", f"{_HUB}/spaces/CompVis/stable-diffusion-license")
_OPENRAIL_PLUS = Licence(
    "CreativeML Open RAIL++-M", f"{_HUB}/stabilityai/stable-diffusion-xl-base-1.0/blob/main/LICENSE.md"
)
_APACHE = Licence("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0")
_SDXL = "stabilityai/stable-diffusion-xl-base-1.0"


def _adapters(folder: str, *names: str) -> Source:
    """Files of the adapters' authors, and the vision model that all of them read (Apache-2.0)."""
    files = [f"{folder}/{name}.safetensors" for name in names]
    files += [f"models/image_encoder/{name}" for name in ("config.json", "model.safetensors")]
    return Source("h94/IP-Adapter", {file: f"ip_adapter/{file}" for file in files})


_FOR_SD15 = _adapters("models", "ip-adapter_sd15", "ip-adapter-plus_sd15", "ip-adapter-plus-face_sd15")
_FOR_SDXL = _adapters(
    "sdxl_models",
    "ip-adapter_sdxl_vit-h",
    "ip-adapter-plus_sdxl_vit-h",
    "ip-adapter-plus-face_sdxl_vit-h",
)


def _lightning(steps: int) -> Preset:
    file = f"sdxl_lightning_{steps}step_unet.safetensors"
    return Preset(
        name=f"sdxl-lightning-{steps}",
        family="sdxl",
        title=f"SDXL Lightning, {steps} steps: SDXL with a distilled UNet",
        licence=_OPENRAIL_PLUS,
        sources=(
            Source(_SDXL, leaves_out=("unet",)),
            Source(_SDXL, {"unet/config.json": "unet/config.json"}),
            Source("ByteDance/SDXL-Lightning", {file: "unet/diffusion_pytorch_model.safetensors"}),
        ),
        settings={"steps": steps, "guidance_scale": 1.0, "sampler": "euler", "spacing": "trailing"},
        adapters=_FOR_SDXL,
    )


_EVERY = (
    Preset(
        name="sd15",
        family="sd15",
        title="Stable Diffusion 1.5: small, quick, with the most adapters",
        licence=_OPENRAIL,
        sources=(Source("stable-diffusion-v1-5/stable-diffusion-v1-5"),),
        adapters=_FOR_SD15,
    ),
    Preset(
        name="sdxl",
        family="sdxl",
        title="Stable Diffusion XL base: 1024 pixels",
        licence=_OPENRAIL_PLUS,
        sources=(Source(_SDXL),),
        adapters=_FOR_SDXL,
    ),
    _lightning(4),
    _lightning(8),
    Preset(
        name="sdxl-turbo",
        family="sdxl",
        title="SDXL Turbo: four steps, 512 pixels",
        licence=Licence(
            "Stability AI's, non-commercial", f"{_HUB}/stabilityai/sdxl-turbo/blob/main/LICENSE.md", is_commercial=False
        ),
        sources=(Source("stabilityai/sdxl-turbo"),),
        settings={"steps": 4, "guidance_scale": 1.0, "sampler": "euler_a", "size": 512, "spacing": "trailing"},
        adapters=_FOR_SDXL,
    ),
    Preset(
        name="klein",
        family="flux2",
        title="FLUX.2 klein 4B: four steps, edits and references by itself",
        licence=_APACHE,
        sources=(Source("black-forest-labs/FLUX.2-klein-4B"),),
    ),
    Preset(
        name="klein-9b",
        family="flux2",
        title="FLUX.2 klein 9B",
        licence=Licence(
            "FLUX non-commercial", f"{_HUB}/black-forest-labs/FLUX.2-klein-9B/blob/main/LICENSE.md", is_commercial=False
        ),
        sources=(Source("black-forest-labs/FLUX.2-klein-9B"),),
    ),
)

PRESETS = {preset.name: preset for preset in _EVERY}
"""None of them could be tried where Fourup is made, which no hub can be reached from: all are untested."""
