"""What pressing a button of a job does."""

import asyncio
from contextlib import nullcontext, suppress
from dataclasses import replace
from functools import partial

import discord
import structlog

from bot.buttons import views
from bot.buttons.again import UPDATED, post_again
from bot.buttons.answers import tell
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.edits import ASKED
from bot.buttons.hidden import unless_hidden
from bot.buttons.ids import Act, Press
from bot.buttons.items import Interaction
from bot.buttons.progress import asked_by, follow, in_time
from bot.imagine.asking import Submission
from bot.jobs.job import Asked, Job, Strength
from bot.prompt.personal import Habit
from bot.store.errors import UnknownJob
from bot.store.messages import Kind, Message
from bot.words import say

log = structlog.stdlib.get_logger("bot.buttons")


async def press(interaction: Interaction, desk: Desk, pressed: Press) -> None:
    """Do it. Raises what the use cases raise."""
    match pressed.act:
        case Act.CANCEL:
            await cancel(interaction, desk, pressed.job_id)
        case Act.UPSAMPLE:
            await _upsample(interaction, desk, pressed)
        case _:
            await draw(interaction, desk, pressed)


async def draw(interaction: Interaction, desk: Desk, pressed: Press, notice: str | None = None) -> None:
    """Draw what the button is for, and say the notice below. Raises what the use cases raise."""
    submission = await drawn(interaction, desk, pressed)
    await show(interaction, desk, pressed, replace(submission, notices=(*submission.notices, *filter(None, [notice]))))


async def show(interaction: Interaction, desk: Desk, pressed: Press, submission: Submission) -> None:
    """The answer to a press that draws, and the button blue."""
    await follow(interaction, desk, submission)
    await colour(interaction, desk, pressed.job_id)


async def drawn(interaction: Interaction, desk: Desk, pressed: Press, typed: str | None = None) -> Submission:
    """What the button gives rise to, with the prompt that was typed in a window or the job's own.

    Raises what the use cases raise.
    """

    async def work() -> Submission:
        # A prompt that was typed may lead to pictures that take long to fetch.
        async with nullcontext() if typed else desk.turns.turn():
            await unless_kept_back(interaction, desk, pressed.job_id)
            return await _drawn(desk, asked_by(interaction), pressed, typed)

    return await in_time(interaction, desk, work(), expected=0.0 if typed else desk.turns.expected())


async def unless_kept_back(interaction: Interaction, desk: Desk, job_id: str) -> None:
    """Raises Refused where the job's pictures are not for whoever presses."""
    with suppress(UnknownJob):  # which is told by whoever looks for it next
        await unless_hidden(interaction, desk, await desk.store.jobs.get(job_id))


async def cancel(interaction: Interaction, desk: Desk, job_id: str) -> None:
    """Cancel the job. Its own message says so then; one that only this member sees is brought up to date here."""
    is_moderator = interaction.guild_id is not None and interaction.permissions.manage_messages
    is_press = interaction.type is discord.InteractionType.component
    cancelling = desk.imagine.cancel(job_id, interaction.user.id, is_moderator=is_moderator)
    await in_time(interaction, desk, cancelling, is_thinking=not is_press)
    told = say("cancel.done", interaction.locale.value)
    response = interaction.response
    if not is_press:
        await tell(interaction, told)
    elif interaction.message and interaction.message.flags.ephemeral:
        edit = interaction.edit_original_response if response.is_done() else response.edit_message
        await acknowledged(partial(edit, content=told, view=None))
    elif not response.is_done():
        await acknowledged(response.defer)


def link_to(client: discord.Client, job: Job, message: Message) -> str:
    """A link that opens a message of the job's in Discord."""
    channel = client.get_channel(message.channel_id)
    guild = getattr(channel, "guild", None)
    if guild is not None:
        place = guild.id
    else:
        place = job.asked.guild_id if message.channel_id == job.asked.channel_id else None
    return f"https://discord.com/channels/{place or '@me'}/{message.channel_id}/{message.id}"


async def _drawn(desk: Desk, asked: Asked, pressed: Press, typed: str | None) -> Submission:
    if pressed.act is Act.REROLL:
        return await desk.imagine.reroll(asked, pressed.job_id, typed)
    if asking := ASKED.get(pressed.act):
        return await desk.imagine.edit(asked, pressed.job_id, pressed.index, replace(asking, typed=typed))
    is_subtle = pressed.act is Act.LOW_VARIATION
    if pressed.act is Act.VARIATION:
        is_subtle = Habit.LOW_VARIABILITY in (await desk.store.preferences.of(asked.member.id)).habits
    strength = Strength.SUBTLE if is_subtle else Strength.STRONG
    return await desk.imagine.vary(asked, pressed.job_id, pressed.index, strength, typed)


async def _upsample(interaction: Interaction, desk: Desk, pressed: Press) -> None:
    """The first press posts the picture by itself and turns the button blue; a later one links to that."""
    asked = asked_by(interaction)

    async def work() -> Submission:
        async with desk.turns.turn():
            await unless_kept_back(interaction, desk, pressed.job_id)
            return await desk.imagine.upscale(asked, pressed.job_id, pressed.index)

    submission = await in_time(interaction, desk, work(), is_thinking=False, expected=desk.turns.expected())
    job = submission.jobs[0]
    if job.asked.interaction_id != asked.interaction_id:
        await _point_to(interaction, desk, job)
        return
    await colour(interaction, desk, pressed.job_id)


async def colour(interaction: Interaction, desk: Desk, job_id: str) -> None:
    """Show blue what has been pressed and kept, on the message with the buttons; as the answer where that is due.

    Two who press at once may come in any order: who finds new presses after showing the old ones shows them too. What
    was blue already when it was pressed is left as it is.
    """
    job, message = await in_time(interaction, desk, _shown_by(interaction, desk, job_id), is_thinking=False)
    shown: tuple[int, int] | None = None
    author = discord.AllowedMentions(users=[discord.Object(job.asked.member.id)])  # stays the one whom it names
    while message is not None:
        children, hearts = await in_time(interaction, desk, _marks(desk, job_id), is_thinking=False)
        if shown == (shown := (len(children), hearts)):
            return
        view = views.of_result(job, children, hearts)
        is_due = message is interaction.message and not interaction.response.is_done()
        if is_due:
            await acknowledged(partial(interaction.response.edit_message, view=view, allowed_mentions=author))
            continue
        if isinstance(message, discord.Message) and views.is_shown(view, message):
            return
        is_own = message is interaction.message and interaction.response.type is UPDATED
        edit = interaction.edit_original_response if is_own else message.edit
        try:
            await insist(partial(edit, view=view, allowed_mentions=author))
        except Exception as failure:  # noqa: BLE001 - the job is in; only its button stays grey
            # The message is gone, or stands where the bot is no member.
            log.info("button not coloured", job=job_id, reason=str(failure))
            return


async def _shown_by(
    interaction: Interaction, desk: Desk, job_id: str
) -> tuple[Job, discord.Message | discord.PartialMessage | None]:
    """The job, and the message with its buttons: the one that was pressed, unless a window was opened elsewhere."""
    job, pressed = await desk.store.jobs.get(job_id), interaction.message
    if pressed is not None and views.job_under(pressed) == job.id:
        return job, pressed
    for message in reversed(await desk.store.messages.of(job.id)):
        if message.kind in {Kind.RESULT, Kind.SHOWN}:
            place = interaction.client.get_partial_messageable(message.channel_id)
            return job, place.get_partial_message(message.id)
    return job, None


async def _marks(desk: Desk, job_id: str) -> tuple[tuple[Job, ...], int]:
    """What its buttons gave rise to, and how many have it among their favourites."""
    children, hearts = await asyncio.gather(desk.store.jobs.pressed(job_id), desk.store.album.favourites(job_id))
    return children, hearts


async def _point_to(interaction: Interaction, desk: Desk, job: Job) -> None:
    """Where the picture stands by itself; once more where it stands nowhere any more."""
    locale = interaction.locale.value
    looking = _standing(interaction.client, desk, job)
    if message := await in_time(interaction, desk, looking, is_thinking=False):
        link = link_to(interaction.client, job, message)
        await tell(interaction, say("upscale.there", locale, index=job.index, link=link))
    elif job.state.is_final:
        await post_again(interaction, desk, job)
    else:
        await tell(interaction, say("upscale.coming", locale, index=job.index))


async def _standing(client: discord.Client, desk: Desk, job: Job) -> Message | None:
    """The message with the job's picture; None where there is none any more, or not yet."""
    for message in await desk.store.messages.of(job.id):
        if message.kind in {Kind.RESULT, Kind.SHOWN} and await desk.standing.stands(client, message):
            return message
    return None
