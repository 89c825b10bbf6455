"""What goes wrong, as members read it: each has its sentence, and nothing is lost or half done."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.buttons import ids, progress
from bot.buttons.ids import Act
from bot.ids import job_id
from bot.imagine import originals
from bot.jobs.job import Action, Job, State
from bot.jobs.queue import Choice
from playground import Playground
from playground.member import Member
from tests.bot.conftest import Connect
from tests.bot.grounds import Grounds, grounds
from tests.bot.imagine.house import IN_TIME, House, open_house
from tests.bot.imagine.test_reading import Reader, reading
from tests.pictures import png

EPHEMERAL, LOADING = 1 << 6, 1 << 7
GONE = "This bot knows nothing of that job any more. Type /imagine to make a new one."
UNDRAWN = "There is no picture 1 of this job: it has not come that far, or ended before."
OF_A_PICTURE: tuple[Callable[[str], str], ...] = (
    lambda job: ids.upsample(job, 1),
    lambda job: ids.variation(job, 1),
    ids.high_variation,
    ids.low_variation,
    lambda job: ids.enlarge(Act.UPSCALE_SUBTLE, job),
    lambda job: ids.outpaint(Act.ZOOM_2, job),
    lambda job: ids.outpaint(Act.SQUARE, job),
    lambda job: ids.pan(Act.PAN_LEFT, job),
    ids.region,
)
OF_ANY = (ids.reroll, ids.custom_zoom, ids.favourite, ids.about, ids.once, ids.bin_of, ids.cancel)
"""The buttons of a job, those that are about a picture of it and the others."""


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """With a model, and nothing that draws."""
    async with open_house(tmp_path) as opened:
        yield opened


@pytest.fixture
async def at(playground: Playground, house: House, connect: Connect) -> AsyncIterator[Grounds]:
    """A bot as it is, but for what draws."""
    async with grounds(playground, house, connect, reading=reading(house, Reader())) as opened:
        yield opened


async def told(at: Grounds, member: Member, acting: Callable[[], Awaitable[str]]) -> str:
    """What the member reads, and nobody else."""
    before = {each["id"] for each in member.heard("MESSAGE_CREATE")}
    nonce = await acting()
    said = await member.wait_message(
        lambda each: each["id"] not in before and each["flags"] & EPHEMERAL and bool(each["content"] or each["embeds"])
    )
    assert await at.settled(member, nonce)
    return " ".join([said["content"], *(f"{each['title']}: {each['description']}" for each in said["embeds"])]).strip()


async def pressed(at: Grounds, member: Member, custom_id: str) -> str:
    """The same of a press."""
    posted = await at.with_button(member.channel("general"), custom_id)
    message = await member.wait_message(lambda each: each["id"] == posted)
    return await told(at, member, lambda: member.press(message, custom_id))


async def drawing(at: Grounds, member: Member) -> list[Job]:
    """The member's jobs that draw."""
    return [each for each in await at.store.jobs.of(int(member.id), 1_000) if each.action is not Action.ADOPT]


async def test_buttons_of_a_job_that_is_gone(at: Grounds) -> None:
    """Whether it was deleted, or its author had all forgotten: one sentence, and nothing comes of the press."""
    ada, bo = at.people["ada"], at.people["bo"]
    job, _ = await at.drawn(ada, ada.channel("general"))
    await at.store.forgetting.ask(int(ada.id))
    while await at.store.forgetting.is_leaving(int(ada.id)):
        await at.store.forgetting.step()
    for gone in (job.id, job_id(1_790_000_000_000, 7)):
        for custom_id in (*OF_A_PICTURE, *OF_ANY):
            assert GONE in await pressed(at, bo, custom_id(gone)), custom_id(gone)
    assert await drawing(at, bo) == []


async def test_buttons_of_a_job_that_is_not_drawn_yet(at: Grounds) -> None:
    """Waiting or running: its pictures are not there, and it goes on undisturbed."""
    ada, bo = at.people["ada"], at.people["bo"]
    job, _ = await at.waiting(ada, ada.channel("general"))
    for state in (State.WAITING, State.RUNNING):
        for custom_id in OF_A_PICTURE:
            assert UNDRAWN in await pressed(at, bo, custom_id(job.id)), (state, custom_id(job.id))
        assert (await at.store.jobs.get(job.id)).state is state
        if state is State.WAITING:
            assert await at.store.leases.claim("a worker", 60.0, lambda _queue: Choice(job.id))
    assert await at.store.jobs.children(job.id) == ()


async def test_buttons_of_somebody_elses_job(at: Grounds) -> None:
    """What only its author may is told so, and changes nothing."""
    ada, bo = at.people["ada"], at.people["bo"]
    waiting, _ = await at.waiting(ada, ada.channel("general"))
    drawn, _ = await at.drawn(ada, ada.channel("general"))
    said = await pressed(at, bo, ids.cancel(waiting.id))
    assert said.endswith("Only the author of a job and moderators can cancel it.")
    said = await pressed(at, bo, ids.bin_of(drawn.id))
    assert "Only" in said, said
    assert (await at.store.jobs.get(waiting.id)).state is State.WAITING
    assert not await at.store.album.is_binned(drawn.id)


async def test_two_members_press_at_once(at: Grounds) -> None:
    """Of one picture comes one, however many ask for it; of a variation each has their own; a job is cancelled once."""
    ada, bo, nia = (at.people[name] for name in ("ada", "bo", "nia"))
    job, _ = await at.drawn(ada, ada.channel("general"))

    async def both(custom_id: str, *members: Member) -> None:
        posted = await at.with_button(ada.channel("general"), custom_id)

        async def press(member: Member) -> None:
            message = await member.wait_message(lambda each: each["id"] == posted)
            nonce = await member.press(message, custom_id)
            assert await at.settled(member, nonce)

        await asyncio.gather(*map(press, members))

    await both(ids.upsample(job.id, 2), ada, bo)
    assert [each.action for each in await at.store.jobs.children(job.id)] == [Action.UPSCALE]
    await both(ids.variation(job.id, 1), ada, bo)
    members = [each.asked.member.id for each in await at.store.jobs.children(job.id) if each.action is Action.VARY]
    assert sorted(members) == sorted([int(ada.id), int(bo.id)])
    waiting, _ = await at.waiting(ada, ada.channel("general"))
    await both(ids.cancel(waiting.id), ada, nia)
    assert (await at.store.jobs.get(waiting.id)).state is State.CANCELLED


@pytest.mark.parametrize(
    ("mask", "sentence"),
    [
        (png(64, 64, "#000000"), "Nothing is marked"),
        (png(64, 64, "#ffffff"), "All of the picture is marked"),
        (png(64, 32, "#ffffff"), "The mask has another shape than the picture: make it 64 by 64 pixels"),
        (b"no picture", "mask.png"),
    ],
)
async def test_masks_that_cannot_be_drawn(at: Grounds, mask: bytes, sentence: str) -> None:
    """Empty, full, of another shape, no picture at all."""
    ada = at.people["ada"]
    given = {"image": ("pear.png", png()), "mask": ("mask.png", mask)}
    said = await told(at, ada, lambda: ada.slash(ada.channel("general"), "region", prompt="a plum", **given))
    assert sentence in said
    assert await drawing(at, ada) == []


async def test_a_picture_blended_with_itself(at: Grounds, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under another name too. (One picture, or six, no client of Discord's can send.)"""
    monkeypatch.setattr(originals, "SOON", IN_TIME)
    ada = at.people["ada"]
    given = {"image1": ("one.png", png()), "image2": ("other.png", png())}
    said = await told(at, ada, lambda: ada.slash(ada.channel("general"), "blend", **given))
    assert "The same picture is there twice: choose another one for each place." in said
    assert await drawing(at, ada) == []


@pytest.mark.parametrize("command", ["describe", "edit"])
async def test_what_is_no_picture(at: Grounds, house: House, command: str) -> None:
    """Described or edited: a text, a broken file, a page, nothing at all."""
    ada = at.people["ada"]
    words = {"instruction": "make it night"} if command == "edit" else {}
    for given, named in (
        ({"image": ("notes.txt", b"a fox in the snow")}, "notes.txt"),
        ({"image": ("broken.png", png()[:60])}, "broken.png"),
        ({"link": house.web.link("page.html")}, "page.html"),
        ({"link": house.web.link("gone.png")}, "gone.png"),
        ({"link": "a fox"}, "a fox"),
    ):
        said = await told(at, ada, lambda given=given: ada.slash(ada.channel("general"), command, **words, **given))  # type: ignore[misc]
        assert named in said
        assert said.startswith("Invalid link"), said
    assert await at.store.jobs.of(int(ada.id)) == ()
    public = [each for each in await ada.history(ada.channel("general")) if not each["flags"] & EPHEMERAL]
    assert not public, "what was refused leaves no message behind"


async def test_a_picture_that_is_slow_and_none_at_all(
    at: Grounds, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All see that the bot is at it, until that goes: what is wrong is for the sender, and nothing is stored."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(originals, "SOON", IN_TIME)
    ada = at.people["ada"]

    async def asked() -> str:
        link = house.web.link("slow-page.html")
        nonce = await ada.slash(ada.channel("general"), "imagine", prompt=f"{link} a fox")
        await ada.wait_message(lambda each: each.get("nonce") == nonce and each["flags"] & LOADING)
        house.web.held.set()
        return nonce

    said = await told(at, ada, asked)
    assert said.startswith("Invalid link"), said
    assert "slow-page.html" in said
    assert await at.store.jobs.of(int(ada.id)) == ()
    assert not [each for each in await ada.history(ada.channel("general")) if not each["flags"] & EPHEMERAL]


async def test_an_edit_of_a_picture_that_is_not_ours(at: Grounds) -> None:
    """From somebody else's message it is taken up; one that a member took away, or keeps to themselves, is nobody's."""
    ada, bo = at.people["ada"], at.people["bo"]
    job, message = await at.drawn(ada, ada.channel("general"), count=1)
    await at.store.album.bin(job.id)
    link = f"https://discord.com/channels/{ada.guild()['id']}/{message['channel_id']}/{message['id']}"
    given = {"instruction": "make it night", "link": link}
    said = await told(at, bo, lambda: bo.slash(bo.channel("general"), "edit", **given))
    assert "Its author has taken this picture away" in said
    assert await at.store.jobs.of(int(bo.id)) == ()
    answer = await at.answer(
        bo, lambda: bo.slash(bo.channel("general"), "edit", instruction="make it night", image=("pear.png", png()))
    )
    assert answer
    (edit, adopted) = await at.store.jobs.of(int(bo.id))
    assert (edit.parent, adopted.action) == (adopted.id, Action.ADOPT)
