"""/imagine, typed by members in the playground."""

import pytest

from bot.buttons import ids
from bot.buttons.answers import SUBMIT_CURE
from bot.imagine.asking import Given
from bot.jobs.job import State
from playground import Playground
from playground.member import Json, Member
from tests.bot.drawing import Studio
from tests.pictures import png

EPHEMERAL = 1 << 6


async def imagined(member: Member, prompt: str, channel: Json | None = None, **options: object) -> Json:
    """The answer to /imagine."""
    nonce = await member.slash(channel or member.channel("general"), "imagine", prompt=prompt, **options)
    return await member.wait_message(lambda message: message.get("nonce") == nonce)


async def test_the_answer_is_the_progress_message(studio: Studio, ada: Member) -> None:
    """In Midjourney's words, with one button to cancel, and without a ping."""
    answer = await imagined(ada, "a red apple --ar 3:2")
    (job,) = await studio.store.jobs.of(int(ada.id))
    assert answer["content"].splitlines()[0] == f"**a red apple --ar 3:2** - <@{ada.id}> (Waiting to start)"
    assert [each["custom_id"] for each in answer["components"][0]["components"]] == [ids.cancel(job.id)]
    assert answer["mentions"] == []
    assert studio.posting.answers[job.id].id == int(answer["id"])


async def test_the_job_knows_who_asked_and_where(studio: Studio, ada: Member) -> None:
    """The file is named after the member, and what is read beside it is in their language."""
    await imagined(ada, "an apple")
    (job,) = await studio.store.jobs.of(int(ada.id))
    here = ada.channel("general")
    assert (job.asked.member.name, job.asked.member.locale) == ("ada", "en-US")
    assert (job.asked.channel_id, job.asked.guild_id) == (int(here["id"]), int(here["guild_id"]))
    assert job.state is State.WAITING


async def test_attachments_become_given_links(studio: Studio, ada: Member) -> None:
    """Each in its role."""
    picture = ("apple.png", png())
    await imagined(ada, "an apple", image=picture, style=picture, character=picture)
    (given,) = studio.drawing.given
    for link in (given.image, given.style, given.character):
        assert link is not None
        assert await ada.fetch(link) == png()


@pytest.mark.parametrize("place", ["a thread", "a direct message", "elsewhere"])
async def test_it_answers_wherever_it_is_asked(studio: Studio, ada: Member, playground: Playground, place: str) -> None:
    """In threads, in direct messages, and in servers that know it from the member's own account."""
    channel = {
        "a thread": ada.channel("apple orchard"),
        "a direct message": await ada.dm(playground.application_id),
        "elsewhere": ada.guild("Elsewhere")["channels"][-1],
    }[place]
    answer = await imagined(ada, "an apple", channel)
    assert "(Waiting to start)" in answer["content"]
    assert len(await studio.store.jobs.of(int(ada.id))) == 1


async def test_each_grid_has_a_message_of_its_own(studio: Studio, ada: Member) -> None:
    """The first answers, the others follow."""
    first = await imagined(ada, "{a red, a green} apple")
    second = await ada.wait_message(lambda message: "a green apple" in message["content"])
    assert "a red apple" in first["content"]
    assert {int(first["id"]), int(second["id"])} == {each.id for each in studio.posting.answers.values()}


async def test_notices_stand_below(studio: Studio, ada: Member) -> None:
    """What the member should know of how the prompt was read."""
    studio.drawing.notices = ("Something to know.",)
    answer = await imagined(ada, "an apple")
    assert "Something to know." in answer["content"].splitlines()[-1]


async def test_a_wrong_prompt_is_told_to_its_author_alone(studio: Studio, ada: Member, bo: Member) -> None:
    """All that is wrong in one red embed, what was typed in its footer, the cure to copy; nothing is stored."""
    answer = await imagined(ada, "an apple --stylise 2000 --chaos 101")
    red, green = answer["embeds"]
    assert answer["flags"] & EPHEMERAL
    assert (red["title"], red["color"]) == ("Invalid parameter", 16711680)
    assert "`stylise`" in red["description"]
    assert "`--stylize`" in red["description"]
    assert "`--chaos` must be between 0 and 100" in red["description"]
    assert red["footer"]["text"] == "/imagine an apple --stylise 2000 --chaos 101"
    assert (green["color"], green["description"]) == (65280, "```\nan apple --stylize 1000 --chaos 100\n```")
    assert await studio.store.jobs.of(int(ada.id)) == ()
    assert bo.heard("MESSAGE_CREATE") == []


async def test_the_corrected_prompt_is_submitted_at_a_press(studio: Studio, ada: Member) -> None:
    """As a job like any other."""
    wrong = await imagined(ada, "an apple --chaos 101")
    nonce = await ada.press(wrong, SUBMIT_CURE)
    answer = await ada.wait_message(lambda message: message.get("nonce") == nonce)
    assert answer["content"].startswith("**an apple --c 100** - ")
    assert not answer["flags"] & EPHEMERAL


async def test_what_was_submitted_is_not_submitted_twice(studio: Studio, ada: Member) -> None:
    """The button says so and can be pressed no more; a press that was on its way already makes nothing new."""
    wrong = await imagined(ada, "an apple --chaos 101")
    for _ in range(2):
        await ada.press(wrong, SUBMIT_CURE)
    await ada.wait_message(lambda message: message["content"].startswith("This one is submitted already"))
    await ada.wait_message(lambda message: message["content"].startswith("**an apple"))
    assert len(await studio.store.jobs.of(int(ada.id))) == 1
    await ada.wait_message(lambda message: message["id"] == wrong["id"] and is_done(message))


def is_done(message: Json) -> bool:
    """Its button says that it was pressed, and can be pressed no more."""
    button = message["components"][0]["components"][0]
    return button["label"] == "Submitted" and button["disabled"]


async def test_titles_are_kept_apart(studio: Studio, ada: Member) -> None:
    """Programs go by them."""
    answer = await imagined(ada, "blob:https://discord.com/x an apple --chaos 101")
    titles = [embed["title"] for embed in answer["embeds"] if embed["color"] == 16711680]
    assert titles == ["Invalid parameter", "Invalid link"]


async def test_a_long_wrong_prompt_still_gets_its_answer(studio: Studio, ada: Member) -> None:
    """Discord takes 6,000 characters of embeds; what does not fit comes as a file."""
    typed = " ".join(["apple"] * 900) + " " + " ".join(f"--wrong{number} 1" for number in range(40))
    answer = await imagined(ada, typed)
    assert answer["embeds"][0]["description"].splitlines()[-1].endswith("more.")
    assert answer["embeds"][0]["footer"]["text"].startswith("/imagine apple apple")


async def test_a_long_cure_comes_as_a_file(studio: Studio, ada: Member) -> None:
    """It is longer than an embed shows."""
    text = " ".join(["apple"] * 500)
    answer = await imagined(ada, f"{text} --chaos 101")
    (file,) = answer["attachments"]
    assert file["filename"] == "prompt.txt"
    assert (await ada.fetch(file["url"])).decode() == f"{text} --chaos 100"


async def test_a_refusal_has_midjourneys_title(studio: Studio, ada: Member) -> None:
    """And what was typed, to send again later."""
    studio.drawing.is_full = True
    answer = await imagined(ada, "an apple")
    (embed,) = answer["embeds"]
    assert answer["flags"] & EPHEMERAL
    assert (embed["title"], embed["footer"]["text"]) == ("Queue full", "/imagine an apple")


async def test_what_is_typed_is_completed(studio: Studio, ada: Member) -> None:
    """The text as typed first, then what could follow; without text what was typed before."""
    channel = ada.channel("general")
    offered = await ada.autocomplete(channel, "imagine", "prompt", prompt="an apple --sty")
    assert offered[0]["value"] == "an apple --sty"
    assert "an apple --stylize" in [each["value"] for each in offered]
    await imagined(ada, "a pear")
    again = await ada.autocomplete(channel, "imagine", "prompt", prompt="")
    assert [each["value"] for each in again] == ["a pear"]


async def test_given_is_empty_without_attachments(studio: Studio, ada: Member) -> None:
    """Nothing is made up."""
    await imagined(ada, "an apple")
    assert studio.drawing.given == [Given()]
