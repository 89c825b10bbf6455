"""The window in which a prompt is changed before it is drawn; as Midjourney's, it names the message it belongs to."""

import re

from bot.buttons import remix
from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.windows import LONGEST, fields_of, open_window, prompt_field
from bot.commands.imagine import imagine
from bot.imagine.asking import Given
from bot.words import say

WINDOW, FIELD = "MJ::ImagineModal", "MJ::ImagineModal::new_prompt"
PICKED, PICKED_FIELD = "MJ::Picreader::Modal", "MJ::Picreader::Modal::PromptField"
_OF_MESSAGE = re.compile(rf"{WINDOW}::[0-9]{{5,20}}")


async def opened(interaction: Interaction, prompt: str, custom_id: str | None = None, field: str = FIELD) -> None:
    """The window with this prompt in it, as much as there is room for."""
    message_id = interaction.message.id if interaction.message else interaction.id
    locale = interaction.locale.value
    shown = prompt_field(field, say("remix.prompt", locale), prompt[:LONGEST])
    await open_window(interaction, custom_id or f"{WINDOW}::{message_id}", say("imagine.window", locale), shown)


async def submitted(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """It came back: its prompt is drawn. The same window with a job's id belongs to 🔄."""
    fields = fields_of(interaction)
    if custom_id.startswith(PICKED):
        await _drawn(interaction, desk, fields.get(PICKED_FIELD, ""))
    elif _OF_MESSAGE.fullmatch(custom_id):
        await _drawn(interaction, desk, fields.get(FIELD, ""))
    else:
        await remix.submitted(interaction, desk, custom_id)


async def _drawn(interaction: Interaction, desk: Desk, prompt: str) -> None:
    if prompt.strip():
        await imagine(interaction, desk, prompt, Given())
    else:
        await tell(interaction, say("imagine.empty", interaction.locale.value))


TOPICS = {WINDOW: submitted, PICKED: submitted}
