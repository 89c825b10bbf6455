"""/ask: a question, answered with a section of our own documents, with an example that runs and what else is near."""

import asyncio
import math
from functools import partial
from typing import Any

from discord import app_commands, ui

from bot.asking import Answer, Section, library_of
from bot.asking.search import Index, Text
from bot.asking.tempo import Tempo
from bot.buttons.answers import reply, tell
from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Interaction, button
from bot.commands.describing import windows
from bot.commands.wording import said
from bot.messages.quoting import quoted
from bot.words import SOURCE, language, say

SEE, TRY = "FU::Ask::see::", "FU::Ask::try::"
LONGEST = 300
"""Characters of a question."""
ROOM = 2600
"""Characters of a section that is shown: all texts of a message have 4,000 together."""
LABEL = 80  # characters of a button, Discord's limit


def ask_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command /ask."""
    tempo = Tempo(desk.now)

    @app_commands.command(name="ask", description=said("ask.description"))
    @app_commands.describe(question=said("ask.question"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(interaction: Interaction, question: app_commands.Range[str, 1, LONGEST]) -> None:
        locale = interaction.locale.value
        if wait := tempo.wait(interaction.user.id):
            await tell(interaction, say("ask.often", locale, seconds=math.ceil(wait)))
            return
        found = await asyncio.to_thread(lambda: library_of(language(locale)).answer(question))
        if found is None:
            await tell(interaction, say("ask.none", locale, question=quoted(question, 200)))
            return
        await reply(interaction, view=panel(found, locale, question))

    return answer


async def seen(interaction: Interaction, _desk: Desk, custom_id: str) -> None:
    """Another section was chosen: the answer turns to it."""
    locale, key = interaction.locale.value, custom_id.removeprefix(SEE)
    found = await asyncio.to_thread(lambda: library_of(language(locale)).shown(key))
    if found is None:
        await tell(interaction, say("error.button", locale))
        return
    await acknowledged(partial(interaction.response.edit_message, view=panel(found, locale)))


async def tried(interaction: Interaction, _desk: Desk, custom_id: str) -> None:
    """The example in a window, to be changed and drawn."""
    locale, key = interaction.locale.value, custom_id.removeprefix(TRY)
    found = await asyncio.to_thread(lambda: library_of(language(locale)).shown(key))
    if found is None or not found.section.example:
        await tell(interaction, say("error.button", locale))
        return
    await windows.opened(interaction, found.section.example)


def panel(found: Answer, locale: str, question: str = "") -> ui.LayoutView:
    """The section, what can be done with it, and the others. What was asked only chooses where a long one begins."""
    section = found.section
    parts = [f"## {section.title}\n{fitted(section, question)}"]
    if section.example:
        parts.append(f"**{say('ask.example', locale)}**\n```\n/imagine {section.example}\n```")
    elif section.command:
        parts.append(f"**{say('ask.example', locale)}** `/{section.command}`")
    if section.source:
        foreign = "" if language(locale) == SOURCE else f" · {say('ask.english', locale)}"
        parts.append(f"-# {say('ask.from', locale, document=section.source)}{foreign}")
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*map(ui.TextDisplay, parts), accent_colour=ACCENT))
    row = [button(say("ask.try", locale), f"{TRY}{section.key}", emoji="🎨")] if section.example else []
    row += [button(_label(each), f"{SEE}{each.key}", emoji="📖") for each in found.others]
    return view.add_item(ui.ActionRow(*row)) if row else view


def fitted(section: Section, question: str = "", room: int = ROOM) -> str:
    """As much of the section as there is room for, from the paragraph on that the question is about."""
    blocks = section.blocks
    if len(section.text) <= room:
        return section.text
    best = Index([Text("", each) for each in blocks]).best(question, 1) if question else []
    start = best[0] if best and sum(map(len, blocks[: best[0] + 1])) > room else 0
    told: list[str] = []
    for block in blocks[start:]:
        if sum(map(len, told)) + 2 * len(told) + len(block) > room - 4:
            break
        told.append(block)
    text = "\n\n".join(told) or f"{blocks[start][: room - 4]}"
    is_whole = start + len(told) == len(blocks)
    return "\n\n".join([*(["…"] if start else []), text, *([] if is_whole else ["…"])])


def _label(section: Section) -> str:
    name = f"{section.source}: {section.title}" if section.source and section.source != section.title else section.title
    return name if len(name) <= LABEL else f"{name[: LABEL - 1]}…"


TOPICS = {SEE: seen, TRY: tried}
