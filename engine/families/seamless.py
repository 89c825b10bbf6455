"""Pictures whose edges meet: convolutions that take what lies beyond one edge from the opposite one."""

import torch


class Seams:
    """Turns the edges of a model's convolutions into seams and back. For models without positional codes: of these,
    a picture rolled around is drawn from noise rolled around.
    """

    def __init__(self, model: torch.nn.Module) -> None:
        convolutions = (each for each in model.modules() if isinstance(each, torch.nn.Conv2d))
        self._convolutions = [each for each in convolutions if each.padding not in {(0, 0), "valid"}]
        self._is_closed = False

    def close(self, *, tile: bool) -> None:
        """Edges meet from now on, or no longer."""
        if tile != self._is_closed:
            for each in self._convolutions:
                each.padding_mode = "circular" if tile else "zeros"
            self._is_closed = tile
