"""Less of a model in the device's memory at a time: parts that wait in the machine's, and weights that come one by one.

Both are slower, and are done only where a picture does not fit otherwise. Untried on a card; on the processor, where
nothing moves, the pictures are the same.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import torch
from accelerate import cpu_offload

_WAITING = torch.device("cpu")


class Resting:
    """The parts of a model that are not needed at each step: from `begin` on they are on the device in use only."""

    def __init__(self, parts: Mapping[str, torch.nn.Module | None], device: torch.device) -> None:
        self._parts = {name: part for name, part in parts.items() if part is not None}
        self._device = device
        self._is_on = False
        self._lock = threading.RLock()

    def begin(self) -> None:
        """From now on. Waits for the end of what is being encoded or decoded."""
        with self._lock:
            self._is_on = True
            self._move(self._parts, _WAITING)

    @contextmanager
    def use(self, *names: str) -> Iterator[None]:
        """Inside, these parts are on the device."""
        with self._lock:
            if self._is_on:
                self._move(names, self._device)
            try:
                yield
            finally:
                if self._is_on:
                    self._move(names, _WAITING)

    def _move(self, names: Mapping[str, torch.nn.Module] | tuple[str, ...], where: torch.device) -> None:
        for name in names:
            if name in self._parts:
                self._parts[name].to(where)
        if self._device.type == "cuda":
            torch.cuda.empty_cache()


class Relief:
    """What a family does where a picture does not fit: first its resting parts go, then its network's weights come
    layer by layer. A processor has no other memory to put anything in.
    """

    def __init__(self, resting: Resting, network: torch.nn.Module, device: torch.device) -> None:
        self._resting = resting
        self._network = network
        self._device = device
        self._done = 0

    def give(self) -> bool:
        """One step further; False where none is left."""
        steps = (self._resting.begin, lambda: layer_by_layer(self._network, self._device))
        if self._device.type == "cpu" or self._done == len(steps):
            return False
        steps[self._done]()
        self._done += 1
        return True


def layer_by_layer(network: torch.nn.Module, device: torch.device) -> None:
    """Keep the network in the machine's memory: each layer's weights are on the device while it is run."""
    with torch.inference_mode(mode=False):
        cpu_offload(network, execution_device=device)
