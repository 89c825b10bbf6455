"""What denoising starts from: `--strength`, or `--iw` where a picture cannot go through an adapter alone."""

import math
from bisect import bisect_left
from functools import cache

from engine.plan.facts import Noise
from engine.protocol import Reference, RenderRequest, Role

STRENGTH = 0.5
"""Without `--strength`: composition kept, style and content change."""
STRONG = 1.5
"""From this `--iw` on, a picture is the start too, beside its way through an adapter."""
REFINED = 0.382
"""How far a picture is drawn over when it was enlarged: detail comes, composition stays. That of Fooocus' upscaling
(lllyasviel/Fooocus, async_worker.py)."""
_G = 3.5
_TRAINED_STEPS = 1000


def start_sigma(iw: float, width: int, height: int) -> float:
    """Noise over signal at the start: G * r / iw, with r = sqrt(pixels) / 512.

    More pixels need more noise for the same destruction (the shift of simple diffusion, Hoogeboom et al. 2023, and
    of Stable Diffusion 3, Esser et al. 2024); G = 3.5 makes `--iw 1` a strength of 0.7 at 512 x 512, the middle of
    what is used in the field. Falls as `iw` grows.
    """
    return _G * math.sqrt(width * height) / 512 / iw


def sigma_of(strength: float, noise: Noise) -> float:
    """Noise over signal at this share of training's time, from 0 at 0 to the most that the model knows at 1.

    Ho et al. 2020 with Stable Diffusion's betas; for flows t / (1 - t), ended at the thousandth step from the end.
    """
    if noise is Noise.FLOW:
        time = min(strength, 1 - 1 / _TRAINED_STEPS)
        return time / (1 - time)
    place = strength * _TRAINED_STEPS
    if place < 1:
        return place * _sigmas()[0]
    low = min(int(place), _TRAINED_STEPS - 1)
    below, above = math.log(_sigmas()[low - 1]), math.log(_sigmas()[low])
    return math.exp(below + (place - low) * (above - below))


def strength_of(sigma: float, noise: Noise) -> float:
    """The strength that `sigma_of` turns into this; 1 for more than the model knows."""
    if noise is Noise.FLOW:
        return min(1.0, sigma / (1 + sigma)) if sigma < sigma_of(1.0, noise) else 1.0
    table = _sigmas()
    if sigma >= table[-1]:
        return 1.0
    if sigma < table[0]:
        return sigma / table[0] / _TRAINED_STEPS
    low = max(1, bisect_left(table, sigma))
    below, above = math.log(table[low - 1]), math.log(table[low])
    return (low + (math.log(sigma) - below) / (above - below)) / _TRAINED_STEPS


def start_picture(request: RenderRequest, *, has_adapter: bool) -> Reference | None:
    """The picture that denoising starts from, None where it starts from noise alone.

    The start picture where there is one; else the weightiest picture of the prompt, where `--strength` asks for it,
    where no adapter is at hand, or where `--iw` is above 1.5. With `--iw 0` no picture of the prompt counts.
    """
    if given := [each for each in request.references if each.role is Role.START]:
        return given[0]
    parameters = request.parameters
    weight = 1.0 if parameters.iw is None else parameters.iw
    images = [each for each in request.references if each.role is Role.IMAGE]
    is_wanted = parameters.strength is not None or not has_adapter or weight > STRONG
    return max(images, key=lambda each: each.weight) if images and weight > 0 and is_wanted else None


@cache
def _sigmas() -> tuple[float, ...]:
    """Rising, one for each training step: sqrt((1 - a) / a), a the product of 1 - beta so far."""
    first, last = math.sqrt(0.00085), math.sqrt(0.012)
    kept, table = 1.0, []
    for step in range(_TRAINED_STEPS):
        kept *= 1 - (first + (last - first) * step / (_TRAINED_STEPS - 1)) ** 2
        table.append(math.sqrt((1 - kept) / kept))
    return tuple(table)
