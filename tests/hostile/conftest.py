"""The bot in a playground, as the tests of the bot have it."""

from tests.bot.conftest import as_published, connect, memory, mo, studio

__all__ = ["as_published", "connect", "memory", "mo", "studio"]
