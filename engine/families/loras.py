"""LoRAs (Hu et al. 2021, arXiv 2106.09685) put on row by row: each row of a batch wears its own, or none.

Instead of changing the weights, what a layer gives is added to for the rows that wear something. So jobs with different
LoRAs and without share each forward pass, and nothing has to be taken off again.
"""

import json
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from torch.nn.functional import conv2d, linear

from engine.plan.plan import CannotDraw, PlannedLora

MOST = 8
"""LoRAs that are kept beside those in use."""
Wearing = tuple[tuple["Lora", float], ...]
"""What a row wears, each with its weight."""
_KEY = re.compile(
    r"(?P<part>unet|transformer|text_encoder_2|text_encoder)\.(?P<layer>.+?)"
    r"(?P<style>_lora|\.lora_linear_layer|\.lora)[._](?P<side>down|up|A|B)(\.default)?(\.weight)?"
)
_PROJECTIONS = {"to_q": "q_proj", "to_k": "k_proj", "to_v": "v_proj", "to_out": "out_proj"}


@dataclass(frozen=True, eq=False)
class Change:
    """To one layer: `up` after `down`, times `scale`."""

    down: torch.Tensor
    up: torch.Tensor
    scale: float

    def of(self, layer: torch.nn.Module, given: torch.Tensor) -> torch.Tensor:
        """What is added to what the layer gives for this."""
        if isinstance(layer, torch.nn.Conv2d):
            # with the layer's own stride and edges, which may meet
            return conv2d(layer._conv_forward(given, self.down, None), self.up)  # noqa: SLF001
        return linear(linear(given, self.down), self.up)


@dataclass(frozen=True, eq=False)
class Lora:
    """One file, read: by part of the model and by layer, what it changes."""

    name: str
    changes: Mapping[str, Mapping[str, Change]]


@dataclass(frozen=True, eq=False)
class _Wear:
    """What one LoRA changes in one network, for which lines (None for all), and by how much each."""

    changes: Mapping[str, Change]
    places: torch.Tensor | None
    weights: torch.Tensor


class Worn:
    """What the lines of the next forward pass of one network wear; its layers ask for it as they are run."""

    def __init__(self, part: str, network: torch.nn.Module) -> None:
        self._part = part
        self._layers = {name: each for name, each in network.named_modules() if _is_changeable(each)}
        self.device = next(iter(self._layers.values())).weight.device
        """Where it is run, wherever its weights wait meanwhile."""
        self._hooked: set[str] = set()
        self._now: list[_Wear] = []
        self._lock = threading.Lock()

    @property
    def layers(self) -> Mapping[str, torch.nn.Module]:
        """Those that can be changed, by name."""
        return self._layers

    def run(self, wearing: Sequence[Wearing], network: torch.nn.Module, *given: Any, **told: Any) -> Any:
        """Run the network; `wearing` has an entry for each line of the batch, or one for all of them."""
        with self._lock:
            self._now = list(self._gathered(wearing))
            try:
                return network(*given, **told)
            finally:
                self._now = []

    def prepare(self, lora: Lora) -> None:
        """Let the layers that it changes ask. Waits for the end of a forward pass."""
        with self._lock:
            for name in lora.changes.get(self._part, {}).keys() - self._hooked:
                self._layers[name].register_forward_hook(partial(self._added, name))
                self._hooked.add(name)

    def _gathered(self, wearing: Sequence[Wearing]) -> Iterator[_Wear]:
        device = self.device
        if len(wearing) == 1:
            for lora, weight in wearing[0]:
                yield _Wear(lora.changes.get(self._part, {}), None, torch.tensor([weight], device=device))
            return
        loras = dict.fromkeys(lora for worn in wearing for lora, _ in worn)
        for lora in loras:
            weights = [sum(weight for each, weight in worn if each is lora) for worn in wearing]
            places = [place for place, weight in enumerate(weights) if weight]
            own = torch.tensor([weights[place] for place in places], device=device)
            yield _Wear(lora.changes.get(self._part, {}), torch.tensor(places, device=device), own)

    def _added(self, name: str, layer: torch.nn.Module, given: tuple[Any, ...], output: torch.Tensor) -> torch.Tensor:
        for worn in self._now:
            change = worn.changes.get(name)
            if change is None:
                continue
            told = change.of(layer, given[0] if worn.places is None else given[0][worn.places])
            told = told * (worn.weights * change.scale).to(told.dtype).view(-1, *[1] * (told.ndim - 1))
            output = output + told if worn.places is None else output.index_add(0, worn.places, told)
        return output


class Loras:
    """Reads LoRAs for one model, and keeps the latest."""

    def __init__(self, worn: Mapping[str, Worn], convert: Any) -> None:
        self._worn = dict(worn)
        self._convert = convert
        """Diffusers' own reading of the names that other programs give to layers."""
        self._kept: OrderedDict[tuple[Path, int], Lora] = OrderedDict()
        self.files: Callable[[], Mapping[str, Path]] = dict
        """Those that there are, by name: asked anew for each job that names one."""

    def wearing(self, planned: Sequence[PlannedLora]) -> Wearing:
        """What a plan's rows wear. Raises CannotDraw for what is not there any more, or is none of this model's."""
        files = self.files() if planned else {}
        if gone := [each.name for each in planned if each.name not in files]:
            raise CannotDraw("lora.gone", name=gone[0])
        return tuple((self.read(each.name, files[each.name]), each.weight) for each in planned)

    def read(self, name: str, file: Path) -> Lora:
        """The LoRA in this file. Raises CannotDraw for what is none of this model's."""
        try:
            key = file, file.stat().st_mtime_ns
            if key not in self._kept:
                self._kept[key] = self._read(name, file)
                if len(self._kept) > MOST:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
        except (OSError, SafetensorError, ValueError, KeyError, RuntimeError, StopIteration) as failure:
            raise CannotDraw("lora.unfit", name=name) from failure
        return self._kept[key]

    def _read(self, name: str, file: Path) -> Lora:
        with torch.inference_mode(mode=False):
            tensors, alphas, by_rank = self._tensors(file)
            sides: dict[tuple[str, str], dict[str, torch.Tensor]] = {}
            for key, tensor in tensors.items():
                part, layer, side = self._place(key)
                sides.setdefault((part, layer), {})["down" if side in {"down", "A"} else "up"] = tensor
            changes: dict[str, dict[str, Change]] = {part: {} for part in self._worn}
            for (part, layer), pair in sides.items():
                rank = pair["down"].shape[0]
                alpha = alphas.get((part, layer), by_rank.get(part, rank))
                changes[part][layer] = _change(self._worn[part], layer, pair, alpha / rank)
        if not any(changes.values()):
            raise ValueError(f"{file.name} changes nothing")
        lora = Lora(name, changes)
        for worn in self._worn.values():
            worn.prepare(lora)
        return lora

    def _tensors(self, file: Path) -> tuple[dict[str, torch.Tensor], dict[tuple[str, str], float], Mapping[str, float]]:
        """As diffusers names them, the alphas by part and layer, and those that hold for all of a part."""
        with safe_open(file, "pt") as opened:
            tensors = {key: opened.get_tensor(key) for key in opened.keys()}  # noqa: SIM118 - it is no mapping
            told = json.loads((opened.metadata() or {}).get("lora_adapter_metadata", "{}"))
        by_rank = {part: float(told[f"{part}.lora_alpha"]) for part in self._worn if f"{part}.lora_alpha" in told}
        tensors, given = self._convert(tensors)
        alphas = {}
        for key, alpha in (given or {}).items():
            end = ".down.weight.alpha"
            whole = key if key.endswith(end) else f"{key.removesuffix('.alpha')}.lora.down.weight.alpha"
            part, layer, _ = self._place(whole.removesuffix(".alpha"))
            alphas[part, layer] = float(alpha)
        return tensors, alphas, by_rank

    def _place(self, key: str) -> tuple[str, str, str]:
        """The part, the layer and the side that a tensor stands for, by any of the names that are in use."""
        found = _KEY.fullmatch(key)
        if found is None:
            raise ValueError(f"{key} is no tensor of a LoRA")
        part, layer = found["part"], found["layer"].replace(".processor", "")
        before, _, last = layer.rpartition(".")
        if part == "unet" and last == "to_out":
            layer = f"{layer}.0"
        elif part.startswith("text"):
            layer = f"{before}.{_PROJECTIONS.get(last, last)}"
            if layer not in self._worn[part].layers:
                layer = layer.removeprefix("text_model.")
        return part, layer, found["side"]


def _change(worn: Worn, name: str, pair: Mapping[str, torch.Tensor], scale: float) -> Change:
    """On the device where the network is run, wherever its own weights wait meanwhile."""
    layer = worn.layers[name]
    like = layer.weight
    assert isinstance(like, torch.Tensor)  # noqa: S101 - `_is_changeable` looked
    down, up = (pair[side].to(worn.device, like.dtype) for side in ("down", "up"))
    if isinstance(layer, torch.nn.Linear):
        down, up = down.flatten(1), up.flatten(1)  # some programs save them as convolutions
    fits = down.shape[1] == like.shape[1] and up.shape[0] == like.shape[0] and up.shape[1] == down.shape[0]
    if not fits:
        raise ValueError(f"a change of {tuple(down.shape)} and {tuple(up.shape)} to {tuple(like.shape)}")
    return Change(down, up, scale)


def _is_changeable(layer: torch.nn.Module) -> bool:
    return isinstance(layer, torch.nn.Linear | torch.nn.Conv2d)
