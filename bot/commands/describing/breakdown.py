"""What a picture is made of, as an embed: what was recognised with how sure it is, and what was measured."""

from collections.abc import Sequence

import discord

from bot.words import say
from engine.reading.talk import Guess, Seen

NAMED = 3
LEAST = 0.04
"""How likely something has to be to be named beside what is likelier."""


def embed(seen: Seen, locale: str) -> discord.Embed:
    """A field for each side of it; the footer says who read it, and what that one knows."""
    shown = discord.Embed(title=say("describe.breakdown", locale))
    for key, told in _fields(seen).items():
        if told:
            shown.add_field(name=say(f"describe.{key}", locale), value=told[:1024], inline=key != "palette")
    if not seen.is_known:
        shown.description = say("describe.outside", locale, count=seen.world)
    shown.set_footer(
        text=say(
            "describe.world" if seen.world and not seen.caption else "describe.by", locale, by=seen.by, count=seen.world
        )
    )
    return shown


def _fields(seen: Seen) -> dict[str, str]:
    looks = [_listed(seen.media), _listed(seen.styles)]
    where = [_listed(each) for each in (seen.settings, seen.seasons, seen.times)]
    palette = " · ".join(f"`{each.colour}` {each.name} {each.share:.0%}" for each in seen.palette)
    return {
        "subject": "\n".join(filter(None, (seen.caption[:700], _listed(seen.subjects)))),
        "medium": "\n".join(filter(None, looks)),
        "setting": "\n".join(filter(None, where)),
        "lighting": ", ".join(seen.light),
        "composition": ", ".join(seen.composition),
        "mood": ", ".join(seen.mood),
        "palette": palette,
    }


def _listed(guesses: Sequence[Guess]) -> str:
    """The likeliest with how sure it is; nothing where there is most likely none."""
    if not guesses or (not guesses[0].name and guesses[0].share > 0.5):
        return ""
    named = [each for each in guesses if each.name]
    told = named[:1] + [each for each in named[1:NAMED] if each.share >= LEAST]
    return ", ".join(f"{each.name} ({each.share:.0%})" for each in told)
