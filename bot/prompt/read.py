"""What was typed, as the grids that it asks for; or everything that is wrong with it, with the corrected prompt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.prompt.errors import Edit, Mistake, WrongPrompt, mistake
from bot.prompt.parse import RULES, Reading, Rules, parse_one
from bot.prompt.permutations import Braces, Expansion, escaped, take_apart
from bot.prompt.prompt import Prompt, Style, Value
from bot.prompt.tokens import LONGEST, clean
from bot.prompt.zones import divide
from bot.words import SOURCE
from bot.words.phrase import Phrase, phrase

_ENOUGH = 100  # mistakes that are told; further permutations are not looked at then
_TIRING = 1000  # mistakes that are found, the same ones again and again; nor are they then
_ROUNDS = 8  # corrections may bring new mistakes to light, each round fewer


@dataclass(frozen=True)
class Order:
    """The grids that a prompt asks for, in order, and what its author should know."""

    prompts: tuple[Prompt, ...]
    said: tuple[Phrase, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What its author should know, in English."""
        return self.notices_for(SOURCE)

    def notices_for(self, locale: str) -> tuple[str, ...]:
        """The same for a reader of this locale."""
        return tuple(each.told(locale) for each in self.said)


@dataclass(frozen=True)
class _Examined:
    """A source with all that is wrong with it; `alone` is an expansion whose cure cannot be written into the source."""

    readings: tuple[Reading, ...]
    mistakes: tuple[Mistake, ...]
    alone: str | None = None


def parse(text: str, rules: Rules = RULES) -> Prompt:
    """The one grid that is asked for; `--repeat` stays in it. Raises WrongPrompt, for permutations too."""
    return _read(text, replace(rules, most_jobs=1), counts_repeats=False)[0].prompt


def read(text: str, rules: Rules = RULES, draw: Callable[[], int] | None = None) -> Order:
    """The grids that are asked for: permutations expanded, `--repeat` carried out. Raises WrongPrompt.

    `draw` gives a random code from 0 to 2^32 - 1 for each `--sref random` of each grid; without it they stay random.
    """
    readings = _read(text, rules, counts_repeats=True)
    prompts = [_alone(reading.prompt) for reading in readings for _ in range(reading.prompt.repeat)]
    notices = dict.fromkeys(notice for reading in readings for notice in reading.notices)
    return Order(tuple(_drawn(prompt, draw) if draw else prompt for prompt in prompts), tuple(notices))


def _read(text: str, rules: Rules, *, counts_repeats: bool) -> tuple[Reading, ...]:
    source = clean(text)
    if len(source) > LONGEST:
        raise WrongPrompt([_too_long(source)])
    found = _examine(source, rules, counts_repeats=counts_repeats)
    if not found.mistakes:
        return found.readings
    corrected = _correct(source, found, lambda cured: _examine(cured, rules, counts_repeats=counts_repeats))
    raise WrongPrompt([replace(each, corrected=corrected if each.edits else None, edits=()) for each in found.mistakes])


def _examine(source: str, rules: Rules, *, counts_repeats: bool) -> _Examined:
    braces = take_apart(source)
    readings: list[Reading] = []
    mistakes = _Gathered()
    mistakes.add(braces.mistakes)
    alone = None
    for number in range(min(braces.count, rules.most_jobs)):
        expansion = braces.expansion(number)
        readings.append(parse_one(expansion.text, rules))
        moved, others = _sets_moved(readings[-1].mistakes, expansion, braces)
        mistakes.add(moved)
        is_whole = mistakes.add(others, expansion)
        alone = alone or (None if is_whole else expansion.text)
        if len(mistakes) > _ENOUGH or mistakes.found > _TIRING:
            break
    if braces.count > rules.most_jobs:
        mistakes.add([_cut(braces, rules)])
    elif not mistakes and counts_repeats:
        mistakes.add(_too_many(braces, readings, rules))
    if not mistakes and counts_repeats:
        mistakes.add(_too_hurried(braces, readings))
    return _Examined(tuple(readings), mistakes.all(), alone)


def _sets_moved(
    mistakes: Sequence[Mistake], expansion: Expansion, braces: Braces
) -> tuple[list[Mistake], list[Mistake]]:
    """Strays that an option of a set begins with, whose cure in the source moves the whole set; and the others."""
    moved, others = [], []
    for each in mistakes:
        places = [expansion.at_source(edit) for edit in each.edits] if each.kind == "stray" else []
        gone, to = places if len(places) == 2 else (None, None)
        span = braces.sets.get(gone.start) if gone else None
        if span and to:
            text = braces.source[slice(*span)]
            moved.append(each.fixed_by(Edit(*span), Edit(to.start, to.end, f"{text} ")))
        else:
            others.append(each)
    return moved, others


class _Gathered:
    """Mistakes, those that say the same as one, cured in all their places."""

    def __init__(self) -> None:
        self.found = 0
        self._first: dict[tuple[str, str | None], Mistake] = {}
        self._cures: dict[tuple[str, str | None], dict[Edit, None]] = {}

    def __len__(self) -> int:
        return len(self._first)

    def add(self, mistakes: Sequence[Mistake], expansion: Expansion | None = None) -> bool:
        """Take these up, of this expansion; False where a cure cannot be written into the source."""
        is_whole = True
        self.found += len(mistakes)
        for each in mistakes:
            key = each.message, each.parameter
            self._first.setdefault(key, each)
            cures = self._cures.setdefault(key, {})
            for edit in each.edits:
                at_source = expansion.at_source(edit) if expansion else edit
                is_whole = is_whole and at_source is not None
                cures.setdefault(at_source or edit)
        return is_whole

    def all(self) -> tuple[Mistake, ...]:
        """In the order in which they came."""
        return tuple(each.fixed_by(*self._cures[key]) for key, each in self._first.items())


def _too_many(braces: Braces, readings: Sequence[Reading], rules: Rules) -> list[Mistake]:
    """`--repeat` and permutations together make no more grids than are allowed."""
    jobs = sum(reading.prompt.repeat for reading in readings)
    if jobs <= rules.most_jobs:
        return []
    fewer = str(max(1, rules.most_jobs // braces.count))
    cures = [
        braces.expansion(number).at_source(replace(reading.repeat_at, text=fewer))
        for number, reading in enumerate(readings)
        if reading.repeat_at and reading.prompt.repeat > int(fewer)
    ]
    wrong = mistake("jobs", parameter="--repeat", value=str(jobs), most=str(rules.most_jobs), suggestion=fewer)
    return [wrong.fixed_by(*dict.fromkeys(filter(None, cures)))]


def _too_hurried(braces: Braces, readings: Sequence[Reading]) -> list[Mistake]:
    """In relax mode one grid is made at a time."""
    relaxed = [(number, each) for number, each in enumerate(readings) if each.parameters.get("speed") == "relax"]
    if not relaxed or sum(reading.prompt.repeat for reading in readings) == 1:
        return []
    wrong = mistake("together.relax", parameter="--relax", suggestion="--fast")
    cures = [
        braces.expansion(number).at_source(Edit(*reading.places["speed"], "--fast")) for number, reading in relaxed
    ]
    written = list(filter(None, cures))
    if len(written) < len(cures):  # a parameter that is half in a set: then one grid, as it would be relaxed
        written = [Edit(0, len(braces.source), escaped(braces.expansion(relaxed[0][0]).text))]
    return [wrong.fixed_by(*dict.fromkeys(written))]


def _cut(braces: Braces, rules: Rules) -> Mistake:
    count = str(braces.count) if braces.count < 10**9 else phrase("wanted.countless")
    return mistake("jobs", value=count, most=str(rules.most_jobs)).fixed_by(*braces.cut_to(rules.most_jobs))


def _correct(source: str, found: _Examined, examine: Callable[[str], _Examined]) -> str | None:
    """The source with every mistake cured that has a cure; None where that does not come to an end."""
    for _ in range(_ROUNDS):
        edits = dict.fromkeys(edit for each in found.mistakes for edit in each.edits)
        if not edits:
            return source or None
        source = clean(_apply(source, edits)) if found.alone is None else escaped(found.alone)
        found = examine(source)
    return None


def _apply(source: str, edits: Iterable[Edit]) -> str:
    """The source with the edits made, those that overlap an earlier one left for the next round."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < at:
            continue
        pieces += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, source[at:]])


def _too_long(source: str) -> Mistake:
    """The cure leaves words out where the text ends, before the parameters."""
    wrong = mistake("length", value=str(len(source)), most=str(LONGEST))
    border = divide(source[: 2 * LONGEST]).border
    kept = border - (len(source) - LONGEST)
    if len(source) > 2 * LONGEST or kept <= 0 or "{" in source or "}" in source:
        return wrong
    return replace(wrong, corrected=clean(f"{source[:kept].rpartition(' ')[0]} {source[border:]}"))


def _alone(prompt: Prompt) -> Prompt:
    return replace(prompt, parameters={name: value for name, value in prompt.parameters.items() if name != "repeat"})


def _drawn(prompt: Prompt, draw: Callable[[], int]) -> Prompt:
    styles = prompt.parameters.get("sref")
    if not isinstance(styles, tuple):
        return prompt
    drawn: Value = tuple(Style(code=draw(), weight=each.weight) if each.is_random else each for each in styles)
    return replace(prompt, parameters={**prompt.parameters, "sref": drawn})
