"""What a question can be answered from: all of it, in Discord's marks, with examples that run."""

import re
from pathlib import Path

import discord
import pytest
from discord import app_commands

from bot.asking.library import COMMANDS, DOCUMENTS, library_of
from bot.asking.meant import asked, meant, phrased
from bot.asking.nearby import Nearby
from bot.asking.sections import Section, readable, sections
from bot.asking.tempo import Tempo
from bot.asking.terms import asked as asked_for
from bot.asking.terms import terms
from bot.buttons.items import OWN
from bot.commands.ask import LABEL, ROOM, SEE, TRY, fitted, panel
from bot.prompt.read import read
from bot.words import LOCALES
from tests.bot.drawing import Studio

DOCS = Path(__file__).parents[3] / "docs"
DOCUMENT = """# A title

Some words, see [after.md](after.md)
that go on.

![A picture](pictures/a.png)

## `/one` of them

| what | how |
| --- | --- |
| `a` | b |
| **c** | d · e |

    /imagine a cat --ar 3:2

- one
  more
- two
"""
SECOND = "- `a`: b\n- **c**: d · e\n\n`/imagine a cat --ar 3:2`\n\n- one more\n- two"


def every(language: str = "en") -> list[Section]:
    """All sections."""
    return library_of(language)._sections


def test_a_document_is_taken_apart() -> None:
    """Its own title, then each heading; tables as lists, code in backticks, no pictures, no links within."""
    first, second = sections("doc", DOCUMENT)
    assert (first.key, first.title, first.text) == ("doc:a-title", "A title", "Some words, see after.md that go on.")
    assert (second.key, second.title, second.source) == ("doc:one-of-them", "/one of them", "A title")
    assert second.text == SECOND
    assert second.example == "a cat --ar 3:2"
    assert second.command == "one"
    assert second.blocks[0] == "- `a`: b"


def test_every_document_is_in_it() -> None:
    """Members', moderators' and hosts', each with sections of its own."""
    named = {each.key.partition(":")[0] for each in every() if each.source}
    assert named == set(DOCUMENTS)
    assert all((DOCS / f"{name}.md").is_file() for name in DOCUMENTS if name != "readme")
    assert set(asked()) <= {each.key for each in every()}


def test_every_section_is_asked_for_in_whole_questions() -> None:
    """A new one has to be given some: bot/asking/phrased.txt."""
    assert set(phrased()) == {each.key for each in every()}


@pytest.mark.parametrize("language", sorted(set(LOCALES) - {"en", "de"}))
def test_each_language_has_words_for_what_documents_say(language: str) -> None:
    """And each of them is meant by a word that the documents have, so that it finds something."""
    known = set(library_of("en")._index._rarity)
    own = set(meant(language)) - set(meant())
    assert len(own) >= 130
    assert [said for said, names in own if not set(terms(names)) & known] == []


def test_words_are_found_in_sentences_without_blanks() -> None:
    """The longest first; what is left counts by pairs of signs."""
    found = asked_for("画像を大きくしたい", "ja")
    assert [name for each in found for name in ("pictur", "upscal") if name in each] == ["upscal", "pictur"]
    assert not any("upscal" in each for each in asked_for("空が", "ja"))


@pytest.mark.parametrize("language", sorted(LOCALES))
def test_each_language_has_the_same_sections(language: str) -> None:
    """Line by line of what /help says: a press goes by their numbers, and so do the words that each is asked for."""
    assert [each.key for each in every(language)] == [each.key for each in every()]


@pytest.mark.parametrize("language", sorted(LOCALES))
def test_every_answer_can_be_shown(language: str) -> None:
    """Within Discord's bounds; its buttons are ones that we are told of when they are pressed."""
    for section in every(language):
        found = library_of(language).shown(section.key)
        assert found
        view = panel(found, language, "how do I make a picture bigger")
        texts = [each.content for each in view.walk_children() if isinstance(each, discord.ui.TextDisplay)]
        assert sum(map(len, texts)) <= 4000, section.key
        assert all(texts)
        for custom_id in (f"{SEE}{section.key}", f"{TRY}{section.key}"):
            assert re.fullmatch(OWN, custom_id), custom_id
            assert len(custom_id) <= 100
        assert len(section.title) <= 100
        assert len(found.others) <= 3
        labels = [each.label for each in view.walk_children() if isinstance(each, discord.ui.Button)]
        assert all(label and len(label) <= LABEL for label in labels)


def test_every_example_runs() -> None:
    """It is a right prompt, without a picture that nobody has."""
    examples = [each.example for each in every() if each.example]
    assert len(examples) >= 25
    for example in examples:
        assert read(example).prompts, example
        assert "http" not in example


def test_a_long_section_begins_where_the_question_is_about() -> None:
    """The rest is left out, and it is shown that there is more."""
    blocks = [f"This is about the {name}. " + "and so on " * 90 for name in ("apple", "pear", "plum", "quince")]
    long = Section("x:y", "Fruit", "\n\n".join(blocks))
    assert fitted(long).startswith("This is about the apple")
    assert fitted(long).endswith("…")
    told = fitted(long, "what of quinces")
    assert told.startswith("…\n\nThis is about the quince")
    assert not told.endswith("…")
    assert all(len(fitted(each, "plum")) <= ROOM + 20 for each in [long, *every()])


async def test_every_command_of_members_is_in_it(studio: Studio) -> None:
    """Those of managers have a document of their own."""
    walked = studio.client.commands.walk_commands(type=discord.AppCommandType.chat_input)
    names = {each.qualified_name for each in walked if isinstance(each, app_commands.Command)}
    optional = {"describe", "shorten", "queue", "privacy export", "privacy forget"}
    assert {each for each in names if not each.startswith("admin ")} <= set(COMMANDS)
    assert set(COMMANDS) - optional <= names


def test_words_are_compared_without_their_endings() -> None:
    """And without accents and dashes, in any size; of scripts without blanks by pairs of signs."""
    assert terms("Enlarging PICTURES, enlarged picture") == ["enlarg", "pictur", "enlarg", "pictur"]
    assert terms("Größer") == terms("GRÖSSER") == ["gross"]
    assert terms("the --ar of /describe") == ["--ar", "ar", "/describe", "describ"]
    assert terms("画像を") == ["画像", "像を"]


def test_what_is_misspelt_is_found() -> None:
    """One letter too many, too few, another, or two in the wrong order; or another ending."""
    near = Nearby(["upscale", "picture", "stumm"])
    for typed in ("upsacle", "upscal", "upscalle", "upscafe"):
        assert near.to(typed) == ("upscale",), typed
    assert near.to("stummschalten") == ("stumm",)
    assert near.to("up") == near.to("ubscale1") == near.to("mixture") == ()


def test_nobody_asks_without_end() -> None:
    """Ten a minute each; others are answered meanwhile, and only so many members are remembered."""
    now = [0.0]
    tempo = Tempo(lambda: now[0], most=2, seconds=60)
    assert [tempo.wait(1), tempo.wait(1), tempo.wait(1), tempo.wait(2)] == [0, 0, 60, 0]
    now[0] = 45.0
    assert tempo.wait(1) == 15
    now[0] = 61.0
    assert tempo.wait(1) == 0
    for member in range(3000):
        tempo.wait(member)
    assert len(tempo._asked) == 1000


def test_marks_of_documents_become_discords() -> None:
    """A fence stays, the head of a table goes, and so does what leads to another document."""
    assert readable("```\na  b\n```") == "```\na  b\n```"
    assert readable("| a | b |\n| --- | --- |\n| one | |\n") == "- one"
    assert readable("see [words](words.md#members)") == "see words"
