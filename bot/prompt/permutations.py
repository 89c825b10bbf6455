"""Permutations: `a {red, blue} cat` is two prompts, and which piece of either came from where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from bot.prompt.errors import Edit, Mistake, mistake
from bot.words.phrase import phrase

DEEPEST = 8

_MARK = re.compile(r"\\[,{}]|[{},]")
_TO_ESCAPE = re.compile(r"[{}]|(?<=\\),")


def escaped(text: str) -> str:
    """The text so that its braces are text."""
    return _TO_ESCAPE.sub(lambda found: f"\\{found.group()}", text)


@dataclass(frozen=True)
class Piece:
    """A slice of the source, from `start` on; `is_escaped` where a backslash stands before it."""

    text: str
    start: int
    is_escaped: bool = False

    def follows(self, other: "Piece") -> bool:
        """True where nothing but its own backslash stands between them."""
        return self.start - self.is_escaped == other.start + len(other.text)


@dataclass(frozen=True)
class Expansion:
    """One of the prompts that a source stands for."""

    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """As it is read."""
        return "".join(piece.text for piece in self.pieces)

    def at_source(self, edit: Edit) -> Edit | None:
        """The same edit, on the source; None where it would touch what is in a set and what is not."""
        head, tail = _shared(self.text[edit.start : edit.end], edit.text)
        start, end = edit.start + head, edit.end - tail
        runs, begins, ends = self._places
        if head and start == end:  # more at the end of what stays: beside it, wherever the next piece is
            return Edit(ends[start - 1], ends[start - 1], edit.text[head : len(edit.text) - tail])
        if runs[start] != runs[max(start, end - 1)]:
            return None
        place = begins[start]
        return Edit(place, ends[end - 1] if end > start else place, edit.text[head : len(edit.text) - tail])

    @cached_property
    def _places(self) -> tuple[list[int], list[int], list[int]]:
        """For each character: the run of pieces that it is in, where in the source an edit begins that begins with it,
        and where one ends that ends with it. The backslash of an escaped character belongs to it.
        """
        runs, begins, ends = [], [], []
        run, last = 0, self.pieces[0]
        for piece in self.pieces:
            run += not (piece is last or piece.follows(last))
            last = piece
            runs += [run] * len(piece.text)
            begins += [piece.start + at for at in range(len(piece.text))]
            ends += [piece.start + at + 1 for at in range(len(piece.text))]
            if piece.is_escaped:
                begins[-1] -= 1
        return [*runs, run], [*begins, last.start + len(last.text)], ends


@dataclass
class Sequence:
    """Pieces and sets, one after the other."""

    items: list["Piece | Options"] = field(default_factory=list)
    count: int = 1

    def add(self, item: "Piece | Options") -> None:
        """Put it at the end."""
        self.items.append(item)
        if isinstance(item, Options):
            self.count *= item.count

    def strip(self) -> None:
        """Take away the spaces at both ends."""
        if self.items and isinstance(first := self.items[0], Piece):
            text = first.text.lstrip()
            self.items[0] = Piece(text, first.start + len(first.text) - len(text))
        if self.items and isinstance(last := self.items[-1], Piece):
            self.items[-1] = Piece(last.text.rstrip(), last.start)

    def pieces(self, number: int) -> Iterator[Piece]:
        """Those of the permutation with this number, 0 to count - 1; the last set turns fastest."""
        left = self.count
        for item in self.items:
            if isinstance(item, Piece):
                yield item
            else:
                left //= item.count
                chosen, number = divmod(number, left)
                yield from item.pieces(chosen)


@dataclass
class Options:
    """A set in braces, which begins at `start` of the source; `ends` is where each option ends."""

    start: int
    options: list[Sequence] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    count: int = 0

    def close(self, option: Sequence, end: int) -> None:
        """The option ends here."""
        option.strip()
        self.options.append(option)
        self.count += option.count
        self.ends.append(end)

    def pieces(self, number: int) -> Iterator[Piece]:
        """Those of the choice with this number."""
        for option in self.options:
            if number < option.count:
                yield from option.pieces(number)
                return
            number -= option.count


@dataclass
class Braces:
    """A source taken apart at its braces."""

    source: str
    whole: Sequence
    mistakes: list[Mistake]

    @property
    def count(self) -> int:
        """How many prompts the source stands for."""
        return self.whole.count

    def expansion(self, number: int) -> Expansion:
        """The one with this number, from 0."""
        return Expansion(tuple(self.whole.pieces(number)))

    @cached_property
    def sets(self) -> dict[int, tuple[int, int]]:
        """By where in the source an option of an outermost set begins: from where to where that set goes."""
        found = {}
        for item in self.whole.items:
            if isinstance(item, Options):
                for begin in (item.start, *item.ends[:-1]):
                    option = self.source[begin + 1 : item.ends[-1]]
                    found[begin + 1 + len(option) - len(option.lstrip())] = item.start, item.ends[-1] + 1
        return found

    def cut_to(self, most: int) -> tuple[Edit, ...]:
        """What to take away so that at most so many are left: the last options of the last sets."""
        return tuple(_cut(self.whole, most)[0])


def _cut(sequence: Sequence, most: int) -> tuple[list[Edit], int]:
    """The edits, and how many prompts are left; a first option that is too many by itself is cut within."""
    edits, whole = [], 1
    for item in sequence.items:
        if not isinstance(item, Options):
            continue
        left = max(1, most // whole)
        kept, count = 1, item.options[0].count
        if count > left:
            within, count = _cut(item.options[0], left)
            edits += within
        while kept < len(item.options) and count + item.options[kept].count <= left:
            count += item.options[kept].count
            kept += 1
        if kept < len(item.options):
            edits.append(Edit(item.ends[kept - 1], item.ends[-1]))
        whole *= count
    return edits, whole


def take_apart(source: str) -> Braces:
    """The braces of a source. What is wrong with them is among the mistakes; a wrong brace is taken as text."""
    whole = Sequence()
    if "{" not in source and "}" not in source and "\\" not in source:
        return Braces(source, Sequence([Piece(source, 0)]), [])
    open_sets: list[tuple[Options, Sequence]] = []
    current, at, stray, depth = whole, 0, list[int](), 0
    for found in _MARK.finditer(source):
        mark = found.group()
        if mark == "," and not open_sets:
            continue
        current.add(Piece(source[at : found.start()], at))
        at = found.end()
        if mark.startswith("\\"):
            at -= 1
            current.add(Piece(mark[1], at, is_escaped=True))
            at += 1
        elif mark == "{":
            depth = max(depth, len(open_sets) + 1)
            open_sets.append((Options(found.start()), current))
            current = Sequence()
        elif mark == ",":
            open_sets[-1][0].close(current, found.start())
            current = Sequence()
        elif open_sets:
            options, outer = open_sets.pop()
            options.close(current, found.start())
            outer.add(options)
            current = outer
        else:
            stray.append(found.start())
    wrong = _misplaced("braces.close", source, stray)
    wrong += _misplaced("braces.open", source, [options.start for options, _ in open_sets])
    if depth > DEEPEST:
        wrong.append(mistake("braces.deep", most=str(DEEPEST)))
    if wrong:
        return Braces(source, Sequence([Piece(source, 0)]), wrong)
    current.add(Piece(source[at:], at))
    return Braces(source, whole, [])


def _misplaced(sentence: str, source: str, places: list[int]) -> list[Mistake]:
    """One mistake for all of them, which names the first."""
    if not places:
        return []
    before = source[max(0, places[0] - 40) : places[0]].split()
    word = before[-1] if before else phrase("wanted.start")
    found = mistake(sentence, value=word, suggestion=f"\\{source[places[0]]}")
    return [found.fixed_by(*(Edit(place, place, "\\") for place in places))]


def _shared(one: str, other: str) -> tuple[int, int]:
    """How many characters two texts share at their beginning, and at their end beside those."""
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return head, tail
