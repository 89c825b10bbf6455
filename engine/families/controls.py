"""ControlNets (Zhang et al. 2023, arXiv 2302.05543) beside a UNet: each row of a batch follows a picture, or none."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from diffusers import ControlNetModel
from PIL import Image

from engine.families.attention import Sight, attend_by_row
from engine.families.edges import hint
from engine.families.preprocessors import Preprocessors
from engine.families.seamless import Seams
from engine.plan.plan import PlannedControl


@dataclass(frozen=True, eq=False)
class Control:
    """What one row follows: a network, the picture as that network has embedded it, (channels, height, width), and how
    strictly.
    """

    net: "Net"
    embedded: torch.Tensor
    scale: float


class Net:
    """One network. Pictures are embedded once a job, and not at each step as in diffusers."""

    def __init__(self, model: ControlNetModel) -> None:
        self._embedding = model.controlnet_cond_embedding
        model.controlnet_cond_embedding = torch.nn.Identity()
        attend_by_row(model)
        self._model = model
        self._embedding_seams, self._seams = Seams(self._embedding), Seams(model)

    def control(self, picture: Image.Image, planned: PlannedControl, size: tuple[int, int], *, tile: bool) -> Control:
        """What a row of a picture of this width and height follows. Raises CannotDraw for what it cannot read."""
        seen = hint(picture, planned.kind, size)
        self._embedding_seams.close(tile=tile)
        first = next(self._embedding.parameters())
        return Control(self, self._embedding(seen[None].to(first))[0], planned.scale)

    def told(self, controls: Sequence[Control], lines: Mapping[str, Any], *, tile: bool) -> list[torch.Tensor]:
        """What is added to each of the UNet's way down, and last to its middle; `lines` is what the UNet is told."""
        self._seams.close(tile=tile)
        down, middle = self._model(
            **lines,
            controlnet_cond=torch.stack([each.embedded for each in controls]),
            conditioning_scale=controls[0].embedded.new_tensor([each.scale for each in controls])[:, None, None, None],
            return_dict=False,
        )
        return [*down, middle]


class Controls:
    """The networks of one model, by kind; each is loaded when it is first wanted."""

    def __init__(self, folders: Mapping[str, Path], like: torch.nn.Module) -> None:
        self._folders = dict(folders)
        first = next(like.parameters())
        self._dtype, self._device = first.dtype, first.device
        self._nets: dict[Path, Net] = {}
        self._preprocessors = Preprocessors({}, self._device)
        self._lock = threading.Lock()

    def control(self, picture: Image.Image, planned: PlannedControl, size: tuple[int, int], *, tile: bool) -> Control:
        """As Net says, of what is found in the picture where it is a photograph."""
        ready = self._preprocessors.ready(picture, planned.kind)
        return self._net(self._folders[planned.kind]).control(ready, planned, size, tile=tile)

    def add(self, folders: Mapping[str, Path], preprocessors: Mapping[str, Path]) -> None:
        """Follow these kinds too, each by the network in its folder; and find what is followed by these models."""
        self._folders |= folders
        self._preprocessors = Preprocessors(preprocessors, self._device)

    def _net(self, folder: Path) -> Net:
        with self._lock:
            if folder not in self._nets:
                with torch.inference_mode(mode=False):
                    model = ControlNetModel.from_pretrained(
                        folder, dtype=self._dtype, use_safetensors=True, local_files_only=True
                    )
                self._nets[folder] = Net(model.to(self._device).eval())
            return self._nets[folder]


def followed(
    controls: Sequence[Control | None], lines: Mapping[str, Any], sight: Sight, *, tile: bool
) -> dict[str, Any]:
    """What a UNet takes for lines of which some follow a picture: nothing is added to the others.

    `lines` has sample, timestep, encoder_hidden_states and added_cond_kwargs. What was embedded for another size than
    theirs is not followed any more.
    """
    size = lines["sample"].shape[-2:]
    counted = [each if each is not None and each.embedded.shape[-2:] == size else None for each in controls]
    sums: list[torch.Tensor] = []
    for net in dict.fromkeys(each.net for each in counted if each is not None):
        own = [(place, each) for place, each in enumerate(counted) if each is not None and each.net is net]
        places = torch.tensor([place for place, _ in own], device=lines["sample"].device)
        told = net.told([each for _, each in own], _chosen(lines, places, sight), tile=tile)
        sums = sums or [each.new_zeros(len(counted), *each.shape[1:]) for each in told]
        for whole, part in zip(sums, told, strict=True):
            whole.index_add_(0, places, part)
    if not sums:
        return {}
    return {"down_block_additional_residuals": tuple(sums[:-1]), "mid_block_additional_residual": sums[-1]}


def _chosen(lines: Mapping[str, Any], places: torch.Tensor, sight: Sight) -> dict[str, Any]:
    """These of the lines; the networks see no reference pictures."""
    bias = None if sight.text_bias is None else sight.text_bias[places]
    chosen = {name: lines[name][places] for name in ("sample", "timestep", "encoder_hidden_states")}
    added = {name: each[places] for name, each in lines["added_cond_kwargs"].items()}
    return {**chosen, "added_cond_kwargs": added, "cross_attention_kwargs": {"ip_hidden_states": Sight(bias, ())}}
