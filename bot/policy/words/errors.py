"""What is wrong with a rule that somebody writes into a list.

BotError
└── WrongRule
"""

from bot.errors import BotError
from bot.words import SOURCE, say


class WrongRule(BotError):
    """The rule cannot be used; its text is the English sentence, `say(key, locale, **values)` another."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(say(key, SOURCE, **values))
        self.key, self.values = key, values

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""
        return say(self.key, locale, **self.values)
