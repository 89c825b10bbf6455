"""✏️: remix for one press, whatever the member's mode is."""

from bot.buttons import ids
from bot.buttons.answers import tell
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.ids import Act, Press
from bot.buttons.items import Interaction
from bot.buttons.remix import offer
from bot.buttons.windows import LONGEST
from bot.words import say


async def pressed(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window of Vary (Strong) for a picture by itself, of 🔄 for a grid. Raises UnknownJob, Refused."""
    job = await desk.store.jobs.get(custom_id.removeprefix(ids.ONCE))
    await unless_hidden(interaction, desk, job)
    if len(job.prompt) > LONGEST:
        await tell(interaction, say("once.long", interaction.locale.value, most=LONGEST))
        return
    is_single = len(job.pictures) == 1
    meant = Press(Act.HIGH_VARIATION, job.id, 1) if is_single else Press(Act.REROLL, job.id)
    await offer(interaction, desk, ids.window(meant))
