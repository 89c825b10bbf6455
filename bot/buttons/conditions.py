"""What a member is asked before something is done: whether it is meant, and that something was read."""

import discord
from discord import ui

from bot.buttons import embeds, ids
from bot.buttons.items import button
from bot.policy.errors import Refused, Unread, Unsure
from bot.words import say

CONFIRM = "FU::Confirm"
"""Followed by :: and the custom id of a job's button or window, where that is meant; the message has the prompt."""
ACKNOWLEDGE = "FU::Acknowledge"


def is_confirming(custom_id: str) -> bool:
    """True for the button that says that it is meant."""
    return custom_id.startswith(CONFIRM)


def pressed_again(custom_id: str) -> str:
    """The custom id of the button that is meant; nothing where it is the prompt in the message."""
    return custom_id.removeprefix(CONFIRM).removeprefix("::")


def under(refused: Refused, embed: discord.Embed, typed: str | None, pressed: str, locale: str) -> ui.View | None:
    """The button for it, below what the member reads; a prompt is written into the embed, so that nothing is kept."""
    if isinstance(refused, Unread):
        return ui.View(timeout=None).add_item(button(say("member.acknowledge", locale), ACKNOWLEDGE, emoji="✅"))
    if not isinstance(refused, Unsure):
        return None
    if pressed.startswith("MJ::JOB::") or (typed and ids.in_window(pressed) and embeds.ask(embed, typed)):
        confirm = f"{CONFIRM}::{pressed}"
    elif typed and embeds.ask(embed, typed):
        confirm = CONFIRM
    else:
        return None
    return ui.View(timeout=None).add_item(button(say("words.confirm.button", locale), confirm, emoji="✅"))
