"""What the scheduler remembers, in the transactions that change it: handed out, measured, refunded."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.jobs.job import Job, Speed
from bot.jobs.queue import WEIGHTS, Flow, Share, Shares
from bot.scheduler.cost import learned
from bot.store.tables import rates, shares, virtual_time

_SPEEDS = {speed.value: speed for speed in Speed}


def read(connection: Connection) -> Shares:
    """As it was when the last job was handed out, with what was measured since."""
    time = connection.execute(select(virtual_time.c.seconds, virtual_time.c.model)).one_or_none()
    found = connection.execute(select(shares))
    of: dict[Flow, Share] = {
        (member_id, _SPEEDS[speed]): Share(tag, is_waiting) for member_id, speed, tag, is_waiting in found
    }
    return Shares(time.seconds, time.model, of) if time else Shares(of=of)


def write(connection: Connection, before: Shares, after: Shares) -> None:
    """What has changed."""
    time = {"seconds": after.virtual, "model": after.model}
    query = insert(virtual_time).values(id=1, **time)
    connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=time))
    gone = [{"of": flow[0], "at": flow[1]} for flow in before.of.keys() - after.of.keys()]
    rows = [
        {"member_id": flow[0], "speed": flow[1], "tag": share.tag, "is_waiting": share.is_waiting}
        for flow, share in after.of.items()
        if (was := before.of.get(flow)) is not share and was != share
    ]
    if gone:
        _forget(connection, gone)
    if rows:
        put = insert(shares)
        latest = {"tag": put.excluded.tag, "is_waiting": put.excluded.is_waiting}
        connection.execute(put.on_conflict_do_update(index_elements=["member_id", "speed"], set_=latest), rows)


def settle(connection: Connection, was: Job, job: Job) -> None:
    """The job's member is charged what the job took, where it was handed out; nothing where it is drawn again."""
    if was.charged is None:
        return
    more = ((job.charged or 0.0) - was.charged) / (WEIGHTS[was.speed] * was.boost)
    whose = (shares.c.member_id == was.asked.member.id) & (shares.c.speed == was.speed)
    connection.execute(update(shares).where(whose).values(tag=shares.c.tag + more))


def measured(connection: Connection, job: Job) -> None:
    """How fast its model was with this job."""
    if job.model is None or not job.work or not job.gpu_seconds:
        return
    before = connection.scalar(select(rates.c.seconds).where(rates.c.model == job.model))
    latest = {"seconds": learned(before, job.work, job.gpu_seconds)}
    query = insert(rates).values(model=job.model, **latest)
    connection.execute(query.on_conflict_do_update(index_elements=["model"], set_=latest))


def read_rates(connection: Connection) -> Mapping[str, float]:
    """The seconds of a unit of work, by model."""
    return {row.model: row.seconds for row in connection.execute(select(rates))}


def _forget(connection: Connection, gone: list[dict[str, object]]) -> None:
    for each in gone:
        whose = (shares.c.member_id == each["of"]) & (shares.c.speed == each["at"])
        connection.execute(delete(shares).where(whose))
