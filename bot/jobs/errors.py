"""What a job cannot do.

BotError
└── JobError
    ├── WrongState      the job is past the state that this needs
    ├── Superseded      an attempt that does not hold the job any more wants to change it
    └── NoSuchPicture   the job has no picture of that number
"""

from bot.errors import BotError


class JobError(BotError):
    """A job cannot do what was asked of it."""


class WrongState(JobError):
    """The job is past the state that this needs."""

    def __init__(self, job_id: str, state: str) -> None:
        super().__init__(f"That is not possible any more: the job `{job_id}` is {state}.")
        self.job_id, self.state = job_id, state


class Superseded(JobError):
    """The attempt does not hold the job any more: the job was cancelled, or handed to another."""

    def __init__(self, job_id: str, attempt: int) -> None:
        super().__init__(f"Attempt {attempt} does not hold the job `{job_id}` any more.")
        self.job_id, self.attempt = job_id, attempt


class NoSuchPicture(JobError):
    """The job has no picture of that number."""

    def __init__(self, job_id: str, index: int) -> None:
        super().__init__(f"The job `{job_id}` has no picture {index}.")
        self.job_id, self.index = job_id, index
