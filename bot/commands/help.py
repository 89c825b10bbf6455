"""/help: what the bot is and what can be typed here, a topic at a time, told to the one who asked."""

from functools import partial
from typing import Any, cast

import discord
from discord import app_commands, ui

from bot.buttons.answers import reply
from bot.buttons.connection import acknowledged
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Choice, Interaction
from bot.commands.tree import Commands
from bot.commands.wording import said
from bot.prompt.manual import Line, lines
from bot.prompt.versions import DEFAULT
from bot.words import say, translation, what

TOPIC = "FU::Select::Help"
START = "help.start"

GROUPS: dict[str, tuple[str, ...]] = {
    "help.look": ("--ar", "--s", "--c", "--w", "--q", "--no", "--raw", "--style", "--tile", "--exp", "--hd", "--draft"),
    "help.pictures": (
        *("--iw", "--sref", "--sw", "--sv", "--cref", "--cw", "--oref", "--ow"),
        *("--edit", "--strength", "--control", "--control-weight", "--zoom"),
    ),
    "help.drawing": ("--seed", "--sameseed", "--count", "--r", "--stop", "--steps", "--cfg", "--sampler"),
    "help.models": ("--v", "--niji", "--model", "--lora"),
    "help.way": (),
}
"""The parameters by topics; what is named nowhere stands in the last."""

TEXTS = {"help.prompts": "help.prompts.list", "help.buttons": "help.buttons.list"}

POCKET = "pocket"
"""The name of the model that comes with Fourup, which knows so little that it has to be told."""

TOPICS = (START, "help.prompts", *GROUPS, "help.buttons")


class Help:
    """The panel of each topic. `version` is the bot's, `rules` the version by which prompts are read, `model` the name
    of the one that draws where no other is asked for.
    """

    def __init__(self, commands: Commands, version: str, rules: str = DEFAULT) -> None:
        self._commands, self._version, self.rules = commands, version, rules
        self.model: str | None = None

    def command(self) -> app_commands.Command[Any, [], None]:
        """The command /help."""

        @app_commands.command(name="help", description=said("help.description"))
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def answer(interaction: Interaction) -> None:
            await reply(interaction, view=self.panel(interaction.locale.value))

        return answer

    async def chosen(self, interaction: Interaction) -> None:
        """Another topic was chosen: the panel turns to it."""
        topic = cast("dict[str, Any]", interaction.data)["values"][0]
        panel = self.panel(interaction.locale.value, topic)
        await acknowledged(partial(interaction.response.edit_message, view=panel))

    def panel(self, locale: str, topic: str = START) -> ui.LayoutView:
        """What there is to say of a topic; of one that is no more, the beginning."""
        topic = topic if topic in TOPICS else START
        parts = self._start(locale) if topic == START else [_titled(topic, self._told(topic, locale), locale)]
        choice: ui.Select[Any] = ui.Select(custom_id=TOPIC, placeholder=say("help.choose", locale))
        for each in TOPICS:
            choice.add_option(label=say(each, locale), value=each, default=each == topic)
        panel: ui.LayoutView = ui.LayoutView(timeout=None)
        panel.add_item(ui.Container(*map(ui.TextDisplay, parts), accent_colour=ACCENT))
        return panel.add_item(ui.ActionRow(Choice(choice)))

    def _start(self, locale: str) -> list[str]:
        commands = "\n".join(self._line(command, locale) for command in self._chat_commands())
        return [
            f"## {say('help.title', locale)}\n{say('help.what', locale)}",
            _titled("help.first", say("help.first.list", locale, imagine=self._named("imagine")), locale),
            *([_titled("help.pocket", say("help.pocket.list", locale), locale)] if self.model == POCKET else []),
            _titled("help.commands", commands, locale),
            _titled("help.where", say("help.where.list", locale), locale),
            f"-# {say('help.more', locale, version=self._version)}",
        ]

    def _told(self, topic: str, locale: str) -> str:
        if topic in TEXTS:
            return say(TEXTS[topic], locale)
        return "\n".join(
            f"`{f'{line.typed} {line.shape}'.strip()}` {what(line.typed, line.what, locale)}"
            for line in _in_group(topic, lines(self.rules))
        )

    def _chat_commands(self) -> list[app_commands.Command[Any, ..., None]]:
        """In the order in which they were added, /help itself last; those of moderators have a guide of their own."""
        listed = self._commands.walk_commands(type=discord.AppCommandType.chat_input)
        found = [each for each in listed if isinstance(each, app_commands.Command) and _is_for_all(each)]
        return sorted(found, key=lambda command: command.name == "help")

    def _line(self, command: app_commands.Command[Any, ..., None], locale: str) -> str:
        key = f"{command.qualified_name.replace(' ', '.')}.description"
        return f"{self._named(command.qualified_name)} {translation(key, locale) or command.description}"

    def _named(self, name: str) -> str:
        """Something that can be pressed where Discord's number of the command is known."""
        number = self._commands.ids.get(name.partition(" ")[0])
        return f"</{name}:{number}>" if number else f"`/{name}`"


def _is_for_all(command: app_commands.Command[Any, ..., None]) -> bool:
    top = command.root_parent or command
    return top.default_permissions is None


def _in_group(topic: str, every: tuple[Line, ...]) -> list[Line]:
    named = {typed: place for group in GROUPS.values() for place, typed in enumerate(group)}
    own = GROUPS[topic]
    found = [line for line in every if line.typed in own or (not own and line.typed not in named)]
    return sorted(found, key=lambda line: named.get(line.typed, 0))


def _titled(key: str, told: str, locale: str) -> str:
    return f"### {say(key, locale)}\n{told}"
