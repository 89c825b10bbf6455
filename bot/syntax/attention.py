"""Stable Diffusion's attention: `(word:1.2)`, `((word))`, `[word]`, escapes, BREAK and AND, read and written.

As A1111's web UI reads it (modules/prompt_parser.py, `parse_prompt_attention`): a round bracket is worth 1.1, a square
one 1/1.1, brackets multiply, and one that is never closed holds to the end.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.prompt.prompt import plain
from bot.syntax.wish import Chunk, Note, Piece, has_words

ROUND, SQUARE = 1.1, 1 / 1.1
MOST_WEIGHT = 100.0
MOST_OPEN = 30
"""Brackets in brackets; further ones are text."""
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\()\[\]])"
    r"|(?P<lora><(?:lora|lyco|hypernet):[^<>:]{1,200}(?::[^<>]{0,40})?>)"
    r"|(?P<open>[(\[])"
    r"|:[ ]*(?P<weight>[-+]?(?:[0-9]{1,8}(?:\.[0-9]{0,12})?|\.[0-9]{1,12}))[ ]*\)"
    r"|(?P<close>[)\]])"
    r"|(?P<apart>(?<![^\s,])(?:BREAK|AND)(?![^\s,]))"
    r"|(?P<text>[^\\()\[\]:<BA]+|.)",
    re.DOTALL,
)
_LORA = re.compile(r"<(?:lora|lyco|hypernet):([^<>:]+)(?::([^<>]*))?>")
_SWITCH = re.compile(r"^(?P<first>[^:]*):(?:(?P<last>[^:]*):)?\s*(?P<when>[0-9]*\.?[0-9]+)\s*$")
_WEIGHED = re.compile(r"\s*:\s*([-+]?[0-9]*\.?[0-9]+)\s*$")
_NETWORK = re.compile(r"<(lora|lyco|hypernet):")
_ESCAPED = re.compile(r"([\\()\[\]])")
_SEPARATES = re.compile(r"\b(BREAK|AND)\b")


@dataclass
class Attended:
    """A text that was read: its chunks, the LoRAs in it by name and weight, and what had to be left out."""

    chunks: tuple[Chunk, ...] = ()
    loras: tuple[tuple[str, float], ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass
class _Bracket:
    """One that is open: where its pieces begin, and what it is."""

    at: int
    sign: str


@dataclass
class _Reader:
    """The pieces of one chunk so far."""

    pieces: list[Piece] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def say(self, text: str) -> None:
        """More text."""
        self.pieces.append(Piece(text))

    def open(self, sign: str) -> None:
        """A bracket begins."""
        if len(self.brackets) == MOST_OPEN:
            self.say(sign)
            return
        self.brackets.append(_Bracket(len(self.pieces), sign))

    def close(self, sign: str, weight: float | None = None) -> None:
        """The last bracket of its kind ends; a stray one is text."""
        wanted = "(" if sign == ")" else "["
        if not self.brackets or self.brackets[-1].sign != wanted:
            self.say(sign if weight is None else f":{plain(weight)}{sign}")
            return
        bracket = self.brackets.pop()
        if wanted == "[" and (kept := self._switched(bracket.at)) is not None:
            self.pieces[bracket.at :] = [Piece(kept)]
            return
        self._multiply(bracket.at, weight if weight is not None else ROUND if wanted == "(" else SQUARE)

    def finish(self) -> Chunk:
        """Whatever is still open holds to the end."""
        while self.brackets:
            bracket = self.brackets.pop()
            self._multiply(bracket.at, ROUND if bracket.sign == "(" else SQUARE)
        chunk, self.pieces = tuple(self.pieces), []
        return chunk

    def weigh(self, weight: float) -> None:
        """All of the chunk."""
        self._multiply(0, weight)

    def _multiply(self, start: int, by: float) -> None:
        by = max(-MOST_WEIGHT, min(MOST_WEIGHT, by))
        for place in range(start, len(self.pieces)):
            piece = self.pieces[place]
            weight = max(-MOST_WEIGHT, min(MOST_WEIGHT, piece.weight * by))
            self.pieces[place] = Piece(piece.text, weight)

    def _switched(self, start: int) -> str | None:
        """What stays of `[cat:dog:0.5]` and `[cat|dog]`, which change while a picture is drawn."""
        inside = "".join(piece.text for piece in self.pieces[start:])
        if "|" in inside:
            ways = [each.strip() for each in inside.split("|") if has_words(each)]
            self.notes.append(("alternating", inside))
            return " and ".join(ways)
        if found := _SWITCH.match(inside):
            first, last = found["first"].strip(), (found["last"] or "").strip()
            if found["last"] is None or not has_words(last):
                return first  # something that comes later, or goes before the end
            if has_words(first):
                self.notes.append(("switching", inside))
            return last
        return None


def read(text: str) -> Attended:
    """The chunks of a text; weights are rounded to four decimals."""
    reader, chunks, loras = _Reader(), [], []
    for found in _TOKEN.finditer(text):
        kind, value = found.lastgroup, found[0]
        if kind == "open":
            reader.open(value)
        elif kind == "close":
            reader.close(value)
        elif kind == "weight":
            reader.close(")", float(found["weight"]))
        elif kind == "lora":
            loras.append(_lora(value))
        elif kind == "apart":
            chunks.append(_ended(reader, is_composed=value == "AND"))
        else:
            reader.say(found["escaped"] or value)
    chunks.append(_ended(reader, is_composed=bool(_composes(text))))
    return Attended(tuple(filter(None, chunks)), tuple(loras), tuple(reader.notes))


def written(chunks: Iterable[Chunk]) -> str:
    """The chunks as this syntax has them; reading it gives their words and weights."""
    return " BREAK ".join(filter(None, ("".join(_pieces(chunk)).strip() for chunk in chunks)))


def weighed(piece: Piece) -> str:
    """One piece with its weight around it, and spaces and commas outside."""
    text = _NETWORK.sub(r"<\1 ", piece.text)
    text = _ESCAPED.sub(r"\\\1", _SEPARATES.sub(lambda found: found[0].lower(), text))
    if piece.weight == 1 or not has_words(text):
        return text
    words = text.strip(" ,")
    before, _, after = text.partition(words)
    return f"{before}({words}:{plain(piece.weight)}){after}"


def _pieces(chunk: Chunk) -> Iterator[str]:
    last = ""
    for piece in chunk:
        text = weighed(piece)
        # Two words that touched are still two.
        yield f" {text}" if last and last[-1:].isalnum() and text[:1] == "(" else text
        last = text


def _ended(reader: _Reader, *, is_composed: bool) -> Chunk:
    """The chunk that ends here; of a prompt made of several by AND, with the weight that stands at its end."""
    chunk = list(reader.finish())
    text = "".join(piece.text for piece in chunk)
    if is_composed and (found := _WEIGHED.search(text)):
        left = found.start()
        kept, reader.pieces = [], []
        for piece in chunk:
            kept.append(Piece(piece.text[:left], piece.weight))
            left = max(0, left - len(piece.text))
        reader.pieces = kept
        reader.weigh(float(found[1]))
        chunk = list(reader.finish())
    return tuple(Piece(piece.text, round(piece.weight, 4)) for piece in chunk)


def _composes(text: str) -> bool:
    return any(found.lastgroup == "apart" and found[0] == "AND" for found in _TOKEN.finditer(text))


def _lora(text: str) -> tuple[str, float]:
    found = _LORA.fullmatch(text)
    name, weight = (found[1], found[2]) if found else (text, None)
    try:
        return name.strip(), round(float((weight or "1").split(":")[0]), 4)
    except ValueError:
        return name.strip(), 1.0
