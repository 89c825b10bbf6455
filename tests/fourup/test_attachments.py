"""Pictures that members attach, through the whole bot: from the picker's file to what the engine draws from."""

import asyncio
from pathlib import Path
from typing import Any

import discord
import pytest
from PIL import Image

from playground import Playground
from playground.member import Member
from tests.bot.images import samples
from tests.end_to_end.stand_in import model_in
from tests.fourup.running import bot

Json = dict[str, Any]


@pytest.fixture
def host(bare_host: Path, playground: Playground, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A host whose Discord is the playground, and who has a model."""
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", playground.bot_token)
    monkeypatch.setenv("FOURUP_DISCORD__API_BASE", playground.api_base)
    model_in(bare_host / "small")
    (bare_host / "config.toml").write_text('[models.small]\nfamily = "sd15"\npath = "small"\n')
    return bare_host


def kept(host: Path) -> list[tuple[str | None, tuple[int, int]]]:
    """Format and size of every picture that the bot keeps."""
    found = []
    for path in (host / "fourup-data" / "blobs").rglob("*"):
        if path.is_file():
            with Image.open(path) as picture:
                found.append((picture.format, picture.size))
    return found


async def test_an_attachment_is_drawn_from(host: Path, ada: Member) -> None:
    """What the camera held askew is kept upright, without the place where it was taken."""
    channel = ada.channel("general")
    async with bot() as it:
        await it.online()
        await ada.slash(channel, "imagine", prompt="in winter", image=("a.jpg", samples.turned(6)))
        await ada.wait_message(lambda each: bool(each["attachments"]) and len(each["components"]) == 2, timeout=30)
    assert ("JPEG", (20, 40)) in await asyncio.to_thread(kept, host)


async def test_what_is_no_picture_is_told_to_its_sender(host: Path, ada: Member) -> None:
    """In a sentence with the cure, for nobody else; nothing is drawn and nothing kept."""
    channel = ada.channel("general")
    async with bot() as it:
        await it.online()
        for content, told in (
            (samples.NOT_PICTURES["html"], "is no picture that can be read"),
            (samples.BROKEN["a truncated PNG"], "is damaged or cut off"),
            (samples.TOO_MANY_PIXELS["a PNG of 13,000 x 13,000 in 20 KB"], "has more than 64 megapixels"),
        ):
            await ada.slash(channel, "imagine", prompt="in winter", image=("a.png", content))
            answer = await ada.wait_message(lambda each, told=told: told in str(each), timeout=30)
            assert answer["flags"] & discord.MessageFlags.ephemeral.flag
    assert await asyncio.to_thread(kept, host) == []
