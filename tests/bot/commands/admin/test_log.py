"""/admin log and /admin undo, by a moderator in the playground."""

from functools import partial
from typing import Any

import pytest

from bot.commands.admin.log import UNDO, line
from bot.store.audit import Act, Entry, note
from playground import Playground
from playground.member import Json, Member
from tests.bot.commands.test_help import texts
from tests.bot.drawing import Studio

EPHEMERAL = 1 << 6


async def answered(member: Member, nonce: str) -> Json:
    """The message that answers."""
    return await member.wait_message(lambda message: message.get("nonce") == nonce)


async def typed(member: Member, command: str, /, **options: Any) -> Json:
    """The answer to a command in #general."""
    return await answered(member, await member.slash(member.channel("general"), command, **options))


async def test_only_managers_see_it(studio: Studio, ada: Member, mo: Member) -> None:
    """Discord hides it from who may not manage the server, and in direct messages."""
    names = {}
    for member in (ada, mo):
        index = await member.api("GET", f"/channels/{member.channel('general')['id']}/application-command-index")
        names[member.id] = {command["name"] for command in index["application_commands"]}
    assert "admin" in names[mo.id]
    assert "admin" not in names[ada.id]


async def test_we_look_once_more(studio: Studio, ada: Member, mo: Member, playground: Playground) -> None:
    """A server may have shown the command to everybody; and a panel's buttons can be pressed by name."""
    (command,) = [each for each in playground.world.commands.values() if each["name"] == "admin"]
    command["default_member_permissions"] = None
    told = await typed(ada, "admin log")
    assert told["embeds"][0]["title"] == "Job action restricted"
    assert told["flags"] & EPHEMERAL
    assert (await typed(mo, "admin log"))["components"]


@pytest.mark.acts("FU::Admin::log::older")
async def test_what_was_done_is_listed(studio: Studio, mo: Member) -> None:
    """The latest first, a page at a time."""
    guild, channel = int(mo.guild()["id"]), int(mo.channel("general")["id"])
    job, _ = await studio.grid(mo)
    acts = [
        Act(int(mo.id), "cancel", guild_id=guild, channel_id=channel, job_id=f"{job.id}{number}")
        for number in range(10)
    ]
    for act in (*acts, Act(1, "cancel", guild_id=1, job_id="elsewhere")):
        await studio.store.audit._database.write(partial(note, act=act, now=1_790_000_000.0))
    shown = await typed(mo, "admin log")
    told = texts(shown["components"])
    assert f"**10** <t:1790000000:R> <@{mo.id}> cancelled the job `{job.id}9`" in told
    assert "elsewhere" not in told
    assert "**2**" not in told
    (older,) = [row for row in shown["components"] if row["type"] == 1]
    await mo.press(shown, older["components"][0]["custom_id"])
    after = await mo.wait_message(lambda each: each["id"] == shown["id"] and "**2**" in texts(each["components"]))
    assert "**3**" not in texts(after["components"])


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (("limit", "gpu_day server:7", None, 30), "set GPU minutes a day (the whole server)\n-# nothing → `30`"),
        (("limit", "drawing channel:8", True, False), "set Pictures are made (<#8>)\n-# on → off"),
        (("limit", "gone channel:8", None, 3), "set gone <#8>\n-# nothing → `3`"),
        (("word", "zombie", None, 2), "changed the word zombie\n-# nothing → refuse it"),
        (("warning", "5", None, {"reason": "Be kind."}), "changed the warning of <@5>\n-# nothing → Be kind."),
        (("builtin", "explicit", None, False), "changed the list explicit\n-# nothing → off"),
        (("front", "", None, 1_790_000_000.123456), "moved the job `none` in <#none> to the front"),
        (("hidden", "a job", None, {"deleted": False}), "hid the picture a job"),
        (
            ("pictures", "", {"check": True}, {"check": False, "channel": "8"}),
            "changed how pictures are checked\n-# on → off, <#8>",
        ),
        (
            ("queue", "", {"halt": "paused", "by": "3", "reason": "we move"}, None),
            "stopped the queue or let it go on\n-# pause the queue: we move → let it go on",
        ),
        (
            ("queue", "", None, {"halt": "draining", "by": "3", "reason": ""}),
            "stopped the queue or let it go on\n-# let it go on → drain the queue",
        ),
        (
            ("mute", "5", {"reason": "<@1>", "until": 1_790_000_000}, None),
            "changed the mute of <@5>\n-# <@1>, <t:1790000000:f> → nothing",
        ),
    ],
)
def test_what_was_changed_is_said_in_words(act: tuple[str, str, Any, Any], told: str) -> None:
    """Names and values as panels have them, and not as they are kept."""
    action, about, before, after = act
    entry = Entry(1, 1_790_000_000.0, Act(9, action, about, guild_id=7, before=before, after=after))
    assert (
        line(entry, "en").replace("\u200b", "").replace("\\", "").lower()
        == f"**1** <t:1790000000:R> <@9> {told}".lower()
    )


async def test_an_empty_log_says_so(studio: Studio, mo: Member) -> None:
    """With what will stand there."""
    assert "Nothing yet." in texts((await typed(mo, "admin log"))["components"])


async def test_what_cannot_be_undone_says_why(studio: Studio, mo: Member) -> None:
    """In one sentence."""
    told = await typed(mo, "admin undo", number=7)
    assert told["embeds"][0]["description"].startswith("There is no entry 7 in this server's log")
    assert UNDO.format(number=7) == "FU::Admin::log::undo::7"
