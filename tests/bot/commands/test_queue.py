"""/queue by members and a moderator, over the playground, with the use cases behind it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from discord import ui

from bot.buttons.items import Choice
from bot.commands.queue.managing import REASON
from bot.jobs import queue
from bot.jobs.job import Job, State
from bot.jobs.queue import Halt, Hold, Position
from bot.messages.quoting import calm
from bot.words import LOCALES, language, say
from playground import Playground
from playground.forms.commands import options
from playground.member import Json
from tests.bot.commands.test_help import texts
from tests.bot.conftest import Connect
from tests.bot.grounds import Grounds, grounds
from tests.bot.imagine.house import open_house

OWN = "FU::Select::Queue::own::0"


@dataclass
class Host:
    """Whoever runs the bot, and may have it draw nothing."""

    hold: Hold | None = None


@pytest.fixture
def host() -> Host:
    """One who lets it draw."""
    return Host()


@pytest.fixture
async def at(tmp_path: Path, playground: Playground, connect: Connect, host: Host) -> AsyncIterator[Grounds]:
    """Everybody, and a queue that stands as nothing draws."""
    async with open_house(tmp_path) as house, grounds(playground, house, connect, host=lambda: host.hold) as opened:
        yield opened


async def asked(at: Grounds, name: str, prompt: str) -> Job:
    """A job that waits."""
    member = at.people[name]
    await at.answer(member, lambda: member.slash(member.channel("general"), "imagine", prompt=prompt))
    return (await at.store.jobs.of(int(member.id)))[0]


async def panel(at: Grounds, name: str) -> Json:
    """What /queue shows to somebody."""
    member = at.people[name]
    shown = await at.answer(member, lambda: member.slash(member.channel("general"), "queue"))
    assert shown
    return shown


async def pressed(at: Grounds, name: str, shown: Json, custom_id: str, values: list[str] | None = None) -> str:
    """What the panel says after it."""
    member = at.people[name]
    assert await at.settled(member, await member.choose(shown, custom_id, values))
    changes = [each for each in member.heard("MESSAGE_UPDATE") if each["id"] == shown["id"]]
    if changes:
        shown.update(changes[-1])
    return texts(shown["components"])


def ids(shown: Json) -> set[str]:
    """What can be pressed and chosen on it."""
    rows = [each for each in shown["components"] if each["type"] == 1]
    return {each["custom_id"] for row in rows for each in row["components"] if not each.get("disabled")}


async def test_members_see_their_own_prompts_and_hide_those_of_others(at: Grounds) -> None:
    """Number, class and time of all; the prompt, and whose it is, of one's own alone."""
    await asked(at, "bo", "a secret pear --relax")
    await asked(at, "ada", "an apple")
    shown = await panel(at, "ada")
    told = texts(shown["components"])
    assert "0 being drawn, 2 waiting" in told
    assert "**2** relaxed, about" in told
    assert "pear" not in told
    assert at.people["bo"].id not in told
    assert "**an apple**" in told
    assert "Yours: 0 being drawn, 1 waiting" in told
    assert ids(shown) == {"FU::Select::Queue::own::0", "FU::Queue::page::0"}


@pytest.mark.acts("FU::Queue::all", "FU::Select::Queue::own")
async def test_members_cancel_their_own(at: Grounds) -> None:
    """One by the menu, all that wait by a button; those of others stay."""
    jobs = [await asked(at, "ada", prompt) for prompt in ("an apple", "a pear", "a plum")]
    other = await asked(at, "bo", "a fig")
    shown = await panel(at, "ada")
    assert "The job is cancelled." in await pressed(at, "ada", shown, "FU::Select::Queue::own::0", [jobs[0].id])
    assert "2 jobs are cancelled." in await pressed(at, "ada", shown, "FU::Queue::all")
    assert {(await at.store.jobs.get(job.id)).state for job in jobs} == {State.CANCELLED}
    assert (await at.store.jobs.get(other.id)).state is State.WAITING


async def offered(at: Grounds, job_id: str) -> Json:
    """A menu with a job that no panel would offer to Ada."""
    choice: ui.Select[Any] = ui.Select(custom_id=OWN)
    choice.add_option(label="not hers", value=job_id)
    view = ui.LayoutView(timeout=None).add_item(ui.ActionRow(Choice(choice)))
    channel = at.people["ada"].channel("general")
    posted = await at.client.get_partial_messageable(int(channel["id"])).send(view=view)
    return await at.people["ada"].wait_message(lambda each: each["id"] == str(posted.id))


async def test_what_is_somebody_elses_is_refused(at: Grounds) -> None:
    """A menu that was made to say another's job, and the buttons of those who manage the server."""
    other = await asked(at, "bo", "a fig")
    shown = await offered(at, other.id)
    ada = at.people["ada"]
    assert await at.answer(ada, lambda: ada.choose(shown, OWN, [other.id])) is None
    for custom_id in (f"FU::Queue::cancel::{other.id}", f"FU::Queue::front::{other.id}", "FU::Queue::resume"):
        posted = await at.with_button(ada.channel("general"), custom_id)
        message = await ada.wait_message(lambda each, of=posted: each["id"] == of)
        assert await at.answer(ada, lambda of=message, by=custom_id: ada.press(of, by)) is None
    job = await at.store.jobs.get(other.id)
    assert (job.state, job.moved_at) == (State.WAITING, None)
    assert await at.store.audit.of(int(ada.guild()["id"])) == ()


@pytest.mark.acts("/queue", "FU::Queue::cancel", "FU::Queue::front", "FU::Select::Queue::job")
async def test_managers_see_all_move_and_cancel(at: Grounds) -> None:
    """With the author and the prompt; what its author alone may see stays hidden."""
    await asked(at, "bo", "a fig")
    await asked(at, "bo", "a secret plum --stealth")
    last = await asked(at, "ada", "an apple --relax")
    shown = await panel(at, "mo")
    told = texts(shown["components"])
    assert f"<@{at.people['bo'].id}> · **a fig**" in told
    assert "plum" not in told
    assert "for its author alone" in told
    assert "To the front" in await pressed(at, "mo", shown, "FU::Select::Queue::job::0", [last.id]) + str(shown)
    assert "`/admin undo 1` puts it back" in await pressed(at, "mo", shown, f"FU::Queue::front::{last.id}")
    assert "⏫ **1** relaxed" in texts(shown["components"])
    await pressed(at, "mo", shown, "FU::Select::Queue::job::0", [last.id])
    assert "its author reads so" in await pressed(at, "mo", shown, f"FU::Queue::cancel::{last.id}")
    cancelled = await at.store.jobs.get(last.id)
    assert cancelled.reason
    assert cancelled.reason.startswith("A moderator cancelled it.")
    entries = await at.store.audit.of(int(at.people["mo"].guild()["id"]))
    assert [each.act.action for each in entries] == ["cancel", "front"]


async def test_a_job_that_went_meanwhile_is_told(at: Grounds) -> None:
    """It was cancelled while the panel stood there."""
    job = await asked(at, "ada", "an apple")
    shown = await panel(at, "mo")
    await at.store.jobs.cancel(job.id, int(at.people["ada"].id))
    at.imagine.queue._moved()
    assert "not in the queue any more" in await pressed(at, "mo", shown, "FU::Select::Queue::job::0", [job.id])


@pytest.mark.acts("FU::Queue::hold", "FU::Queue::reason", "FU::Queue::resume", "FU::Queue::why")
async def test_a_pause_is_seen_by_all(at: Grounds) -> None:
    """Who, and why; in /queue, and below the line of a job that waits. It goes on at a press, and in the log."""
    mo, guild = at.people["mo"], int(at.people["mo"].guild()["id"])
    shown = await panel(at, "mo")
    nonce = await mo.press(shown, "FU::Queue::why::paused")
    modal = await mo.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert modal["title"] == "Pause the queue"
    assert await at.settled(mo, await mo.submit(modal, **{REASON: "new models <@1>"}))
    hold = await at.store.rulings.hold(guild)
    assert hold
    assert (hold.halt, hold.by) == (Halt.PAUSED, int(mo.id))
    _, line = await at.waiting(at.people["ada"], at.people["ada"].channel("general"))
    said = f"<@{mo.id}> has paused the queue of this server: new models"
    assert said in line["content"]
    of_ada = texts((await panel(at, "ada"))["components"])
    assert said in of_ada
    assert "**1** fast, paused" in of_ada
    shown = await panel(at, "mo")
    assert "FU::Queue::why::draining" not in ids(shown)
    assert "goes on. `/admin undo 2`" in await pressed(at, "mo", shown, "FU::Queue::resume")
    assert await at.store.rulings.hold(guild) is None
    await at.answer(mo, lambda: mo.slash(mo.channel("general"), "admin undo", number=2))
    assert await at.store.rulings.hold(guild) == hold


async def test_the_hosts_pause_is_seen_by_all_in_their_language(at: Grounds, host: Host) -> None:
    """First of all, with the reason; no job has a time then, here and in its own message, until the host goes on."""
    job = await asked(at, "ada", "an apple")
    host.hold = Hold(Halt.PAUSED, 0, "a game <@1>")
    ada = at.playground.world.users[at.people["ada"].id]
    spoken = {language(locale): locale for locale in sorted(options.LOCALES) if language(locale) == locale[:2]}
    assert set(spoken) == set(LOCALES)
    for locale in spoken.values():
        ada["_locale"] = locale
        told = texts((await panel(at, "ada"))["components"])
        assert f"⏸️ {say('queue.host.why', locale, reason=calm(host.hold.reason))}" in told
        assert say("queue.held", locale, speed=say("queue.fast", locale)) in told
    assert await at.imagine.position(job) == Position(1, None, host.hold)
    host.hold = Hold(Halt.PAUSED, 0)
    assert f"⏸️ {say('queue.host', locale)}" in texts((await panel(at, "ada"))["components"])
    host.hold = None
    assert "⏸️" not in texts((await panel(at, "ada"))["components"])
    position = await at.imagine.position(job)
    assert position
    assert position.hold is None


async def test_a_drained_queue_says_so(at: Grounds) -> None:
    """To whoever asks, with who set it; nothing is written."""
    mo, ada = at.people["mo"], at.people["ada"]
    shown = await panel(at, "mo")
    nonce = await mo.press(shown, "FU::Queue::why::draining")
    modal = await mo.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert await at.settled(mo, await mo.submit(modal, **{REASON: ""}))
    assert await at.answer(ada, lambda: ada.slash(ada.channel("general"), "imagine", prompt="an apple")) is None
    assert await at.store.jobs.of(int(ada.id)) == ()
    assert await at.store.rulings.hold(int(mo.guild()["id"])) == Hold(Halt.DRAINING, int(mo.id))


@pytest.mark.acts("FU::Queue::page")
async def test_the_list_has_pages(at: Grounds) -> None:
    """What runs stands first; a page that is no more shows the last one."""
    first = await asked(at, "ada", "an apple")
    for number in range(9):
        await asked(at, "ada", f"plum {number}")
    assert await at.store.leases.claim("one", 60.0, lambda _queue: queue.Choice(first.id))
    at.imagine.queue._moved()
    shown = await panel(at, "ada")
    told = texts(shown["components"])
    assert "🖌️ fast, being drawn" in told
    assert "plum 8" not in told
    assert "plum 8" in await pressed(at, "ada", shown, "FU::Queue::page::1")
    await pressed(at, "ada", shown, "FU::Queue::all")
    assert "1 being drawn, 0 waiting" in texts(shown["components"])
