"""The words that a small model does not know, each read as the nearest that it does."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

FILE = "senses.json"
"""A file in which a model may bring them: words in small letters, one or several, to what they are read as."""
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


class Senses:
    """Reads texts. Of words that begin at the same place the most are taken together."""

    def __init__(self, nearest: Mapping[str, str]) -> None:
        self._nearest = nearest
        self._longest = max((len(each.split()) for each in nearest), default=0)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Those of the model in this folder; none where it brings none."""
        file = folder / FILE
        return cls(json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {})

    def read(self, text: str) -> str:
        """The text as the model is to read it; all that stands between the words stays."""
        if not self._nearest:
            return text
        return "".join(self._parts(text, list(_WORD.finditer(text))))

    def _parts(self, text: str, words: list[re.Match[str]]) -> Iterator[str]:
        place, at = 0, 0
        while place < len(words):
            first = words[place]
            yield text[at : first.start()]
            for count in range(min(self._longest, len(words) - place), 0, -1):
                last = words[place + count - 1]
                own = text[first.start() : last.end()]
                told = self._nearest.get(" ".join(own.lower().split()))
                if told is not None or count == 1:
                    yield own if told is None else told
                    place, at = place + count, last.end()
                    break
        yield text[at:]
