"""What goes wrong with the database.

BotError
├── CannotUndo      what was done stays as it is
└── StoreError      anything that nobody foresaw
    ├── StoreBusy   another process keeps it locked
    ├── StoreFull   there is no room for more
    ├── StoreNewer  a later Fourup made it
    └── UnknownJob  no job has that id
"""

from enum import StrEnum

from bot.errors import BotError


class StoreError(BotError):
    """The database cannot be read or written."""


class StoreBusy(StoreError):
    """Another process keeps the database locked."""

    def __init__(self) -> None:
        super().__init__("The database is busy. Try again in a moment.")


class StoreFull(StoreError):
    """There is no room for more."""

    def __init__(self) -> None:
        super().__init__("The disk that holds the database is full: make room on it, then try again.")


class StoreNewer(StoreError):
    """A later Fourup made the database."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"The database was made by a later Fourup (revision {revision}): install that one, or restore a copy from "
            "before."
        )


class UnknownJob(StoreError):
    """No job has that id."""

    def __init__(self, job_id: str) -> None:
        super().__init__(f"There is no job `{job_id}`.")
        self.job_id = job_id


class Undoing(StrEnum):
    """Why something cannot be undone."""

    UNKNOWN = "unknown"
    DONE = "done"
    """It was undone already."""
    FINAL = "final"
    """There is no way back from it."""
    CHANGED = "changed"
    """It is otherwise meanwhile: what came later has to be undone first."""


class CannotUndo(BotError):
    """What was done stays as it is."""

    def __init__(self, why: Undoing, number: int | None = None) -> None:
        super().__init__(f"What was done stays as it is ({why}).")
        self.why, self.number = why, number
