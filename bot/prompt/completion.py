"""What is offered while somebody types a prompt: the text as typed first, then what could follow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.prompt.errors import Mistake, WrongPrompt
from bot.prompt.manual import usage
from bot.prompt.parse import RULES, Rules
from bot.prompt.personal import Personal
from bot.prompt.read import read
from bot.prompt.table import PARAMETERS, Parameter
from bot.words import SOURCE

LONGEST = 100  # characters of a choice's name and value, Discord's limit
MOST = 25  # choices, Discord's limit


@dataclass(frozen=True)
class Choice:
    """What is shown, and what is filled in when it is chosen."""

    label: str
    value: str


@dataclass(frozen=True)
class Known:
    """What a member has typed before and set for themselves, the latest first."""

    macros: Mapping[str, str]
    recent: Sequence[str] = ()
    installed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What the host has, by the name of the parameter that takes it: model, lora."""


NOTHING = Known({})


def completions(typed: str, known: Known = NOTHING, rules: Rules = RULES, locale: str = SOURCE) -> list[Choice]:
    """At most 25 choices; none where the text is longer than Discord can fill in.

    What is wrong with the text is told by a label of its own, which fills in the text as typed.
    """
    if not typed.strip():
        return [Choice(each[:LONGEST], each) for each in known.recent if len(each) <= LONGEST][:MOST]
    if len(typed) > LONGEST:
        return []
    offered = [Choice(typed, typed)]
    following = list(_following(typed, known, rules))
    wrong = None if following else _wrong(Personal(known.macros).expanded(typed), rules)
    if wrong:
        offered.append(Choice(_short(f"✗ {wrong.said.told(locale)}"), typed))
    offered += following
    offered += [Choice(each, each) for each in known.recent if each.startswith(typed) and each != typed]
    fitting = (each for each in offered if len(each.value) <= LONGEST)
    return list({(each.label, each.value): each for each in fitting}.values())[:MOST]


def _following(typed: str, known: Known, rules: Rules) -> Iterator[Choice]:
    """How the last word could go on, where it begins a parameter or is what a parameter chooses from."""
    before, _, last = typed.rpartition(" ")
    head = f"{before} " if before else ""
    if last.startswith("--"):
        for spelling, hint in _names(known, rules):
            if spelling.startswith(last) and spelling != last:
                yield Choice(_short(f"{head}{spelling}  {hint}".rstrip()), f"{head}{spelling}")
        return
    name = before.rpartition(" ")[2]
    for parameter in PARAMETERS:
        if name in {f"--{spelling}" for spelling in parameter.spellings}:
            chosen = dict.fromkeys((parameter.words or {}).values())
            for word in chosen or known.installed.get(parameter.name, ()):
                if word.lower().startswith(last.lower()):
                    yield Choice(_short(f"{head}{word}"), f"{head}{word}")


def _names(known: Known, rules: Rules) -> Iterator[tuple[str, str]]:
    """Every parameter that can be used, by its long name, with its range; then the macros with their values."""
    for parameter in PARAMETERS:
        if not parameter.refused and _is_offered(parameter, rules):
            yield parameter.long, usage(parameter, rules.version) or parameter.what
    for name, value in known.macros.items():
        yield f"--{name}", value


def _is_offered(parameter: Parameter, rules: Rules) -> bool:
    return parameter.name != "zoom" or rules.is_zoom


def _wrong(typed: str, rules: Rules) -> Mistake | None:
    try:
        read(typed, rules)
    except WrongPrompt as wrong:
        return wrong.mistakes[0]
    return None


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"
