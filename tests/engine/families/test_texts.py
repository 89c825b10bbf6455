"""Texts of any length and weight, held against diffusers' own encoding."""

import pytest
import torch

from engine.families.sd15 import Sd15
from engine.families.texts import TextEncoder
from engine.protocol import Text
from tests.engine.stock import Stock


@pytest.fixture
def texts(family: Sd15) -> TextEncoder:
    """Of the tiny model."""
    return family._texts


def encoded(texts: TextEncoder, *parts: tuple[str, float]) -> torch.Tensor:
    """The mean of these."""
    with torch.inference_mode():
        return texts.encode([Text(text, weight) for text, weight in parts])


@pytest.mark.parametrize("text", ["", "cat", "a red cat, 猫 🐈", "<|endoftext|>", "  cat\n", "dog " * 75])
def test_a_text_that_fits_is_read_as_diffusers_reads_it(texts: TextEncoder, stock: Stock, text: str) -> None:
    """Whatever is in it."""
    torch.testing.assert_close(encoded(texts, (text, 1.0)), stock.embeddings(text)[0])


@pytest.mark.parametrize(("words", "windows"), [(0, 1), (1, 1), (75, 1), (76, 2), (150, 2), (1000, 14)])
def test_a_long_text_takes_more_windows(texts: TextEncoder, words: int, windows: int) -> None:
    """Nothing of it is cut off; each window has the marks of beginning and end."""
    assert encoded(texts, ("cat " * words, 1.0)).shape == (77 * windows, 32)


def test_only_the_proportion_of_weights_counts(texts: TextEncoder) -> None:
    """2 to 1 is 4 to 2."""
    small, large = (encoded(texts, ("cat", 2 * size), ("dog", size)) for size in (1.0, 2.0))
    torch.testing.assert_close(small, large)
    torch.testing.assert_close(encoded(texts, ("cat", 5.0)), encoded(texts, ("cat", 1.0)))


def test_a_text_joined_with_a_longer_one_is_as_if_blanks_followed_it(texts: TextEncoder) -> None:
    """So that the mean is taken token by token."""
    long, blank = "dog " * 80, encoded(texts, ("", 1.0))
    joined = encoded(texts, ("cat", 1.0), (long, 1.0))
    padded = torch.cat([encoded(texts, ("cat", 1.0)), blank])
    torch.testing.assert_close(joined, (padded + encoded(texts, (long, 1.0))) / 2)
