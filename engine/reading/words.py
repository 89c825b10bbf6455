"""Which words of a prompt matter, measured: each is left out, and what the text encoder says is compared."""

import math
from collections.abc import Callable, Sequence
from itertools import combinations

import torch
from torch.nn.functional import normalize
from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

from engine.reading.talk import Weighed

BATCH = 64
SHARES = (0.8, 0.65, 0.5, 0.35, 0.2)
"""How many of the words stay in each shorter prompt."""
FEW, MANY = 10, 24
"""Words up to which every set is tried, and from which several are left out at a time."""
BEAM = 4
"""Sets of each length that are gone on from."""
ROUNDS = 12
"""In how many a prompt of very many words is shortened."""

Embed = Callable[[Sequence[str]], torch.Tensor]
"""Embeddings (texts, width) of length 1."""
Kept = tuple[int, ...]


class Encoder:
    """A text encoder of CLIP's kind, as a sentence is to it: what it says where the text ends.

    A text of several windows is the mean of theirs. `spoken` gives a text as the model is to read it.
    """

    def __init__(
        self,
        tokenizer: CLIPTokenizer,
        model: CLIPTextModel | CLIPTextModelWithProjection,
        spoken: Callable[[str], str] = str,
    ) -> None:
        self._tokenizer, self._model, self._spoken = tokenizer, model, spoken
        self._window = int(tokenizer.model_max_length) - 2

    @torch.inference_mode()
    def embed(self, texts: Sequence[str]) -> torch.Tensor:
        """Embeddings (texts, width) of length 1."""
        windows = [self._windows(self._spoken(text)) for text in texts]
        rows = [row for each in windows for row in each]
        ends = torch.cat([self._ends(rows[at : at + BATCH]) for at in range(0, len(rows), BATCH)])
        counts = [len(each) for each in windows]
        return normalize(torch.stack([part.mean(0) for part in torch.split(ends, counts)]), dim=-1)

    def _windows(self, text: str) -> list[list[int]]:
        tokens = self._tokenizer(text, add_special_tokens=False).input_ids
        return [tokens[at : at + self._window] for at in range(0, len(tokens), self._window)] or [[]]

    def _ends(self, rows: list[list[int]]) -> torch.Tensor:
        first, last = self._tokenizer.bos_token_id, self._tokenizer.eos_token_id
        longest = max(map(len, rows)) + 2
        # What follows the end is never looked at: the model reads from left to right.
        ids = torch.tensor([[first, *row, *[last] * (longest - 1 - len(row))] for row in rows])
        states = self._model(ids.to(self._model.device)).last_hidden_state
        return normalize(states[torch.arange(len(rows)), torch.tensor([len(row) + 1 for row in rows])].float(), dim=-1)


def weigh(words: Sequence[str], embed: Embed, by: str = "") -> Weighed:
    """What leaving each word out changes, and five shorter prompts that change least (fewer, for a short one)."""
    whole = embed([" ".join(words)])[0]
    every = tuple(range(len(words)))
    changes = tuple(_angles(embed([_text(words, _without(every, place)) for place in every]), whole).tolist())
    lengths = sorted({max(1, round(share * len(words))) for share in SHARES} - {len(words)}, reverse=True)
    return Weighed(tuple(words), tuple(round(each, 3) for each in changes), shorter(words, embed, whole, lengths), by)


def shorter(words: Sequence[str], embed: Embed, whole: torch.Tensor, lengths: Sequence[int]) -> tuple[Kept, ...]:
    """Of each length, from long to short, the words that stay so that the embedding changes least.

    Of few words every set is tried. Of more, one word is left out at a time, and the best few sets of each length are
    gone on from (a beam search); of very many, several words at a time, those that change least by themselves.
    """
    every = tuple(range(len(words)))
    if len(words) <= FEW:
        return tuple(_best(words, embed, whole, [*combinations(every, length)])[0] for length in lengths)
    beam: list[Kept] = [every]
    found: list[Kept] = []
    for length in lengths:
        while len(beam[0]) > length:
            beam = _fewer(words, embed, whole, beam, length)
        found.append(beam[0])
    return tuple(found)


def _fewer(words: Sequence[str], embed: Embed, whole: torch.Tensor, beam: list[Kept], length: int) -> list[Kept]:
    """The best sets with a word less, or of very many words with several words less, but not fewer than `length`."""
    if len(words) <= MANY:
        tried = dict.fromkeys(_without(each, place) for each in beam for place in range(len(each)))
        return _best(words, embed, whole, [*tried])[:BEAM]
    kept = beam[0]
    tried = dict.fromkeys(_without(kept, place) for place in range(len(kept)))
    gone = [next(iter({*kept} - {*each})) for each in _best(words, embed, whole, [*tried])]
    goes = {*gone[: min(math.ceil(len(words) / ROUNDS), len(kept) - length)]}
    return [tuple(place for place in kept if place not in goes)]


def _best(words: Sequence[str], embed: Embed, whole: torch.Tensor, tried: Sequence[Kept]) -> list[Kept]:
    """These sets, the one that changes least first."""
    order = _angles(embed([_text(words, each) for each in tried]), whole).argsort(stable=True)
    return [tried[place] for place in order.tolist()]


def _without(kept: Kept, place: int) -> Kept:
    return (*kept[:place], *kept[place + 1 :])


def _text(words: Sequence[str], kept: Kept) -> str:
    return " ".join(words[place] for place in kept)


def _angles(embeddings: torch.Tensor, whole: torch.Tensor) -> torch.Tensor:
    """Degrees between each (rows, width) and the whole."""
    return (embeddings @ whole).clamp(-1, 1).acos() * (180 / math.pi)
