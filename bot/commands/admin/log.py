"""/admin log and /admin undo: what was done in this server, a page at a time, and taking it back."""

from functools import partial
from typing import Any

from discord import app_commands, ui

from bot.buttons.answers import reply, tell
from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Interaction, button
from bot.commands.admin.showing import subject
from bot.commands.admin.values import setting_of, value_in
from bot.commands.wording import said
from bot.policy.errors import ACTION_RESTRICTED, Refused
from bot.store.audit import Act, Entry
from bot.store.errors import CannotUndo, Undoing
from bot.store.fronts import ACTION as FRONT
from bot.store.rulings import HIDDEN, KINDS
from bot.words import say

PAGE = 8
OLDER = "FU::Admin::log::older::{number}"
UNDO = "FU::Admin::log::undo::{number}"

ACTIONS = {each: f"audit.{each}" for each in ("cancel", "front", "limit", "retention", "words", *KINDS)}
"""The words for each kind of act; they may name {subject}, {channel}, {job} and {action}."""

SAID = frozenset({FRONT, HIDDEN})
"""Acts whose sentence says all: what is kept of them is for the database."""

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
    if act.action not in SAID and (act.before is not None or act.after is not None):
        told += f"\n-# {value_in(act, act.before, locale)} → {value_in(act, act.after, locale)}"
    if entry.undone_by is not None:
        told += f"\n-# {say('admin.log.undone_by', locale, number=entry.undone_by)}"
    return told


def _about(act: Act, locale: str) -> str:
    """What was changed, a setting by its name and then where it holds."""
    setting = setting_of(act)
    if setting is None:
        return subject(act.subject, locale)
    return f"{say(setting.key, locale)} ({subject(act.subject.partition(' ')[2], locale)})"


async def undone(interaction: Interaction, desk: Desk, number: int) -> str:
    """Undo the entry of this number; says so. Raises Refused."""
    by = Act(interaction.user.id, "", guild_id=interaction.guild_id or 0, channel_id=interaction.channel_id)
    try:
        entry = await desk.store.audit.undo(number, by)
    except CannotUndo as cannot:
        raise Refused(ACTION_RESTRICTED, REASONS[cannot.why], number=number) from None
    return say("admin.undo.done", interaction.locale.value, number=number, again=entry.number)
