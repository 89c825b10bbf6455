"""/privacy, typed and pressed by members in the playground."""

import io
import json
import zipfile
from pathlib import Path

import aiohttp
import pytest

from bot.images.blobs import Blobs
from bot.jobs.job import Lease, Picture, State
from bot.jobs.queue import Choice
from bot.keeping import Sweeper, Tempo
from bot.prompt.personal import Personal
from bot.store.store import Store
from bot.words import say
from playground import Playground
from playground.member import Json, Member
from tests.bot.conftest import Connect
from tests.bot.drawing import Studio, studio_of
from tests.pictures import png

EPHEMERAL = 1 << 6


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


@pytest.fixture
async def house(playground: Playground, memory: Store, blobs: Blobs, connect: Connect) -> Studio:
    """A bot that can tell and forget, not connected yet."""
    for guild in playground.world.guilds.values():
        await memory.places.meet(int(guild["id"]))
    return studio_of(memory, blobs=blobs)


async def imagined(member: Member, prompt: str = "a secret wish") -> None:
    """A job that waits."""
    nonce = await member.slash(member.channel("general"), "imagine", prompt=prompt)
    await member.wait_message(lambda message: message.get("nonce") == nonce)


async def asked(member: Member) -> Json:
    """The question that /privacy forget asks."""
    await member.slash(member.channel("general"), "privacy forget")
    return await member.wait_message(lambda message: "::Forget::" in str(message["components"]))


async def downloaded(url: str) -> bytes:
    """The file there."""
    async with aiohttp.ClientSession() as http, http.get(url) as answer:
        return await answer.read()


async def pressed(member: Member, message: Json, word: str) -> str:
    """What the message says after the button with this word in its custom id."""
    buttons = [each["custom_id"] for row in message["components"] for each in row["components"]]
    await member.press(message, next(each for each in buttons if word in each))
    update = await member.wait_for(
        "MESSAGE_UPDATE", lambda each: each["id"] == message["id"] and not each["components"]
    )
    return str(update["content"])


@pytest.mark.acts("/privacy export")
async def test_export_gives_a_file_that_only_the_member_sees(
    house: Studio, connect: Connect, memory: Store, blobs: Blobs, ada: Member, playground: Playground
) -> None:
    """With prompt and pictures; nothing of it in the channel."""
    async with connect(house.client):
        await imagined(ada)
        (job,) = await memory.jobs.of(int(ada.id))
        await memory.leases.claim("a worker", 60.0, lambda _queue: Choice(job.id))
        await memory.leases.render(Lease(job.id, 1), [Picture(await blobs.put(png()), 8, 8, 1)], 1.0)
        await ada.slash(ada.channel("general"), "privacy export")
        answer = await ada.wait_for("MESSAGE_UPDATE", lambda each: bool(each["attachments"]))
        content = await downloaded(answer["attachments"][0]["url"])
    assert answer["flags"] & EPHEMERAL
    assert answer["content"].startswith("File 1 of 1: ")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.read(f"pictures/{job.id}-1.png") == png()
        assert json.loads(file.read("jobs.json"))[0]["prompt"] == "a secret wish"


@pytest.mark.acts("/privacy forget", "FU::Privacy::Keep")
async def test_forget_asks_first_and_says_what_stays(
    house: Studio, connect: Connect, memory: Store, ada: Member
) -> None:
    """Keep it deletes nothing."""
    async with connect(house.client):
        await imagined(ada)
        question = await asked(ada)
        assert question["flags"] & EPHEMERAL
        assert "All your jobs (1)" in question["content"]
        assert "What stays" in question["content"]
        assert await pressed(ada, question, "Keep") == say("privacy.kept", "en")
    assert len(await memory.jobs.of(int(ada.id))) == 1
    assert not await memory.forgetting.is_leaving(int(ada.id))


@pytest.mark.acts("FU::Privacy::Forget")
async def test_forgetting_cancels_what_is_under_way_and_lets_all_go(
    house: Studio, connect: Connect, memory: Store, blobs: Blobs, ada: Member
) -> None:
    """The press records it; the rest goes in the background."""
    member_id = int(ada.id)
    async with connect(house.client):
        await imagined(ada)
        await memory.preferences.change(member_id, lambda _: Personal({}, "--s 5"))
        (job,) = await memory.jobs.of(member_id)
        assert await pressed(ada, await asked(ada), "Forget") == say("privacy.forgotten", "en")
    assert (await memory.jobs.get(job.id)).state is State.CANCELLED
    assert (await memory.preferences.of(member_id)).suffix == ""
    await Sweeper(memory, blobs, tempo=Tempo(breath=0.0)).forget()
    assert await memory.records.count(member_id) == 0
    assert await memory.records.about(member_id) == {}
    assert await memory.erasures.left() == 1


async def test_nobody_else_can_answer_the_question(
    house: Studio, connect: Connect, memory: Store, playground: Playground, ada: Member, bo: Member
) -> None:
    """Discord shows it to nobody else; who sends its custom id all the same gets a sentence."""
    async with connect(house.client):
        await imagined(ada)
        question = await asked(bo)
        forged = str(question["components"]).replace(bo.id, ada.id)
        stored = playground.world.messages[question["channel_id"]][question["id"]]
        stored["components"] = eval(forged)  # noqa: S307 - what the playground itself wrote
        await bo.press(stored, f"FU::Privacy::Forget::{ada.id}")
        told = await bo.wait_message(lambda each: each["content"] == say("privacy.not_yours", "en"))
    assert told["flags"] & EPHEMERAL
    assert not await memory.forgetting.is_leaving(int(ada.id))


async def test_help_names_both(house: Studio, connect: Connect, ada: Member) -> None:
    """Each to be pressed."""
    async with connect(house.client) as fourup:
        await ada.slash(ada.channel("general"), "help")
        message = await ada.wait_message(lambda each: "</imagine:" in str(each["components"]))
        number = fourup.commands.ids["privacy"]
    assert f"</privacy export:{number}> {say('privacy.export.description', 'en')}" in str(message["components"])
    assert f"</privacy forget:{number}> " in str(message["components"])
