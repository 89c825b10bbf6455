"""Messages about jobs: what they say, what their files are called; pure text."""

from bot.messages.files import alt_text, file_name
from bot.messages.lines import by_dm, loading, result, running, stopped, waiting
from bot.messages.privacy import is_private, is_stealth
from bot.messages.quoting import is_cut

__all__ = [
    "alt_text",
    "by_dm",
    "file_name",
    "is_cut",
    "is_private",
    "is_stealth",
    "loading",
    "result",
    "running",
    "stopped",
    "waiting",
]
