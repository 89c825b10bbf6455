"""/admin member: warn, mute, ban, and see how somebody stands; the member is told calmly why, and until when."""

import time
from typing import Any

import discord
from discord import app_commands

from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.admin.deciding import by
from bot.commands.wording import said
from bot.messages.quoting import quoted
from bot.policy.durations import seconds_of
from bot.store.rulings import BAN, MUTE, WARNING
from bot.words import say

LONGEST_REASON = 300
Reason = app_commands.Range[str, 1, LONGEST_REASON]


def commands(desk: Desk) -> list[app_commands.Group]:
    """The group."""
    group = app_commands.Group(name="member", description=said("member.description"))

    @group.command(name="warn", description=said("member.warn"))
    @app_commands.describe(member=said("member.who"), reason=said("member.reason"))
    async def warn(interaction: Interaction, member: discord.User, reason: Reason) -> None:
        await ruled(interaction, desk, member, WARNING, {"reason": reason})

    @group.command(name="mute", description=said("member.mute"))
    @app_commands.describe(member=said("member.who"), length=said("member.time"), reason=said("member.reason"))
    @app_commands.rename(length="time")
    async def mute(interaction: Interaction, member: discord.User, length: str, reason: Reason) -> None:
        seconds = seconds_of(length)
        if seconds is None:
            await tell(interaction, say("member.wrong_time", interaction.locale.value))
            return
        await ruled(interaction, desk, member, MUTE, {"reason": reason, "until": int(time.time() + seconds)})

    @group.command(name="ban", description=said("member.ban"))
    @app_commands.describe(member=said("member.who"), reason=said("member.reason"))
    async def ban(interaction: Interaction, member: discord.User, reason: Reason) -> None:
        await ruled(interaction, desk, member, BAN, {"reason": reason})

    for name, kind in (("unmute", MUTE), ("unban", BAN)):
        group.add_command(_lifting(desk, name, kind))

    @group.command(name="show", description=said("member.show"))
    @app_commands.describe(member=said("member.who"))
    async def show(interaction: Interaction, member: discord.User) -> None:
        await tell(interaction, await standing(interaction, desk, member))

    return [group]


def _lifting(desk: Desk, name: str, kind: str) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=name, description=said(f"member.{name}"))
    @app_commands.describe(member=said("member.who"))
    async def lift(interaction: Interaction, member: discord.User) -> None:
        entry = await desk.store.rulings.decide(by(interaction), kind, str(member.id), None)
        key = "member.lifted" if entry else "member.is_free"
        await tell(interaction, say(key, interaction.locale.value, member=f"<@{member.id}>"))

    return lift


async def ruled(interaction: Interaction, desk: Desk, member: discord.User, kind: str, value: dict[str, Any]) -> None:
    """Decide it, tell the member by direct message where that can be, and say which entry of the log it is."""
    locale = interaction.locale.value
    if member.bot:
        await tell(interaction, say("member.is_bot", locale))
        return
    entry = await desk.store.rulings.decide(by(interaction), kind, str(member.id), value)
    if entry is None:
        await tell(interaction, say("member.was_so", locale, member=f"<@{member.id}>"))
        return
    is_told = await told(interaction.client, member.id, kind, value, server_of(interaction))
    key = "member.done" if is_told else "member.done_untold"
    await tell(interaction, say(key, locale, member=f"<@{member.id}>", number=entry.number))


async def told(client: discord.Client, member_id: int, kind: str, value: dict[str, Any], server: str) -> bool:
    """A calm direct message with reason and end; False where the member takes none. All of it is told again later."""
    until = f"<t:{value['until']}:f>" if "until" in value else ""
    sentence = say(f"member.told.{kind}", "en", server=server, reason=quoted(value["reason"]), until=until)
    try:
        channel = await client.create_dm(discord.Object(member_id))
        await channel.send(sentence, allowed_mentions=discord.AllowedMentions.none())
    except (discord.Forbidden, discord.NotFound, discord.HTTPException):
        return False
    return True


def server_of(interaction: Interaction) -> str:
    """What it is called."""
    return quoted(interaction.guild.name) if interaction.guild and interaction.guild.name else "?"


async def standing(interaction: Interaction, desk: Desk, member: discord.User) -> str:
    """Warning, mute, ban, with their reasons."""
    locale = interaction.locale.value
    found = await desk.store.rulings.standing(member.id, interaction.guild_id)
    lines = []
    for kind, ruling in ((WARNING, found.warning), (MUTE, found.mute), (BAN, found.ban)):
        if ruling and (ruling.until is None or ruling.until > time.time()):
            until = f"<t:{int(ruling.until)}:f>" if ruling.until else ""
            lines.append(say(f"member.stands.{kind}", locale, reason=quoted(ruling.reason), until=until))
    head = say("member.stands", locale, member=f"<@{member.id}>")
    return "\n".join([head, *(lines or [say("member.stands.well", locale)])])
