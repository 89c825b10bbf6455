"""Answers over a connection that breaks: each comes once, and nobody hears of an error."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from structlog.testing import capture_logs

from bot.buttons import ids
from bot.commands.help import TOPIC
from bot.jobs.job import Job
from playground import Playground
from playground.member import Json, Member
from tests.bot.drawing import Studio

ANSWERS = "POST /interactions/.*/callback"
EPHEMERAL = 1 << 6
BLUE = 1

Act = Callable[[Member, Job, Json], Awaitable[str]]


def slash(command: str, **options: object) -> Act:
    """Typing a command."""

    async def typed(member: Member, job: Job, message: Json) -> str:
        given = {name: job.id if value is Job else value for name, value in options.items()}
        return await member.slash(member.channel("general"), command, **given)

    return typed


async def settled() -> None:
    """Wait until every command that has arrived is done with."""
    while running := [task for task in asyncio.all_tasks() if task.get_name() == "CommandTree-invoker"]:
        await asyncio.wait(running)


ACTS = {
    "help": slash("help"),
    "a wrong prompt": slash("imagine", prompt="an apple --chaos 101"),
    "nothing to show": slash("show", job_id="nonsense"),
}


@pytest.mark.failing
@pytest.mark.parametrize("fault", ["drop_before", "drop_after"])
@pytest.mark.parametrize("name", sorted(ACTS))
async def test_what_one_member_reads_comes_once(
    studio: Studio, ada: Member, playground: Playground, name: str, fault: str
) -> None:
    """Whether or not Discord had taken it before the line was cut."""
    job, message = await studio.grid(ada)
    playground.faults.add(fault, route=ANSWERS)
    with capture_logs() as logs:
        nonce = await ACTS[name](ada, job, message)
        await ada.wait_message(lambda each: each.get("nonce") == nonce)
        await studio.client.close()
    private = [each for each in ada.heard("MESSAGE_CREATE") if each["flags"] & EPHEMERAL]
    assert len(private) == 1
    assert [entry for entry in logs if entry["log_level"] in {"warning", "error"}] == []


@pytest.mark.failing
@pytest.mark.parametrize("fault", ["drop_before", "drop_after"])
@pytest.mark.parametrize("route", [ANSWERS, "PATCH /webhooks"])
async def test_a_result_is_shown_again(
    studio: Studio, ada: Member, playground: Playground, route: str, fault: str
) -> None:
    """One message with its picture."""
    job, _ = await studio.grid(ada)
    playground.faults.add(fault, route=route)
    nonce = await ada.slash(ada.channel("general"), "show", job_id=job.id)
    thinking = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    await ada.wait_message(lambda each: each["id"] == thinking["id"] and bool(each["attachments"]))


@pytest.mark.failing
@pytest.mark.parametrize("fault", ["drop_before", "drop_after"])
async def test_a_button_turns_blue(studio: Studio, ada: Member, playground: Playground, fault: str) -> None:
    """By the second try."""
    job, message = await studio.grid(ada)
    playground.faults.add(fault, route="PATCH /channels")
    await ada.press(message, ids.variation(job.id, 1))
    await ada.wait_message(
        lambda each: each["id"] == message["id"] and each["components"][1]["components"][0]["style"] == BLUE
    )


@pytest.mark.failing
@pytest.mark.parametrize("fault", ["drop_before", "drop_after"])
async def test_a_panel_turns(studio: Studio, ada: Member, playground: Playground, fault: str) -> None:
    """To the topic that was chosen."""
    nonce = await ada.slash(ada.channel("general"), "help")
    message = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    playground.faults.add(fault, route=ANSWERS)
    await ada.choose(message, TOPIC, ["help.models"])
    await ada.wait_message(lambda each: each["id"] == message["id"] and "--niji" in str(each["components"]))


@pytest.mark.failing
async def test_a_line_that_stays_cut_is_given_up(studio: Studio, ada: Member, playground: Playground) -> None:
    """After a few tries, with a line in the log; the job stands."""
    playground.faults.add("drop_before", route=ANSWERS, count=20)
    with capture_logs() as logs:
        await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
        async with asyncio.timeout(10):
            await studio.drawing.was_asked.wait()
        await settled()
    assert len(await studio.store.jobs.of(int(ada.id))) == 1
    told = [entry["event"] for entry in logs if entry["log_level"] in {"warning", "error"}]
    assert told == ["no progress message", "the member could not be told"]
