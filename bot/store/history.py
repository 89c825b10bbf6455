"""Pictures that a member looks for: one's own, those of others, favourites, by words; a page of them at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, not_, or_, select

from bot.jobs.job import Action, Job
from bot.store.engine import Database, reading
from bot.store.rows import load, select_jobs
from bot.store.rulings import EXPLICIT, HIDDEN
from bot.store.tables import binned, channels, favourites, jobs, pictures, rulings


@dataclass(frozen=True)
class Sight:
    """Who looks, and what of others' is to be seen: in which server, in which of its channels, and of which kind."""

    member_id: int
    guild_id: int | None = None
    channels: frozenset[int] = frozenset()
    sees_hidden: bool = False
    sees_explicit: bool = False


@dataclass(frozen=True)
class Wanted:
    """Whose pictures, None for anybody's; favourites of whoever looks only; with all of these words in the prompt."""

    member_id: int | None
    is_favourite: bool = False
    words: str = ""


@dataclass(frozen=True)
class Leaf:
    """A page: its jobs, the latest first, how many come before them, and how many there are."""

    jobs: tuple[Job, ...]
    before: int
    total: int


class History:
    """The use cases of whoever leafs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def leaf(self, sight: Sight, wanted: Wanted, size: int, older: str = "", newer: str = "") -> Leaf:
        """The latest of them; those before the job `older`, or the nearest after the job `newer`.

        Where there are none on that side any more, the end of that side.
        """
        return await self._leaf([*_conditions(sight, wanted)], size, older, newer)

    @reading
    def _leaf(
        self, connection: Connection, where: Sequence[ColumnElement[bool]], size: int, older: str, newer: str
    ) -> Leaf:
        total = int(connection.scalar(_count(*where)) or 0)
        found: tuple[Job, ...] = ()
        if newer:
            ascending = select_jobs(*where, jobs.c.id > newer).order_by(jobs.c.id).limit(size)
            later = load(connection, ascending)
            found = tuple(reversed(later)) if len(later) == size else ()
        if not found:
            side = [jobs.c.id < older] if older else []
            latest = select_jobs(*where, *side).order_by(jobs.c.id.desc()).limit(size)
            found = load(connection, latest)
        if not found and older:
            oldest = load(connection, select_jobs(*where).order_by(jobs.c.id).limit(size))
            found = tuple(reversed(oldest))
        first = found[0].id if found else ""
        before = int(connection.scalar(_count(*where, jobs.c.id > first)) or 0) if found else 0
        return Leaf(found, before, total)


def _conditions(sight: Sight, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    yield select(pictures.c.job_id).where(pictures.c.job_id == jobs.c.id).exists()
    yield jobs.c.id.not_in(select(binned.c.job_id))
    yield jobs.c.action != Action.ADOPT  # it was made elsewhere
    if wanted.member_id is not None:
        yield jobs.c.member_id == wanted.member_id
    if wanted.is_favourite:
        kept = select(favourites.c.job_id).where(favourites.c.member_id == sight.member_id, favourites.c.is_on)
        yield jobs.c.id.in_(kept)
    if wanted.member_id != sight.member_id:
        yield or_(jobs.c.member_id == sight.member_id, _of_others(sight))
    if not sight.sees_explicit:
        yield _is_not(EXPLICIT)
    for word in wanted.words.split():
        yield _has(word)


def _of_others(sight: Sight) -> ColumnElement[bool]:
    """What stands in this server for everybody who looks."""
    if sight.guild_id is None:
        return false()
    told = [
        channels.c.guild_id == sight.guild_id,
        jobs.c.channel_id.in_(sight.channels),
        not_(jobs.c.prompt.contains("--stealth", autoescape=True)),
    ]
    return and_(*told) if sight.sees_hidden else and_(*told, _is_not(HIDDEN))


def _is_not(kind: str) -> ColumnElement[bool]:
    """Neither it nor what it was taken out of."""
    ruled = select(rulings.c.subject).where(rulings.c.kind == kind)
    return and_(jobs.c.id.not_in(ruled), or_(jobs.c.parent.is_(None), jobs.c.parent.not_in(ruled)))


def _has(word: str) -> ColumnElement[bool]:
    """SQLite finds small letters for large ones only where they are ASCII."""
    forms = dict.fromkeys((word, word.lower(), word.capitalize()))
    return or_(*(jobs.c.prompt.contains(form, autoescape=True) for form in forms))


def _count(*conditions: ColumnElement[bool]) -> Select[Any]:
    joined = jobs.join(channels, jobs.c.channel_id == channels.c.id)
    return select(func.count()).select_from(joined).where(*conditions)
