"""Ids of jobs: UUIDs of version 7, which sort by when they were made."""

from uuid import UUID

RANDOM_BITS = 74
_VERSION, _VARIANT = 7, 0b10


def job_id(milliseconds: int, random: int) -> str:
    """The id of a job made so many milliseconds after 1970, with RANDOM_BITS random bits (RFC 9562, 5.7)."""
    upper, lower = random >> 62 & 0xFFF, random & (1 << 62) - 1
    return str(UUID(int=(milliseconds & (1 << 48) - 1) << 80 | _VERSION << 76 | upper << 64 | _VARIANT << 62 | lower))


def made_at(job_id: str) -> float:
    """The second since 1970 at which the job of this id was made."""
    return (UUID(job_id).int >> 80) / 1000
