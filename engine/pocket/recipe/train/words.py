"""The tokenizer: CLIP's byte-level pairs, merged so that every word of the world is one token."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel, WhitespaceSplit
from tokenizers.trainers import BpeTrainer
from transformers import CLIPTokenizer

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.train.sizes import TOKENS
from engine.pocket.recipe.world.captions import MADE, RELATIONS, SITES, SIZES, STYLES, WHEN, WHERE
from engine.pocket.recipe.world.colours import PAPERS
from engine.pocket.recipe.world.scenes import SEASONS

ENOUGH: Final = 6144
"""Tokens at most."""
WORDS: Final = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|[^\s\w]+")
"""As CLIP cuts texts (github.com/openai/CLIP, simple_tokenizer.py)."""
OTHERS: Final = (
    "a an the and with of in on at to from by is it my your this that some two three many very photo picture "
    "image drawing painting illustration render art background gradient against cute funny happy sad beautiful "
    "pretty big small old new large"
)


def vocabulary(concepts: Iterable[Concept]) -> list[str]:
    """The words that captions are made of, the most used first."""
    counts: Counter[str] = Counter()
    for concept in concepts:
        for number, text in enumerate((*concept.names, *concept.keywords)):
            counts.update(dict.fromkeys(WORDS.findall(text.lower()), 1 if number else 3))
    for table in (STYLES, MADE, WHERE, WHEN, SIZES, SITES, RELATIONS):
        for ways in table.values():
            for text in ways:
                counts.update(dict.fromkeys(WORDS.findall(text.lower()), 1000))
    for text in (*PAPERS, *SEASONS, OTHERS):
        counts.update(dict.fromkeys(WORDS.findall(text.lower()), 1000))
    return [word for word, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))]


def new_tokenizer(concepts: Iterable[Concept]) -> CLIPTokenizer:
    """CLIP's tokenizer with merges for the words of these concepts; any other text still has its letters."""
    alphabet = sorted(ByteLevel.alphabet())
    symbols = [*alphabet, *(f"{each}</w>" for each in alphabet)]
    counts = {word: len(words) - number for words in [vocabulary(concepts)] for number, word in enumerate(words)}
    trainer = BpeTrainer(
        vocab_size=ENOUGH, min_frequency=1, initial_alphabet=alphabet, end_of_word_suffix="</w>", show_progress=False
    )
    pairs = Tokenizer(BPE(end_of_word_suffix="</w>"))
    pairs.pre_tokenizer = WhitespaceSplit()
    pairs.train_from_iterator((f"{word} " * count for word, count in counts.items() if word.isascii()), trainer)
    merges = [(one, other) for one, other in json.loads(pairs.to_str())["model"]["merges"]]
    words = dict.fromkeys([*symbols, *("".join(pair) for pair in merges)])
    vocab = {word: number for number, word in enumerate([*words, "<|startoftext|>", "<|endoftext|>"])}
    return CLIPTokenizer(vocab=vocab, merges=merges, model_max_length=TOKENS)
