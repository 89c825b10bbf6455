"""English: why something cannot be drawn, as the engine says it."""

from collections.abc import Mapping

from engine.reasons import SENTENCES

WORDS: Mapping[str, str] = {f"engine.{code}": sentence for code, sentence in SENTENCES.items()}
