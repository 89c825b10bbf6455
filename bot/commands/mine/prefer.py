"""/prefer: options (a word for words and parameters), a suffix, how far V goes, and results by direct message."""

from typing import Any

import discord
from discord import app_commands

from bot.buttons.answers import reply, tell
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Interaction
from bot.commands.wording import said
from bot.messages.quoting import calm
from bot.prompt.personal import LONGEST_VALUE, MOST_MACROS, Habit
from bot.words import say

LONGEST_SHOWN = 150  # characters of an option's value in the list: 20 of them fit an embed
TOGGLES = {"remix": Habit.REMIX, "variability": Habit.LOW_VARIABILITY, "auto_dm": Habit.AUTO_DM}
_LONGEST_NAME = 34  # two dashes and the 32 characters of a name


def prefer_group(desk: Desk) -> app_commands.Group:
    """The command /prefer with what is below it."""
    group = app_commands.Group(
        name="prefer",
        description=said("prefer.description"),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
    )
    option = app_commands.Group(name="option", description=said("prefer.option.description"), parent=group)
    option.add_command(_set(desk))
    option.add_command(_list(desk))
    group.add_command(_suffix(desk))
    for name in TOGGLES:
        group.add_command(_toggle(desk, name))
    return group


def _set(desk: Desk) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="set", description=said("prefer.option.set.description"))
    @app_commands.describe(option=said("prefer.option.name"), value=said("prefer.option.value"))
    async def answer(
        interaction: Interaction,
        option: app_commands.Range[str, 1, _LONGEST_NAME],
        value: app_commands.Range[str, 0, LONGEST_VALUE] = "",
    ) -> None:
        name = option.strip().removeprefix("--").lower()
        mine = await desk.store.preferences.of(interaction.user.id)
        changed = await desk.store.preferences.change(interaction.user.id, lambda mine: mine.with_macro(name, value))
        if kept := changed.macros.get(name):
            key = "prefer.option.kept"
        else:
            kept, key = mine.macros.get(name, ""), "prefer.option.gone" if name in mine.macros else "prefer.option.none"
        await tell(interaction, say(key, interaction.locale.value, name=name, value=calm(kept)))

    @answer.autocomplete("option")
    async def offer(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        mine = await desk.store.preferences.of(interaction.user.id)
        wanted = current.strip().removeprefix("--").lower()
        return [app_commands.Choice(name=f"--{name}", value=name) for name in mine.macros if wanted in name]

    return answer


def _list(desk: Desk) -> app_commands.Command[Any, [], None]:
    @app_commands.command(name="list", description=said("prefer.option.list.description"))
    async def answer(interaction: Interaction) -> None:
        locale = interaction.locale.value
        macros = (await desk.store.preferences.of(interaction.user.id)).macros
        if not macros:
            await tell(interaction, say("prefer.option.empty", locale))
            return
        lines = [f"`--{name}` `{calm(_cut(value))}`" for name, value in macros.items()]
        title = say("prefer.option.title", locale, count=len(macros), most=MOST_MACROS)
        await reply(interaction, embed=discord.Embed(title=title, description="\n".join(lines), colour=ACCENT))

    return answer


def _suffix(desk: Desk) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="suffix", description=said("prefer.suffix.description"))
    @app_commands.describe(new_value=said("prefer.suffix.value"))
    async def answer(interaction: Interaction, new_value: app_commands.Range[str, 0, LONGEST_VALUE] = "") -> None:
        changed = await desk.store.preferences.change(interaction.user.id, lambda mine: mine.with_suffix(new_value))
        key = "prefer.suffix.kept" if changed.suffix else "prefer.suffix.gone"
        await tell(interaction, say(key, interaction.locale.value, suffix=calm(changed.suffix)))

    return answer


def _toggle(desk: Desk, name: str) -> app_commands.Command[Any, [], None]:
    @app_commands.command(name=name, description=said(f"prefer.{name}.description"))
    async def answer(interaction: Interaction) -> None:
        mine = await desk.store.preferences.change(interaction.user.id, lambda mine: mine.turned(TOGGLES[name]))
        is_on = TOGGLES[name] in mine.habits
        await tell(interaction, say(f"prefer.{name}.{'on' if is_on else 'off'}", interaction.locale.value))

    return answer


def _cut(value: str) -> str:
    return value if len(value) <= LONGEST_SHOWN else f"{value[: LONGEST_SHOWN - 1]}…"
