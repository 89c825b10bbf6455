"""Noise on what texts were encoded to (`--weird`), each picture's own."""

import torch

from engine.plan.noise import SEEDS, mixed

_TEXT_STREAM = 0x7E47 << 32
"""Above the 32 bits of a seed, so that it is mixed into others than `engine.plan.noise` mixes from."""


def perturbed(text: torch.Tensor, share: float, seed: int) -> torch.Tensor:
    """The text with that share of its root mean square as noise, from a stream of the seed that no latents use."""
    generator = torch.Generator().manual_seed(mixed(seed ^ _TEXT_STREAM) % SEEDS)
    noise = torch.randn(text.shape, generator=generator).to(text)
    return text + share * text.square().mean().sqrt() * noise
