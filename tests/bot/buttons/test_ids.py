"""Custom ids, as Midjourney's clients know them."""

import pytest

from bot.buttons import ids
from bot.buttons.ids import Act, Press

JOB = "0198c0de-0000-7000-8000-00000000000a"

FORMS = [
    (ids.upsample(JOB, 2), f"MJ::JOB::upsample::2::{JOB}", Press(Act.UPSAMPLE, JOB, 2)),
    (ids.variation(JOB, 3), f"MJ::JOB::variation::3::{JOB}", Press(Act.VARIATION, JOB, 3)),
    (ids.reroll(JOB), f"MJ::JOB::reroll::0::{JOB}::SOLO", Press(Act.REROLL, JOB)),
    (ids.high_variation(JOB), f"MJ::JOB::high_variation::1::{JOB}::SOLO", Press(Act.HIGH_VARIATION, JOB, 1)),
    (ids.low_variation(JOB), f"MJ::JOB::low_variation::1::{JOB}::SOLO", Press(Act.LOW_VARIATION, JOB, 1)),
    (ids.cancel(JOB), f"MJ::CancelJob::ByJobid::{JOB}", Press(Act.CANCEL, JOB)),
]


@pytest.mark.parametrize(("made", "form", "press"), FORMS)
def test_each_has_midjourneys_form_and_is_read_back(made: str, form: str, press: Press) -> None:
    """A custom id says all: what to do, to which picture, of which job."""
    assert made == form
    assert len(made) <= 100
    assert ids.press(made) == press
    assert ids.job_in(made) == JOB


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "MJ::JOB::upsample::0::" + JOB,
        "MJ::JOB::upsample::5::" + JOB,
        "MJ::JOB::reroll::1::" + JOB,
        "MJ::JOB::pan_north::1::" + JOB,
        "MJ::JOB::upsample::1::" + JOB.upper(),
        "MJ::JOB::upsample::1::" + JOB + "\n",
        "MJ::JOB::upsample::1::../../etc",
        "MJ::CancelJob::ByJobid::" + JOB[:-1],
        "FU::Cure",
    ],
)
def test_what_is_no_button_of_a_job_is_none(custom_id: str) -> None:
    """Members' programs may send anything."""
    assert ids.press(custom_id) is None
    assert ids.job_in(custom_id) is None
