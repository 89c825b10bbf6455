"""Which of ours handles a button, a select or a modal, and the one place where their errors are answered.

Whoever adds a topic of its own, with custom ids that begin alike, adds a line to TOPICS.
"""

from collections.abc import Awaitable, Callable
from typing import Any, cast

from structlog.contextvars import bind_contextvars

from bot.buttons import ids, regions, remix
from bot.buttons.album import bins, favourites, once, panel
from bot.buttons.answers import SUBMIT_CURE, tell, tell_error
from bot.buttons.desk import Desk
from bot.buttons.ids import Act
from bot.buttons.items import Interaction
from bot.commands import admin, ask, conditions, describing, history, orders, privacy, queue, reports, show, using
from bot.commands.admission import Admission, admitted
from bot.commands.help import TOPIC, Help
from bot.commands.imagine import imagine_cure
from bot.commands.mine import settings
from bot.words import say

Handle = Callable[[Interaction, Desk, str], Awaitable[None]]
"""Does what the button, select or window of this custom id is for."""

TOPICS: dict[str, Handle] = {
    "FU::Admin::": admin.handle,
    "FU::Select::Admin::": admin.handle,
    settings.PREFIX: settings.pressed,
    settings.MODEL: settings.pressed,
    settings.LANGUAGE: settings.pressed,
    "FU::Privacy::": privacy.answered,
    ids.AGAIN: remix.again,
    ids.ABOUT: panel.opened,
    ids.ONCE: once.pressed,
    ids.BIN: bins.pressed,
    panel.WALK: panel.walked,
    panel.SELECT: panel.walked,
    panel.SHOW: show.pressed,
    ids.REGION_WINDOW: regions.submitted,
    regions.WORDS: regions.by_words,
    **dict.fromkeys(ids.WINDOWS, remix.submitted),
    **ask.TOPICS,
    **conditions.TOPICS,
    **describing.TOPICS,
    **history.TOPICS,
    **orders.TOPICS,
    **queue.TOPICS,
    **reports.TOPICS,
    **using.TOPICS,
}
"""By what the custom id begins with; windows too."""
ACTS = {Act.FAVOURITE: favourites.press, Act.REGION: regions.press}
"""What does not draw a job anew at the press, by the button of a job's."""


class Routes:
    """By custom id, which says all: nothing is remembered between a message and the press of its button."""

    def __init__(self, desk: Desk, admission: Admission, panel: Help) -> None:
        self._desk, self._admission, self._help = desk, admission, panel

    async def pressed(self, interaction: Interaction) -> None:
        """Do what the button or the select is for."""
        bind_contextvars(interaction=interaction.id)
        try:
            if await admitted(interaction, self._admission):
                await self._handle(interaction, cast("dict[str, Any]", interaction.data)["custom_id"])
        except Exception as error:  # noqa: BLE001 - the one handler of buttons
            await tell_error(interaction, error)

    async def submitted(self, interaction: Interaction) -> None:
        """A window came back."""
        bind_contextvars(interaction=interaction.id)
        try:
            if await admitted(interaction, self._admission):
                await self._take(interaction, cast("dict[str, Any]", interaction.data)["custom_id"])
        except Exception as error:  # noqa: BLE001 - the one handler of windows
            await tell_error(interaction, error)

    async def _take(self, interaction: Interaction, custom_id: str) -> None:
        if handle := _topic(custom_id):
            await handle(interaction, self._desk, custom_id)
        else:
            await tell(interaction, say("error.button", interaction.locale.value))

    async def _handle(self, interaction: Interaction, custom_id: str) -> None:
        if pressed := ids.press(custom_id):
            await ACTS.get(pressed.act, remix.press)(interaction, self._desk, pressed)
        elif custom_id == SUBMIT_CURE:
            await imagine_cure(interaction, self._desk)
        elif custom_id == TOPIC:
            await self._help.chosen(interaction)
        elif handle := _topic(custom_id):
            await handle(interaction, self._desk, custom_id)
        else:
            await tell(interaction, say("error.button", interaction.locale.value))


def _topic(custom_id: str) -> Handle | None:
    return next((handle for begin, handle in TOPICS.items() if custom_id.startswith(begin)), None)
