"""What the store keeps of a member: told in full, and let go; what is too old; and which pictures nobody needs."""

from bot.store.privacy.blobs import Named
from bot.store.privacy.erasures import Erasure, Erasures
from bot.store.privacy.forgetting import Forgetting
from bot.store.privacy.records import Records
from bot.store.privacy.retention import Retention

__all__ = ["Erasure", "Erasures", "Forgetting", "Named", "Records", "Retention"]
