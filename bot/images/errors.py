"""Why there is no picture.

BotError
├── NotFetched     a link or a file of a member's gives no picture
├── NoRoom         the disk is full
└── PictureGone    a picture that was kept is not where it was
"""

from enum import StrEnum

from bot.errors import BotError
from bot.words import SOURCE, say

LONGEST_SHOWN = 90
"""Characters of a link in a sentence."""


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
    """A link, or a file that a member sent, gives no picture; its text is the English sentence.

    In other languages: `say(failure.key, locale, link=failure.shown)`.
    """

    def __init__(self, reason: Reason, link: str) -> None:
        super().__init__(say(reason, SOURCE, link=shown(link)))
        self.reason = reason
        self.link = link

    @property
    def key(self) -> str:
        """Of the sentence in bot.words."""
        return self.reason.value

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""
        return say(self.key, locale, link=self.shown)

    @property
    def shown(self) -> str:
        """The link as the sentence has it."""
        return shown(self.link)


def shown(link: str) -> str:
    """The link, short enough to be read: an attachment's has its signature behind it, which is nobody's business."""
    plain = link.partition("#")[0].partition("?")[0].replace("](", "]%28")  # which would mask where it leads
    if len(plain) <= LONGEST_SHOWN:
        return plain or link[:LONGEST_SHOWN]
    half = LONGEST_SHOWN // 2
    return f"{plain[:half]}…{plain[-half:]}"


class PictureGone(BotError):
    """A picture that was kept is not where it was."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The picture {name} is not where it was kept: draw it again.")

    def sentence(self, locale: str) -> str:
        """For the member, who knows no names of files."""
        return say("picture.lost", locale)


class NoRoom(BotError):
    """The disk is full; its text is the English sentence, `key` that of the sentence in bot.words."""

    key = "imagine.full"

    def __init__(self) -> None:
        super().__init__(say(self.key, SOURCE))

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""
        return say(self.key, locale)
