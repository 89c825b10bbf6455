"""Who uses a command or presses a button, and where, in terms that are not Discord's."""

from typing import Any

import discord

from bot.jobs.scene import Scene


def scene_of(interaction: discord.Interaction[Any]) -> Scene:
    """What Discord tells with every interaction."""
    channel, user = interaction.channel, interaction.user
    roles = user.roles if isinstance(user, discord.Member) else ()
    return Scene(
        member_id=user.id,
        channel_id=interaction.channel_id or 0,
        guild_id=interaction.guild_id,
        parents=_parents(channel),
        roles=frozenset(role.id for role in roles),
        permissions=interaction.permissions.value,
        is_age_restricted=is_age_restricted(channel),
        is_thread=isinstance(channel, discord.Thread),
    )


def scene_around(message: discord.Message) -> Scene:
    """The same for a message: who wrote it, and where."""
    channel, author = message.channel, message.author
    is_member = isinstance(author, discord.Member) and not isinstance(channel, discord.DMChannel | discord.GroupChannel)
    return Scene(
        member_id=author.id,
        channel_id=channel.id,
        guild_id=message.guild.id if message.guild else None,
        parents=_parents(channel),
        roles=frozenset(role.id for role in author.roles) if isinstance(author, discord.Member) else frozenset(),
        permissions=channel.permissions_for(author).value if is_member else 0,  # type: ignore[arg-type]
        is_age_restricted=is_age_restricted(channel),
        is_thread=isinstance(channel, discord.Thread),
    )


def _parents(channel: object) -> tuple[int, ...]:
    """A thread's channel, and the category that the channel is in."""
    if isinstance(channel, discord.Thread):
        category = channel.parent.category_id if channel.parent else None
        return tuple(filter(None, (channel.parent_id, category)))
    return tuple(filter(None, (getattr(channel, "category_id", None),)))


def is_age_restricted(channel: object) -> bool:
    """True where Discord lets adults in only; a thread is as its channel."""
    if isinstance(channel, discord.Thread):
        return channel.parent is not None and channel.parent.is_nsfw()
    return bool(getattr(channel, "nsfw", False))
