"""/help: what the bot is and what it can do here, told to the one who asked."""

from typing import Any

import discord
from discord import app_commands, ui

from bot.commands.tree import Commands
from bot.words import en, say, translation

ACCENT = discord.Colour(0x5B8DEF)


def help_command(commands: Commands, version: str) -> app_commands.Command[Any, [], None]:
    """The command /help over a set of commands, which it lists as they are when it is asked."""

    @app_commands.command(
        name="help",
        description=app_commands.locale_str(en.WORDS["help.description"], key="help.description"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(interaction: discord.Interaction[discord.Client]) -> None:
        panel = help_panel(commands, version, interaction.locale.value)
        await interaction.response.send_message(view=panel, ephemeral=True)

    return answer


def help_panel(commands: Commands, version: str, locale: str) -> ui.LayoutView:
    """The answer: what this is, what works today, the commands to press, where they answer."""
    listed = "\n".join(_line(commands, command, locale) for command in _chat_commands(commands))
    panel: ui.LayoutView = ui.LayoutView(timeout=None)
    panel.add_item(
        ui.Container(
            ui.TextDisplay(f"## {say('help.title', locale)}\n{say('help.what', locale)}"),
            ui.TextDisplay(say("help.today", locale, version=version)),
            ui.Separator(),
            ui.TextDisplay(f"### {say('help.commands', locale)}\n{listed}"),
            ui.TextDisplay(f"### {say('help.where', locale)}\n{say('help.where.list', locale)}"),
            ui.Separator(),
            ui.TextDisplay(f"-# {say('help.more', locale)}"),
            accent_colour=ACCENT,
        )
    )
    return panel


def _chat_commands(commands: Commands) -> list[app_commands.Command[Any, ..., None]]:
    listed = commands.get_commands(type=discord.AppCommandType.chat_input)
    return [command for command in listed if isinstance(command, app_commands.Command)]


def _line(commands: Commands, command: app_commands.Command[Any, ..., None], locale: str) -> str:
    """A line that can be pressed where Discord's number of the command is known."""
    number = commands.ids.get(command.name)
    name = f"</{command.name}:{number}>" if number else f"`/{command.name}`"
    return f"{name} {translation(f'{command.name}.description', locale) or command.description}"
