"""The custom ids of buttons, in Midjourney's own form: programs that press its buttons press these too."""

import re
from dataclasses import dataclass
from enum import StrEnum

_JOB = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_ACTION = re.compile(
    rf"MJ::JOB::(?P<act>upsample|variation|reroll|high_variation|low_variation)::(?P<index>[0-4])::(?P<job>{_JOB})"
    r"(?:::SOLO)?"
)
_PICTURE = rf"(?P<index>[1-4])::(?P<job>{_JOB})(?:::SOLO)?"
_ENLARGE = re.compile(rf"MJ::JOB::upsample_v[0-9a-z]{{1,4}}_2x_(?P<how>subtle|creative)::{_PICTURE}")
_PAN = re.compile(rf"MJ::JOB::pan_(?P<how>left|right|up|down)::{_PICTURE}")
_OUTPAINT = re.compile(rf"MJ::Outpaint::(?P<how>50|75|100)::{_PICTURE}")
_REGION = re.compile(rf"MJ::Inpaint::{_PICTURE}")
_CUSTOM_ZOOM = re.compile(rf"MJ::CustomZoom::(?:(?P<index>[1-4])::)?(?P<job>{_JOB})")
_BOOKMARK = re.compile(rf"MJ::BOOKMARK::(?P<job>{_JOB})")
_CANCEL = re.compile(rf"MJ::CancelJob::ByJobid::(?P<job>{_JOB})")

_REMIX = re.compile(rf"MJ::RemixModal::(?P<job>{_JOB})::(?P<index>[1-4])::(?P<strong>[01])")
_ANEW = re.compile(rf"MJ::ImagineModal::(?P<job>{_JOB})")

_PANNED = re.compile(rf"MJ::PanModal::(?P<how>left|right|up|down)::(?P<job>{_JOB})::(?P<index>[1-4])")
_ZOOMED = re.compile(rf"MJ::OutpaintCustomZoomModal::(?:(?P<index>[1-4])::)?(?P<job>{_JOB})")

REGION_WINDOW = "FU::RegionModal"
_IN_REGION = re.compile(rf"{REGION_WINDOW}::(?P<index>[1-4])::(?P<job>{_JOB})")

AGAIN = "FU::Again::"
"""What the custom id of a button begins with that opens a window once more; the window's own stands behind it."""
WINDOWS = ("MJ::RemixModal", "MJ::ImagineModal", "MJ::PanModal", "MJ::OutpaintCustomZoomModal")

ORDER = "FU::Order::"
"""What the custom ids of buttons of an order of several grids begin with; what they do and the order's id follow."""

ABOUT, ONCE, BIN = "FU::About::", "FU::Once::", "FU::Bin::"
"""What the custom ids of ℹ️, ✏️ and 🗑️ begin with; a job's id stands behind it."""

OF_A_JOB = r"MJ::(?:JOB|Job|Picread|CancelJob|Outpaint|CustomZoom|BOOKMARK|Inpaint)::[\w:-]{1,90}"
"""What the custom ids of Midjourney's buttons have the form of, of jobs and of what was read."""


class Act(StrEnum):
    """What a button of a job does."""

    UPSAMPLE = "upsample"
    VARIATION = "variation"
    REROLL = "reroll"
    HIGH_VARIATION = "high_variation"
    LOW_VARIATION = "low_variation"
    UPSCALE_SUBTLE = "subtle"
    UPSCALE_CREATIVE = "creative"
    PAN_LEFT = "left"
    PAN_RIGHT = "right"
    PAN_UP = "up"
    PAN_DOWN = "down"
    ZOOM_2 = "50"
    ZOOM_1_5 = "75"
    SQUARE = "100"
    CUSTOM_ZOOM = "custom"
    FAVOURITE = "favourite"
    REGION = "region"
    CANCEL = "cancel"


PANS = frozenset({Act.PAN_LEFT, Act.PAN_RIGHT, Act.PAN_UP, Act.PAN_DOWN})


@dataclass(frozen=True)
class Press:
    """A button of a job's; `index` counts its pictures from 1, and is 0 where it is about no one picture."""

    act: Act
    job_id: str
    index: int = 0


def upsample(job_id: str, index: int) -> str:
    """U1 to U4."""
    return f"MJ::JOB::upsample::{index}::{job_id}"


def variation(job_id: str, index: int) -> str:
    """V1 to V4."""
    return f"MJ::JOB::variation::{index}::{job_id}"


def reroll(job_id: str) -> str:
    """The same prompt once more."""
    return f"MJ::JOB::reroll::0::{job_id}::SOLO"


def high_variation(job_id: str, index: int = 1) -> str:
    """Vary (Strong), under a picture by itself."""
    return f"MJ::JOB::high_variation::{index}::{job_id}::SOLO"


def low_variation(job_id: str, index: int = 1) -> str:
    """Vary (Subtle), under a picture by itself."""
    return f"MJ::JOB::low_variation::{index}::{job_id}::SOLO"


def enlarge(act: Act, job_id: str, index: int = 1) -> str:
    """Upscale (Subtle) and (Creative), under a picture by itself."""
    return f"MJ::JOB::upsample_v6r1_2x_{act}::{index}::{job_id}::SOLO"


def pan(act: Act, job_id: str, index: int = 1) -> str:
    """The four arrows."""
    return f"MJ::JOB::pan_{act}::{index}::{job_id}::SOLO"


def outpaint(act: Act, job_id: str, index: int = 1) -> str:
    """Zoom Out 2x and 1.5x, and Make Square."""
    return f"MJ::Outpaint::{act}::{index}::{job_id}::SOLO"


def custom_zoom(job_id: str) -> str:
    """Custom Zoom."""
    return f"MJ::CustomZoom::{job_id}"


def favourite(job_id: str) -> str:
    """❤️."""
    return f"MJ::BOOKMARK::{job_id}"


def about(job_id: str) -> str:
    """ℹ️."""
    return f"{ABOUT}{job_id}"


def once(job_id: str) -> str:
    """✏️."""
    return f"{ONCE}{job_id}"


def bin_of(job_id: str) -> str:
    """🗑️."""
    return f"{BIN}{job_id}"


def region(job_id: str, index: int = 1) -> str:
    """Vary (Region)."""
    return f"MJ::Inpaint::{index}::{job_id}::SOLO"


def cancel(job_id: str) -> str:
    """Cancel Job."""
    return f"MJ::CancelJob::ByJobid::{job_id}"


def press(custom_id: str) -> Press | None:
    """The button of this custom id; None where it is not one of a job's."""
    for act, form in ((Act.CANCEL, _CANCEL), (Act.FAVOURITE, _BOOKMARK)):
        if found := form.fullmatch(custom_id):
            return Press(act, found["job"])
    for form in (_ENLARGE, _PAN, _OUTPAINT):
        if found := form.fullmatch(custom_id):
            return Press(Act(found["how"]), found["job"], int(found["index"]))
    for act, form in ((Act.REGION, _REGION), (Act.CUSTOM_ZOOM, _CUSTOM_ZOOM)):
        if found := form.fullmatch(custom_id):
            return Press(act, found["job"], int(found["index"] or 1))
    found = _ACTION.fullmatch(custom_id)
    if found is None:
        return None
    act, index = Act(found["act"]), int(found["index"])
    return None if (act is Act.REROLL) != (index == 0) else Press(act, found["job"], index)


def job_in(custom_id: str) -> str | None:
    """The job that a button of this custom id is about; None where it is about none."""
    found = press(custom_id)
    return found.job_id if found else None


def window(pressed: Press) -> str:
    """The window that changes the prompt before this button draws: a variation's, or the one of 🔄."""
    if pressed.act is Act.REROLL:
        return f"MJ::ImagineModal::{pressed.job_id}"
    if pressed.act in PANS:
        return f"MJ::PanModal::{pressed.act}::{pressed.job_id}::{pressed.index}"
    if pressed.act is Act.CUSTOM_ZOOM:
        return f"MJ::OutpaintCustomZoomModal::{pressed.job_id}"
    return f"MJ::RemixModal::{pressed.job_id}::{pressed.index}::{int(pressed.act is Act.HIGH_VARIATION)}"


def in_window(custom_id: str) -> Press | None:
    """The button for which a window of this custom id stands; None where it is no such window."""
    if found := _ANEW.fullmatch(custom_id):
        return Press(Act.REROLL, found["job"])
    if found := _PANNED.fullmatch(custom_id):
        return Press(Act(found["how"]), found["job"], int(found["index"]))
    if found := _ZOOMED.fullmatch(custom_id):
        return Press(Act.CUSTOM_ZOOM, found["job"], int(found["index"] or 1))
    if found := _REMIX.fullmatch(custom_id):
        act = Act.HIGH_VARIATION if found["strong"] == "1" else Act.LOW_VARIATION
        return Press(act, found["job"], int(found["index"]))
    return None


def region_window(pressed: Press) -> str:
    """The window in which a region is named."""
    return f"{REGION_WINDOW}::{pressed.index}::{pressed.job_id}"


def in_region_window(custom_id: str) -> Press | None:
    """The button for which that window stands; None where it is no such window."""
    found = _IN_REGION.fullmatch(custom_id)
    return Press(Act.REGION, found["job"], int(found["index"])) if found else None


def kind_of_window(custom_id: str) -> str:
    """What the custom ids of such windows begin with, and of their fields."""
    return "::".join(custom_id.split("::")[:2])


def again(custom_id: str) -> str:
    """Edit again: the window of this custom id once more."""
    return f"{AGAIN}{custom_id}"
