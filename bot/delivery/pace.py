"""How fast and how long: the delays of delivery, all in seconds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """Delays, in seconds."""

    edits: float = 3.0
    """From one edit of a progress message to the next."""
    old_edits: float = 30.0
    """The same where the message is older than an hour: Discord takes few edits of those (its error 30046)."""
    positions: float = 10.0
    """From one edit of a message about a job that waits to the next, when its place in the queue changes."""
    first_retry: float = 2.0
    """After the first try of a post that failed; doubled each time."""
    longest_retry: float = 300.0
    attempt: float = 5.0
    """After which a try counts as failed if the bot died in it."""
    nonce: float = 60.0
    """As long as Discord surely knows a nonce; it says "a few minutes". Afterwards its history is looked at first."""
    patience: float = 600.0
    """A channel that takes no post for longer than this (its slow mode) is none to wait for."""
    answer: float = 14 * 60.0
    """As long as an interaction's answer is edited by the interaction's token, which lives for 15 minutes."""
    grace: float = 5.0
    """In which the message about a job that failed at once may still be on its way."""

    def retry(self, tries: int) -> float:
        """How long to wait after so many tries, from 1."""
        return min(self.first_retry * 2.0 ** min(tries - 1, 30), self.longest_retry)
