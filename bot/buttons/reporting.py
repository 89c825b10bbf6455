"""The buttons under what moderators are told: they carry all that they are about, so that they outlive a restart."""

import re

from discord import ui

from bot.buttons.items import button
from bot.words import say

TOPIC = "FU::Report::"
NO_JOB = "0"
_ID = re.compile(rf"{TOPIC}(hide|delete|warn|mute)::(\d{{1,20}})::([0-9a-f-]{{36}}|{NO_JOB})")
_MARKS = {"hide": "🙈", "delete": "🗑️", "warn": "⚠️", "mute": "🔇"}


def of_report(member_id: int, job_id: str | None = None) -> ui.View:
    """Hide and Delete where it is about a job; Warn and Mute are about its author."""
    view = ui.View(timeout=None)
    for act in _MARKS if job_id else ("warn", "mute"):
        custom_id = f"{TOPIC}{act}::{member_id}::{job_id or NO_JOB}"
        view.add_item(button(say(f"report.button.{act}", "en"), custom_id, emoji=_MARKS[act]))
    view.stop()
    return view


def acted(custom_id: str) -> tuple[str, int, str] | None:
    """What the button does, to whom, to which job; None where it is none of these."""
    found = _ID.fullmatch(custom_id)
    return (found[1], int(found[2]), found[3]) if found else None
