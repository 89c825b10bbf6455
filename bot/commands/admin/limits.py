"""/admin limits: what a server, a role, a channel or a member may have, typed."""

from typing import Any

import discord
from discord import app_commands

from bot.buttons.answers import reply, tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.admin.showing import named, value_of
from bot.commands.wording import said
from bot.policy.errors import INVALID_REQUEST, Refused
from bot.policy.reading import read_value
from bot.policy.settings import BY_NAME, SETTINGS, Place, Scope, Setting, Value
from bot.store.audit import Act
from bot.words import say

LONGEST = 500


class _Anywhere(app_commands.Transformer):
    """A channel, category or thread of any kind; named one by one, discord.py would send a kind that is not listed."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    async def transform(self, interaction: Interaction, value: Any, /) -> Any:
        return value


Channel = app_commands.Transform[Any, _Anywhere]


def commands(desk: Desk) -> list[app_commands.Group]:
    """/admin limits set, /admin limits clear."""
    group = app_commands.Group(name="limits", description=said("admin.limits.description"))

    @group.command(name="set", description=said("admin.limits.set.description"))
    @app_commands.describe(setting=said("admin.limits.setting"), value=said("admin.limits.value"), **_OF)
    @app_commands.choices(setting=_CHOICES)
    async def set_one(  # noqa: PLR0913, PLR0917 - the options of the command
        interaction: Interaction,
        setting: app_commands.Choice[str],
        value: app_commands.Range[str, 1, LONGEST],
        role: discord.Role | None = None,
        channel: Channel | None = None,
        member: discord.User | None = None,
    ) -> None:
        place = place_of(interaction, role, channel, member)
        chosen = BY_NAME[setting.value]
        await tell(interaction, await change(interaction, desk, place, chosen, read_value(chosen, value, desk.models)))

    @group.command(name="clear", description=said("admin.limits.clear.description"))
    @app_commands.describe(setting=said("admin.limits.setting"), **_OF)
    @app_commands.choices(setting=_CHOICES)
    async def clear(
        interaction: Interaction,
        setting: app_commands.Choice[str],
        role: discord.Role | None = None,
        channel: Channel | None = None,
        member: discord.User | None = None,
    ) -> None:
        place = place_of(interaction, role, channel, member)
        await tell(interaction, await change(interaction, desk, place, BY_NAME[setting.value], None))

    @group.command(name="list", description=said("admin.limits.list.description"))
    async def list_all(interaction: Interaction) -> None:
        await reply(interaction, content=await listed(interaction, desk))

    return [group]


_OF: dict[str, Any] = {
    "role": said("admin.limits.role"),
    "channel": said("admin.limits.channel"),
    "member": said("admin.limits.member"),
}
_CHOICES = [app_commands.Choice(name=said(each.key), value=each.name) for each in SETTINGS]


def place_of(
    interaction: Interaction, role: discord.Role | None, channel: Channel | None, member: discord.User | None
) -> Place:
    """The one that was named, else the whole server. Raises Refused where several were."""
    scopes = ((Scope.ROLE, role), (Scope.CHANNEL, channel), (Scope.MEMBER, member))
    given = [Place(scope, each.id) for scope, each in scopes if each is not None]
    if len(given) > 1:
        raise Refused(INVALID_REQUEST, "admin.limits.one_only")
    return given[0] if given else Place(Scope.SERVER, interaction.guild_id or 0)


async def change(interaction: Interaction, desk: Desk, place: Place, setting: Setting, value: Value) -> str:
    """Set it, or clear it with None, in the name of whoever asks; the sentence about it. Raises Refused."""
    locale = interaction.locale.value
    if place.scope not in setting.scopes:
        key = "admin.limits.not_for" if Scope.SERVER in setting.scopes else "admin.limits.only_for"
        raise Refused(INVALID_REQUEST, key, setting=say(setting.key, locale))
    by = Act(interaction.user.id, "", guild_id=interaction.guild_id, channel_id=interaction.channel_id)
    entry = await desk.store.limits.set(by, place, setting.name, value)
    told: dict[str, Any] = {"setting": say(setting.key, locale), "place": named(place, locale)}
    if entry is None:
        return say("admin.limits.same", locale, **told)
    if value is None:
        return say("admin.limits.cleared", locale, number=entry.number, **told)
    shown = value_of(setting, value, locale)
    return say("admin.limits.done", locale, number=entry.number, value=shown, **told)


async def listed(interaction: Interaction, desk: Desk) -> str:
    """All that was set in the server, a line each."""
    locale = interaction.locale.value
    given = await desk.store.limits.every(interaction.guild_id or 0)
    lines = [
        f"**{say(setting.key, locale)}** {named(place, locale)}: {value_of(setting, value, locale)}"
        for setting in SETTINGS
        for place, value in sorted(given.get(setting.name, {}).items(), key=lambda each: str(each[0]))
    ]
    kept = lines if sum(map(len, lines)) < 1_700 else [*lines[:20], "…"]
    return "\n".join(kept) or say("admin.limits.none", locale)
