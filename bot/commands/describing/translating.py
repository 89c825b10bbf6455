"""/translate: a prompt from one model's syntax into another's; the answer holds all that its buttons need."""

import asyncio
import io
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import discord
from discord import app_commands, ui

from bot.buttons.answers import reply, tell, tell_wrong
from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Choice, Interaction, button
from bot.buttons.progress import asked_by, in_time
from bot.commands.describing import windows
from bot.commands.wording import said
from bot.prompt.errors import WrongPrompt
from bot.prompt.parse import Rules
from bot.prompt.tokens import LONGEST
from bot.syntax import Syntax, Translated, translate
from bot.syntax.translate import NothingToSay, TooLong
from bot.words import say

NAMES = {
    Syntax.MIDJOURNEY: "Midjourney",
    Syntax.STABLE_DIFFUSION: "Stable Diffusion",
    Syntax.FLUX: "Flux",
    Syntax.DALL_E: "DALL·E",
}
IMAGINE, SELECT = "FU::Translated::Imagine", "FU::Select::Translated"
FENCE = "```"
MOST = 1800
"""Characters of a prompt that an embed shows whole: two of them and what is said of them have to fit into 6,000."""
CHOICES = [app_commands.Choice(name=name, value=syntax.value) for syntax, name in NAMES.items()]


@dataclass(frozen=True)
class Asked:
    """What is translated into what."""

    text: str
    source: Syntax
    target: Syntax


def translate_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command /translate."""

    @app_commands.command(name="translate", description=said("translate.description"))
    @app_commands.describe(prompt=said("translate.prompt"), source=said("translate.from"), target=said("translate.to"))
    @app_commands.rename(source="from", target="to")
    @app_commands.choices(source=CHOICES, target=CHOICES)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(
        interaction: Interaction, prompt: app_commands.Range[str, 1, LONGEST], source: str, target: str
    ) -> None:
        await in_time(interaction, desk, desk.imagine.may(asked_by(interaction), "translate"))
        for value in (source, target):
            if value not in [*Syntax]:
                await tell(interaction, say("translate.unknown", interaction.locale.value, value=value[:100]))
                return
        await _answer(interaction, desk, Asked(prompt, Syntax(source), Syntax(target)))

    return answer


async def _answer(interaction: Interaction, desk: Desk, asked: Asked) -> None:
    told = await _translated(interaction, asked, desk.rules)
    if told is not None:
        await reply(interaction, **_panel(asked, told, interaction.locale.value))


async def turned(interaction: Interaction, desk: Desk, _custom_id: str) -> None:
    """The same prompt in yet another syntax."""
    chosen = cast("dict[str, Any]", interaction.data)["values"][0]
    asked = _asked(interaction.message, chosen)
    if asked is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    told = await _translated(interaction, asked, desk.rules)
    if told is not None:
        panel = _panel(asked, told, interaction.locale.value)
        panel["attachments"] = [panel.pop("file")] if "file" in panel else []
        await acknowledged(partial(interaction.response.edit_message, **panel))


async def imagined(interaction: Interaction, _desk: Desk, _custom_id: str) -> None:
    """Imagine: the translation in a window, to be drawn."""
    message = interaction.message
    text = _fenced(message.embeds[0]) if message and message.embeds else None
    if text is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    await windows.opened(interaction, text)


async def _translated(interaction: Interaction, asked: Asked, rules: Rules) -> Translated | None:
    """The translation; None where what is wrong was told."""
    locale = interaction.locale.value
    try:
        return await asyncio.to_thread(translate, asked.text, asked.source, asked.target, rules)
    except WrongPrompt as wrong:
        await tell_wrong(interaction, wrong, asked.text)
    except NothingToSay:
        await tell(interaction, say("translate.nothing", locale))
    except TooLong:
        await tell(interaction, say("translate.long", locale, most=LONGEST))
    return None


def _panel(asked: Asked, told: Translated, locale: str) -> dict[str, Any]:
    """The translation, what got lost, and the original, from which a press goes on."""
    title = f"{NAMES[asked.source]} → {NAMES[asked.target]}"
    embed = discord.Embed(title=title, colour=ACCENT)
    fits = _fits(told.text) and _fits(asked.text)
    embed.description = f"{FENCE}\n{told.text}\n{FENCE}" if fits else say("translate.file", locale)
    lost = "\n".join(f"- {say(f'translate.{key}', locale, value=_short(value))}" for key, value in told.notes)
    if lost:
        embed.add_field(name="\u200b", value=lost[:1024], inline=False)
    if not fits:
        return {"embeds": [embed], "file": discord.File(io.BytesIO(told.text.encode()), "prompt.txt")}
    name = say("translate.source", locale, source=NAMES[asked.source])
    original = discord.Embed(title=name, description=f"{FENCE}\n{asked.text}\n{FENCE}")
    original.set_footer(text=asked.source.value)
    view = ui.View(timeout=None)
    if asked.target is Syntax.MIDJOURNEY:
        view.add_item(button(say("translate.imagine", locale), IMAGINE, emoji="🎨"))
    select: ui.Select[Any] = ui.Select(custom_id=SELECT, placeholder=say("translate.other", locale))
    for syntax, shown in NAMES.items():
        select.add_option(label=shown, value=syntax.value, default=syntax is asked.target)
    view.add_item(Choice(select))
    return {"embeds": [embed, original], "view": view}


def _asked(message: discord.Message | None, target: str) -> Asked | None:
    """What the panel says itself; None where it is none."""
    if message is None or len(message.embeds) < 2 or target not in [*Syntax]:
        return None
    original = message.embeds[1]
    text, source = _fenced(original), original.footer.text or ""
    return Asked(text, Syntax(source), Syntax(target)) if text and source in [*Syntax] else None


def _fenced(embed: discord.Embed) -> str | None:
    text = embed.description or ""
    is_fenced = text.startswith(f"{FENCE}\n") and text.endswith(f"\n{FENCE}")
    return text[len(FENCE) + 1 : -len(FENCE) - 1] if is_fenced else None


def _fits(text: str) -> bool:
    return len(text) <= MOST and FENCE not in text


def _short(value: str, most: int = 200) -> str:
    bare = value.replace("`", "'")
    return bare if len(bare) <= most else f"{bare[: most - 1]}…"


TOPICS = {IMAGINE: imagined, SELECT: turned}
