"""How a job ends: with its pictures, or with a sentence for the member and what the host's log should say."""

import errno
import logging

from engine.plan.plan import CannotDraw
from engine.protocol import Failed, Rendered
from engine.reasons import Reason
from engine.worker.jobs import Job
from engine.worker.memory import is_out_of_memory

_log = logging.getLogger(__name__)


def rendered(job: Job) -> Rendered:
    """All pictures that are wanted are there."""
    pictures = tuple(job.pictures[number] for number in dict.fromkeys(row.picture for row in job.wanted))
    grid = None if job.unwanted or job.grid_path is None else str(job.grid_path)
    return Rendered(job.job_id, pictures, job.gpu_seconds, grid)


def failed(job_id: str, error: Exception) -> Failed:
    """It cannot be drawn, for this reason."""
    if isinstance(error, CannotDraw):
        return Failed.because(job_id, "refused", error.reason)
    if is_out_of_memory(error):
        return Failed.because(job_id, "memory", Reason("memory"))
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        _log.error("Job %s found no room on the disk", job_id)
        return Failed.because(job_id, "unavailable", Reason("disk"))
    _log.error("Job %s failed", job_id, exc_info=error)
    return Failed(job_id, "fault", f"The engine could not draw this; the host's log says why ({job_id}).")
