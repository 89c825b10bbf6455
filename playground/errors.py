"""What Discord's API answers when it refuses: status, code, message and the tree of wrong fields.

    ApiError
    ├── InvalidForm    400, 50035: a body with wrong fields, each named by its path
    └── TooSoon        429: a channel in slow mode

Source: Discord's documentation, "Opcodes and Status Codes" (JSON error codes) and "Error Messages".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

REFUSALS: Mapping[int, tuple[int, str]] = {
    10001: (404, "Unknown account"),
    10002: (404, "Unknown Application"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10014: (404, "Unknown Emoji"),
    10015: (404, "Unknown Webhook"),
    10026: (404, "Unknown Ban"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    10066: (404, "Unknown application command permissions"),
    20001: (403, "Bots cannot use this endpoint"),
    20002: (403, "Only bots can use this endpoint"),
    20016: (429, "This action cannot be performed due to slowmode rate limit."),
    20028: (429, "The write action you are performing on the channel has hit the write rate limit."),
    30003: (400, "Maximum number of pins reached for the channel (50)"),
    30010: (400, "Maximum number of reactions reached (20)"),
    30015: (400, "Maximum number of attachments in a message reached (10)"),
    30032: (400, "Maximum number of application commands reached (100)."),
    30034: (429, "Max number of daily application command creates has been reached (200)"),
    30046: (
        429,
        "Maximum number of edits to messages older than 1 hour reached. Try again later.",
    ),
    40001: (401, "Unauthorized"),
    40005: (413, "Request entity too large"),
    40007: (403, "The user is banned from this guild."),
    40060: (400, "Interaction has already been acknowledged."),
    40094: (
        400,
        "This interaction has reached the maximum number of follow up messages that can be sent.",
    ),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50019: (403, "A message can only be pinned in the channel it was sent in"),
    50021: (403, "Cannot execute action on a system message"),
    50024: (400, "Cannot execute action on this channel type"),
    50025: (401, "Invalid OAuth2 access token provided"),
    50027: (401, "Invalid Webhook Token"),
    50033: (400, "Invalid Recipient(s)"),
    50034: (400, "You can only bulk delete messages that are under 14 days old."),
    50046: (400, "Invalid file uploaded"),
    50055: (400, "Invalid Guild"),
    50068: (400, "Invalid message type"),
    50083: (400, "Thread is archived"),
    50101: (400, "This server needs more boosts to perform this action"),
    50109: (400, "The request body contains invalid JSON."),
    90001: (403, "Reaction was blocked"),
    130000: (429, "API resource is currently overloaded. Try again a little later"),
    160002: (403, "Cannot reply without permission to read message history"),
    160004: (400, "A thread has already been created for this message"),
    160005: (400, "Thread is locked"),
    160006: (400, "Maximum number of active threads reached"),
}
"""Discord's code of each refusal: the HTTP status that comes with it, and its sentence."""


class ApiError(Exception):
    """A request that Discord refuses: HTTP status, Discord's code, its sentence, the wrong fields."""

    def __init__(self, status: int, code: int, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(f"{status} (error code: {code}): {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def to_dict(self) -> dict[str, Any]:
        """The body of the answer, keys in Discord's order."""
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.errors:
            body["errors"] = self.errors
        return body


class InvalidForm(ApiError):
    """A body with wrong fields: {"embeds": {"0": {"title": {"_errors": [{"code", "message"}]}}}}."""

    def __init__(self, errors: dict[str, Any] | None = None) -> None:
        super().__init__(400, 50035, "Invalid Form Body", errors)


class TooSoon(ApiError):
    """A refusal of a place that is slow on purpose, with the seconds to wait."""

    def __init__(self, code: int, retry_after: float) -> None:
        status, message = REFUSALS[code]
        super().__init__(status, code, message)
        self.retry_after = retry_after


def refusal(code: int) -> ApiError:
    """The refusal that Discord knows by this code; KeyError for a code that the table lacks."""
    status, message = REFUSALS[code]
    return ApiError(status, code, message)


def unauthorized() -> ApiError:
    """No token, or one that nobody holds."""
    return ApiError(401, 0, "401: Unauthorized")


def not_emulated(method: str, path: str) -> ApiError:
    """A route that Discord has and the playground does not play: loud, so that no test passes by it."""
    return ApiError(501, 0, f"The playground does not play {method} {path}")
