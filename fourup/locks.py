"""One bot a token and one bot a folder: locks that the operating system lets go of when their holder ends, however."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fourup.errors import AlreadyRunning, ConfigurationError

NAME = "fourup.lock"
_DIGITS = 20  # of SHA-256: enough to tell tokens apart, and no token can be had from it


@dataclass(frozen=True)
class _Lock:
    """What one Fourup may have at a time: its file, who has it in words, and what another does instead."""

    path: Path
    what: str
    instead: str
    setting: str
    """What names another place for the file."""


@contextmanager
def one_bot(folder: Path, token: str, api_base: str | None) -> Iterator[None]:
    """Hold this folder and this token for the block; the folder is made where it is not there.

    Raises AlreadyRunning where another Fourup has one of them, ConfigurationError where no lock can be written.
    """
    with_token = _Lock(
        _of_token(token, api_base),
        "speaks to Discord with this token",
        "give this one a token of its own",
        "XDG_STATE_HOME",
    )
    with one_folder(folder), _held(with_token):
        yield


@contextmanager
def one_folder(folder: Path) -> Iterator[None]:
    """Hold this folder alone for the block. Raises as `one_bot` does."""
    instead = "name another folder with storage.folder (of `fourup play`: with --data)"
    with _held(_Lock(folder / NAME, f"has the folder {folder}", instead, "storage.folder")):
        yield


@contextmanager
def _held(lock: _Lock) -> Iterator[None]:
    folder = lock.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(lock.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as failure:
        raise ConfigurationError(
            f"{folder} cannot be written to ({failure.strerror}): allow it for the user that runs Fourup, or name "
            f"another folder with {lock.setting}."
        ) from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(descriptor, 20).decode(errors="replace").strip()
            raise AlreadyRunning(lock.what, holder, lock.instead) from None
        os.truncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def _of_token(token: str, api_base: str | None) -> Path:
    """The file that stands for a token: among what a program of this user keeps (XDG Base Directory).

    The same in a terminal and in a service. A playground is a Discord of its own.
    """
    digest = hashlib.sha256(f"{api_base or ''} {token}".encode()).hexdigest()
    return state_folder() / "locks" / f"{digest[:_DIGITS]}.lock"


def state_folder() -> Path:
    """Where this user's Fourup keeps what belongs to no configuration."""
    named = os.environ.get("XDG_STATE_HOME")
    return (Path(named) if named else Path.home() / ".local" / "state") / "fourup"
