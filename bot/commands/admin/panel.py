"""/admin panel: the rules of a server to look at and to change, by selects, buttons and windows."""

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

from discord import app_commands, ui

from bot.buttons.answers import reply
from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Choice, Interaction, button
from bot.buttons.windows import open_window
from bot.commands.admin.limits import change
from bot.commands.admin.showing import default_of, named, value_of
from bot.commands.wording import said
from bot.policy.reading import read_value, written
from bot.policy.settings import BY_NAME, SETTINGS, Given, Kind, Place, Scope, Setting, Value
from bot.words import say

SELECT, PRESS = "FU::Select::Admin::panel::", "FU::Admin::panel::"
FIELD = "FU::Admin::panel::value"
MOST_PLACES = 20
LONGEST_LABEL = 45  # characters of a window's title and labels, Discord's limit
INHERIT = "-"
"""The value of the option by which a setting is not set here."""


def commands(desk: Desk) -> list[app_commands.Command[Any, ..., None]]:
    """/admin panel."""

    @app_commands.command(name="panel", description=said("admin.panel.description"))
    async def show(interaction: Interaction) -> None:
        await reply(interaction, view=await panel(interaction, desk, _server(interaction)))

    return [show]


async def handle(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Something on the panel was chosen or pressed, or a window came back."""
    act, *rest = custom_id.split("panel::", 1)[1].split("::")
    data = cast("dict[str, Any]", interaction.data)
    match act:
        case "setting":
            await _ask(interaction, desk, Place.read(rest[0]), BY_NAME[data["values"][0]])
        case "set":
            place, setting = Place.read(rest[0]), BY_NAME[rest[1]]
            told = await change(interaction, desk, place, setting, _filled(setting, data["components"], desk))
            await _turn(interaction, desk, place, told)
        case "role" | "channel" | "member":
            await _turn(interaction, desk, Place(Scope(act), int(data["values"][0])))
        case _:
            await _turn(interaction, desk, _server(interaction))


async def panel(interaction: Interaction, desk: Desk, place: Place, told: str | None = None) -> ui.LayoutView:
    """What is set for this place; the one for the whole server says also for what else something is set."""
    locale, guild_id = interaction.locale.value, interaction.guild_id or 0
    given = await desk.store.limits.every(guild_id)
    offered = [setting for setting in SETTINGS if place.scope in setting.scopes]
    inside: list[ui.Item[Any]] = [ui.TextDisplay(f"## {say('admin.panel.title', locale, place=named(place, locale))}")]
    inside += [ui.TextDisplay(told)] if told else []
    lines = [_line(setting, given, place, desk, locale) for setting in offered]
    inside += [ui.Separator(), ui.TextDisplay("\n".join(lines)), ui.Separator()]
    inside.append(ui.TextDisplay(f"-# {_below(given, place, locale)}"))
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*inside, accent_colour=ACCENT))
    choice: ui.Select[Any] = ui.Select(
        custom_id=f"{SELECT}setting::{place}", placeholder=say("admin.panel.change", locale)
    )
    for setting in offered:
        choice.add_option(label=say(setting.key, locale), value=setting.name, description=_how(setting, desk, locale))
    view.add_item(ui.ActionRow(Choice(choice)))
    for select in _selects(locale):
        view.add_item(ui.ActionRow(Choice(select)))
    if place.scope is not Scope.SERVER:
        view.add_item(ui.ActionRow(button(say("admin.panel.server", locale), f"{PRESS}server", emoji="↩️")))
    return view


def _selects(locale: str) -> Iterator[Any]:
    """For what else something can be set."""
    yield ui.RoleSelect[Any](custom_id=f"{SELECT}role", placeholder=say("admin.panel.role", locale))
    yield ui.ChannelSelect[Any](custom_id=f"{SELECT}channel", placeholder=say("admin.panel.channel", locale))
    yield ui.UserSelect[Any](custom_id=f"{SELECT}member", placeholder=say("admin.panel.member", locale))


def _line(setting: Setting, given: Given, place: Place, desk: Desk, locale: str) -> str:
    name, values = say(setting.key, locale), given.get(setting.name, {})
    if place in values:
        return f"**{name}**: {value_of(setting, values[place], locale)}"
    if place.scope is Scope.SERVER:
        return f"{name}: {default_of(setting, desk.limits, locale)}"
    return f"{name}: {say('admin.panel.inherits', locale)}"


def _below(given: Given, place: Place, locale: str) -> str:
    others = {each for values in given.values() for each in values if each.scope is not Scope.SERVER} - {place}
    told = say("admin.panel.order", locale)
    if not others:
        return told
    shown = [named(each, locale) for each in sorted(others, key=str)[:MOST_PLACES]]
    return f"{told}\n-# {say('admin.panel.others', locale, places=', '.join(shown))}"


def _how(setting: Setting, desk: Desk, locale: str) -> str:
    names = ", ".join(setting.choices or desk.models)
    told = say(setting.how, locale, least=f"{setting.least:g}", most=f"{setting.most:g}", names=names)
    if setting.may_be_unlimited:
        told = say("limit.how.or_unlimited", locale, how=told)
    return told if len(told) <= 100 else f"{told[:99]}…"


async def _turn(interaction: Interaction, desk: Desk, place: Place, told: str | None = None) -> None:
    view = await panel(interaction, desk, place, told)
    await acknowledged(partial(interaction.response.edit_message, view=view))


async def _ask(interaction: Interaction, desk: Desk, place: Place, setting: Setting) -> None:
    """A window with what is set now; left empty, it is not set here any more."""
    locale = interaction.locale.value
    value = (await desk.store.limits.at(interaction.guild_id or 0, place)).get(setting.name)
    title = say(setting.key, locale)[:LONGEST_LABEL]
    field, how = _field(setting, value, locale), _how(setting, desk, locale)
    label = ui.Label[Any](text=say("admin.panel.value", locale), description=how, component=field)
    await open_window(interaction, f"{PRESS}set::{place}::{setting.name}", title, label)


def _field(setting: Setting, value: Value, locale: str) -> ui.Item[Any]:
    if setting.kind is Kind.SWITCH:
        choice: ui.Select[Any] = ui.Select(custom_id=FIELD)
        named_values = (("on", "limit.value.on"), ("off", "limit.value.off"), (INHERIT, "admin.panel.inherits"))
        for written_as, key in named_values:
            is_now = written_as == (INHERIT if value is None else written(value))
            choice.add_option(label=say(key, locale), value=written_as, default=is_now)
        return choice
    shown = "" if value is None else written(value)
    return ui.TextInput[Any](custom_id=FIELD, required=False, default=shown, max_length=500)


def _filled(setting: Setting, components: list[dict[str, Any]], desk: Desk) -> Value:
    """What was written; None for nothing. Raises Refused."""
    field = components[0].get("component") or components[0]["components"][0]
    typed = field["values"][0] if field.get("values") else field.get("value") or ""
    return None if typed.strip() in {"", INHERIT} else read_value(setting, typed, desk.models)


def _server(interaction: Interaction) -> Place:
    return Place(Scope.SERVER, interaction.guild_id or 0)
