"""Trains IP-Adapters (Ye et al. 2023, arXiv 2308.06721) beside the finished UNet: for images, styles and characters.

They learn from the UNet itself: what it makes of a text that says all, they are to make of a reference and a text that
says the rest (Hinton et al. 2015, arXiv 1503.02531). That is certain where pictures of the training are chance.
"""

import copy
from pathlib import Path
from random import Random
from typing import Final

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import IPAdapterAttnProcessor2_0
from safetensors.torch import save_file
from torch import nn
from transformers import CLIPTextModel, CLIPTokenizer, CLIPVisionModelWithProjection

from engine.checkpoint import adapter_file
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.outset import Outset
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.pairs import Pairs, Use
from engine.pocket.recipe.train.resuming import keep, resume
from engine.pocket.recipe.train.sizes import TEXT_WIDTH
from engine.pocket.recipe.train.text import tokenised
from engine.pocket.recipe.train.unet import Levels

RATE = 2e-3
BATCH = 32
LEVEL = 1.0
"""Of noise, as the UNet's: more of it than there, since what is to be seen is decided early."""
OWN = 0.2
"""How much of what is learnt from is the picture itself, which shows more than any text says of it."""
UNSEEN, UNREAD = 0.08, 0.1
"""Shares of references and of captions that are left out; each by itself."""
NAMES: Final[dict[Use, str]] = {"image": "base", "style": "style", "character": "character"}
"""What the engine calls them."""
BEGINNING: Final[dict[Use, float]] = {"image": 1.0, "style": 2.0, "character": 1.5}
"""How loud an adapter is before it is trained."""
Weights = dict[str, dict[str, torch.Tensor]]


def new_adapter(unet: UNet2DConditionModel, begun: Outset) -> Weights:
    """In h94's layout. A picture is read as a caption's end is, and attended to by what attends to texts; of its values
    only what differs from a text that says nothing counts, since texts are attended to beside it.
    """
    basis, _ = torch.linalg.qr(begun.silent.T)
    beyond = torch.eye(TEXT_WIDTH) - basis @ basis.T
    attention: dict[str, torch.Tensor] = {}
    texts = [name.removesuffix(".processor") for name in unet.attn_processors if "attn2" in name]
    for place, name in enumerate(texts):
        keys, values = (unet.get_submodule(f"{name}.to_{part}").weight.detach().float().cpu() for part in ("k", "v"))
        attention[f"{2 * place + 1}.to_k_ip.weight"] = keys.clone()
        attention[f"{2 * place + 1}.to_v_ip.weight"] = BEGINNING[begun.use] * values @ beyond
    return {"image_proj": dict(begun.projection), "ip_adapter": attention}


class Adapted(nn.Module):
    """A UNet that is fixed, and the adapter's own weights, which alone are to be trained and kept."""

    def __init__(self, unet: UNet2DConditionModel, begun: Outset) -> None:
        super().__init__()
        unet.requires_grad_(requires_grad=False)
        unet._load_ip_adapter_weights([new_adapter(unet, begun)])  # noqa: SLF001 - diffusers' own loader, as pipelines call it
        attentions = [each for each in unet.attn_processors.values() if isinstance(each, IPAdapterAttnProcessor2_0)]
        self.projection = unet.encoder_hid_proj.float()
        self.attentions = nn.ModuleList(attentions).float()
        self.requires_grad_(requires_grad=True)
        self.unet = (unet,)  # in a tuple, so that its weights are not of this module

    def forward(
        self, noisy: torch.Tensor, steps: torch.Tensor, texts: torch.Tensor, seen: torch.Tensor
    ) -> torch.Tensor:
        """The velocity; `seen` (rows, width) are embeddings, nothing at all where there is no reference."""
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
    begun: Outset,
    parts: tuple[UNet2DConditionModel, CLIPTokenizer, CLIPTextModel],
    folder: Path,
    *,
    minutes: float,
) -> None:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there."""
    torch.manual_seed(0)
    unet, tokenizer, encoder = parts
    teacher = copy.deepcopy(unet).to(device())
    adapted = Adapted(unet.to(device()), begun).to(device())
    optimiser = Optimiser(adapted.named_parameters(), threads=1)
    average = Average(adapted, 0.99)
    pace = Pace(minutes, RATE)
    resume(folder, adapted, optimiser, average, pace)
    levels, random = Levels.of_training(), Random(pace.steps)
    encoder = encoder.to(device()).eval()
    while not pace.is_over:
        drawn = pairs.draw(BATCH, random)
        sees = torch.rand(BATCH) >= UNSEEN
        told = ["" if random.random() < UNREAD else each for each in drawn.captions]
        whole = [
            every if is_seen else own for every, own, is_seen in zip(drawn.whole, told, sees.tolist(), strict=True)
        ]
        steps = levels.draw(BATCH, LEVEL)
        noisy, velocity = (
            each.to(device()) for each in levels.noised(drawn.latents, torch.randn_like(drawn.latents), steps)
        )
        steps = steps.to(device())
        with torch.no_grad(), halved():
            texts, every = (encoder(tokenised(tokenizer, each).to(device()))[0].float() for each in (told, whole))
            taught = teacher(noisy, steps, encoder_hidden_states=every, return_dict=False)[0].float()
        with halved():
            made = adapted(noisy, steps, texts, (drawn.seen * sees[:, None]).to(device()))
        loss = (made.float() - taught.lerp(velocity, OWN)).square().mean()
        torch.autograd.backward(loss)
        optimiser.step(pace.learning_rate())
        average.update(adapted)
        pace.step(loss=loss.item())
        if pace.is_time_to_keep() or pace.is_over:
            keep(folder, adapted, optimiser, average, pace)


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
    layer = "projection.image_projection_layers.0."
    attention = {}
    for name, each in weights.items():
        if name.startswith("attentions."):
            _, place, way, _, _ = name.split(".")
            attention[f"{2 * int(place) + 1}.{way}.weight"] = each
    projection = {
        f"{own}.{kind}": weights[f"{layer}{trained}.{kind}"]
        for own, trained in (("proj", "image_embeds"), ("norm", "norm"))
        for kind in ("weight", "bias")
    }
    return {"image_proj": projection, "ip_adapter": attention}


def export_vision(vision: CLIPVisionModelWithProjection, folder: Path) -> None:
    """Write the vision encoder where adapters have theirs, in half precision."""
    vision.half().save_pretrained(vision_folder(folder))


def vision_folder(folder: Path) -> Path:
    """Where a model's folder has it."""
    return adapter_file(folder, "base", "sd15").parent / "image_encoder"
