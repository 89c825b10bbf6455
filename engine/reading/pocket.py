"""Pocket reads: its eye names what is in a picture, its text encoder tells which words matter."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from PIL import Image, ImageOps
from transformers import CLIPTextModel, CLIPTokenizer

from engine.families.senses import Senses
from engine.pocket.eye import SIDE, THINGS, Eye
from engine.reading.pixels import measured
from engine.reading.talk import Guess, Seen, Weighed
from engine.reading.words import Encoder, weigh

NAME = "Pocket"
FOLDER = Path(__file__).parent.parent / "pocket" / "weights"
EYE = "eye"
MOST = 6
"""Answers to one question that are told."""
KNOWN, KNOWN_BOTH = 0.45, 0.6
"""How sure it has to be of the likeliest thing, or of the two likeliest, where a picture is of its world."""
FINER = 4
"""Pictures are made so many times larger than what it sees, then smaller: as smooth as those that it learnt from."""


class PocketReader:
    """The model that comes with Fourup, as a reader. It knows a small world, and says where a picture is outside."""

    def __init__(self, eye: Eye, encoder: Encoder) -> None:
        self._eye, self._encoder = eye, encoder

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Self:
        """That of a folder with Pocket's weights. Raises OSError where one is missing."""
        tokenizer = CLIPTokenizer.from_pretrained(folder / "tokenizer")
        model = CLIPTextModel.from_pretrained(folder / "text_encoder").float().eval()
        return cls(Eye.load(folder / EYE), Encoder(tokenizer, model, Senses.load(folder).read))

    def describe(self, picture: Image.Image) -> Seen:
        """The picture taken apart."""
        shown = ImageOps.fit(picture.convert("RGB"), (FINER * SIDE, FINER * SIDE), Image.Resampling.BOX)
        told = self._eye.look(shown)
        things = told[THINGS]
        likeliest = [share for name, share in things[:2] if name]
        is_known = max(likeliest) >= KNOWN or sum(likeliest) >= KNOWN_BOTH
        values: dict[str, Any] = {
            "subjects": _guesses(things),
            "media": _guesses(told["medium"]),
            "styles": _guesses(told["style"]),
            "settings": _guesses(told["setting"]),
            "times": _guesses(told["time"]),
            "seasons": _guesses(told["season"]),
        }
        return Seen(
            NAME,
            picture.width,
            picture.height,
            is_known=is_known,
            world=len(self._eye.answers[THINGS]),
            **values,
            **measured(picture),
        )

    def weigh(self, words: Sequence[str]) -> Weighed:
        """Which of the words matter."""
        return weigh(words, self._encoder.embed, NAME)


def _guesses(told: Sequence[tuple[str | None, float]]) -> tuple[Guess, ...]:
    """The likeliest; that there is none is an answer with an empty name."""
    return tuple(Guess(name or "", round(share, 4)) for name, share in told[:MOST])
