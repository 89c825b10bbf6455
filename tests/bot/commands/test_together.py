"""Commands and buttons with everything behind them: the whole bot as a process, with a stand-in for what draws."""

import asyncio
import signal
from pathlib import Path
from typing import Any

import pytest

from bot.buttons import ids
from bot.buttons.answers import SUBMIT_CURE
from bot.commands.using.windows import PICTURE, PROMPT
from playground import Playground
from playground.member import Member
from tests.end_to_end.stand_in import model_in
from tests.fourup.running import bot
from tests.pictures import png

Json = dict[str, Any]
SLOW = {"STAND_IN_STEPS": "40", "STAND_IN_STEP": "0.1"}


@pytest.fixture
def host(tmp_path: Path, playground: Playground, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A host whose Discord is the playground, and who has a model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", playground.bot_token)
    monkeypatch.setenv("FOURUP_DISCORD__API_BASE", playground.api_base)
    model_in(tmp_path / "small")
    (tmp_path / "config.toml").write_text('[models.small]\nfamily = "sd15"\npath = "small"\n')
    return tmp_path


def is_grid(message: Json) -> bool:
    """A result of four, with its two rows of buttons."""
    return bool(message["attachments"]) and len(message["components"]) == 2


def job_of(message: Json) -> str:
    """The job of a message's first button."""
    found = ids.job_in(message["components"][0]["components"][0]["custom_id"])
    assert found is not None
    return found


async def answered(member: Member, nonce: str) -> Json:
    """The message that answers an interaction, when it says more than that the bot is at it."""
    answer = await member.wait_message(lambda message: message.get("nonce") == nonce)
    return await member.wait_message(lambda each: each["id"] == answer["id"] and not each["flags"] & LOADING)


LOADING = 1 << 7
"""Of a message that will be edited into the answer."""


async def grid_of(member: Member, answer: Json) -> Json:
    """The result of the job that an answer is about."""
    job_id = job_of(answer)
    return await member.wait_message(lambda each: is_grid(each) and job_of(each) == job_id, timeout=30)


async def imagined(member: Member, prompt: str, **options: Any) -> Json:
    """The answer to /imagine in #general."""
    return await answered(member, await member.slash(member.channel("general"), "imagine", prompt=prompt, **options))


@pytest.mark.acts("FU::Cure", "button REROLL", "button VARIATION")
async def test_a_walk_through_all_that_can_be_pressed(host: Path, ada: Member, bo: Member) -> None:
    """From /imagine by V3 to U2, U2 again, a wrong prompt and its cure, /show, and all of it after a restart."""
    async with bot() as it:
        await it.online()
        grid = await grid_of(ada, await imagined(ada, "a red apple --ar 3:2"))
        varied = await grid_of(ada, await answered(ada, await ada.press(grid, ids.variation(job_of(grid), 3))))
        assert varied["content"].startswith("**a red apple --ar 3:2** - Variations (Strong) by")
        await ada.press(varied, ids.upsample(job_of(varied), 2))
        single = await ada.wait_message(lambda each: "Image #2" in each["content"] and bool(each["components"]))
        again = await answered(bo, await bo.press(varied, ids.upsample(job_of(varied), 2)))
        assert again["content"].endswith(f"/{single['channel_id']}/{single['id']}")
        wrong = await imagined(ada, "a pear --chaos 101")
        cured = await grid_of(ada, await answered(ada, await ada.press(wrong, SUBMIT_CURE)))
        assert cured["content"].startswith("**a pear --c 100**")
        await it.end(signal.SIGTERM)
    async with bot() as it:
        await it.online()
        rerolled = await grid_of(bo, await answered(bo, await bo.press(grid, ids.reroll(job_of(grid)))))
        assert f"<@{bo.id}>" in rerolled["content"]
        thinking = await answered(ada, await ada.slash(ada.channel("pictures"), "show", job_id=job_of(grid)))
        shown = await ada.wait_message(lambda each: each["id"] == thinking["id"] and is_grid(each), timeout=30)
        pressed = {each["custom_id"] for row in shown["components"] for each in row["components"] if each["style"] == 1}
        assert pressed == {ids.variation(job_of(grid), 3), ids.reroll(job_of(grid))}
        await it.end(signal.SIGTERM)


@pytest.mark.acts("/blend", "FU::Using::image", "menu Use as image prompt")
async def test_pictures_from_members_reach_the_job(host: Path, ada: Member, playground: Playground) -> None:
    """By /imagine's options, by /blend, and by the window over a message; none has to be there later."""
    one, other = ("one.png", png(colour="#102030")), ("other.png", png(colour="#908070"))
    async with bot() as it:
        await it.online()
        given = await imagined(ada, "an apple", image=one)
        blend = await answered(ada, await ada.slash(ada.channel("general"), "blend", image1=one, image2=other))
        message = await ada.send(ada.channel("general"), "look", [one])
        nonce = await ada.menu({"id": message["channel_id"]}, "Use as image prompt", message)
        modal = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
        link = message["attachments"][0]["url"]
        used = await answered(ada, await ada.submit(modal, **{PROMPT: "in winter", PICTURE: link}))
        for answer in (given, blend, used):
            grid = await grid_of(ada, answer)
            assert "one.png" in grid["content"]
        await it.end(signal.SIGTERM)


async def test_a_running_job_is_cancelled_and_says_so(host: Path, ada: Member) -> None:
    """The progress message becomes the end, without a button."""
    async with bot(**SLOW) as it:
        await it.online()
        answer = await imagined(ada, "an apple")
        await ada.wait_message(lambda each: each["id"] == answer["id"] and "%)" in each["content"], timeout=30)
        await ada.press(answer, ids.cancel(job_of(answer)))
        ended = await ada.wait_message(lambda each: each["id"] == answer["id"] and "(Stopped)" in each["content"])
        assert ended["components"] == []
        await it.end(signal.SIGTERM)


async def test_a_result_comes_by_direct_message(host: Path, ada: Member, bo: Member) -> None:
    """To whoever reacts with a letter, or asks by the menu."""
    async with bot() as it:
        await it.online()
        await imagined(ada, "an apple")
        grid = await bo.wait_message(is_grid, timeout=30)
        await bo.react(grid, "✉️")
        letter = await bo.wait_message(lambda each: "**Job ID**" in each["content"], timeout=30)
        assert job_of(grid) in letter["content"]
        await bo.menu({"id": grid["channel_id"]}, "DM Results", grid)
        await bo.wait_message(lambda each: each["content"].startswith("Sent:"), timeout=30)
        await it.end(signal.SIGTERM)


async def test_two_members_go_on_from_one_grid_at_once(host: Path, ada: Member, bo: Member) -> None:
    """Each has a result of their own, and both buttons are blue."""
    async with bot() as it:
        await it.online()
        grid = await grid_of(ada, await imagined(ada, "an apple"))
        first, second = ids.variation(job_of(grid), 1), ids.variation(job_of(grid), 4)
        presses = await asyncio.gather(ada.press(grid, first), bo.press(grid, second))
        for member, nonce in zip((ada, bo), presses, strict=True):
            varied = await grid_of(member, await answered(member, nonce))
            assert f"<@{member.id}>" in varied["content"]
        (now,) = [each for each in await ada.history(ada.channel("general")) if each["id"] == grid["id"]]
        blue = {each["custom_id"] for row in now["components"] for each in row["components"] if each["style"] == 1}
        assert blue == {first, second}
        await it.end(signal.SIGTERM)


async def test_results_come_wherever_they_were_asked_for(host: Path, ada: Member, playground: Playground) -> None:
    """In a thread, in a direct message, and where the bot is no member: there the answer itself becomes the result."""
    places = {
        "thread": ada.channel("apple orchard"),
        "direct": await ada.dm(playground.application_id),
        "elsewhere": ada.guild("Elsewhere")["channels"][-1],
    }
    async with bot() as it:
        await it.online()
        for name, channel in places.items():
            answer = await answered(ada, await ada.slash(channel, "imagine", prompt=f"an apple, {name}"))
            grid = await grid_of(ada, answer)
            assert grid["channel_id"] == channel["id"], name
            assert (grid["id"] == answer["id"]) == (name == "elsewhere")
            await ada.press(grid, ids.upsample(job_of(grid), 1))
            await ada.wait_message(
                lambda each, name=name: f"{name}** - Image #1" in each["content"] and bool(each["components"]),
                timeout=30,
            )
        await it.end(signal.SIGTERM)
