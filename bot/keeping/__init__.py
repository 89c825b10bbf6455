"""What the bot keeps and what it lets go: files that nobody needs, jobs that are too old, members who leave."""

from bot.keeping.export import Export, Page
from bot.keeping.privacy import Privacy
from bot.keeping.sweeper import Clocks, Sweeper, Tempo

__all__ = ["Clocks", "Export", "Page", "Privacy", "Sweeper", "Tempo"]
