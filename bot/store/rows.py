"""Between jobs and rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, bindparam, insert, select, update

from bot.jobs.instruction import Instruction
from bot.jobs.job import Action, Asked, Job, Member, Picture, Speed, State, Strength
from bot.store.errors import UnknownJob
from bot.store.scenes import written
from bot.store.tables import channels, jobs, members, pictures
from engine.protocol import Edit

_CHANGING = (
    *("state", "attempt", "holder", "held_until", "is_alone", "deaths", "reason", "gpu_seconds"),
    *("charged", "moved_at"),
)


def select_jobs(*conditions: ColumnElement[bool]) -> Select[Any]:
    """The rows that `load` makes jobs of."""
    joined = jobs.join(members, jobs.c.member_id == members.c.id).join(channels, jobs.c.channel_id == channels.c.id)
    return select(jobs, members.c.name, members.c.locale, channels.c.guild_id).select_from(joined).where(*conditions)


ONE = select_jobs(jobs.c.id == bindparam("sought"))
"""Statements are made once: to put one together takes longer than to execute it."""


def load(connection: Connection, query: Select[Any], **sought: Any) -> tuple[Job, ...]:
    """The jobs of these rows, with their pictures; `sought` is what the query has parameters for."""
    rows = connection.execute(query, sought).mappings().all()
    drawn = [row["id"] for row in rows if row["gpu_seconds"] is not None]
    found = _pictures(connection, drawn) if drawn else {}
    return tuple(_job(row, tuple(found.get(row["id"], ()))) for row in rows)


def load_one(connection: Connection, job_id: str) -> Job:
    """The job of this id. Raises UnknownJob."""
    found = load(connection, ONE, sought=job_id)
    if not found:
        raise UnknownJob(job_id)
    return found[0]


def add(connection: Connection, job: Job) -> None:
    """Write a new job."""
    asked = job.asked
    fixed = {
        "id": job.id,
        "interaction_id": asked.interaction_id,
        "ordinal": asked.ordinal,
        "member_id": asked.member.id,
        "channel_id": asked.channel_id,
        "prompt": job.prompt,
        "seed": job.seed,
        "action": job.action,
        "speed": job.speed,
        "parent": job.parent,
        "index": job.index,
        "strength": job.strength,
        "edit": job.edit,
        "zoom": job.zoom,
        **_instruction(job.instruction),
        "is_remix": job.is_remix,
        "model": job.model,
        "work": job.work,
        "boost": job.boost,
        "most_running": job.most_running,
        "scene": written(asked.here),
    }
    connection.execute(insert(jobs), fixed | _changing(job))
    add_pictures(connection, job)


def change(connection: Connection, job: Job) -> Job:
    """Write what may change in a job; gives it back."""
    connection.execute(update(jobs).where(jobs.c.id == job.id).values(_changing(job)))
    return job


def add_pictures(connection: Connection, job: Job) -> None:
    """Write the job's pictures."""
    rows = [
        {"job_id": job.id, "index": index, "blob": each.blob, "width": each.width}
        | {"height": each.height, "seed": each.seed}
        for index, each in enumerate(job.pictures, start=1)
    ]
    if rows:
        connection.execute(insert(pictures), rows)


def _instruction(told: Instruction | None) -> dict[str, Any]:
    return {"instruction": told.typed, "done": told.done, "denoising": told.denoising} if told else {}


def _instructed(row: RowMapping) -> Instruction | None:
    return None if row["instruction"] is None else Instruction(row["instruction"], row["done"], row["denoising"])


def _changing(job: Job) -> dict[str, Any]:
    return {name: getattr(job, name) for name in _CHANGING}


_OF_JOBS = (
    select(pictures.c.job_id, pictures.c.blob, pictures.c.width, pictures.c.height, pictures.c.seed)
    .where(pictures.c.job_id.in_(bindparam("job_ids", expanding=True)))
    .order_by(pictures.c.job_id, pictures.c.index)
)


def _pictures(connection: Connection, ids: Sequence[str]) -> dict[str, list[Picture]]:
    found: dict[str, list[Picture]] = {}
    for job_id, *picture in connection.execute(_OF_JOBS, {"job_ids": ids}):
        found.setdefault(job_id, []).append(Picture(*picture))
    return found


def _job(row: RowMapping, its_pictures: tuple[Picture, ...]) -> Job:
    member = Member(row["member_id"], row["name"], row["locale"])
    return Job(
        id=row["id"],
        asked=Asked(row["interaction_id"], member, row["channel_id"], row["guild_id"], row["ordinal"]),
        prompt=row["prompt"],
        seed=row["seed"],
        action=Action(row["action"]),
        speed=Speed(row["speed"]),
        parent=row["parent"],
        index=row["index"],
        strength=Strength(row["strength"]) if row["strength"] else None,
        edit=Edit(row["edit"]) if row["edit"] else None,
        zoom=row["zoom"],
        instruction=_instructed(row),
        is_remix=row["is_remix"],
        state=State(row["state"]),
        pictures=its_pictures,
        model=row["model"],
        work=row["work"],
        boost=row["boost"],
        most_running=row["most_running"],
        **{name: row[name] for name in _CHANGING if name != "state"},
    )
