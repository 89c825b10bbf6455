"""The tables. `migrations` makes them; a test holds the two equal."""

from bot.store.tables.alarms import alarms
from bot.store.tables.album import binned, favourites
from bot.store.tables.audit import audit
from bot.store.tables.base import Moment, Words, metadata
from bot.store.tables.drafts import drafts
from bot.store.tables.jobs import (
    IS_MOVED,
    IS_PROGRESS,
    IS_RUNNING,
    IS_UPSCALED,
    IS_WAITING,
    channels,
    deliveries,
    guilds,
    jobs,
    members,
    messages,
    originals,
    pictures,
)
from bot.store.tables.limits import limits
from bot.store.tables.orders import orders
from bot.store.tables.preferences import macros, preferences
from bot.store.tables.privacy import erasures, leaving, retention
from bot.store.tables.rulings import rulings
from bot.store.tables.shares import rates, shares, virtual_time
from bot.store.tables.spent import spent
from bot.store.tables.thinking import thinking

__all__ = [
    "IS_MOVED",
    "IS_PROGRESS",
    "IS_RUNNING",
    "IS_UPSCALED",
    "IS_WAITING",
    "Moment",
    "Words",
    "alarms",
    "audit",
    "binned",
    "channels",
    "deliveries",
    "drafts",
    "erasures",
    "favourites",
    "guilds",
    "jobs",
    "leaving",
    "limits",
    "macros",
    "members",
    "messages",
    "metadata",
    "orders",
    "originals",
    "pictures",
    "preferences",
    "rates",
    "retention",
    "rulings",
    "shares",
    "spent",
    "thinking",
    "virtual_time",
]
