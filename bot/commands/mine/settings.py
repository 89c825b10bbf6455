"""/settings: a panel for one member; what is chosen there stands behind every prompt, or is a habit of the buttons."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, cast

import discord
from discord import app_commands, ui

from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Choice, Interaction, Press
from bot.commands.languages import speak
from bot.commands.wording import said
from bot.messages.quoting import calm
from bot.prompt.choices import chosen, holds, model_of, turned, without
from bot.prompt.personal import Habit, Personal
from bot.words import LOCALES, language, say

PREFIX = "FU::Settings::"
MODEL = "FU::Select::Model"
LANGUAGE = "FU::Select::Language"
RESET = "reset"
UNSET = "none"  # of the selects: whatever the host chose, and the language set in Discord

STYLIZE = {
    "settings.low": "--s 50",
    "settings.medium": "--s 100",
    "settings.high": "--s 250",
    "settings.highest": "--s 750",
}
COUNTS = {str(count): f"--count {count}" for count in range(1, 5)}
SPEEDS = {"settings.turbo": "--turbo", "settings.fast": "--fast", "settings.relax": "--relax"}
FLAGS = {"settings.raw": "--raw", "settings.stealth": "--stealth"}
MOST_MODELS = 15  # beside the versions; Discord takes 25 choices
VERSIONS = ("--v 5.2", "--v 6", "--v 6.1", "--v 7", "--v 8.2", "--niji 5", "--niji 6", "--niji 7")


def settings_command(desk: Desk) -> app_commands.Command[Any, [], None]:
    """The command /settings."""

    @app_commands.command(name="settings", description=said("settings.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(interaction: Interaction) -> None:
        # Programs wait for the panel in an edited answer, as Midjourney's own bot gives it.
        await acknowledged(partial(interaction.response.defer, ephemeral=True, thinking=True))
        mine = await desk.store.preferences.of(interaction.user.id)
        shown = panel(mine, desk.models, interaction.locale.value)
        await insist(partial(interaction.edit_original_response, view=shown))

    return answer


async def pressed(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """A button of the panel, or its select: from now on the panel shows what holds then. Raises WrongPreference."""
    if custom_id in {MODEL, LANGUAGE}:
        by = _with_model if custom_id == MODEL else _with_language
        step = partial(by, written=cast("dict[str, Any]", interaction.data)["values"][0])
    else:
        step = partial(_stepped, asked=custom_id.removeprefix(PREFIX))
    mine = await desk.store.preferences.change(interaction.user.id, step)
    speak(interaction, mine.language)
    shown = panel(mine, desk.models, interaction.locale.value)
    await acknowledged(partial(interaction.response.edit_message, view=shown))


def panel(mine: Personal, models: Sequence[str], locale: str) -> ui.LayoutView:
    """What holds for this member, green what is on."""
    settings = mine.settings

    def choices(offered: dict[str, str]) -> Iterable[Press]:
        for key, written in offered.items():
            label = say(key, locale) if key.startswith("settings.") else key
            yield _button(label, _id_of(written), is_on=holds(settings, written))

    def titled(key: str) -> ui.TextDisplay[Any]:
        return ui.TextDisplay(f"**{say(key, locale)}**")

    habits = [_button(say(f"settings.{each}", locale), each, is_on=each in mine.habits) for each in Habit]
    reset = ui.Button[Any](label=say("settings.reset", locale), custom_id=f"{PREFIX}{RESET}")
    reset.style = discord.ButtonStyle.danger
    parts: list[ui.Item[Any]] = [
        ui.TextDisplay(f"## {say('settings.title', locale)}\n{_told(mine, locale)}"),
        *(titled("about.model"), _row(_models(settings, models, locale))),
        *(titled("settings.stylize"), _row(*choices(STYLIZE))),
        *(titled("settings.pictures"), _row(*choices(COUNTS))),
        *(titled("settings.speed"), _row(*choices(SPEEDS))),
        *(titled("settings.habits"), _row(*choices(FLAGS), *habits)),
        *(titled("settings.language"), _row(_languages(mine.language, locale))),
        *(ui.Separator(), _row(Press(reset))),
    ]
    return ui.LayoutView(timeout=None).add_item(ui.Container(*parts, accent_colour=ACCENT))


def _row(*items: Press | Choice) -> ui.ActionRow[Any]:
    return ui.ActionRow(*items)


def _told(mine: Personal, locale: str) -> str:
    """What stands behind every prompt, and what a suffix does to it."""
    if mine.suffix:
        return say("settings.suffix", locale, suffix=calm(mine.suffix))
    if mine.settings:
        return say("settings.appended", locale, settings=calm(mine.settings))
    return say("settings.nothing", locale)


def _models(settings: str, models: Sequence[str], locale: str) -> Choice:
    select: ui.Select[Any] = ui.Select(custom_id=MODEL)
    held = model_of(settings)
    select.add_option(label=say("settings.usual", locale), value=UNSET, default=not held)
    offered = [f"--model {name}" for name in models[:MOST_MODELS]] + [*VERSIONS]
    for each in offered if held in {"", *offered} else [held, *offered]:
        select.add_option(label=_label(each, locale), value=each, default=each == held)
    return Choice(select)


def _languages(chosen: str, locale: str) -> Choice:
    select: ui.Select[Any] = ui.Select(custom_id=LANGUAGE)
    select.add_option(label=say("settings.language.discord", locale), value=UNSET, default=chosen not in LOCALES)
    for each in LOCALES:
        select.add_option(label=say("settings.language.name", each), value=each, default=each == chosen)
    return Choice(select)


def _label(written: str, locale: str) -> str:
    name, _, value = written.removeprefix("--").partition(" ")
    return say({"model": "settings.model", "niji": "settings.niji"}.get(name, "settings.version"), locale, name=value)


def _with_model(mine: Personal, written: str) -> Personal:
    kept = without(mine.settings, "model")
    return mine.with_settings(kept if written == UNSET else chosen(kept, written))


def _with_language(mine: Personal, written: str) -> Personal:
    return replace(mine, language="" if written == UNSET else language(written))


def _stepped(mine: Personal, asked: str) -> Personal:
    """One press further. Raises WrongPreference where the choice does not go with the others."""
    if asked == RESET:
        return Personal(macros=mine.macros, language=mine.language)
    if asked in [*Habit]:
        return mine.turned(Habit(asked))
    written = f"--{asked.replace('::', ' ')}"
    step = turned if written in FLAGS.values() else chosen
    return mine.with_settings(step(mine.settings, written))


def _id_of(written: str) -> str:
    """What stands in a custom id for a parameter: a custom id of ours has no blanks."""
    return written.removeprefix("--").replace(" ", "::")


def _button(label: str, asked: str, *, is_on: bool) -> Press:
    style = discord.ButtonStyle.success if is_on else discord.ButtonStyle.secondary
    return Press(ui.Button(label=label, custom_id=f"{PREFIX}{asked}", style=style))
