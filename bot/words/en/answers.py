"""English: answers to what cannot be done."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "error.outdated": "This command has changed since Discord last loaded it. Type / and pick it again.",
    "error.unexpected": (
        "Something went wrong on our side. Please try again; if it stays, tell the host this number: {incident}."
    ),
    "wrong.cure": "This would work",
    "wrong.submit": "Submit this one",
    "wrong.submitted": "Submitted",
    "wrong.again": "This one is submitted already: its pictures come, or have come.",
    "wrong.lost": "The corrected prompt is not here any more. Type /imagine once more, please.",
    "wrong.more": "… and {count} more.",
    "job.unknown": "This bot knows nothing of that job any more. Type /imagine to make a new one.",
    "job.is.waiting": "The job is still waiting for its turn.",
    "job.is.running": "The job is still being drawn.",
    "job.is.rendered": "The pictures are drawn already, and on their way.",
    "job.is.delivered": "The job is finished already.",
    "job.is.failed": "The job has failed already; there is nothing left to do with it.",
    "job.is.cancelled": "The job is cancelled already.",
    "error.store": "The bot cannot write to its memory right now. Nothing was lost; please try again in a minute.",
    "error.button": "This button is older than the bot and does nothing any more. Type / to see what there is.",
    "closed.server": "This bot is run for other servers and takes no jobs here. Its host can allow this server.",
    "closed.elsewhere": "This bot draws for members of its own servers. Join one of them, then ask again.",
    "job.no_picture": "There is no picture {index} of this job: it has not come that far, or ended before.",
}
