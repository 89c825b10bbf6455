"""/describe: four prompts for a picture and what it is made of; the answer itself is all that its buttons need."""

import io
import re
from collections.abc import Sequence
from typing import Any, cast

import discord
from discord import app_commands, ui

from bot.buttons.answers import tell
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Described, Desk, Reads
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Choice, Interaction, button
from bot.buttons.progress import asked_by
from bot.buttons.thinking import think
from bot.commands.describing import breakdown, windows
from bot.commands.describing.translating import NAMES
from bot.commands.imagine import imagine
from bot.commands.linked import picture_at
from bot.commands.wording import said
from bot.imagine.asking import Given
from bot.prompt.errors import WrongPrompt
from bot.syntax import Syntax, translate
from bot.syntax.describing import COUNT, prompts
from bot.syntax.translate import NothingToSay
from bot.words import say

NUMBER, RETRY = "MJ::Job::PicReader::", "MJ::Picread::Retry"
ALL = f"{NUMBER}all"
SELECT = "FU::Select::Describe::"
PICTURE, PALETTE = "picture.webp", "palette.png"
SIGNS = tuple(f"{number}\ufe0f\u20e3" for number in range(1, 6))
"""1️⃣ to 5️⃣."""
MOST_TURNS = 99
_BY_SIGN = re.compile("(?:^|\n\n)[1-5]\ufe0f\u20e3 ")
_COMMA = re.compile(r"(?<!\\),")


def describe_command(desk: Desk, reading: Reads) -> app_commands.Command[Any, ..., None]:
    """The command /describe, its options as Midjourney's."""

    @app_commands.command(name="describe", description=said("describe.description"))
    @app_commands.describe(image=said("describe.image"), link=said("describe.link"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(
        interaction: Interaction,
        image: discord.Attachment | None = None,
        link: app_commands.Range[str, 1, 2000] | None = None,
    ) -> None:
        given = image.url if image else (link or "").strip()
        if not given or (image and link):
            await tell(interaction, say("describe.one", interaction.locale.value))
            return
        await describe(interaction, desk, reading, given)

    return answer


async def describe(interaction: Interaction, desk: Desk, reading: Reads, link: str) -> None:
    """Answer with what the picture behind the link shows. Raises Refused."""
    await think(interaction, desk)
    described = await reading.describe(asked_by(interaction), await picture_at(interaction, desk, link))
    shown = _panel(described, Syntax.MIDJOURNEY, 0, interaction.locale.value)
    await insist(lambda: interaction.edit_original_response(**shown, attachments=_files(described)))


async def pressed(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """A number opens a window with its prompt, 🎉 draws all of them."""
    shown, syntax = _prompts_in(interaction.message), _form(interaction.message)[0]
    which = custom_id.removeprefix(NUMBER)
    if which == "all" and shown:
        every = ", ".join(_COMMA.sub(r"\\,", _drawable(each, syntax)) for each in shown)
        await imagine(interaction, desk, f"{{{every}}}", Given())
    elif which.isdecimal() and 1 <= int(which) <= len(shown):
        prompt = _drawable(shown[int(which) - 1], syntax)
        await windows.opened(interaction, prompt, f"{windows.PICKED}::{which}", windows.PICKED_FIELD)
    else:
        await tell(interaction, say("error.button", interaction.locale.value))


async def turned(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Other prompts for the same picture, or the same in another form: it is read again, from the answer itself."""
    message, reading = interaction.message, desk.reading
    link = message.embeds[0].image.url if message and message.embeds else None
    if reading is None or link is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    syntax, turn = _form(message)
    if custom_id == RETRY:
        turn = (turn + 1) % MOST_TURNS
    else:
        chosen = cast("dict[str, Any]", interaction.data)["values"][0]
        syntax = Syntax(chosen) if chosen in [*Syntax] else syntax
    await acknowledged(interaction.response.defer)
    described = await reading.describe(asked_by(interaction), link)
    shown = _panel(described, syntax, turn, interaction.locale.value)
    await insist(lambda: interaction.edit_original_response(**shown, attachments=_files(described)))


def numbered(texts: Sequence[str]) -> str:
    """Each behind its sign, with an empty line between."""
    return "\n\n".join(f"{sign} {text}" for sign, text in zip(SIGNS, texts, strict=False))


def in_numbers(text: str) -> list[str]:
    """What `numbered` put together."""
    return [each.strip() for each in _BY_SIGN.split(text) if each.strip()]


def _panel(described: Described, syntax: Syntax, turn: int, locale: str) -> dict[str, Any]:
    """The prompts over the picture, and the breakdown over its colours."""
    seen = described.seen
    first = discord.Embed(description=numbered(prompts(seen, syntax, turn)), colour=ACCENT)
    first.set_image(url=f"attachment://{PICTURE}")
    second = breakdown.embed(seen, locale).set_image(url=f"attachment://{PALETTE}")
    view = ui.View(timeout=None)
    for number, sign in enumerate(SIGNS[:COUNT], start=1):
        view.add_item(button(None, f"{NUMBER}{number}", emoji=sign))
    view.add_item(button(None, RETRY, emoji="🔄"))
    every = button(say("describe.all", locale), ALL, emoji="🎉")
    every.row = 1
    view.add_item(every)
    select: ui.Select[Any] = ui.Select(custom_id=f"{SELECT}{turn}", placeholder=say("describe.form", locale))
    for each, name in NAMES.items():
        select.add_option(label=say("describe.for", locale, model=name), value=each.value, default=each is syntax)
    choice = Choice(select)
    choice.row = 2
    view.add_item(choice)
    return {"embeds": [first, second], "view": view}


def _files(described: Described) -> list[discord.File]:
    """Made anew for each try, since sending one reads it to its end."""
    given = ((described.preview, PICTURE), (described.swatches, PALETTE))
    return [discord.File(io.BytesIO(content), name) for content, name in given]


def _prompts_in(message: discord.Message | None) -> list[str]:
    return in_numbers(message.embeds[0].description or "") if message and message.embeds else []


def _form(message: discord.Message | None) -> tuple[Syntax, int]:
    """The form that the answer is in, and which turn of 🔄, by its select."""
    for row in message.components if message else ():
        for each in getattr(row, "children", ()):
            custom_id = getattr(each, "custom_id", None) or ""
            if custom_id.startswith(SELECT):
                turn = custom_id.removeprefix(SELECT)
                chosen = [option.value for option in each.options if option.default and option.value in [*Syntax]]
                return Syntax((chosen or [Syntax.MIDJOURNEY])[0]), int(turn) if turn.isdecimal() else 0
    return Syntax.MIDJOURNEY, 0


def _drawable(prompt: str, syntax: Syntax) -> str:
    """The prompt as /imagine reads it."""
    if syntax is Syntax.MIDJOURNEY:
        return prompt
    try:
        return translate(prompt, syntax, Syntax.MIDJOURNEY).text
    except (WrongPrompt, NothingToSay):
        return prompt


TOPICS = {NUMBER: pressed, RETRY: turned, SELECT: turned}
