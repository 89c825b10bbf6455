"""/fast, /relax, /turbo, /stealth and /public: what holds for every prompt that does not say otherwise."""

from typing import Any

from discord import app_commands

from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.wording import said
from bot.prompt.choices import chosen
from bot.words import say

MODES = ("fast", "relax", "turbo", "stealth", "public")


def mode_commands(desk: Desk) -> list[app_commands.Command[Any, [], None]]:
    """A command for each; its name is that of a parameter."""
    return [_command(desk, name) for name in MODES]


def _command(desk: Desk, name: str) -> app_commands.Command[Any, [], None]:
    @app_commands.command(name=name, description=said(f"{name}.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(interaction: Interaction) -> None:
        await desk.store.preferences.change(
            interaction.user.id, lambda mine: mine.with_settings(chosen(mine.settings, f"--{name}"))
        )
        await tell(interaction, say(f"{name}.done", interaction.locale.value))

    return answer
