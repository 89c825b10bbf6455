"""The command /history, and what is pressed on its page."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any, cast

import discord
from discord import app_commands, ui

from bot.buttons.album import panel as about
from bot.buttons.album.sight import may_see
from bot.buttons.answers import tell
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.windows import fields_of, open_window
from bot.commands.history.panel import page
from bot.commands.history.place import (
    FIND,
    FOUND,
    LOOK,
    MOST_WORDS,
    TURN,
    Step,
    fitted,
    ids_on,
    step_of,
    words_in,
)
from bot.commands.wording import said
from bot.policy.errors import ACTION_RESTRICTED, Refused
from bot.store.history import Wanted
from bot.words import say

WORDS = "FU::HistoryFound::words"


def history_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command."""

    @app_commands.command(name="history", description=said("history.description"))
    @app_commands.describe(
        words=said("history.words"), favourites=said("history.only_favourites"), member=said("history.member")
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(
        interaction: Interaction,
        words: app_commands.Range[str, 1, MOST_WORDS] | None = None,
        favourites: bool = False,
        member: discord.User | None = None,
    ) -> None:
        whose = member.id if member else None if favourites else interaction.user.id
        wanted = Wanted(whose, favourites, fitted(words or ""))
        await acknowledged(partial(interaction.response.defer, ephemeral=True, thinking=True))
        await _show(interaction, desk, Step("first", "", wanted))

    return answer


async def turned(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """A page further, or favourites only, or all again."""
    step = step_of(custom_id, _words_on(interaction))
    if step is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    if step.way == "turn":
        wanted = replace(step.wanted, is_favourite=not step.wanted.is_favourite)
        is_anybodys = wanted.is_favourite and wanted.member_id in {None, interaction.user.id}
        step = Step(
            "first", "", replace(wanted, member_id=None if is_anybodys else wanted.member_id or interaction.user.id)
        )
    await acknowledged(interaction.response.defer)
    await _show(interaction, desk, step)


async def asked(interaction: Interaction, _desk: Desk, _custom_id: str) -> None:
    """A window for words, with those that are looked for."""
    locale = interaction.locale.value
    place = next(each for each in _ids(interaction) if each.startswith(f"{TURN}turn"))
    words: ui.TextInput[Any] = ui.TextInput(
        custom_id=WORDS, default=_words_on(interaction), max_length=MOST_WORDS, required=False
    )
    field = ui.Label[Any](
        text=say("history.words", locale), description=say("history.no_words", locale), component=words
    )
    await open_window(interaction, f"{FOUND}{place.removeprefix(TURN)}", say("history.find", locale), field)


async def found(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The words came back."""
    words = fitted(fields_of(interaction).get(WORDS, ""))
    step = step_of(f"{TURN}{custom_id.removeprefix(FOUND)}", words)
    if step is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    await acknowledged(interaction.response.defer)
    await _show(interaction, desk, Step("first", "", step.wanted))


async def looked(interaction: Interaction, desk: Desk, _custom_id: str) -> None:
    """One was chosen: what there is to say of it, in an answer of its own, so that the page stays. Raises Refused."""
    job = await desk.store.jobs.get(cast("dict[str, Any]", interaction.data)["values"][0])
    if not await may_see(interaction, desk, job):
        raise Refused(ACTION_RESTRICTED, "about.not_for_you")
    await about.open_for(interaction, desk, job)


async def _show(interaction: Interaction, desk: Desk, step: Step) -> None:
    view, files = await page(interaction, desk, step)
    await insist(partial(interaction.edit_original_response, view=view, attachments=files))


def _ids(interaction: Interaction) -> list[str]:
    return ids_on(interaction.message.components) if interaction.message else []


def _words_on(interaction: Interaction) -> str:
    return words_in(_ids(interaction))


TOPICS: dict[str, Callable[[Interaction, Desk, str], Awaitable[None]]] = {
    TURN: turned,
    FIND: asked,
    FOUND: found,
    LOOK: looked,
}
