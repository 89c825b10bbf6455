"""Refusals as Midjourney shows them: a red embed for each title, which programs read, and sentences for people."""

import discord

from bot.prompt.errors import Mistake, WrongPrompt
from bot.words import say

RED = discord.Colour(16711680)
YELLOW = discord.Colour(16776960)
GREEN = discord.Colour(65280)
ACCENT = discord.Colour(0x5B8DEF)
"""Of what is no refusal: panels, lists and answers."""

_FENCE = "```"

LONGEST_FOOTER = 2048
LONGEST_CURE = 1900
"""Characters of a corrected prompt that is shown whole; all embeds of a message have 6,000 together."""
LONGEST_REFUSAL = 2000
LONGEST_TYPED = 1700


def wrong_prompt(wrong: WrongPrompt, typed: str, locale: str) -> list[discord.Embed]:
    """One red embed a title, the first with what was typed in its footer; the cure in a green one, to copy."""
    titles: dict[str, list[Mistake]] = {}
    for mistake in wrong.mistakes:
        titles.setdefault(mistake.title, []).append(mistake)
    room = LONGEST_REFUSAL // len(titles)
    embeds = [
        discord.Embed(title=title, description=_listed(found, room, locale), colour=RED)
        for title, found in titles.items()
    ]
    if typed:
        embeds[0].set_footer(text=_cut(f"/imagine {typed}", LONGEST_TYPED))
    corrected = cure(wrong)
    if corrected:
        cured = f"{_FENCE}\n{corrected}\n{_FENCE}"
        embeds.append(discord.Embed(title=say("wrong.cure", locale), description=cured, colour=GREEN))
    return embeds


def refusal(title: str, sentence: str, typed: str | None = None) -> discord.Embed:
    """A red embed with one sentence, and with what was typed in its footer."""
    embed = discord.Embed(title=title, description=sentence, colour=RED)
    return embed.set_footer(text=_cut(f"/imagine {typed}", LONGEST_FOOTER)) if typed else embed


def cure(wrong: WrongPrompt) -> str | None:
    """The prompt as it should be, where that is known and can be shown whole."""
    corrected = next((mistake.corrected for mistake in wrong.mistakes if mistake.corrected), None)
    if corrected is None or len(corrected) > LONGEST_CURE or _FENCE in corrected:
        return None
    return None if any(mistake.corrected is None for mistake in wrong.mistakes) else corrected


def cured(message: discord.Message) -> str | None:
    """The corrected prompt that such a message shows; None where it shows none."""
    for embed in message.embeds:
        text = embed.description or ""
        if embed.colour == GREEN and text.startswith(f"{_FENCE}\n") and text.endswith(f"\n{_FENCE}"):
            return text[len(_FENCE) + 1 : -len(_FENCE) - 1]
    return None


def ask(embed: discord.Embed, typed: str) -> bool:
    """Write the prompt that the question is about into it; False where it cannot be shown whole."""
    if len(typed) > LONGEST_CURE or _FENCE in typed:
        return False
    embed.colour = YELLOW
    embed.description = f"{embed.description}\n{_FENCE}\n{typed}\n{_FENCE}"
    embed.remove_footer()
    return True


def asked_about(message: discord.Message) -> str | None:
    """The prompt that such a message is about; None where it is about none."""
    for embed in message.embeds:
        before, fence, rest = (embed.description or "").partition(f"\n{_FENCE}\n")
        if embed.colour == YELLOW and before and fence and rest.endswith(f"\n{_FENCE}"):
            return rest.removesuffix(f"\n{_FENCE}")
    return None


def _listed(mistakes: list[Mistake], room: int, locale: str) -> str:
    """The sentences, a line each, as many as there is room for."""
    lines: list[str] = []
    told = [mistake.said.told(locale) for mistake in mistakes]
    for number, sentence in enumerate(told):
        left = len(mistakes) - number
        if sum(map(len, lines)) + len(sentence) > room and lines:
            lines.append(say("wrong.more", locale, count=left))
            break
        lines.append(_cut(sentence, room))
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
