"""What goes wrong on the command line; each is shown as it stands, and ends the command with its exit code.

FourupError                1
├── ConfigurationError    78   a key, a value or a file of the configuration
├── TokenRefused          78   Discord does not know the bot's token
├── DiscordUnreachable     1   nothing answers at Discord's address
├── PlaygroundFailed       1   the playground's server ended or never answered
└── PortBusy               2   another program has the playground's port
"""


class FourupError(Exception):
    """The root; its text is what the host reads, and names the cure."""

    exit_code = 1


class ConfigurationError(FourupError):
    """Everything that is wrong with the configuration, a sentence each."""

    exit_code = 78  # EX_CONFIG of sysexits.h: starting again without a change is of no use

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class TokenRefused(FourupError):
    """Discord does not know the bot's token."""

    exit_code = 78

    def __init__(self) -> None:
        super().__init__(
            "Discord does not know this bot token: copy it anew from the Bot page of your application at "
            "https://discord.com/developers/applications (Reset Token shows a new one)."
        )


class DiscordUnreachable(FourupError):
    """Nothing answers at Discord's address."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Discord cannot be reached ({reason}): check this machine's network, then try again.")


class PlaygroundFailed(FourupError):
    """The playground's server ended, or never answered."""


class PortBusy(FourupError):
    """Another program has the playground's port."""

    exit_code = 2
