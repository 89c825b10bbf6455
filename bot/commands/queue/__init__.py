"""/queue: what waits and runs, one's own jobs to cancel, and for those who manage the server all that moves it."""

from typing import Any, cast

from discord import app_commands

from bot.buttons.answers import reply
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.queue import managing
from bot.commands.queue.panel import PRESS, SELECT, panel, turn
from bot.commands.wording import said
from bot.words import say


def queue_command(desk: Desk) -> app_commands.Command[Any, ..., None]:
    """The command /queue."""

    @app_commands.command(name="queue", description=said("queue.description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def answer(interaction: Interaction) -> None:
        await reply(interaction, view=await panel(interaction, desk))

    return answer


async def handle(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Something on the panel was pressed or chosen, or its window came back. Raises Refused."""
    act, *rest = custom_id.removeprefix(SELECT).removeprefix(PRESS).split("::")
    values = cast("dict[str, Any]", interaction.data).get("values") or [""]
    match act:
        case "page":
            await turn(interaction, await panel(interaction, desk, int(rest[0])))
        case "own":
            await _cancel_own(interaction, desk, values[0], int(rest[0]))
        case "all":
            await _cancel_all(interaction, desk)
        case _:
            await managing.handle(interaction, desk, [act, *rest], values[0])


async def _cancel_own(interaction: Interaction, desk: Desk, job_id: str, page: int) -> None:
    """The panel says what became of it. Raises Refused."""
    await desk.imagine.cancel(job_id, interaction.user.id)
    await turn(interaction, await panel(interaction, desk, page, say("cancel.done", interaction.locale.value)))


async def _cancel_all(interaction: Interaction, desk: Desk) -> None:
    await interaction.response.defer()  # each is a transaction of its own, and there may be hundreds
    count = await desk.queue.cancel_waiting(interaction.user.id) if desk.queue else 0
    told = say("queue.cancelled", interaction.locale.value, count=count)
    await turn(interaction, await panel(interaction, desk, told=told))


TOPICS = {PRESS: handle, SELECT: handle}
