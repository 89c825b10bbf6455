"""An edit in words, as it was asked for and as it was done."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Instruction:
    """What the author typed, and a sentence for them about what was done.

    `denoising` is how far the picture is drawn over, 0 to 1; None where the model follows the words by itself, or where
    only the frame or the size changes.
    """

    typed: str
    done: str = ""
    denoising: float | None = None
