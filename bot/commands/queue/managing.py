"""What those who manage a server do to its queue: move a job to the front, cancel it, pause, drain, resume."""

from typing import Any

from discord import ui

from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.embeds import ACCENT
from bot.buttons.items import Interaction, button
from bot.buttons.windows import fields_of, open_window
from bot.commands.admin.deciding import by
from bot.commands.admin.managers import manages
from bot.commands.queue.lines import line_of
from bot.commands.queue.panel import PRESS, panel, turn
from bot.imagine.queueing import Queueing
from bot.jobs.queue import Halt, Hold
from bot.messages.quoting import calm
from bot.words import say

LONGEST_REASON = 200
REASON = f"{PRESS}reason"
STOPS = {Halt.PAUSED: "queue.pause", Halt.DRAINING: "queue.drain"}
STOPPED = {Halt.PAUSED: "queue.paused", Halt.DRAINING: "queue.draining"}


async def handle(interaction: Interaction, desk: Desk, act: list[str], chosen: str) -> None:
    """Do it, where whoever asks may. Raises Refused."""
    if desk.queue is None or not await manages(interaction):
        return
    match act:
        case ["job", page]:
            await _offer(interaction, desk, chosen, int(page))
        case ["front", job_id]:
            entry = await desk.queue.move(by(interaction), job_id)
            await _done(interaction, desk, say("queue.moved", interaction.locale.value, number=entry.number))
        case ["cancel", job_id]:
            await desk.queue.cancel(by(interaction), job_id)
            await _done(interaction, desk, say("queue.cancelled_it", interaction.locale.value))
        case ["why", halt]:
            await _ask(interaction, Halt(halt))
        case ["hold", halt]:
            reason = calm(fields_of(interaction).get(REASON, ""))[:LONGEST_REASON]
            await _stop(interaction, desk, desk.queue, Hold(Halt(halt), interaction.user.id, reason))
        case ["resume"]:
            undone = await desk.queue.hold(by(interaction), None)
            key = "queue.resumed" if undone else "queue.goes_on"
            number = undone.number if undone else 0
            await _done(interaction, desk, say(key, interaction.locale.value, number=number))
        case _:
            await tell(interaction, say("error.button", interaction.locale.value))


async def _stop(interaction: Interaction, desk: Desk, queue: Queueing, hold: Hold) -> None:
    entry = await queue.hold(by(interaction), hold)
    locale = interaction.locale.value
    told = say(STOPPED[hold.halt], locale, number=entry.number) if entry else say("queue.was_so", locale)
    await _done(interaction, desk, told)


async def _offer(interaction: Interaction, desk: Desk, job_id: str, page: int) -> None:
    """What can be done with this job."""
    locale = interaction.locale.value
    overview = await desk.queue.overview() if desk.queue else None
    place = next((each for each in overview.places if each.ticket.job_id == job_id), None) if overview else None
    if place is None or place.ticket.guild_id != interaction.guild_id:
        await _done(interaction, desk, say("queue.gone", locale))
        return
    job = (await desk.store.jobs.some([job_id])).get(job_id)
    view: ui.LayoutView = ui.LayoutView(timeout=None)
    told = f"## {say('queue.one', locale)}\n{line_of(place, job, locale, is_managed=True)}"
    view.add_item(ui.Container(ui.TextDisplay(told), accent_colour=ACCENT))
    front = button(say("queue.front", locale), f"{PRESS}front::{job_id}", emoji="⏫")
    front.item.disabled = place.position is None or place.ticket.moved_at is not None
    cancel = button(say("queue.cancel", locale), f"{PRESS}cancel::{job_id}", emoji="✖️")
    back = button(say("queue.back", locale), f"{PRESS}page::{page}", emoji="↩️")
    await turn(interaction, view.add_item(ui.ActionRow(front, cancel, back)))


async def _ask(interaction: Interaction, halt: Halt) -> None:
    """A window for the reason, which may be left empty."""
    locale = interaction.locale.value
    field: ui.TextInput[Any] = ui.TextInput(custom_id=REASON, required=False, max_length=LONGEST_REASON)
    what = say("queue.pause.what" if halt is Halt.PAUSED else "queue.drain.what", locale)
    label = ui.Label[Any](text=say("queue.reason", locale), description=what, component=field)
    await open_window(interaction, f"{PRESS}hold::{halt}", say(STOPS[halt], locale), label)


async def _done(interaction: Interaction, desk: Desk, told: str) -> None:
    await turn(interaction, await panel(interaction, desk, told=told))
