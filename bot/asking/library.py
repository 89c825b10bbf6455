"""All that a question can be answered from, by language: the documents, /help, what parameters and commands do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from bot.asking.meant import asked, phrased
from bot.asking.search import Index, Text
from bot.asking.sections import Section, plain, sections
from bot.prompt.manual import lines
from bot.prompt.table import BY_SPELLING
from bot.words import say, what

DOCUMENTS: Mapping[str, float] = {
    **dict.fromkeys(("guide", "prompts", "after", "describing", "queue", "privacy"), 1.0),
    **dict.fromkeys(("moderating", "words", "permissions", "pocket"), 0.85),
    **dict.fromkeys(("hosting", "families", "readme"), 0.8),
}
"""Those that members may want, with how likely each is meant: their own, moderators', hosts'."""
HELP = ("help.first", "help.prompts", "help.buttons", "help.where")
COMMANDS: Mapping[str, str] = {
    **{
        name: f"{name.replace(' ', '.')}.description"
        for name in (
            *("imagine", "blend", "show", "history", "info", "describe", "shorten", "translate", "settings", "queue"),
            *("fast", "relax", "turbo", "stealth", "public", "prefer option set", "prefer option list"),
            *("prefer suffix", "prefer remix", "prefer variability", "prefer auto_dm"),
            *("privacy export", "privacy forget", "help", "ask"),
        )
    },
    "edit": "editing.edit",
    "region": "editing.region",
}
"""The commands that members have, each with the key of what it does."""
FIRST: Mapping[str, str] = {
    "help-prompts:1": "hot::2 dog::1",
    "help-prompts:2": "a {red, green} apple",
    "help-prompts:3": "a tree --no leaves, sky",
    "help-where:0": "",
}
"""The examples of what /help says, where they are not the first that it gives itself."""
LEFT_OUT = {"prompts:parameters", "readme:the-folders", "readme:tests"}
"""The section that lists the parameters, which are sections themselves, and what is for who changes the sources."""
SUBJECT = "a red apple"
SAMPLES: Mapping[str, str] = {
    **dict.fromkeys(
        ("--tile", "--raw", "--draft", "--hd", "--fast", "--relax", "--turbo", "--stealth", "--public"), ""
    ),
    "--ar": "3:2",
    "--c": "30",
    "--s": "250",
    "--w": "500",
    "--q": "2",
    "--seed": "7",
    "--sameseed": "7",
    "--stop": "80",
    "--style": "raw",
    "--exp": "25",
    "--cfg": "7",
    "--steps": "30",
    "--sampler": "euler_a",
    "--count": "1",
    "--r": "2",
    "--no": "leaves",
    "--v": "6.1",
    "--niji": "6",
}
"""What stands behind a parameter in its example; those that take a picture, or what a host has, are not here."""
BRIEF = 0.8
"""What says least of a thing: a command's own line, where a document has more."""
LEAST = 0.35
"""How likely another section has to be meant, beside the first, to be offered for itself."""
NEAR = 0.02
"""How much of a section another has to be about, to be offered beside it."""
SHORTEST = 40
"""Characters of a section of a document: less is only the way to another."""


@dataclass(frozen=True)
class Answer:
    """A section, and others that may be meant as well."""

    section: Section
    others: tuple[Section, ...] = ()


class Library:
    """Sections, found by what they are about."""

    def __init__(self, found: Mapping[str, tuple[Section, float]], language: str) -> None:
        self._sections = [section for section, _ in found.values()]
        self._places = {key: place for place, key in enumerate(found)}
        self._titles = {each.title.casefold(): place for place, each in reversed([*enumerate(self._sections)])}
        self._more = more = asked()
        questions = phrased()
        self._index = Index(
            [
                Text(
                    f"{each.title} {more.get(each.key, '')}",
                    f"{each.source} {each.text}",
                    weight,
                    questions.get(each.key, ()),
                )
                for each, weight in found.values()
            ],
            language,
        )

    def __len__(self) -> int:
        return len(self._sections)

    def answer(self, question: str, most: int = 4) -> Answer | None:
        """What answers the question best, with others that may, or that are near; None where nothing does."""
        named = self._titles.get(question.strip().casefold())
        places = [named] if named is not None else []
        places += [each for each in self._index.best(question, 2 * most, least=LEAST) if each != named]
        if not places:
            return None
        near = [each for each in self._near(places[0], 2 * most) if each not in places[:most]]
        return Answer(self._sections[places[0]], self._others(self._apart([*places[:most], *near])[1:most]))

    def shown(self, key: str, most: int = 4) -> Answer | None:
        """The section of this key, with those that are about the like; None where there is none any more."""
        place = self._places.get(key)
        if place is None:
            return None
        return Answer(self._sections[place], self._others(self._near(place, most - 1)))

    def _apart(self, places: Sequence[int]) -> list[int]:
        """Those that tell of something else than one before: `/fast` and `--fast` are for the same question."""
        found: dict[str, int] = {}
        for place in places:
            kind, _, name = self._sections[place].key.partition(":")
            found.setdefault(name if kind in {"parameter", "command"} else self._sections[place].key, place)
        return list(found.values())

    def _near(self, place: int, most: int) -> list[int]:
        """The places of sections that are about the like."""
        section = self._sections[place]
        about = f"{section.title} {self._more.get(section.key, '')}"
        found = [each for each in self._index.best(about, 3 * most + 1, enough=NEAR) if each != place]
        document = section.key.partition(":")[0]
        return sorted(found, key=lambda each: not self._sections[each].key.startswith(f"{document}:"))[:most]

    def _others(self, places: list[int]) -> tuple[Section, ...]:
        return tuple(self._sections[place] for place in places)


@cache
def library_of(language: str) -> Library:
    """For readers of this language: what is translated is in it, and our documents in English."""
    found: dict[str, tuple[Section, float]] = {}
    told = (*_parameters(language), *_commands(language), *_help(language))
    for section in told:
        found[section.key] = section, BRIEF if section.key.startswith("command:") else 1.0
    for name, weight in DOCUMENTS.items():
        for section in sections(name, _document(name)):
            if section.key not in LEFT_OUT and len(section.text) >= SHORTEST:
                found.setdefault(section.key, (_known(section), weight))
    return Library(found, language)


def _known(section: Section) -> Section:
    """The section with the command that it names, where that is one of ours."""
    is_ours = section.command in COMMANDS or section.command.startswith("admin ")
    return section if is_ours else replace(section, command="")


def _document(name: str) -> str:
    """The documents lie in the package; in the sources they have a folder of their own."""
    packed = files("bot.asking") / "documents" / f"{name}.md"
    sources = Path(__file__).parents[2]
    path = (
        packed if packed.is_file() else sources / "README.md" if name == "readme" else sources / "docs" / f"{name}.md"
    )
    return path.read_text(encoding="utf-8")


def _help(language: str) -> Iterator[Section]:
    """What /help says, a line a section."""
    for key in HELP:
        told = say(f"{key}.list", language, imagine="`/imagine`").split("\n")
        for number, line in enumerate(told if key != "help.first" else ["\n".join(told)]):
            begun = plain(line.partition("**")[2].partition("**")[0])
            own = f"{key.replace('.', '-')}:{number}"
            text = line.removeprefix(f"**{begun}**:").removeprefix(f"**{begun}**\uff1a").strip()
            yield Section(
                own, begun or say(key, language), text, example=FIRST.get(own, f"{SUBJECT} on a table --ar 3:2")
            )


def _parameters(language: str) -> Iterator[Section]:
    for line in lines():
        names = ", ".join(f"--{each}" for each in BY_SPELLING[line.typed.removeprefix("--")].spellings)
        text = f"`{f'{line.typed} {line.shape}'.strip()}`\n{what(line.typed, line.what, language)}"
        sample = SAMPLES.get(line.typed)
        example = "" if sample is None else f"{SUBJECT} {line.typed} {sample}".strip()
        yield Section(f"parameter:{line.typed.removeprefix('--')}", names, text, example=example, command="imagine")


def _commands(language: str) -> Iterator[Section]:
    for name, key in COMMANDS.items():
        yield Section(f"command:{name.replace(' ', '-')}", f"/{name}", say(key, language), command=name)
