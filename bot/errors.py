"""What goes wrong on the Discord side.

BotError
├── NotLoopback    an address that stands in for Discord's but is not on this machine
├── CodesUnknown   a style code that nothing here knows
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


class CodesUnknown(BotError):
    """A style code stands for a style of Midjourney's, which nobody else has."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"`--sref {code}` is a code of Midjourney's, and nothing here knows its style: give `--sref` links to "
            "pictures instead."
        )
