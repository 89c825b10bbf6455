"""The buttons under a job's messages. All are dynamic items, so discord.py keeps none of these views in memory."""

from collections.abc import Iterable
from typing import Any

import discord
from discord import ui

from bot.buttons import ids
from bot.buttons.edits import UPSCALES, custom_id, pressed_for
from bot.buttons.ids import Act
from bot.buttons.items import Press, button
from bot.jobs.job import Action, Job, Strength
from engine.protocol import Edit

REROLL = "🔄"
WAND = "🪄"
GLASS = "🔍"
HEART, ABOUT, PEN, BIN = "❤️", "ℹ️", "✏️", "🗑️"
ENLARGE = (("Upscale (Subtle)", Act.UPSCALE_SUBTLE), ("Upscale (Creative)", Act.UPSCALE_CREATIVE))
BRUSH = "🖌️"
ARROWS = (("⬅️", Act.PAN_LEFT), ("➡️", Act.PAN_RIGHT), ("⬆️", Act.PAN_UP), ("⬇️", Act.PAN_DOWN))


def of_progress(job: Job) -> ui.View:
    """Cancel Job."""
    return _view([[button("Cancel Job", ids.cancel(job.id))]])


def of_order(order_id: str) -> ui.View:
    """Cancel what is left."""
    view = _view([[button("Cancel All", f"{ids.ORDER}cancel::{order_id}")]])
    view.stop()
    return view


def of_result(job: Job, children: Iterable[Job] = (), favourites: int = 0) -> ui.View:
    """Under a grid U1 to U4 🔄, V1 to V4 ℹ️; under a picture by itself five rows, where it was enlarged three.

    Blue is what gave rise to one of the children, and ❤️ with the number of those whose favourite it is.
    """
    pressed = {_pressed(child) for child in children}
    if job.edit in UPSCALES:
        return _view([[_redo(job, pressed)], _varied(job, pressed), _kept(job, favourites)])
    if job.action in {Action.UPSCALE, Action.ADOPT}:
        return _view([*_single(job, pressed), _kept(job, favourites)])
    if len(job.pictures) == 1:
        first, *others = _single(job, pressed)
        return _view([[*first, _reroll(job, pressed)], *others, _kept(job, favourites)])
    return _view(_grid(job, pressed))


def favourite(job_id: str, favourites: int) -> Press:
    """❤️, blue with a number where somebody has it as a favourite."""
    label = str(favourites) if favourites else None
    return button(label, ids.favourite(job_id), emoji=HEART, is_pressed=favourites > 0)


def job_under(message: discord.Message) -> str | None:
    """The job that the message's own buttons are about; None where it has none of ours."""
    for row in message.components:
        for each in getattr(row, "children", ()):
            if found := ids.job_in(getattr(each, "custom_id", None) or ""):
                return found
    return None


def is_shown(view: ui.View, message: discord.Message) -> bool:
    """True where the message has these buttons with these colours already."""
    standing = [each for row in message.components for each in getattr(row, "children", ())]
    return _looks(view.children) == _looks(standing)


def _looks(items: Iterable[Any]) -> list[tuple[str | None, str | None, Any]]:
    """What tells buttons apart: which they are, what stands on them, and in which colour."""
    buttons = (getattr(each, "item", each) for each in items)
    return [(each.custom_id, each.label, each.style) for each in buttons]


def _grid(job: Job, pressed: set[str]) -> list[list[Press]]:
    rows = []
    numbers = range(1, len(job.pictures) + 1)
    # Whose V varies subtly pressed V all the same.
    pressed = pressed | {ids.variation(job.id, each) for each in numbers if ids.low_variation(job.id, each) in pressed}
    for letter, id_of in (("U", ids.upsample), ("V", ids.variation)):
        named = [(f"{letter}{number}", id_of(job.id, number)) for number in numbers]
        rows.append([button(label, each, is_pressed=each in pressed) for label, each in named])
    rows[0].append(_reroll(job, pressed))
    rows[1].append(button(None, ids.about(job.id), emoji=ABOUT))
    return rows


def _kept(job: Job, favourites: int) -> list[Press]:
    """What is done with a picture, not what is made of it; under a grid, ℹ️ leads to the same."""
    return [
        favourite(job.id, favourites),
        button(None, ids.about(job.id), emoji=ABOUT),
        button(None, ids.once(job.id), emoji=PEN),
        button(None, ids.bin_of(job.id), emoji=BIN),
    ]


def _single(job: Job, pressed: set[str]) -> list[list[Press]]:
    """Midjourney's rows under a picture by itself: enlarge, vary, show more around it, show more beside it."""
    zooms = [("Zoom Out 2x", Act.ZOOM_2), ("Zoom Out 1.5x", Act.ZOOM_1_5), ("Custom Zoom", Act.CUSTOM_ZOOM)]
    rows = [
        [_edit(job, pressed, act, label=label) for label, act in ENLARGE],
        [*_varied(job, pressed), _region(job, pressed)],
        [_edit(job, pressed, act, label=label, emoji=GLASS) for label, act in zooms],
        [_edit(job, pressed, act, emoji=arrow) for arrow, act in ARROWS],
    ]
    if job.pictures and job.pictures[0].width != job.pictures[0].height:
        rows[2].append(_edit(job, pressed, Act.SQUARE, label="Make Square", emoji="↔️"))
    return rows


def _edit(job: Job, pressed: set[str], act: Act, *, label: str | None = None, emoji: str | None = None) -> Press:
    own = custom_id(act, job.id)
    return button(label, own, emoji=emoji, is_pressed=own in pressed)


def _redo(job: Job, pressed: set[str]) -> Press:
    how = "Subtle" if job.edit is Edit.UPSCALE_SUBTLE else "Creative"
    own = ids.reroll(job.id)
    return button(f"Redo Upscale ({how})", own, is_pressed=own in pressed)


def _varied(job: Job, pressed: set[str]) -> list[Press]:
    strong, subtle = ids.high_variation(job.id), ids.low_variation(job.id)
    return [
        # A press of V1 under this very picture counts for Vary (Strong), which is the same.
        button("Vary (Strong)", strong, emoji=WAND, is_pressed=bool(pressed & {strong, ids.variation(job.id, 1)})),
        button("Vary (Subtle)", subtle, emoji=WAND, is_pressed=subtle in pressed),
    ]


def _region(job: Job, pressed: set[str]) -> Press:
    own = ids.region(job.id)
    return button("Vary (Region)", own, emoji=BRUSH, is_pressed=own in pressed)


def _reroll(job: Job, pressed: set[str]) -> Press:
    custom_id = ids.reroll(job.id)
    return button(None, custom_id, emoji=REROLL, is_pressed=custom_id in pressed)


def _pressed(child: Job) -> str:
    """The custom id of the button that gave rise to it."""
    parent, index = child.parent or "", child.index or 0
    if child.instruction is not None:  # it was said, and no button pressed
        return ""
    match child.action, child.strength:
        case Action.EDIT, _:
            return pressed_for(child)
        case Action.UPSCALE, _:
            return ids.upsample(parent, index)
        case Action.VARY, Strength.SUBTLE:
            return ids.low_variation(parent, index)
        case Action.VARY, _:
            return ids.variation(parent, index)
        case _:
            return ids.reroll(parent)


def _view(rows: list[list[Press]]) -> ui.View:
    view = ui.View(timeout=None)
    for number, row in enumerate(rows):
        for item in row:
            item.row = number
            view.add_item(item)
    return view
