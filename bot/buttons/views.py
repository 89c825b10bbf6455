"""The buttons under a job's messages. All are dynamic items, so discord.py keeps none of these views in memory."""

from collections.abc import Iterable

import discord
from discord import ui

from bot.buttons import ids
from bot.buttons.items import Press, button
from bot.jobs.job import Action, Job, Strength

REROLL = "🔄"
WAND = "🪄"


def of_progress(job: Job) -> ui.View:
    """Cancel Job."""
    return _view([[button("Cancel Job", ids.cancel(job.id))]])


def of_result(job: Job, children: Iterable[Job] = ()) -> ui.View:
    """Under a grid U1 to U4 🔄, V1 to V4; under a picture by itself Vary (Strong), Vary (Subtle).

    Blue is what gave rise to one of the children.
    """
    pressed = {_pressed(child) for child in children}
    if job.action is Action.UPSCALE:
        return _view([_single(job, pressed)])
    if len(job.pictures) == 1:
        return _view([[_reroll(job, pressed)], _single(job, pressed)])
    return _view(_grid(job, pressed))


def job_under(message: discord.Message) -> str | None:
    """The job that the message's own buttons are about; None where it has none of ours."""
    for row in message.components:
        for each in getattr(row, "children", ()):
            if found := ids.job_in(getattr(each, "custom_id", None) or ""):
                return found
    return None


def _grid(job: Job, pressed: set[str]) -> list[list[Press]]:
    rows = []
    numbers = range(1, len(job.pictures) + 1)
    # Whose V varies subtly pressed V all the same.
    pressed = pressed | {ids.variation(job.id, each) for each in numbers if ids.low_variation(job.id, each) in pressed}
    for letter, custom_id in (("U", ids.upsample), ("V", ids.variation)):
        named = [(f"{letter}{number}", custom_id(job.id, number)) for number in numbers]
        rows.append([button(label, each, is_pressed=each in pressed) for label, each in named])
    rows[0].append(_reroll(job, pressed))
    return rows


def _single(job: Job, pressed: set[str]) -> list[Press]:
    strong, subtle = ids.high_variation(job.id), ids.low_variation(job.id)
    return [
        # A press of V1 under this very picture counts for Vary (Strong), which is the same.
        button("Vary (Strong)", strong, emoji=WAND, is_pressed=bool(pressed & {strong, ids.variation(job.id, 1)})),
        button("Vary (Subtle)", subtle, emoji=WAND, is_pressed=subtle in pressed),
    ]


def _reroll(job: Job, pressed: set[str]) -> Press:
    custom_id = ids.reroll(job.id)
    return button(None, custom_id, emoji=REROLL, is_pressed=custom_id in pressed)


def _pressed(child: Job) -> str:
    """The custom id of the button that gave rise to it."""
    parent, index = child.parent or "", child.index or 0
    match child.action, child.strength:
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
