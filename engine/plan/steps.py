"""How long and how hard a model works at a picture: steps, where they end, and guidance."""

import math

from engine.plan.facts import Facts
from engine.protocol import Parameters

MOST_STEPS = 150
STYLIZE = 100  # without --stylize


def steps(parameters: Parameters, default: int) -> int:
    """`--steps` as it stands; else the model's own times `--quality`, half of that for `--draft`.

    Quality is time spent (docs.midjourney.com, Quality), and a draft costs half (docs.midjourney.com, Draft Mode).
    1 to 150.
    """
    if parameters.steps is not None:
        return parameters.steps
    share = (1.0 if parameters.quality is None else parameters.quality) * (0.5 if parameters.draft else 1.0)
    return min(MOST_STEPS, max(1, round(default * share)))


def stop_after(stop: int | None, all_steps: int) -> int:
    """`--stop` is the percentage of the steps that are taken (docs.midjourney.com, Stop); one at least."""
    return max(1, math.ceil(all_steps * (100 if stop is None else stop) / 100))


def artistry(stylize: int | None) -> float:
    """`--stylize` as a share: ln(1 + s/100) / ln 11, so 0 at 0, 0.29 at 100 and 1 at 1000.

    Our rule; a logarithm, since Midjourney's own steps are 50, 100, 250 and 750 (its /settings panel).
    """
    return math.log1p((STYLIZE if stylize is None else stylize) / 100) / math.log(11)


def guidance_scale(parameters: Parameters, facts: Facts, *, is_led: bool = False) -> float:
    """`--cfg` as it stands; else the model's own, up to 30 % lower for `--stylize`, up to 30 % higher for `--exp`.

    Our rule: less guidance leaves more to the model's own taste; Midjourney says of both only what they look like. A
    model that draws without guidance (1 or less: distilled ones) goes on without. A picture that is led by
    another one, which it begins from or whose lines it follows, may have a guidance of its own.
    """
    if not facts.can_guide:
        return 1.0
    if parameters.cfg is not None:
        return parameters.cfg
    if facts.guidance_scale <= 1:
        return facts.guidance_scale
    experiment = 1 + 0.3 * (parameters.exp or 0) / 100
    own = facts.led_guidance_scale if is_led else None
    return (own or facts.guidance_scale) * (1 - 0.3 * artistry(parameters.stylize)) * experiment
