"""What goes wrong on the Discord side.

BotError
├── NotLoopback    an address that stands in for Discord's but is not on this machine
├── WrongPrompt    see bot.prompt.errors
└── WrongPreference
"""


class BotError(Exception):
    """The root of the Discord side's errors; its text is a sentence that a person can act on."""


class NotLoopback(BotError):
    """The address that stands in for Discord's is not on this machine."""

    def __init__(self, api_base: str) -> None:
        super().__init__(
            f"{api_base!r} cannot stand in for Discord: only an http address of this machine with a port can, "
            "such as http://127.0.0.1:8420/api."
        )
