"""What is refused to a member: the use cases refuse as the policy does."""

from bot.policy.errors import (
    ACTION_RESTRICTED,
    DUPLICATE_IMAGES,
    INTERNAL_ERROR,
    INVALID_LINK,
    INVALID_PARAMETER,
    INVALID_REQUEST,
    QUEUE_FULL,
    Refused,
)

__all__ = [
    "ACTION_RESTRICTED",
    "DUPLICATE_IMAGES",
    "INTERNAL_ERROR",
    "INVALID_LINK",
    "INVALID_PARAMETER",
    "INVALID_REQUEST",
    "QUEUE_FULL",
    "Refused",
]
