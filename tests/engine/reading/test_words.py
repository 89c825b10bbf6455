"""Which words matter, by Pocket's text encoder, against trying all there is."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
import torch
from transformers import CLIPTextModel, CLIPTokenizer

import engine.pocket
from engine.families.senses import Senses
from engine.reading.words import Encoder, weigh

WEIGHTS = Path(engine.pocket.__file__).parent / "weights"
PROMPTS = (
    "a giant green dragon next to a castle",
    "a photo of my cute little cat and a pizza on a beach",
    "watercolor painting of an old lighthouse, golden hour, dramatic",
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """Pocket's own."""
    tokenizer = CLIPTokenizer.from_pretrained(WEIGHTS / "tokenizer")
    model = CLIPTextModel.from_pretrained(WEIGHTS / "text_encoder").float().eval()
    return Encoder(tokenizer, model, Senses.load(WEIGHTS).read)


def angle(encoder: Encoder, words: Sequence[str], kept: Sequence[int]) -> float:
    """Degrees between what is left and the whole, one text at a time."""
    whole, left = encoder.embed([" ".join(words)])[0], encoder.embed([" ".join(words[place] for place in kept)])[0]
    return float(torch.rad2deg((whole @ left).clamp(-1, 1).acos()))


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_words_that_go_are_those_that_change_least(encoder: Encoder, prompt: str) -> None:
    """The first word to go is the best of all by brute force, and so are the sets, or within a degree of the best."""
    words = prompt.split()
    told = weigh(words, encoder.embed)
    every_place = range(len(words))
    alone = [angle(encoder, words, [each for each in every_place if each != place]) for place in every_place]
    assert told.changes == pytest.approx(alone, abs=0.05)
    for kept in told.shorter:
        every = [*combinations(range(len(words)), len(kept))]
        texts = [" ".join(words[place] for place in each) for each in every]
        whole = encoder.embed([prompt])[0]
        best = float(torch.rad2deg((encoder.embed(texts) @ whole).clamp(-1, 1).acos()).min())
        assert angle(encoder, words, kept) <= best + 1.0, (kept, texts)


def test_what_is_seen_stays_and_fill_words_go(encoder: Encoder) -> None:
    """Of a prompt with one thing in it, the thing is left at last."""
    told = weigh(["a", "very", "beautiful", "photo", "of", "a", "cat"], encoder.embed)
    assert [told.words[place] for place in told.shorter[-1]] == ["cat"]
    assert max(zip(told.changes, told.words, strict=True))[1] == "cat"


def test_lengths_fall(encoder: Encoder) -> None:
    """Five for a long prompt, fewer for a short one, words in their order."""
    told = weigh(
        ["a", "red", "fox", "and", "a", "blue", "bird", "in", "the", "deep", "green", "forest", "at", "night"],
        encoder.embed,
    )
    assert [len(each) for each in told.shorter] == [11, 9, 7, 5, 3]
    assert all(list(each) == sorted(each) for each in told.shorter)
    assert [len(each) for each in weigh(["red", "fox"], encoder.embed).shorter] == [1]


def test_a_text_of_several_windows_is_read(encoder: Encoder) -> None:
    """A hundred words are more than Pocket reads at once; every word has its change all the same."""
    told = weigh((["cat", "dog"] * 50)[:100], encoder.embed)
    assert len(told.changes) == 100
    assert len(told.shorter) == 5
