"""Which button asks for which edit, and which one gave rise to a job."""

from collections.abc import Mapping

from bot.buttons import ids
from bot.buttons.ids import Act
from bot.imagine.asking import Asking
from bot.jobs.job import Job
from engine.protocol import Edit

ASKED: Mapping[Act, Asking] = {
    Act.UPSCALE_SUBTLE: Asking(Edit.UPSCALE_SUBTLE),
    Act.UPSCALE_CREATIVE: Asking(Edit.UPSCALE_CREATIVE),
    Act.ZOOM_2: Asking(Edit.ZOOM, 2.0),
    Act.ZOOM_1_5: Asking(Edit.ZOOM, 1.5),
    Act.CUSTOM_ZOOM: Asking(Edit.ZOOM, 2.0),
    Act.SQUARE: Asking(Edit.SQUARE),
    Act.PAN_LEFT: Asking(Edit.PAN_LEFT),
    Act.PAN_RIGHT: Asking(Edit.PAN_RIGHT),
    Act.PAN_UP: Asking(Edit.PAN_UP),
    Act.PAN_DOWN: Asking(Edit.PAN_DOWN),
}
"""The edits that buttons ask for; what is typed in a window comes beside it."""

UPSCALES = frozenset({Edit.UPSCALE_SUBTLE, Edit.UPSCALE_CREATIVE})


def custom_id(act: Act, job_id: str, index: int = 1) -> str:
    """Of the button for this edit of a picture."""
    if act in {Act.UPSCALE_SUBTLE, Act.UPSCALE_CREATIVE}:
        return ids.enlarge(act, job_id, index)
    if act in ids.PANS:
        return ids.pan(act, job_id, index)
    return ids.custom_zoom(job_id) if act is Act.CUSTOM_ZOOM else ids.outpaint(act, job_id, index)


def pressed_for(child: Job) -> str:
    """The custom id of the button that gave rise to this edit."""
    if child.edit is Edit.REGION:
        return ids.region(child.parent or "", child.index or 1)
    asked = Asking(child.edit or Edit.ZOOM, child.zoom)
    act = next((act for act, each in ASKED.items() if each == asked), Act.CUSTOM_ZOOM)
    is_custom = act is Act.ZOOM_2 and child.is_remix
    return custom_id(Act.CUSTOM_ZOOM if is_custom else act, child.parent or "", child.index or 1)
