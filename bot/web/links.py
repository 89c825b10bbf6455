"""Links to a job's pictures that nobody can guess: the job's id with a signature of this bot's."""

import hmac
import os
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

from bot.jobs.ids import job_of_nonce, nonce

_SIGNATURE = 22
"""Characters of base64url: 128 bits and a little."""


class Links:
    """Makes links below `base`, such as "https://pictures.example.org", and reads them. `key` is secret."""

    def __init__(self, base: str, key: bytes) -> None:
        self._base, self._key = base.rstrip("/"), key

    def to(self, job_id: str) -> str:
        """The page of this job's pictures."""
        return f"{self._base}/p/{self.token(job_id)}"

    def token(self, job_id: str) -> str:
        """The last part of that."""
        name = nonce(job_id)
        return name + self._signature(name)

    def job_of(self, token: str) -> str | None:
        """The job of a token of ours; None for any other. It takes as long for a wrong one as for a right one."""
        name, signature = token[:-_SIGNATURE], token[-_SIGNATURE:]
        if not hmac.compare_digest(signature.encode(), self._signature(name).encode()):
            return None
        return job_of_nonce(name)

    def _signature(self, name: str) -> str:
        digest = hmac.digest(self._key, name.encode(), sha256)
        return urlsafe_b64encode(digest).decode()[:_SIGNATURE]


def key_in(path: Path) -> bytes:
    """The key in this file, which is made where it is not there, for this user's eyes only. Raises OSError."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(descriptor, "wb") as file:
        key = os.urandom(32)
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return key
