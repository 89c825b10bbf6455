"""Jobs to write messages about."""

from dataclasses import replace
from typing import Any

from bot.ids import job_id
from bot.jobs.job import Asked, Job, Member, New, Picture

ID = job_id(1_790_000_000_000, 7)
ADA = Member(42, "ada", "en-US")


def job(prompt: str = "a red apple", **changes: Any) -> Job:
    """A job of Ada's."""
    return replace(Job.imagine(New(ID, 5, Asked(1, ADA, 7, 8)), prompt), **changes)


def grid(prompt: str = "a red apple", **changes: Any) -> Job:
    """One with four pictures."""
    return job(prompt, pictures=tuple(Picture(f"blob {n}", 64, 64, n) for n in range(1, 5)), **changes)
