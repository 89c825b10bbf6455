"""One prompt without braces: its zones read by the rules of its version, and all that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.prompt.combinations import Whole, combined
from bot.prompt.errors import Edit, Mistake, mistake, notice
from bot.prompt.nearest import guess
from bot.prompt.permutations import escaped
from bot.prompt.prompt import Prompt, Value
from bot.prompt.table import BY_NAME, BY_SPELLING, GATHERED, Allowed, Kind, Parameter
from bot.prompt.text import Text, read_text
from bot.prompt.tokens import Word, is_link
from bot.prompt.values.asked import Asked, Unfit
from bot.prompt.values.read import read_value
from bot.prompt.versions import DEFAULT, NIJI, SPELLINGS, as_typed, in_words, nijis, versions
from bot.prompt.zones import Named, Zones, divide
from bot.words.phrase import Phrase

# The one reference to a character or thing by its names: with which versions which is read as which.
_RENAMED: Mapping[str, tuple[str, frozenset[str]]] = {
    "cref": ("oref", versions("7", "7")),
    "oref": ("cref", versions("6", "6.1") | nijis("6", "6")),
}
_NOTHING = Allowed()
_SWITCHES = frozenset({"version", "niji"})


@dataclass(frozen=True)
class Rules:
    """By what a prompt is read: the version where it names none, how many grids it may make, where it was typed."""

    version: str = DEFAULT
    most_jobs: int = 40
    is_zoom: bool = False
    """True in the Custom Zoom window, the one place where `--zoom` has an effect."""


RULES = Rules()


@dataclass
class Reading:
    """A prompt so far, with what is wrong with it and what its author should know."""

    version: str
    is_chosen: bool
    """True where the prompt itself names its version: then later versions' parameters are refused."""
    mistakes: list[Mistake] = field(default_factory=list)
    notices: list[Phrase] = field(default_factory=list)
    negative: list[str] = field(default_factory=list)
    parameters: dict[str, Value] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    """By which spelling each was set."""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """From where to where each that counts stands, name and value."""
    prompt: Prompt = field(default_factory=Prompt)
    repeat_at: Edit | None = None
    """Where the number of `--repeat` stands."""


def parse_one(text: str, rules: Rules) -> Reading:
    """The reading of a cleaned text whose braces have been expanded."""
    zones = divide(text)
    known = [_known(named) for named in zones.parameters]
    chosen = _version([(parameter, named) for parameter, named, _ in known if parameter])
    reading = Reading(chosen or rules.version, chosen is not None, list(zones.mistakes))
    for parameter, named, wrong in known:
        if wrong:
            reading.mistakes.append(wrong)
        if parameter:
            _read_parameter(reading, parameter, named, zones)
    found = read_text(zones, reading.version)
    if found.mistakes:
        _end_weights(found, known, len(text))
        reading.mistakes += found.mistakes
    reading.notices += found.notices
    _look_at_whole(reading, found, rules)
    reading.prompt = Prompt(
        tuple(found.images), tuple(found.parts), tuple(reading.negative), reading.parameters, reading.version
    )
    return reading


def _known(named: Named) -> tuple[Parameter | None, Named, Mistake | None]:
    """The row of the table, with its value apart where both were written as one; and what is wrong with the name."""
    if named.name in BY_SPELLING:
        return BY_SPELLING[named.name], named, None
    meant = guess(named.name)
    if meant is None:
        return None, named, _unknown(named)
    if meant.value_at is None:
        typed = {"name": named.name, "parameter": f"--{named.name}", "value": named.value}
        wrong = mistake(meant.kind, **typed, suggestion=f"--{meant.spelling}")
        return BY_SPELLING[meant.spelling], named, wrong.fixed_by(Edit(named.at, named.end, meant.spelling))
    value = named.name[meant.value_at :]
    at = named.at + meant.value_at
    typed = {"name": named.name, "parameter": f"--{named.name}", "value": value}
    wrong = mistake("glued", **typed, suggestion=f"--{meant.spelling} {value}")
    wrong = wrong.fixed_by(Edit(named.at, at, f"{meant.spelling} "))
    return BY_SPELLING[meant.spelling], _apart(named, at, value), wrong


def _apart(named: Named, at: int, value: str) -> Named:
    return Named(named.name, named.start, named.at, at, (Word(value, at, named.end), *named.words))


def _unknown(named: Named) -> Mistake:
    """The cure takes it out; where words follow, it may have been text, so these stay."""
    wrong = mistake("unknown.far", name=named.name, parameter=f"--{named.name}", value=named.value)
    if named.words and not named.words[0].text[0].isdigit():
        return wrong.fixed_by(Edit(named.start, named.at))
    return wrong.fixed_by(Edit(named.start, named.words[-1].end if named.words else named.end))


def _version(asked: list[tuple[Parameter, Named]]) -> str | None:
    """The rules that the last `--v` or `--niji` with a right value chooses."""
    for parameter, named in reversed(asked):
        if parameter.kind is Kind.VERSION and named.words:
            version = SPELLINGS.get(named.words[0].text, named.words[0].text)
            if version in versions("1"):
                return version
        elif parameter.kind is Kind.NIJI:
            typed = named.words[0].text if named.words else NIJI
            niji = f"niji {typed}"
            if niji in nijis("4"):
                return niji
            if not any(map(str.isdigit, typed)):
                return f"niji {NIJI}"
    return None


def _read_parameter(reading: Reading, parameter: Parameter, named: Named, zones: Zones) -> None:
    allowed = None if parameter.refused else _allowed(reading, parameter)
    asked = Asked(
        parameter, f"--{named.name}", allowed or _NOTHING, reading.version, named.start, named.end, named.words
    )
    try:
        if parameter.refused:
            raise asked.unfit("refused", len(named.words), reason=Phrase(parameter.refused))
        if allowed is None:
            wanted = in_words(frozenset().union(*(each.versions for each in parameter.allowed)))
            raise asked.unfit("version", len(named.words), wanted=wanted)
        value, used = read_value(asked)
    except Unfit as unfit:
        reading.mistakes.append(unfit.mistake)
        return
    if used < len(named.words):
        reading.mistakes.append(_stray(asked, used, zones.border))
    if parameter.name == "repeat":
        reading.repeat_at = Edit(named.words[0].start, named.words[0].end)
    _set(reading, parameter, value, (named.start, named.words[used - 1].end if used else named.end))


def _allowed(reading: Reading, parameter: Parameter) -> Allowed | None:
    """What the version allows; a prompt that names no version may use what only other versions have.

    What is read as another parameter holds no more links than either may.
    """
    other, where = _RENAMED.get(parameter.name, ("", frozenset()))
    if reading.version in where:
        both = *parameter.allowed, *BY_NAME[other].allowed
        return min(both, key=lambda each: each.high)
    allowed = parameter.allowed_with(reading.version)
    return parameter.allowed[0] if allowed is None and not reading.is_chosen else allowed


def _set(reading: Reading, parameter: Parameter, value: Value, place: tuple[int, int]) -> None:
    name = parameter.name
    other, where = _RENAMED.get(name, ("", frozenset()))
    if reading.version in where:
        note = notice("translated", parameter=parameter.long, other=f"--{other}", version=as_typed(reading.version))
        reading.notices.append(note)
        name = other
    if name == "no":
        reading.negative = list(dict.fromkeys([*reading.negative, *value]))  # type: ignore[misc]
        return
    if name in GATHERED:
        reading.parameters[name] = (*reading.parameters.get(name, ()), *value)  # type: ignore[misc]
        return
    if name in _SWITCHES:
        _switch(reading, name, parameter)
    if name in reading.parameters:
        _say_twice(reading, name, parameter, value)
    reading.parameters[name] = value
    reading.typed[name] = parameter.long
    reading.places[name] = place


def _switch(reading: Reading, name: str, parameter: Parameter) -> None:
    """`--v` and `--niji` are one switch."""
    other = next(iter(_SWITCHES - {name}))
    if reading.parameters.pop(other, None) is not None:
        reading.notices.append(notice("replaced", first=BY_NAME[other].long, last=parameter.long))


def _say_twice(reading: Reading, name: str, parameter: Parameter, value: Value) -> None:
    before = reading.typed[name]
    if parameter.kind is Kind.FLAG and before == parameter.long:
        reading.notices.append(notice("again", parameter=parameter.long))
        return
    if before != parameter.long:
        reading.notices.append(notice("replaced", first=before, last=parameter.long))
        return
    last = str(Prompt(parameters={name: value})).removeprefix(f"{BY_NAME[name].typed} ")
    reading.notices.append(notice("twice", parameter=parameter.long, value=last or str(value)))


def _stray(asked: Asked, used: int, border: int) -> Mistake:
    """Words after a value. A parameter's name without dashes gets them; text and links move before the parameters."""
    first = asked.words[used]
    moved = asked.words[used:]
    after = " ".join([asked.parameter.typed, *(word.text for word in asked.words[:used])])
    name = first.text.lower()
    if (
        name in BY_SPELLING
        and BY_SPELLING[name] is not asked.parameter
        and (len(moved) > 1 or BY_SPELLING[name].kind is Kind.FLAG)
    ):
        wrong = mistake("stray.name", parameter=asked.typed, value=first.text, after=after, suggestion=f"--{name}")
        return wrong.fixed_by(Edit(first.start, first.end, f"--{name}"))
    text = " ".join(word.text for word in moved)
    wrong = mistake("stray", parameter=asked.typed, value=text, after=after)
    gone = Edit(first.start, moved[-1].end)
    is_text = is_link(first.text.lstrip("<")) or any(letter.isalpha() for letter in text)
    return wrong.fixed_by(gone, Edit(border, border, f"{escaped(text)} ")) if is_text else wrong.fixed_by(gone)


def _end_weights(found: Text, known: list[tuple[Parameter | None, Named, Mistake | None]], end: int) -> None:
    """The cure for `::` with a later version is the last version that has it."""
    switches = [named for parameter, named, _ in known if parameter and parameter.name in _SWITCHES]
    cure = Edit(end, end, f" --v {DEFAULT}")
    if switches:
        last = switches[-1]
        cure = Edit(last.start, last.words[-1].end if last.words else last.end, f"--v {DEFAULT}")
    for place, wrong in enumerate(found.mistakes):
        if wrong.parameter == "::":
            found.mistakes[place] = replace(wrong, suggestion=cure.text.strip()).fixed_by(cure)


def _look_at_whole(reading: Reading, found: Text, rules: Rules) -> None:
    """What is wrong with the parts taken together."""
    parameters = reading.parameters
    if "zoom" in parameters and "edit" not in parameters and not rules.is_zoom:
        reading.notices.append(notice("zoom"))
    is_pictures_alone = bool(found.images) and not found.parts
    reading.mistakes += combined(Whole(parameters, reading.typed, reading.places, reading.version, is_pictures_alone))
    if found.parts:
        return
    if any(each.kind == "stray" for each in reading.mistakes):
        return
    references = [name for name in ("sref", "cref", "oref") if name in parameters]
    if references and (references[0] == "sref" or not found.images):
        reading.mistakes.append(mistake("textless", parameter=BY_NAME[references[0]].long))
    elif len(found.images) == 1:
        reading.mistakes.append(mistake("lonely", version=as_typed(reading.version)))
    elif not found.images and "edit" not in parameters:
        reading.mistakes.append(mistake("empty"))
