"""Links to messages where a picture is meant: of messages that the bot may read, and the member too.

Without a privileged intent Discord shows a bot the pictures of its own messages, of those that mention it, and of
direct messages to it; of all others it hides them.
"""

import re
from collections.abc import Iterator

import discord

from bot.buttons.album.sight import reads
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.items import Interaction
from bot.imagine.errors import INVALID_LINK, INVALID_REQUEST, Refused
from bot.jobs.job import Job

MOST = 10
"""Links to messages in one prompt that are followed."""
_MESSAGE = re.compile(
    r"<?https://(?:\w+\.)?discord(?:app)?\.com/channels/(?:\d{1,20}|@me)/(?P<channel>\d{1,20})/(?P<id>\d{1,20})/?"
    r"(?:#(?P<number>\d{1,2}))?(?![\w/#])>?"
)
Found = re.Match[str]


def is_linked(text: str) -> bool:
    """True where a link to a message stands somewhere in the text."""
    return _MESSAGE.search(text) is not None


async def picture_at(interaction: Interaction, desk: Desk, link: str) -> str:
    """The address of the picture that is meant by a link; where it is to a message with several, the number behind it
    says which: `LINK#2`.

    Raises Refused where one of the two may not read it, it shows none, or several and it is not said which.
    """
    found = _MESSAGE.fullmatch(link.strip())
    return await _picture_in(interaction, desk, found) if found else _bare(link)


async def pictures_in(interaction: Interaction, desk: Desk, typed: str) -> str:
    """What was typed, with the addresses of pictures in the place of links to their messages. Raises Refused."""
    pieces, at = [], 0
    for found, _ in zip(_MESSAGE.finditer(typed), range(MOST), strict=False):
        pieces += [typed[at : found.start()], f"<{await _picture_in(interaction, desk, found)}>"]
        at = found.end()
    return "".join([*pieces, typed[at:]])


async def job_at(interaction: Interaction, desk: Desk, link: str) -> Job | str:
    """The same, but our own job where its message is meant. Raises Refused for a grid: one picture of it is meant."""
    found = _MESSAGE.fullmatch(link.strip())
    if found is None:
        return _bare(link)
    job = await _job_in(interaction, desk, found)
    return single(job) if job else await _one_in(interaction, found)


def single(job: Job) -> Job:
    """The job, of which one picture is meant. Raises Refused for a grid."""
    if len(job.pictures) > 1:
        raise Refused(INVALID_REQUEST, "editing.which", most=len(job.pictures))
    return job


def pictures_of(message: discord.Message) -> Iterator[str]:
    """The addresses of the pictures that a message shows."""
    for attachment in message.attachments:
        if (attachment.content_type or "").startswith("image/"):
            yield attachment.url
    for embed in message.embeds:
        yield from filter(None, (embed.image.url, embed.thumbnail.url))


def _bare(link: str) -> str:
    return link.strip().removeprefix("<").removesuffix(">")


async def _picture_in(interaction: Interaction, desk: Desk, found: Found) -> str:
    """Raises Refused where the message is not for the member, or shows no picture."""
    await _job_in(interaction, desk, found)
    return await _one_in(interaction, found)


async def _one_in(interaction: Interaction, found: Found) -> str:
    """Of a message that the member may read. Raises Refused where the bot may not, it shows no picture, or several and
    it is not said which.
    """
    pictures = list(dict.fromkeys(pictures_of(await _message(interaction, found))))
    if not pictures:
        raise Refused(INVALID_LINK, "editing.not_ours")
    number = 1 if len(pictures) == 1 and found["number"] is None else int(found["number"] or 0)
    if not 1 <= number <= len(pictures):
        link = _bare(found[0]).partition("#")[0]
        raise Refused(INVALID_LINK, "linked.which", most=len(pictures), example=f"`{link}#{len(pictures)}`")
    return pictures[number - 1]


async def _job_in(interaction: Interaction, desk: Desk, found: Found) -> Job | None:
    """Our job that the message shows; None where it shows none. Raises Refused where it is not for the member."""
    if not await _is_read_by(interaction, int(found["channel"])):
        raise Refused(INVALID_LINK, "linked.unread")
    job = await desk.store.messages.job_of(int(found["id"]))
    if job is not None:
        await unless_hidden(interaction, desk, job)
    return job


async def _message(interaction: Interaction, found: Found) -> discord.Message:
    """The message, as the bot may read it. Raises Refused."""
    channel = interaction.client.get_partial_messageable(int(found["channel"]))
    try:
        return await channel.fetch_message(int(found["id"]))
    except (discord.NotFound, discord.Forbidden):
        raise Refused(INVALID_LINK, "linked.unread") from None


async def _is_read_by(interaction: Interaction, channel_id: int) -> bool:
    """True where the member may read it: here, in this server, in another one that both are in, or in their own DM."""
    if reads(interaction, channel_id):
        return True
    client, user = interaction.client, interaction.user
    channel = client.get_channel(channel_id)
    try:
        channel = channel or await client.fetch_channel(channel_id)
        if isinstance(channel, discord.DMChannel):
            return channel.recipient is not None and channel.recipient.id == user.id
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return False
        member = await channel.guild.fetch_member(user.id)
    except (discord.NotFound, discord.Forbidden, discord.InvalidData):
        return False
    if isinstance(channel, discord.Thread) and channel.is_private():
        return False
    allowed = channel.permissions_for(member)
    return allowed.view_channel and allowed.read_message_history
