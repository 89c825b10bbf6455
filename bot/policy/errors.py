"""What is refused to a member, with what the answer says.

BotError
└── Refused
    ├── Unsure     the member is asked whether it is meant
    └── Unread     the member has to acknowledge something first
"""

from bot.errors import BotError
from bot.words import SOURCE, say
from bot.words.phrase import filled


class Refused(BotError):
    """What was asked for is not done, and nothing is stored.

    `title` is one of Midjourney's, which programs go by; `key` with `values` is a sentence of bot.words.
    """

    def __init__(self, title: str, key: str, /, **values: object) -> None:
        super().__init__(say(key, SOURCE, **values))
        self.title, self.key, self.values = title, key, values

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""
        return say(self.key, locale, **filled(self.values, locale))


class Unsure(Refused):
    """It is done once the member says that it is meant."""


class Unread(Refused):
    """It can be asked for again once the member has acknowledged what moderators say."""


INVALID_PARAMETER = "Invalid parameter"
INVALID_REQUEST = "Invalid request"
INVALID_LINK = "Invalid link"
QUEUE_FULL = "Queue full"
DUPLICATE_IMAGES = "Duplicate images detected"
ACTION_RESTRICTED = "Job action restricted"
INTERNAL_ERROR = "Internal error"
CREDITS_EXHAUSTED = "Credits exhausted"
SLOW_DOWN = "Slow Down!"
BANNED_PROMPT = "Banned prompt detected"
ACTION_NEEDED = "Action needed to continue"
BLOCKED = "Blocked"
PENDING = "Pending mod message"
IMAGE_DENIED = "Image denied"
