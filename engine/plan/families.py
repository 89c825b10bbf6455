"""The families' facts, as they are before a model's own files say more."""

from dataclasses import replace

from engine.plan.facts import Adapter, Facts, Noise, Sampler
from engine.protocol import Role

SD15 = Facts(
    model="sd15",
    family="sd15",
    size=512,
    multiple=8,
    steps=30,
    guidance_scale=7.5,
    sampler=Sampler.DPMPP_2M_KARRAS,
    # All but 4 to 8 of its 16 cross-attention layers, which carry composition (as ComfyUI_IPAdapter_plus chose).
    style_layers=(0, 1, 2, 3, 9, 10, 11, 12, 13, 14, 15),
)

SDXL = Facts(
    model="sdxl",
    family="sdxl",
    size=1024,
    # Its UNet halves latents twice, and each of them is eight pixels.
    multiple=32,
    steps=30,
    guidance_scale=6.0,
    sampler=Sampler.DPMPP_2M_KARRAS,
    # The second attention of the first block on the way up, ten layers deep (InstantStyle, Wang et al. 2024).
    style_layers=tuple(range(34, 44)),
)

FLUX2 = Facts(
    model="flux2",
    family="flux2",
    size=1024,
    multiple=16,
    steps=4,
    guidance_scale=1.0,
    sampler=Sampler.EULER,
    noise=Noise.FLOW,
    adapters=(Adapter("native", Role.IMAGE, 1.0, is_native=True),),
    can_guide=False,
    can_tile=False,
)
"""As its distilled checkpoints are."""

FLUX2_BASE = replace(FLUX2, steps=50, guidance_scale=4.0, can_guide=True)
"""As the others are."""

FAMILIES = {facts.family: facts for facts in (SD15, SDXL, FLUX2)}
