"""/blend, /show and /info, typed by members in the playground."""

import re

import pytest

from bot.buttons import ids
from bot.jobs.job import State
from bot.jobs.queue import Choice
from bot.store.messages import Kind
from playground.member import Json, Member
from tests.bot.drawing import Studio
from tests.pictures import png

EPHEMERAL = 1 << 6


async def answered(member: Member, command: str, **options: object) -> Json:
    """The answer to a command, as it comes first."""
    nonce = await member.slash(member.channel("general"), command, **options)
    return await member.wait_message(lambda message: message.get("nonce") == nonce)


async def test_a_blend_is_a_prompt_of_pictures(studio: Studio, ada: Member) -> None:
    """In the order of its options, with the shape that was chosen."""
    pictures = {f"image{number}": (f"{number}.png", png()) for number in (1, 2, 3)}
    answer = await answered(ada, "blend", **pictures, dimensions="2:3")
    (job,) = await studio.store.jobs.of(int(ada.id))
    assert re.findall(r"(\d)\.png", job.prompt) == ["1", "2", "3"]
    assert job.prompt.endswith(" --ar 2:3")
    assert "(Waiting to start)" in answer["content"]


async def test_the_options_of_blend_stand_in_midjourneys_order(studio: Studio, ada: Member) -> None:
    """Two pictures, the shape, then more pictures."""
    index = await ada.api("GET", f"/channels/{ada.channel('general')['id']}/application-command-index")
    (blend,) = [each for each in index["application_commands"] if each["name"] == "blend"]
    assert [option["name"] for option in blend["options"]] == [
        "image1",
        "image2",
        "dimensions",
        "image3",
        "image4",
        "image5",
    ]
    assert [choice["value"] for choice in blend["options"][2]["choices"]] == ["2:3", "1:1", "3:2"]


async def test_a_finished_job_is_shown_with_live_buttons(studio: Studio, ada: Member) -> None:
    """A public message with its picture, whose presses count like those of the first."""
    job, _ = await studio.grid(ada)
    thinking = await answered(ada, "show", job_id=job.id)
    shown = await ada.wait_message(lambda message: message["id"] == thinking["id"] and bool(message["attachments"]))
    assert shown["content"].startswith("**an apple** - ")
    assert not shown["flags"] & EPHEMERAL
    assert ids.upsample(job.id, 1) in str(shown["components"])
    await ada.press(shown, ids.upsample(job.id, 1))
    await ada.wait_message(
        lambda each: (
            each["id"] == shown["id"]
            and bool(each["components"])
            and each["components"][0]["components"][0]["style"] == 1
        )
    )
    assert [each.kind for each in await studio.store.messages.of(job.id) if each.id == int(shown["id"])] == [Kind.SHOWN]


async def test_a_job_is_found_by_a_link_to_its_message(studio: Studio, ada: Member) -> None:
    """Which is what members have at hand."""
    _, message = await studio.grid(ada)
    link = f"https://discord.com/channels/{ada.guild()['id']}/{message['channel_id']}/{message['id']}"
    thinking = await answered(ada, "show", job_id=link)
    await ada.wait_message(lambda each: each["id"] == thinking["id"] and bool(each["attachments"]))


async def test_ones_own_jobs_are_offered(studio: Studio, ada: Member, bo: Member) -> None:
    """The latest first, by what was asked for; nobody else's."""
    await answered(ada, "imagine", prompt="an apple")
    await answered(bo, "imagine", prompt="a pear")
    await studio.grid(ada, "a plum")
    offered = await ada.autocomplete(ada.channel("general"), "show", "job_id", job_id="")
    assert [each["name"] for each in offered] == ["🖼️ a plum", "⏳ an apple"]
    found = await ada.autocomplete(ada.channel("general"), "show", "job_id", job_id="apple")
    assert [each["name"] for each in found] == ["⏳ an apple"]


@pytest.mark.parametrize(
    "named", ["nonsense", "0198c0de-0000-7000-8000-000000000000", "https://discord.com/channels/1/2/3"]
)
async def test_what_names_no_job_is_a_sentence(studio: Studio, ada: Member, named: str) -> None:
    """Whatever was typed."""
    answer = await answered(ada, "show", job_id=named)
    assert answer["content"].startswith("This bot knows nothing of that job")


async def test_others_jobs_are_not_shown(studio: Studio, ada: Member, bo: Member) -> None:
    """As with Midjourney."""
    job, _ = await studio.grid(ada)
    answer = await answered(bo, "show", job_id=job.id)
    assert answer["embeds"][0]["title"] == "Job action restricted"
    assert answer["flags"] & EPHEMERAL


@pytest.mark.acts("button CANCEL")
async def test_an_unfinished_job_can_be_cancelled_from_there(studio: Studio, ada: Member) -> None:
    """The answer has its button, for its author alone."""
    await answered(ada, "imagine", prompt="an apple")
    (job,) = await studio.store.jobs.of(int(ada.id))
    answer = await answered(ada, "show", job_id=job.id)
    assert "not finished yet" in answer["content"]
    assert answer["flags"] & EPHEMERAL
    await ada.press(answer, ids.cancel(job.id))
    ended = await ada.wait_message(lambda each: each["id"] == answer["id"] and "cancelled" in each["content"])
    assert ended["components"] == []
    assert (await studio.store.jobs.get(job.id)).state is State.CANCELLED


async def test_a_cancelled_job_says_so(studio: Studio, ada: Member) -> None:
    """There is nothing to show of it."""
    await answered(ada, "imagine", prompt="an apple")
    (job,) = await studio.store.jobs.of(int(ada.id))
    await studio.store.jobs.cancel(job.id, int(ada.id))
    answer = await answered(ada, "show", job_id=job.id)
    assert "(Stopped)" in answer["content"]


async def test_info_has_midjourneys_lines(studio: Studio, ada: Member) -> None:
    """Which programs read; running jobs are links to their messages."""
    await studio.grid(ada)
    progress = await answered(ada, "imagine", prompt="a pear")
    await answered(ada, "imagine", prompt="a plum --relax")
    (running,) = [job for job in await studio.store.jobs.of(int(ada.id)) if job.prompt == "a pear"]
    await studio.store.leases.claim("a worker", 60.0, lambda _queue: Choice(running.id))
    thinking = await answered(ada, "info")
    answer = await ada.wait_message(lambda each: each["id"] == thinking["id"] and bool(each["embeds"]))
    (embed,) = answer["embeds"]
    lines = dict(re.findall(r"\*\*(.+?)\*\*: (.+)", embed["description"]))
    assert answer["flags"] & EPHEMERAL
    assert embed["title"] == "Your info - ada"
    assert lines["User ID"] == ada.id
    assert lines["Lifetime Usage"] == lines["Fast Usage"] == "1 image (0.00 hours)"
    assert (lines["Queued Jobs (fast)"], lines["Queued Jobs (relax)"]) == ("0", "1")
    assert lines["Running Jobs"].startswith("[1](https://discord.com/channels/")
    assert lines["Running Jobs"].endswith(f"/{progress['channel_id']}/{progress['id']})")
