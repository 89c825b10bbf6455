"""Every use case goes by an index, so that a long history costs nothing."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.jobs.job import Asked, Job, Lease, Member, New
from bot.jobs.scene import Scene
from bot.policy.periods import day_of, month_of
from bot.policy.settings import Place, Scope
from bot.store.audit import Act
from bot.store.messages import Kind, Message
from bot.store.store import Store, open_store
from tests.bot.store.conftest import PICTURES, START, make, new

Statement = tuple[str, Any]

# Indexes that hold few rows however long the history is, and what is put together of them; and a row that no table has.
SHORT = (
    *("ix_jobs_waiting", "ix_jobs_running", "ix_messages_progress", "ix_deliveries_due_at", "ix_alarms_due_at"),
    *("sqlite_autoindex_deliveries_1", "sqlite_autoindex_thinking_1", "unfinished", "CONSTANT ROW"),
    *("SCAN virtual_time", "SCAN shares", "SCAN rates", "ix_jobs_moved"),
)

OLD = make(3)


async def _upscale(store: Store) -> None:
    await store.jobs.submit([(await store.jobs.get(OLD.id)).upscale(2, new(900_001))])


async def _claimed(store: Store) -> Job:
    job = await store.leases.claim("one", 30.0)
    assert job is not None
    return job


async def _deliver(store: Store) -> None:
    job = await store.leases.render((await _claimed(store)).lease, PICTURES, 1.0)
    await store.outbox.deliver(job.id, 7, 10**18)


async def _give_up(store: Store) -> None:
    job = await store.leases.render((await _claimed(store)).lease, PICTURES, 1.0)
    await store.outbox.give_up(job.id, "no reason")


async def _fail(store: Store) -> None:
    await store.leases.fail((await _claimed(store)).lease, "no reason")


async def _lose(store: Store) -> None:
    await store.leases.lose([(await _claimed(store)).lease], "no reason")


async def _hand_back(store: Store) -> None:
    await store.leases.hand_back([(await _claimed(store)).lease])


CASES: dict[str, Callable[[Store], Awaitable[object]]] = {
    "the scheduler's pick": lambda store: store.leases.claim("one", 30.0),
    "show": lambda store: store.jobs.get(OLD.id),
    "the job of a message": lambda store: store.messages.job_of(3),
    "the messages of a job": lambda store: store.messages.of(OLD.id),
    "messages in progress": lambda store: store.messages.in_progress(),
    "submit": lambda store: store.jobs.submit([make(900_000)]),
    "upscale": _upscale,
    "children": lambda store: store.jobs.children(OLD.id),
    "which buttons were pressed": lambda store: store.jobs.pressed(OLD.id),
    "alarms": lambda store: store.alarms.due(),
    "what was left unanswered": lambda store: store.thinking.left(),
    "originals": lambda store: store.jobs.originals(OLD.id),
    "more originals": lambda store: store.jobs.keep([OLD.id], {"another link": "blob"}),
    "the jobs of an interaction": lambda store: store.jobs.asked(OLD.asked.interaction_id),
    "the whole queue": lambda store: store.leases.queue(),
    "counts": lambda store: store.jobs.counts(3),
    "a member's latest": lambda store: store.jobs.of(3),
    "a member's unfinished": lambda store: store.jobs.unfinished(3),
    "extend": lambda store: store.leases.extend([Lease(OLD.id, 1)], 30.0),
    "expire": lambda store: store.leases.expire(),
    "recover": lambda store: store.leases.recover(),
    "due deliveries": lambda store: store.outbox.due(),
    "the next delivery": lambda store: store.outbox.next_due_at(),
    "drawn and delivered": _deliver,
    "drawn and given up": _give_up,
    "failed": _fail,
    "lost": _lose,
    "handed back": _hand_back,
    "put off": lambda store: store.outbox.put_off(OLD.id, START),
    "diverted": lambda store: store.outbox.divert(OLD.id, 9),
    "a message": lambda store: store.messages.record(Message(10**18, 7, OLD.id, Kind.PROGRESS)),
    "a message that is gone": lambda store: store.messages.forget(3),
    "answers that are not on record": lambda store: store.messages.unrecorded(make(900_000).id),
    "preferences": lambda store: store.preferences.of(3),
    "what a member has used": lambda store: store.usage.of(3),
    "a try": lambda store: store.outbox.attempt(OLD.id, START),
    "cancel": lambda store: store.jobs.cancel(make(28).id, by=9),
    "audit": lambda store: store.audit.of_job(OLD.id),
    "audit of a server": lambda store: store.audit.of(8),
    "a limit": lambda store: store.limits.set(Act(9, "", guild_id=8), Place(Scope.SERVER, 8), "steps", 5),
    "limits that hold": lambda store: store.limits.here(Scene(3, 7, 8, roles=frozenset({1, 2}))),
    "all limits of a server": lambda store: store.limits.every(8),
    "the files of a member": lambda store: store.usage.blobs(Scene(3, 7, 8)),
    "what a member has used of late": lambda store: store.usage.since(
        Scene(3, 7, 8), day_of(START, "UTC"), month_of(START, "UTC")
    ),
}


def fill(path: Path, number: int, waiting: int = 30) -> None:
    """A history of delivered jobs of many members, and some that wait: the first ones."""
    jobs, pictures, messages = [], [], []
    for each in range(1, number + 1):
        job = _job(each)
        state = "waiting" if each <= waiting and each != OLD.seed else "delivered"
        jobs.append((job.id, 1000 + each, job.asked.member.id, each, state, None if state == "waiting" else 1.0))
        if state == "delivered":
            pictures += [(job.id, index, "blob", index) for index in range(1, 5)]
            messages.append((each, job.id))
    with closing(sqlite3.connect(path)) as connection, connection:
        people = [(member,) for member in range(max(2, number // 20) + 1)]
        connection.executemany("INSERT INTO members VALUES (?, 'name', 'de')", people)
        connection.execute("INSERT INTO guilds VALUES (8, 0)")
        connection.execute("INSERT INTO channels VALUES (7, 8)")
        connection.executemany(
            "INSERT INTO jobs (id, interaction_id, ordinal, member_id, channel_id, prompt, seed, action, speed, state, "
            "attempt, is_alone, deaths, gpu_seconds) VALUES (?, ?, 0, ?, 7, 'an apple', ?, 'imagine', 'fast', ?, 1, 0, "
            "0, ?)",
            jobs,
        )
        connection.executemany("INSERT INTO pictures VALUES (?, ?, ?, 64, 48, ?)", pictures)
        connection.executemany("INSERT INTO messages VALUES (?, 7, ?, 'result')", messages)


def _job(number: int) -> Job:
    own = new(number)
    return Job.imagine(New(own.id, number, Asked(1000 + number, Member(number // 20, "ada"), 7, 8)), "an apple")


async def statements(path: Path, case: str) -> list[Statement]:
    """What the use case asks of the database."""
    found: list[Statement] = []
    async with open_store(path, lambda: START) as store:
        engine = store.jobs._database.engine

        @event.listens_for(engine, "before_cursor_execute")
        def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
            if not statement.startswith("BEGIN"):
                found.append((statement, parameters))

        await CASES[case](store)
    return found


def scans(connection: sqlite3.Connection, statement: str, parameters: Any) -> list[str]:
    """The steps of the database's plan that read a whole table, or an index that has all of it."""
    first = parameters[0] if isinstance(parameters, list) else parameters
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", first)]
    return [step for step in plan if step.startswith("SCAN") and not any(step.endswith(each) for each in SHORT)]


@pytest.mark.parametrize("case", CASES)
async def test_no_use_case_reads_a_whole_table(path: Path, case: str) -> None:
    """Each statement goes by a key or an index."""
    async with open_store(path, lambda: START):
        fill(path, 200)
    asked = await statements(path, case)
    assert asked
    with closing(sqlite3.connect(path)) as connection:
        for statement, parameters in asked:
            assert scans(connection, statement, parameters) == [], statement


async def test_the_pick_show_and_the_outbox_go_by_their_indexes(path: Path) -> None:
    """Those that were made for them; and the outbox by its own."""
    async with open_store(path, lambda: START):
        fill(path, 200)
    plans = []
    for case in ("the scheduler's pick", "show", "due deliveries", "the next delivery", "a try"):
        asked = await statements(path, case)
        with closing(sqlite3.connect(path)) as connection:
            rows = [row for one in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {one[0]}", one[1])]
        plans.append("\n".join(row[3] for row in rows))
    assert "jobs USING INDEX ix_jobs_waiting" in plans[0]
    assert "jobs USING INDEX ix_jobs_running" in plans[0]
    assert "SEARCH jobs USING INDEX sqlite_autoindex_jobs_1 (id=?)" in plans[1]
    assert "deliveries USING INDEX ix_deliveries_due_at" in plans[2]
    assert "SEARCH deliveries USING COVERING INDEX ix_deliveries_due_at" in plans[3]
    assert "SEARCH deliveries USING INDEX sqlite_autoindex_deliveries_1 (job_id=?)" in plans[4]


async def test_a_statement_without_an_index_is_seen(path: Path) -> None:
    """So the tests above can fail."""
    async with open_store(path, lambda: START):
        pass
    with closing(sqlite3.connect(path)) as connection:
        assert scans(connection, "SELECT id FROM jobs WHERE seed = ?", (1,)) == ["SCAN jobs"]
        assert len(scans(connection, "SELECT id FROM jobs WHERE seed = ? ORDER BY id", (1,))) == 1


def effort(path: Path, asked: list[Statement]) -> int:
    """How many steps the database's virtual machine takes; nothing is changed."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.set_progress_handler(count, 1)
        for statement, parameters in asked:
            run = connection.executemany if isinstance(parameters, list) else connection.execute
            if statement.startswith("SELECT"):
                connection.execute(statement, parameters).fetchall()
            elif not statement.startswith("INSERT"):
                run(statement, parameters)
        connection.set_progress_handler(None, 0)
        connection.execute("ROLLBACK")
    return steps


@pytest.mark.proof
@pytest.mark.timeout(600)
async def test_a_hundred_thousand_jobs_take_no_more_work_than_a_thousand(tmp_path: Path) -> None:
    """Counted in steps of the database's virtual machine, which no other process disturbs."""
    efforts: dict[int, dict[str, int]] = {}
    for number in (1000, 100_000):
        path = tmp_path / f"{number}.db"
        async with open_store(path, lambda: START):
            fill(path, number)
        efforts[number] = {case: effort(path, await statements(path, case)) for case in CASES}
    for case, few in efforts[1000].items():
        assert efforts[100_000][case] <= 1.5 * few + 50, (case, few, efforts[100_000][case])


async def test_a_store_with_history_does_its_work(path: Path) -> None:
    """Picked, drawn and posted as in an empty one."""
    async with open_store(path, lambda: START) as store:
        fill(path, 2000)
        job = await store.leases.claim("one", 30.0)
        assert job is not None
        await store.leases.render(job.lease, PICTURES, 1.0)
        await store.outbox.deliver(job.id, 7, 10**18)
        assert await store.messages.of(job.id) == (Message(10**18, 7, job.id, Kind.RESULT),)
