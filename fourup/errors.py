"""What goes wrong on the command line; each is shown as it stands, and ends the command with its exit code.

FourupError                1
├── ConfigurationError    78   a key, a value or a file of the configuration
├── PackageMissing        78   a library that Fourup needs is not installed
├── TokenRefused          78   Discord does not know the bot's token
├── AlreadyRunning         1   another Fourup has the bot's token, or its folder
├── CannotInitialise       1   `fourup init` has no token, or nowhere to write it
├── DiscordUnreachable     1   nothing answers at Discord's address
├── StorageFailed          1   the database cannot be opened
├── CannotCopy             1   a copy of what is kept cannot be made, or put back
├── NoRecipe               1   a picture does not say how it was made
├── PlaygroundFailed       1   the playground's server ended or never answered
├── CannotPull             1   a model cannot be fetched, or is not there
├── CannotImagine          1   a prompt is wrong, or no model at hand can draw it
├── NoPicture              1   a file or a link holds no picture
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


class PackageMissing(FourupError):
    """A library that Fourup needs is not installed: mostly after its sources were brought up to date."""

    exit_code = 78

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The package {name} is missing: install Fourup once more with all that it needs (`make play` does so in "
            "its folder; else `pip install --upgrade .` there)."
        )


class TokenRefused(FourupError):
    """Discord does not know the bot's token."""

    exit_code = 78

    def __init__(self) -> None:
        super().__init__(
            "Discord does not know this bot token: copy it anew from the Bot page of your application at "
            "https://discord.com/developers/applications (Reset Token shows a new one)."
        )


class AlreadyRunning(FourupError):
    """Another Fourup has the bot's token, or its folder."""

    def __init__(self, what: str, holder: str, instead: str) -> None:
        process = f" (process {holder})" if holder else ""
        super().__init__(f"Another Fourup{process} {what}: stop that one first, or {instead}.")


class CannotInitialise(FourupError):
    """`fourup init` has no token, or nowhere to write it."""


class DiscordUnreachable(FourupError):
    """Nothing answers at Discord's address."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Discord cannot be reached ({reason}): check this machine's network, then try again.")
        self.reason = reason


class StorageFailed(FourupError):
    """The database cannot be opened; the sentence is the store's."""


class CannotCopy(FourupError):
    """A copy of what is kept cannot be made, or put back."""


class NoRecipe(FourupError):
    """A picture does not say how it was made."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} does not say how it was made: only PNG and WebP files as Fourup wrote them do, never saved anew."
        )


class PlaygroundFailed(FourupError):
    """The playground's server ended, or never answered."""


class CannotPull(FourupError):
    """A model cannot be fetched, or is not there."""


class CannotImagine(FourupError):
    """A prompt is wrong, or no model at hand can draw it."""


class NoPicture(FourupError):
    """A file or a link that should hold a picture does not."""


class PortBusy(FourupError):
    """Another program has the playground's port."""

    exit_code = 2
