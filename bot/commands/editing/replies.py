"""Replies to pictures that mention the bot: what they say is done to the picture, and the next reply goes on from that.

No privileged intent is needed: Discord hands over the words of messages that mention the bot, and of direct messages.
"""

import re
from functools import partial
from typing import Any

import discord
import structlog

from bot.buttons import embeds, views
from bot.buttons.connection import insist
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden_from
from bot.buttons.scenes import scene_around
from bot.commands.admission import Admission
from bot.commands.editing.edit import revised
from bot.commands.editing.sources import ours
from bot.commands.linked import single
from bot.commands.using.starts import LONGEST_TOLD
from bot.errors import BotError
from bot.imagine.asking import Submission, Told
from bot.imagine.errors import INVALID_REQUEST, Refused
from bot.jobs.ids import nonce
from bot.jobs.job import Asked, Job, Member
from bot.messages import is_private, waiting
from bot.store.errors import UnknownJob
from bot.words import say

log = structlog.stdlib.get_logger("bot.commands")

_NUMBER = re.compile(
    r"^(?:u|#|nr\.?|no\.?|number|picture|image|bild)?\s*(?P<number>10|[1-9])\s*(?:[:.,)-]\s*|\s+)(?=\S)", re.IGNORECASE
)


class Replies:
    """Whoever speaks to the bot is answered, with the picture or with a sentence; nobody else is listened to."""

    def __init__(self, client: discord.Client, desk: Desk, admission: Admission) -> None:
        self._client, self._desk, self._admission = client, desk, admission

    async def heard(self, message: discord.Message) -> None:
        """Somebody wrote something somewhere."""
        typed = self._addressed(message)
        guild_id = message.guild.id if message.guild else None
        if typed is None or not await self._admission.admits(message.author.id, guild_id):
            return
        locale = await self._locale(message)
        try:
            asked = _asked(message, locale)
            submission = await self._revised(message, asked, typed)
            if submission.is_new:
                await self._follow(message, submission)
        except Refused as refused:
            await self._reply(message, embed=embeds.refusal(refused.title, refused.sentence(locale)))
        except UnknownJob:
            await self._reply(message, content=say("job.unknown", locale))
        except (BotError, discord.HTTPException) as failure:
            log.warning("reply not followed", message=message.id, reason=str(failure))
            await self._reply(message, content=say("error.store", locale))
        except Exception:
            log.exception("reply failed", message=message.id)
            await self._reply(message, content=say("error.unexpected", locale, incident=f"{message.id:x}"[-8:]))

    def _addressed(self, message: discord.Message) -> str | None:
        """What is said to the bot; None where it is not spoken to. A reply alone does that in direct messages only."""
        me = self._client.user
        if me is None or message.author.bot or message.is_system():
            return None
        mention = re.compile(rf"<@!?{me.id}>")
        is_named = mention.search(message.content) is not None
        quoted = message.reference.resolved if message.reference else None
        is_to_us = isinstance(quoted, discord.Message) and quoted.author.id == me.id
        if not is_named and not (message.guild is None and is_to_us):
            return None
        return " ".join(mention.sub(" ", message.content).split())

    async def _revised(self, message: discord.Message, asked: Asked, typed: str) -> Submission:
        """The edit. Raises Refused where there is no picture, or nothing is said that can be done."""
        numbered = _NUMBER.match(typed)
        picture = await self._picture(message, asked)
        if len(typed) > LONGEST_TOLD:
            raise Refused(INVALID_REQUEST, "editing.long", most=LONGEST_TOLD)
        number, rest = (int(numbered["number"]), typed[numbered.end() :]) if numbered else (0, typed)
        if isinstance(picture, Job):
            if numbered and len(picture.pictures) > 1:
                return await revised(self._desk, asked, picture, Told(rest), number)
            return await revised(self._desk, asked, single(picture), Told(typed))
        if len(picture) == 1:
            return await revised(self._desk, asked, picture[0], Told(typed))
        if not 1 <= number <= len(picture):
            raise Refused(INVALID_REQUEST, "editing.which.attached", most=len(picture))
        return await revised(self._desk, asked, picture[number - 1], Told(rest))

    async def _picture(self, message: discord.Message, asked: Asked) -> Job | list[str]:
        """What the message brings itself, else what it replies to: one of ours, or links. Raises Refused."""
        if links := _links(message):
            return links
        reference = message.reference
        if reference is None or reference.message_id is None:
            raise Refused(INVALID_REQUEST, "editing.how")
        if job := await ours(self._desk, asked, reference.message_id):
            return job
        quoted = reference.resolved
        if isinstance(quoted, discord.Message):
            if quoted.author.id == getattr(self._client.user, "id", 0) and (job_id := views.job_under(quoted)):
                job = await self._desk.store.jobs.get(job_id)
                await unless_hidden_from(asked.here, self._desk, job)
                return job
            if links := _links(quoted):
                return links
        raise Refused(INVALID_REQUEST, "editing.unseen")

    async def _follow(self, message: discord.Message, submission: Submission) -> None:
        """A reply for each job, which shows from then on how far it is; of what is private, only that it comes."""
        for job in submission.jobs:
            if is_private(job):
                await self._reply(message, content=say("editing.private", job.asked.member.locale))
                continue
            position = await self._desk.imagine.position(job)
            content = waiting(job, position, submission.notices)
            view = views.of_progress(job)
            sent = await self._reply(
                message, content=content, view=view, nonce=f"p{nonce(job.id)}", suppress_embeds=True
            )
            if sent is not None:
                await self._desk.delivery.answered(job, sent, submission.notices)

    async def _reply(self, message: discord.Message, **fields: Any) -> discord.Message | None:
        """Said below the message; None where it cannot be said: the pictures come all the same."""
        try:
            return await insist(
                partial(
                    message.channel.send,
                    **fields,
                    reference=message.to_reference(fail_if_not_exists=False),
                    allowed_mentions=discord.AllowedMentions.none(),
                )
            )
        except Exception as failure:  # noqa: BLE001 - the bot may not write there, or the connection is what failed
            log.info("no reply", message=message.id, reason=repr(failure))
            return None

    async def _locale(self, message: discord.Message) -> str:
        """The member's, where they have used a command before; else the server's."""
        try:
            known = await self._desk.store.places.locale_of(message.author.id)
        except BotError:
            known = None
        return known or (message.guild.preferred_locale.value if message.guild else "en-US")


def _asked(message: discord.Message, locale: str) -> Asked:
    """The message is what asks: it counts once, however often it comes."""
    author, guild = message.author, message.guild
    member = Member(author.id, author.name, locale)
    return Asked(message.id, member, message.channel.id, guild.id if guild else None, scene=scene_around(message))


def _links(message: discord.Message) -> list[str]:
    """Of the pictures in a message."""
    attached = [each.url for each in message.attachments if (each.content_type or "").startswith("image/")]
    shown = [url for embed in message.embeds for url in (embed.image.url, embed.thumbnail.url) if url]
    return list(dict.fromkeys([*attached, *shown]))
