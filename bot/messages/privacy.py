"""Who may see a job: everybody where it was asked for, or its author alone (`--stealth`)."""

from bot.jobs.job import Job
from bot.prompt.zones import divide

_NAMES = {"stealth": True, "public": False}


def is_stealth(prompt: str) -> bool:
    """True where a canonical prompt asks for it; the last of the two counts."""
    told = [_NAMES[each.name] for each in divide(prompt).parameters if each.name in _NAMES]
    return bool(told) and told[-1]


def is_private(job: Job) -> bool:
    """True where others read along and only its author may see it."""
    return job.asked.guild_id is not None and is_stealth(job.prompt)
