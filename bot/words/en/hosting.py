"""English: room on the disk, and results that only their author sees."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.full": (
        "The bot has no room for more pictures right now, so it takes no new jobs; nothing was lost. Please tell its "
        "host, or try again later."
    ),
    "delivery.full": "[Full size](<{link}>)",
    "stealth.here": "Only you see this; the pictures come by direct message.",
    "stealth.sent": "Your pictures are in your direct messages.",
    "stealth.nowhere": (
        "The pictures are done, and you take no direct messages from this server, so they cannot reach you unseen. "
        "Allow them in its privacy settings, or type `/show {job_id}`: only you see the answer."
    ),
}
