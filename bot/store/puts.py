"""What can be undone: for each kind of act, what makes it so."""

from collections.abc import Mapping

from bot.store.audit import Put

PUTS: Mapping[str, Put] = {}
