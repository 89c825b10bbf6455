"""What a job's pictures are called as files, and what is told of them to those who cannot see them.

Source: reference of Midjourney's messages, 4.1: name of the member, words of the prompt, id of the job.
"""

import re
import unicodedata

from bot.jobs.job import Job
from bot.messages.quoting import calm, shortened
from bot.words import say

LONGEST_WORDS = 63
LONGEST_ALT = 1024
"""Characters of a file's description, Discord's limit."""

_LINK = re.compile(r"<?https?://[^\s<>]*>?", re.IGNORECASE)
_PARAMETERS = re.compile(r"(?:^|\s)(?:--|—)[a-z].*", re.DOTALL)


def file_name(job: Job, extension: str, index: int | None = None) -> str:
    """`ada_a_red_apple_<job id>.png`; `index` numbers one picture of a grid: `ada_a_red_apple_2_<job id>.png`.

    Programs read the job's id between the last underscore and the dot.
    """
    pieces = [_words(job.asked.member.name) or "picture", _words(_subject(job.prompt))]
    pieces += [] if index is None else [str(index)]
    return f"{'_'.join(filter(None, pieces))}_{job.id}.{extension}"


def alt_text(job: Job, index: int | None = None) -> str:
    """What the picture shows, in words: a grid, or the picture of this number."""
    locale, several = job.asked.member.locale, len(job.pictures) > 1
    key = "delivery.alt.grid" if several and index is None else "delivery.alt.picture"
    words = calm(_subject(job.prompt) or job.prompt)
    return shortened(say(key, locale, count=len(job.pictures), prompt=words), LONGEST_ALT)


def _subject(prompt: str) -> str:
    """What the prompt says, without links and parameters."""
    return _PARAMETERS.sub("", _LINK.sub(" ", prompt)).strip()


def _words(text: str) -> str:
    """The text as words of ASCII with underscores between, which every disk and link can carry."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:LONGEST_WORDS].strip("_")
