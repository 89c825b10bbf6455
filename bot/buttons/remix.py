"""Remix mode: buttons that draw anew offer the prompt for a change first, and keep what was typed until it is drawn."""

from bot.buttons import ids, presses
from bot.buttons.answers import tell, tell_refused, tell_wrong
from bot.buttons.desk import Desk
from bot.buttons.hidden import unless_hidden
from bot.buttons.ids import PANS, Act, Press
from bot.buttons.items import Interaction
from bot.buttons.presses import draw, drawn, show, unless_kept_back
from bot.buttons.windows import LONGEST, fields_of, open_window, prompt_field
from bot.imagine.errors import Refused
from bot.prompt.errors import WrongPrompt
from bot.prompt.personal import Habit
from bot.words import say

REMIXED = frozenset({Act.VARIATION, Act.HIGH_VARIATION, Act.LOW_VARIATION, Act.REROLL, Act.CUSTOM_ZOOM, *PANS})
"""The buttons that draw the prompt once more, or more of the picture."""
FIELDS = {"MJ::PanModal": "MJ::PanModal::prompt", "MJ::OutpaintCustomZoomModal": "MJ::OutpaintCustomZoomModal::prompt"}
"""Midjourney's own names of fields, where they are not called new_prompt."""


async def press(interaction: Interaction, desk: Desk, pressed: Press) -> None:
    """A button: what draws anew by a window where its member has remix mode on, Custom Zoom always; all else at once.

    Raises UnknownJob, Refused.
    """
    if pressed.act not in REMIXED:
        await presses.press(interaction, desk, pressed)
        return
    member_id = interaction.user.id
    is_asked = pressed.act is Act.CUSTOM_ZOOM or Habit.REMIX in (await desk.store.preferences.of(member_id)).habits
    if not is_asked:
        await draw(interaction, desk, pressed)
        return
    await unless_kept_back(interaction, desk, pressed.job_id)
    prompt = (await desk.store.jobs.get(pressed.job_id)).prompt
    if len(prompt) > LONGEST:
        await draw(interaction, desk, pressed, say("remix.long", interaction.locale.value, most=LONGEST))
        return
    await offer(interaction, desk, ids.window(await _meant(desk, member_id, pressed)))


async def offer(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window of this custom id, with what its member typed into it last, or the job's prompt. Raises UnknownJob."""
    pressed = ids.in_window(custom_id)
    locale = interaction.locale.value
    if pressed is None:
        await tell(interaction, say("error.button", locale))
        return
    text = await desk.store.drafts.of(interaction.user.id, custom_id)
    text = text or (await desk.store.jobs.get(pressed.job_id)).prompt + _zoom(pressed)
    field = prompt_field(_field(custom_id), say("remix.prompt", locale), text[:LONGEST])
    title = "zoom.title" if pressed.act is Act.CUSTOM_ZOOM else "remix.title"
    await open_window(interaction, custom_id, say(title, locale), field)


async def again(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Edit again, under what was wrong."""
    await offer(interaction, desk, custom_id.removeprefix(ids.AGAIN))


async def submitted(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """The window came back: its prompt is drawn, or what is wrong is told, with a button that opens it again."""
    await taken(interaction, desk, custom_id, fields_of(interaction).get(_field(custom_id), ""))


async def taken(interaction: Interaction, desk: Desk, custom_id: str, typed: str) -> None:
    """Draw what the button behind the window is for, with this prompt."""
    pressed, member_id = ids.in_window(custom_id), interaction.user.id
    if pressed is None:
        await tell(interaction, say("error.button", interaction.locale.value))
        return
    await unless_hidden(interaction, desk, await desk.store.jobs.get(pressed.job_id))
    await desk.store.drafts.put(member_id, custom_id, typed)
    try:
        submission = await drawn(interaction, desk, pressed, typed)
    except WrongPrompt as wrong:
        await tell_wrong(interaction, wrong, typed, again=ids.again(custom_id))
    except Refused as refused:
        await tell_refused(interaction, refused, typed, again=ids.again(custom_id))
    else:
        await desk.store.drafts.drop(member_id, custom_id)
        await show(interaction, desk, pressed, submission)


async def _meant(desk: Desk, member_id: int, pressed: Press) -> Press:
    """V varies as its member has it; the window says which."""
    if pressed.act is not Act.VARIATION:
        return pressed
    habits = (await desk.store.preferences.of(member_id)).habits
    act = Act.LOW_VARIATION if Habit.LOW_VARIABILITY in habits else Act.HIGH_VARIATION
    return Press(act, pressed.job_id, pressed.index)


def _field(custom_id: str) -> str:
    kind = ids.kind_of_window(custom_id)
    return FIELDS.get(kind, f"{kind}::new_prompt")


def _zoom(pressed: Press) -> str:
    """What is to be changed in the window of Custom Zoom."""
    return " --zoom 2" if pressed.act is Act.CUSTOM_ZOOM else ""
