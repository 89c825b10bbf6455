"""/shorten: which words of a prompt matter, measured, and shorter prompts that say nearly the same."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import discord
from discord import app_commands, ui

from bot.buttons.answers import tell, tell_wrong
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk, Reads
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Interaction, button
from bot.buttons.progress import asked_by
from bot.buttons.thinking import think
from bot.commands.describing import windows
from bot.commands.describing.picture import SIGNS, in_numbers, numbered
from bot.commands.wording import said
from bot.prompt.errors import WrongPrompt
from bot.prompt.prompt import Part, Prompt
from bot.prompt.read import parse
from bot.words import say
from engine.reading.talk import Weighed

NUMBER, DETAILS = "MJ::Job::PromptAnalyzer::", "MJ::Job::PromptAnalyzerExtended"
MOST_WORDS, LONGEST = 100, 1500
MARK = "\n/shorten "
"""What stands in the footer before the prompt itself, from which a press goes on."""
BAR = 12
"""Signs of the longest bar."""
_LOOSE = re.compile(r"\s*([,;])(?:\s*[,;])+|^[\s,;]+|[\s,;:]+$")


class Unfit(Exception):
    """A prompt whose words cannot be weighed; the text is the key of a sentence."""


def shorten_command(desk: Desk, reading: Reads) -> app_commands.Command[Any, ..., None]:
    """The command /shorten."""

    @app_commands.command(name="shorten", description=said("shorten.description"))
    @app_commands.describe(prompt=said("shorten.prompt"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(interaction: Interaction, prompt: app_commands.Range[str, 1, 6000]) -> None:
        await _shorten(interaction, desk, reading, prompt)

    return answer


async def pressed(interaction: Interaction, _desk: Desk, custom_id: str) -> None:
    """A number opens a window with its prompt."""
    message = interaction.message
    text = message.embeds[0].description or "" if message and message.embeds else ""
    shown, which = in_numbers(text.rpartition("\n\n## ")[2].partition("\n")[2]), custom_id.removeprefix(NUMBER)
    if which.isdecimal() and 1 <= int(which) <= len(shown):
        await windows.opened(interaction, shown[int(which) - 1])
    else:
        await tell(interaction, say("error.button", interaction.locale.value))


async def detailed(interaction: Interaction, desk: Desk, _custom_id: str) -> None:
    """Show Details: what leaving each word out changes, to whoever pressed."""
    message = interaction.message
    text = message.embeds[0].footer.text or "" if message and message.embeds else ""
    prompt = text.partition(MARK)[2]
    if not prompt or desk.reading is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    await acknowledged(partial(interaction.response.defer, ephemeral=True, thinking=True))
    weighed = await desk.reading.weigh(asked_by(interaction), words_of(parse(prompt, desk.rules)))
    embed = discord.Embed(title=say("shorten.details", interaction.locale.value), colour=ACCENT)
    embed.description = f"{say('shorten.how', interaction.locale.value, by=weighed.by)}\n```\n{bars(weighed)}\n```"
    await insist(partial(interaction.edit_original_response, embed=embed))


async def _shorten(interaction: Interaction, desk: Desk, reading: Reads, typed: str) -> None:
    locale = interaction.locale.value
    try:
        prompt = await asyncio.to_thread(parse, typed, desk.rules)  # the worst takes half a second
        words = words_of(prompt)
    except WrongPrompt as wrong:
        await tell_wrong(interaction, wrong, typed)
        return
    except Unfit as unfit:
        await tell(interaction, say(str(unfit), locale, most=MOST_WORDS))
        return
    await think(interaction, desk)
    weighed = await reading.weigh(asked_by(interaction), words)
    texts = shortened(prompt, weighed)
    told = f"## {say('shorten.important', locale)}\n{marked(weighed)}\n\n## {say('shorten.shorter', locale)}\n"
    embed = discord.Embed(description=told + numbered(texts), colour=ACCENT)
    embed.set_footer(text=f"{say('shorten.press', locale)}{MARK}{prompt}")
    view = ui.View(timeout=None)
    for number in range(1, len(texts) + 1):
        view.add_item(button(None, f"{NUMBER}{number}", emoji=SIGNS[number - 1]))
    details = button(say("shorten.show", locale), DETAILS, emoji="📊")
    details.row = 1
    view.add_item(details)
    await insist(partial(interaction.edit_original_response, embed=embed, view=view))


def words_of(prompt: Prompt) -> list[str]:
    """The words of its text. Raises Unfit."""
    if len(prompt.text) > 1:
        raise Unfit("shorten.parts")
    words = prompt.text[0].text.split() if prompt.text else []
    if not words:
        raise Unfit("shorten.nothing")
    if len(words) == 1:
        raise Unfit("shorten.one")
    if len(words) > MOST_WORDS or len(str(prompt)) > LONGEST:
        raise Unfit("shorten.long")
    return words


def shortened(prompt: Prompt, weighed: Weighed) -> list[str]:
    """The shorter prompts with the pictures and parameters of the whole one, each once."""
    texts = (_tidy(weighed.words[place] for place in kept) for kept in weighed.shorter)
    return [*dict.fromkeys(str(replace(prompt, text=(Part(text),))) for text in texts if text)]


def marked(weighed: Weighed) -> str:
    """The words: bold where even a short prompt keeps them, struck through where a long one drops them already."""
    kept, first = _kept(weighed, 0.35), _kept(weighed, 0.65)
    told = []
    for place, word in enumerate(weighed.words):
        bare = discord.utils.escape_markdown(word)
        told.append(f"**{bare}**" if place in kept else bare if place in first else f"~~{bare}~~")
    return " ".join(told)


def bars(weighed: Weighed) -> str:
    """A line a word, the one that matters most first."""
    most = max([*weighed.changes, 1e-6])
    wide = min(24, max(map(len, weighed.words)))
    lines = []
    for change, word in sorted(zip(weighed.changes, weighed.words, strict=True), reverse=True):
        bar = "█" * max(1, round(BAR * change / most))
        lines.append(f"{word.replace('`', chr(39))[:wide]:<{wide}}  {bar:<{BAR}} {change:5.1f}°")
    shown: list[str] = []
    for line in lines:
        if sum(map(len, shown)) + len(shown) + len(line) > 3600:
            break
        shown.append(line)
    return "\n".join(shown)


def _kept(weighed: Weighed, share: float) -> Sequence[int]:
    """The shorter prompt whose length is nearest to this share of the whole."""
    wanted = share * len(weighed.words)
    return min(weighed.shorter, key=lambda each: abs(len(each) - wanted), default=())


def _tidy(words: Any) -> str:
    """Without commas that separate nothing."""
    return _LOOSE.sub(lambda found: found[1] or "", " ".join(words)).strip()


TOPICS = {NUMBER: pressed, DETAILS: detailed}
