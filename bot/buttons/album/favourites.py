"""❤️: a picture becomes a favourite of whoever presses, or is none any more; the button shows how many have it."""

from functools import partial

from bot.buttons.album.panel import is_panel, turn
from bot.buttons.connection import acknowledged
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.ids import Press
from bot.buttons.items import Interaction
from bot.buttons.presses import colour


async def press(interaction: Interaction, desk: Desk, pressed: Press) -> None:
    """Keep it, or let it go. Raises UnknownJob, Refused."""
    job = await desk.store.jobs.get(pressed.job_id)
    await unless_hidden(interaction, desk, job)
    await desk.store.album.toggle(interaction.user.id, job.id, interaction.id)
    if is_panel(interaction):
        await turn(interaction, desk, job)
    await colour(interaction, desk, job.id)
    if not interaction.response.is_done():
        await acknowledged(partial(interaction.response.defer))
