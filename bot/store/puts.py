"""What can be undone: for each kind of act, what makes it so."""

from collections.abc import Mapping

from bot.store import fronts, limits, rulings
from bot.store.audit import Put
from bot.store.privacy.retention import put_days

PUTS: Mapping[str, Put] = {
    fronts.ACTION: fronts.put,
    limits.ACTION: limits.put,
    "retention": put_days,
    **dict.fromkeys(rulings.KINDS, rulings.put),
}
