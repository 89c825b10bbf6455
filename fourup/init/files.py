"""The files that `fourup init` writes: a configuration for everybody to read, and the token for its owner alone."""

import os
from pathlib import Path

from fourup.errors import CannotInitialise

TOKEN_FILE = "discord.token"  # noqa: S105 - a name
_PRIVATE = 0o600
_CONFIGURATION = """# Fourup's configuration. config.example.toml in the sources has every key, and why it is there.

[discord]
# The file that holds the bot's token and nothing else.
token_file = "{token_file}"

# The servers that the bot serves, by their numbers. Without it, every server that it is added to.
# guilds = [123456789012345678]

[storage]
# The folder that keeps what members made. Copy it now and then.
folder = "fourup-data"
"""


def write_configuration(path: Path) -> None:
    """A new configuration, which names the file of the token beside it. Raises CannotInitialise."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(_CONFIGURATION.format(token_file=TOKEN_FILE))
    except OSError as failure:
        raise CannotInitialise(f"{path} cannot be written ({failure.strerror}).") from None


def write_token(path: Path, token: str) -> None:
    """The token in a file that its owner alone can read, in the place of an earlier one. Raises CannotInitialise."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(f"{token}\n")
        beside.replace(path)
    except OSError as failure:
        beside.unlink(missing_ok=True)
        raise CannotInitialise(f"{path} cannot be written ({failure.strerror}).") from None
