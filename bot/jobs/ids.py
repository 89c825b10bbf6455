"""What a job's id tells: when it was made, and the nonce under which its result is posted."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID


def made_at(job_id: str) -> float:
    """The second since 1970, to the millisecond, at which the job was made."""
    return (UUID(job_id).int >> 80) / 1000


def nonce(job_id: str) -> str:
    """The job's id in base64url, 22 characters; Discord takes 25 at most."""
    return urlsafe_b64encode(UUID(job_id).bytes).rstrip(b"=").decode()


def job_of_nonce(nonce: str) -> str | None:
    """The id of the job with this nonce; None where it is nobody's."""
    try:
        return str(UUID(bytes=urlsafe_b64decode(nonce + "==")))
    except ValueError:
        return None
