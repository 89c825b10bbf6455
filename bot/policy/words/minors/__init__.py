"""Sexual content with minors: refused always, by no setting to be turned off."""

from bot.policy.words.minors.judge import Reason, sexual_with_minor

__all__ = ["Reason", "sexual_with_minor"]
