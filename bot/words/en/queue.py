"""English: the queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "cancel.done": "The job is cancelled.",
    "queue.full": "Your job queue is full. Please wait for a job to finish first, then resubmit this one.",
    "queue.waits": (
        "You have reached the maximum allowed number of concurrent jobs. Don't worry, this job will start as soon as "
        "another one finishes!"
    ),
    "cancel.by_moderator": "A moderator cancelled it. What was not drawn of it costs nothing.",
    "cancel.not_yours": "Only the author of a job and moderators can cancel it.",
    "cancel.too_late": "This job has ended already, so there is nothing left to cancel.",
}
