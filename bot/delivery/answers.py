"""Answers to interactions: for minutes, messages that the bot can edit where it may do nothing else."""

from collections.abc import Callable

import discord

from bot.jobs.job import Job


class Answers:
    """The answers that can still be edited, by their job. Only the interaction's token opens them, so they are kept."""

    def __init__(self, now: Callable[[], float], seconds: float) -> None:
        self._now, self._seconds = now, seconds
        self._kept: dict[str, tuple[discord.Message, float]] = {}

    def keep(self, job: Job, message: discord.Message) -> None:
        """This can be edited from now on, if it is the answer to an interaction."""
        self._forget_old()
        if isinstance(message, discord.InteractionMessage | discord.WebhookMessage):
            self._kept[job.id] = message, self._now() + self._seconds

    def of(self, job_id: str) -> discord.Message | None:
        """The answer; None where there is none that can be edited."""
        self._forget_old()
        message, _ = self._kept.get(job_id, (None, 0.0))
        return message

    def drop(self, job_id: str) -> None:
        """It is not needed any more."""
        self._kept.pop(job_id, None)

    def _forget_old(self) -> None:
        now = self._now()
        self._kept = {job_id: kept for job_id, kept in self._kept.items() if kept[1] > now}
