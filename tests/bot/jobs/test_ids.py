"""What a job's id tells."""

import pytest

from bot.ids import RANDOM_BITS, job_id
from bot.jobs.ids import job_of_nonce, made_at, nonce


@pytest.mark.parametrize("milliseconds", [0, 1, 1_790_000_000_123, 2**48 - 1])
def test_an_id_tells_when_it_was_made(milliseconds: int) -> None:
    """To the millisecond, whatever is random in it."""
    assert made_at(job_id(milliseconds, 2**RANDOM_BITS - 1)) == milliseconds / 1000


def test_a_nonce_fits_discord_and_leads_back() -> None:
    """25 characters is what Discord takes."""
    made = job_id(1_790_000_000_123, 2**RANDOM_BITS - 1)
    assert len(nonce(made)) == 22
    assert job_of_nonce(nonce(made)) == made


@pytest.mark.parametrize("text", ["", "1234", "a" * 21, "a" * 30, "☃" * 22])
def test_a_nonce_of_others_leads_nowhere(text: str) -> None:
    """Members' clients choose theirs as they like."""
    assert job_of_nonce(text) is None
