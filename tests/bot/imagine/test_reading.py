"""Pictures and prompts are read by the rules that hold for what is drawn."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.imagine.parts import Parts
from bot.imagine.reading import Reading
from bot.policy.errors import Refused
from bot.policy.limits import Limits
from engine.reading.talk import CannotRead, Seen, Swatch, Weighed
from tests.bot.imagine.house import House, asked
from tests.bot.imagine.test_looking import Eye


class Reader:
    """Sees red, or nothing."""

    def __init__(self) -> None:
        self.fails = False
        self.pictures: list[Path] = []

    async def describe(self, picture: Path) -> Seen:
        self.pictures.append(picture)
        if self.fails:
            raise CannotRead("it fails")
        return Seen("a test", 64, 64, palette=(Swatch("#c04060", "red", 1.0),))

    async def weigh(self, words: Sequence[str]) -> Weighed:
        if self.fails:
            raise CannotRead("it fails")
        return Weighed(tuple(words), (1.0,) * len(words), ((0,),), "a test")


def reading(house: House, reader: Reader, **parts: object) -> Reading:
    """The use cases."""
    usual = {"store": house.store, "engine": house.engine, "pictures": house.pictures, "models": house.models}
    return Reading(Parts(**{**usual, **parts}), reader)  # type: ignore[arg-type]


async def test_a_picture_is_fetched_kept_and_read(house: House) -> None:
    """What is read is our own copy of it; what is shown are a small one and its colours."""
    reader = Reader()
    described = await reading(house, reader).describe(asked(), house.web.link("apple.png"))
    assert described.seen.by == "a test"
    assert described.preview[8:12] == b"WEBP"
    assert described.swatches.startswith(b"\x89PNG")
    assert reader.pictures[0].is_relative_to(house.folder)


@pytest.mark.parametrize("name", ["page.html", "gone.png"])
async def test_what_is_no_picture_is_refused_as_for_imagine(house: House, name: str) -> None:
    """A page, a link that leads nowhere."""
    reader = Reader()
    with pytest.raises(Refused) as refused:
        await reading(house, reader).describe(asked(), house.web.link(name))
    assert refused.value.title == "Invalid link"
    assert not reader.pictures


@pytest.mark.parametrize("link", ["a fox", "file:///etc/passwd", "http://127.0.0.1:1/a.png", "https://"])
async def test_links_to_nowhere_are_refused(house: House, link: str) -> None:
    """What is no link, and what is on this machine."""
    with pytest.raises(Refused) as refused:
        await reading(house, Reader()).describe(asked(), link)
    assert refused.value.title == "Invalid link"


async def test_an_explicit_picture_is_not_read(house: House) -> None:
    """Outside of age-restricted channels."""
    reader, eye = Reader(), Eye()
    link = house.web.link("apple.png")
    with pytest.raises(Refused) as refused:
        await reading(house, reader, looker=eye).describe(asked(), link)
    assert refused.value.title == "Image denied"
    assert not reader.pictures
    await reading(house, reader, looker=eye, is_age_restricted=lambda _channel_id: True).describe(asked(), link)
    assert reader.pictures


async def test_what_is_not_allowed_here_is_refused(house: House) -> None:
    """By the name of the command, before anything is fetched."""
    only = Limits(commands=frozenset({"imagine"}))
    with pytest.raises(Refused, match="describe"):
        await reading(house, Reader(), limits=only).describe(asked(), house.web.link("apple.png"))
    with pytest.raises(Refused, match="shorten"):
        await reading(house, Reader(), limits=only).weigh(asked(), ["a", "fox"])
    assert not house.web.asked_for


async def test_a_reader_that_fails_is_told_calmly(house: House) -> None:
    """And is in the log."""
    reader = Reader()
    reader.fails = True
    with pytest.raises(Refused, match="could not be read just now"):
        await reading(house, reader).describe(asked(), house.web.link("apple.png"))
    with pytest.raises(Refused, match="could not be read just now"):
        await reading(house, reader).weigh(asked(), ["a", "fox"])
