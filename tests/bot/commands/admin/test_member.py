"""/admin member, by a moderator in the playground."""

from typing import Any

import pytest

from bot.policy.standing import Standing
from playground.member import Json, Member
from tests.bot.commands.admin.test_log import typed
from tests.bot.drawing import Studio


async def member(mo: Member, command: str, who: Member, /, **options: Any) -> Json:
    """The answer to a command of the group."""
    return await typed(mo, f"admin member {command}", member=who.id, **options)


async def standing(studio: Studio, mo: Member, who: Member) -> Standing:
    """How somebody stands."""
    return await studio.store.rulings.standing(int(who.id), int(mo.guild()["id"]))


@pytest.mark.acts("/admin member warn")
async def test_a_member_is_warned_and_told(studio: Studio, mo: Member, ada: Member) -> None:
    """By direct message, with the reason; and the log takes it back."""
    done = await member(mo, "warn", ada, reason="no spam, please")
    assert done["content"].startswith(f"Done, and <@{ada.id}> was told. `/admin undo 1`")
    told = await ada.wait_message(lambda each: "no spam, please" in each["content"])
    assert told["content"].startswith("The moderators of ")
    assert (await standing(studio, mo, ada)).warning
    await typed(mo, "admin undo", number=1)
    assert await standing(studio, mo, ada) == Standing()


@pytest.mark.acts("/admin member mute", "/admin member show", "/admin member unmute")
async def test_a_mute_has_an_end(studio: Studio, mo: Member, ada: Member) -> None:
    """Which is told, and can be made sooner."""
    assert (await member(mo, "mute", ada, time="soon", reason="noise"))["content"].startswith("Write the time as")
    await member(mo, "mute", ada, time="2h", reason="noise")
    mute = (await standing(studio, mo, ada)).mute
    assert mute
    assert mute.until
    await ada.wait_message(lambda each: f"<t:{int(mute.until or 0)}:f>" in each["content"])
    assert "🔇 Muted until" in (await member(mo, "show", ada))["content"]
    await member(mo, "unmute", ada)
    assert (await member(mo, "show", ada))["content"].endswith("Nothing against them.")


@pytest.mark.acts("/admin member ban", "/admin member unban")
async def test_a_ban_is_ended(studio: Studio, mo: Member, ada: Member) -> None:
    """And nobody is freed twice."""
    await member(mo, "ban", ada, reason="cruelty")
    assert (await standing(studio, mo, ada)).ban
    assert "may make pictures again" in (await member(mo, "unban", ada))["content"]
    assert (await member(mo, "unban", ada))["content"].endswith("is free already.")
