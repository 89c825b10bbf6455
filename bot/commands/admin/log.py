"""/admin log and /admin undo: what was done in this server, a page at a time, and taking it back."""

import json
from functools import partial
from typing import Any

from discord import app_commands, ui

from bot.buttons.answers import reply, tell
from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Interaction, button
from bot.commands.admin.showing import subject, value_of
from bot.commands.wording import said
from bot.messages.quoting import calm, quoted, shortened
from bot.policy.errors import ACTION_RESTRICTED, Refused
from bot.policy.settings import BY_NAME, Setting
from bot.policy.words.listing import WEIGHTS
from bot.store.audit import Act, Entry, Value
from bot.store.errors import CannotUndo, Undoing
from bot.store.rulings import KINDS, WORD
from bot.words import say

PAGE = 8
LONGEST_VALUE = 120
OLDER = "FU::Admin::log::older::{number}"
UNDO = "FU::Admin::log::undo::{number}"

ACTIONS = {each: f"audit.{each}" for each in ("cancel", "front", "limit", "retention", "words", *KINDS)}
"""The words for each kind of act; they may name {subject}, {channel}, {job} and {action}."""

REASONS = {
    Undoing.UNKNOWN: "admin.undo.unknown",
    Undoing.DONE: "admin.undo.again",
    Undoing.FINAL: "admin.undo.final",
    Undoing.CHANGED: "admin.undo.changed",
}


def commands(desk: Desk) -> list[app_commands.Command[Any, ..., None]]:
    """/admin log, /admin undo."""

    @app_commands.command(name="log", description=said("admin.log.description"))
    async def show(interaction: Interaction) -> None:
        await reply(interaction, view=await page(interaction, desk))

    @app_commands.command(name="undo", description=said("admin.undo.description"))
    @app_commands.describe(number=said("admin.undo.number"))
    async def undo(interaction: Interaction, number: app_commands.Range[int, 1, 2**53 - 1]) -> None:
        await tell(interaction, await undone(interaction, desk, number))

    return [show, undo]


async def handle(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Older entries, or one of them undone: the page shows then how it is now."""
    act, number = custom_id.split("::")[3:5]
    told = await undone(interaction, desk, int(number)) if act == "undo" else None
    view = await page(interaction, desk, None if told else int(number), told)
    await acknowledged(partial(interaction.response.edit_message, view=view))


async def page(
    interaction: Interaction, desk: Desk, before: int | None = None, told: str | None = None
) -> ui.LayoutView:
    """The entries before this number, each with a button that undoes it where that can be done."""
    locale = interaction.locale.value
    found = await desk.store.audit.of(interaction.guild_id or 0, before, PAGE + 1)
    shown = found[:PAGE]
    inside: list[ui.Item[Any]] = [ui.TextDisplay(f"## {say('admin.log.title', locale)}")]
    inside += [ui.TextDisplay(say("admin.log.none", locale))] if not shown else []
    inside += [ui.TextDisplay(f"-# {told}")] if told else []
    for entry in shown:
        text: ui.TextDisplay[Any] = ui.TextDisplay(line(entry, locale))
        if desk.store.audit.is_undoable(entry):
            pressed = button(say("admin.log.undo", locale), UNDO.format(number=entry.number))
            inside.append(ui.Section(text, accessory=pressed))
        else:
            inside.append(text)
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*inside, accent_colour=ACCENT))
    if len(found) > PAGE:
        older = button(say("admin.log.older", locale), OLDER.format(number=shown[-1].number))
        view.add_item(ui.ActionRow(older))
    return view


def line(entry: Entry, locale: str) -> str:
    """Number, when, who, what, and what it was before and after."""
    act = entry.act
    names = {"subject": _about(act, locale), "job": f"`{act.job_id}`", "channel": f"<#{act.channel_id}>"}
    what = say(ACTIONS.get(act.action, "audit.other"), locale, action=act.action, **names)
    if entry.undoes is not None:
        what = say("admin.log.undoes", locale, number=entry.undoes, what=what)
    told = f"**{entry.number}** <t:{int(entry.at)}:R> <@{act.member_id}> {what}"
    if act.before is not None or act.after is not None:
        told += f"\n-# {_value(act, act.before, locale)} → {_value(act, act.after, locale)}"
    if entry.undone_by is not None:
        told += f"\n-# {say('admin.log.undone_by', locale, number=entry.undone_by)}"
    return told


def _about(act: Act, locale: str) -> str:
    """What was changed, a setting by its name and then where it holds."""
    setting = _setting_of(act)
    if setting is None:
        return subject(act.subject, locale)
    return f"{say(setting.key, locale)} ({subject(act.subject.partition(' ')[2], locale)})"


def _setting_of(act: Act) -> Setting | None:
    return BY_NAME.get(act.subject.partition(" ")[0]) if act.action == "limit" else None


def _value(act: Act, value: Value, locale: str) -> str:
    """In words where there are some, else as it is kept."""
    weights = {int(weight): name for name, weight in WEIGHTS.items()}
    if value is None:
        return say("admin.log.nothing", locale)
    if setting := _setting_of(act):
        return value_of(setting, value, locale)
    if act.action == WORD and value in weights:
        return say(f"words.as.{weights[value]}", locale)
    if isinstance(value, dict) and value.get("reason"):
        until = f", <t:{value['until']}:f>" if "until" in value else ""
        return f"{quoted(value['reason'], LONGEST_VALUE)}{until}"
    if isinstance(value, dict) and value.keys() == {"channel"}:
        return f"<#{value['channel']}>"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    plain = calm(text).replace("`", "'")
    return f"`{shortened(plain, LONGEST_VALUE)}`"


async def undone(interaction: Interaction, desk: Desk, number: int) -> str:
    """Undo the entry of this number; says so. Raises Refused."""
    by = Act(interaction.user.id, "", guild_id=interaction.guild_id or 0, channel_id=interaction.channel_id)
    try:
        entry = await desk.store.audit.undo(number, by)
    except CannotUndo as cannot:
        raise Refused(ACTION_RESTRICTED, REASONS[cannot.why], number=number) from None
    return say("admin.undo.done", interaction.locale.value, number=number, again=entry.number)
