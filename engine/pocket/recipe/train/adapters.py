"""Trains IP-Adapters (Ye et al. 2023, arXiv 2308.06721) beside the finished UNet: for images, styles and characters.

They have the layout of IP-Adapter Plus, and learn from the UNet itself: what it makes of a text that says all, they are
to make of a reference and a text that says the rest (Hinton et al. 2015, arXiv 1503.02531). That is certain where
pictures of the training are chance.
"""

import copy
import re
from pathlib import Path
from random import Random
from typing import Final

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import IPAdapterAttnProcessor2_0
from diffusers.models.embeddings import IPAdapterPlusImageProjection
from safetensors.torch import save_file
from torch import nn
from transformers import CLIPTextModel, CLIPTokenizer, CLIPVisionModelWithProjection

from engine.checkpoint import adapter_file
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.pairs import Pairs, Use
from engine.pocket.recipe.train.sizes import TEXT_WIDTH
from engine.pocket.recipe.train.text import tokenised
from engine.pocket.recipe.train.training import Training, learnt
from engine.pocket.recipe.train.unet import Levels

RATE = 2e-3
BATCH = 32
LEVEL = 1.0
"""Of noise, as the UNet's: more of it than there, since what is to be seen is decided early."""
OWN = 0.2
"""How much of what is learnt from is the picture itself, which shows more than any text says of it."""
UNSEEN = 0.08
"""The share of references that are left out, whether there is a caption or not."""
NAMES: Final[dict[Use, str]] = {"image": "plus", "style": "style", "character": "character"}
"""What the engine calls them."""
Weights = dict[str, dict[str, torch.Tensor]]
_LAYERS: Final = (
    (r"(layers\.\d+)\.ln0\.", r"\1.0.norm1."),
    (r"(layers\.\d+)\.ln1\.", r"\1.0.norm2."),
    (r"(layers\.\d+)\.attn\.to_out\.0\.", r"\1.0.to_out."),
    (r"(layers\.\d+)\.attn\.", r"\1.0."),
    (r"(layers\.\d+)\.ff\.0\.", r"\1.1.0."),
    (r"(layers\.\d+)\.ff\.1\.net\.0\.proj\.", r"\1.1.1."),
    (r"(layers\.\d+)\.ff\.1\.net\.2\.", r"\1.1.3."),
)
"""What diffusers calls the parts of a resampler's layer, and what their authors do."""


@torch.no_grad()
def new_adapter(unet: UNet2DConditionModel, resampler: IPAdapterPlusImageProjection, nothing: torch.Tensor) -> Weights:
    """In h94's layout: what attends to texts attends to the resampler's tokens, which are like a text's. Of their
    values only that counts which is not among those of `nothing` (STATES, width): texts are attended to beside them.
    """
    silent = resampler.cpu()(nothing[None].float())[0]
    basis, _ = torch.linalg.qr(silent.T)
    beyond = torch.eye(TEXT_WIDTH) - basis @ basis.T
    attention: dict[str, torch.Tensor] = {}
    texts = [name.removesuffix(".processor") for name in unet.attn_processors if "attn2" in name]
    for place, name in enumerate(texts):
        keys, values = (unet.get_submodule(f"{name}.to_{part}").weight.detach().float().cpu() for part in ("k", "v"))
        attention[f"{2 * place + 1}.to_k_ip.weight"] = keys.clone()
        attention[f"{2 * place + 1}.to_v_ip.weight"] = values @ beyond
    return {"image_proj": _as_published(resampler.state_dict()), "ip_adapter": attention}


class Adapted(nn.Module):
    """A UNet that is fixed, and the adapter's own weights, which alone are to be trained and kept."""

    def __init__(self, unet: UNet2DConditionModel, begun: Weights) -> None:
        super().__init__()
        unet.requires_grad_(requires_grad=False)
        unet._load_ip_adapter_weights([begun])  # noqa: SLF001 - diffusers' own loader, as pipelines call it
        attentions = [each for each in unet.attn_processors.values() if isinstance(each, IPAdapterAttnProcessor2_0)]
        self.projection = unet.encoder_hid_proj.float()
        self.attentions = nn.ModuleList(attentions).float()
        self.requires_grad_(requires_grad=True)
        self.unet = (unet,)  # in a tuple, so that its weights are not of this module

    def forward(
        self, noisy: torch.Tensor, steps: torch.Tensor, texts: torch.Tensor, seen: torch.Tensor
    ) -> torch.Tensor:
        """The velocity; `seen` (rows, STATES, width) is what the vision encoder has of the references."""
        told: torch.Tensor = self.unet[0](
            noisy,
            steps,
            encoder_hidden_states=texts,
            added_cond_kwargs={"image_embeds": [seen[:, None]]},
            return_dict=False,
        )[0]
        return told


def train_adapter(
    pairs: Pairs,
    begun: tuple[IPAdapterPlusImageProjection, torch.Tensor],
    parts: tuple[UNet2DConditionModel, CLIPTokenizer, CLIPTextModel],
    folder: Path,
    *,
    minutes: float,
) -> None:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there.

    It is `begun` by a resampler, and the states (STATES, width) where no picture is shown.
    """
    torch.manual_seed(0)
    unet, tokenizer, encoder = parts
    teacher = copy.deepcopy(unet).to(device())
    nothing = begun[1].float()
    adapted = Adapted(unet.to(device()), new_adapter(unet, *begun)).to(device())
    optimiser = Optimiser(adapted.named_parameters(), threads=1)
    pace = Pace(minutes, RATE)
    training = Training(folder, adapted, optimiser, Average(adapted, 0.99), pace)
    levels, random = Levels.of_training(), Random(pace.steps)
    encoder = encoder.to(device()).eval()

    def learn() -> dict[str, float]:
        drawn = pairs.draw(BATCH, random)
        sees = torch.rand(BATCH) >= UNSEEN
        whole = [
            every if is_seen else own
            for every, own, is_seen in zip(drawn.whole, drawn.captions, sees.tolist(), strict=True)
        ]
        seen = drawn.seen.where(sees[:, None, None], nothing)
        steps = levels.draw(BATCH, LEVEL)
        noisy, velocity = (
            each.to(device()) for each in levels.noised(drawn.latents, torch.randn_like(drawn.latents), steps)
        )
        steps = steps.to(device())
        with torch.no_grad(), halved():
            texts, every = (
                encoder(tokenised(tokenizer, each).to(device()))[0].float() for each in (drawn.captions, whole)
            )
            taught = teacher(noisy, steps, encoder_hidden_states=every, return_dict=False)[0].float()
        with halved():
            made = adapted(noisy, steps, texts, seen.to(device()))
        return learnt((made.float() - taught.lerp(velocity, OWN)).square().mean())

    training.run(learn)


def export_adapter(use: Use, checkpoint: Path, folder: Path) -> None:
    """Write the averaged weights into a model's folder, in half precision; nothing where it was not trained."""
    if (kept := checkpoints.load(checkpoint)) is None:
        return
    groups = _as_begun(checkpoints.part(kept[0], "average/"))
    weights = {
        f"{group}.{name}": each.half().contiguous() for group, own in groups.items() for name, each in own.items()
    }
    path = adapter_file(folder, NAMES[use], "sd15")
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(weights, path)


def _as_begun(weights: dict[str, torch.Tensor]) -> Weights:
    """What was trained under the names that `new_adapter` has."""
    attention = {}
    for name, each in checkpoints.part(weights, "attentions.").items():
        place, way, *_ = name.split(".")
        attention[f"{2 * int(place) + 1}.{way}.weight"] = each
    projection = checkpoints.part(weights, "projection.image_projection_layers.0.")
    return {"image_proj": _as_published(projection), "ip_adapter": attention}


def _as_published(weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """A resampler's weights under the names that its authors gave them, which diffusers reads."""
    renamed = {_published(name): each for name, each in weights.items()}
    for name in [name for name in renamed if name.endswith("to_k.weight")]:
        both = [renamed.pop(name), renamed.pop(name.replace("to_k", "to_v"))]
        renamed[name.replace("to_k", "to_kv")] = torch.cat(both)
    return renamed


def _published(name: str) -> str:
    for own, theirs in _LAYERS:
        name = re.sub(own, theirs, name)
    return name


def export_vision(vision: CLIPVisionModelWithProjection, folder: Path) -> None:
    """Write the vision encoder where adapters have theirs, in half precision."""
    vision.half().save_pretrained(vision_folder(folder))


def vision_folder(folder: Path) -> Path:
    """Where a model's folder has it."""
    return adapter_file(folder, "base", "sd15").parent / "image_encoder"
