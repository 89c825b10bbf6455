"""Why there is no picture.

BotError
├── NotFetched     a link or a file of a member's gives no picture
└── PictureGone    a picture that was kept is not where it was
"""

from enum import StrEnum

from bot.errors import BotError
from bot.words import SOURCE, say


class Reason(StrEnum):
    """What is wrong, as the key of its sentence in bot.words; each takes `link`."""

    NO_LINK = "picture.no_link"
    PRIVATE = "picture.private"
    GONE = "picture.gone"
    UNREACHABLE = "picture.unreachable"
    SLOW = "picture.slow"
    TOO_LARGE = "picture.too_large"
    NOT_A_PICTURE = "picture.not_a_picture"
    TOO_MANY_PIXELS = "picture.too_many_pixels"
    BROKEN = "picture.broken"


class NotFetched(BotError):
    """A link, or a file that a member sent, gives no picture; its text is the English sentence."""

    def __init__(self, reason: Reason, link: str) -> None:
        super().__init__(say(reason, SOURCE, link=link))
        self.reason = reason
        self.link = link

    @property
    def key(self) -> str:
        """Of the sentence in bot.words."""
        return self.reason.value


class PictureGone(BotError):
    """A picture that was kept is not where it was."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The picture {name} is not where it was kept: draw it again.")
