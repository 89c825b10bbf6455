"""The buttons under a question: what was meant is done, what was read is acknowledged."""

from functools import partial

from bot.buttons import embeds, ids, remix
from bot.buttons.answers import tell
from bot.buttons.conditions import ACKNOWLEDGE, CONFIRM, pressed_again
from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.presses import press
from bot.commands.imagine import imagine
from bot.imagine.asking import NOTHING
from bot.words import say


async def confirmed(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Do what the member was asked about."""
    if again := ids.press(pressed_again(custom_id)):
        await press(interaction, desk, again)
        return
    typed = embeds.asked_about(interaction.message) if interaction.message else None
    if typed is None:
        await tell(interaction, say("wrong.lost", interaction.locale.value))
        return
    window = pressed_again(custom_id)
    if ids.in_window(window):
        await remix.taken(interaction, desk, window, typed)
    else:
        await imagine(interaction, desk, typed, NOTHING)


async def acknowledge(interaction: Interaction, desk: Desk, _custom_id: str) -> None:
    """The warning is read; from now on everything works as before."""
    if interaction.guild_id is not None:
        await desk.store.rulings.acknowledge(interaction.user.id, interaction.guild_id)
    told = say("member.acknowledged", interaction.locale.value)
    await acknowledged(partial(interaction.response.edit_message, content=told, embed=None, view=None))


TOPICS = {CONFIRM: confirmed, ACKNOWLEDGE: acknowledge}
