"""Report picture, and what moderators do with it."""

import pytest

from bot.jobs.job import Job
from bot.store.rulings import HIDDEN
from playground.member import Json, Member
from tests.bot.commands.admin.test_log import typed
from tests.bot.commands.test_menus import chosen
from tests.bot.conftest import Connect
from tests.bot.drawing import Studio, studio_of


async def reported(studio: Studio, ada: Member, bo: Member, mo: Member) -> tuple[Job, Json, Json]:
    """Ada's picture, its message, and what moderators read after Bo has reported it."""
    await typed(mo, "admin reports channel", channel=mo.channel("general")["id"])
    job, message = await studio.grid(ada)
    answer = await chosen(bo, "Report picture", message)
    await bo.wait_message(lambda each: each["id"] == answer["id"] and each["content"].startswith("Thank you."))
    report = await mo.wait_message(lambda each: any("reported" in one.get("title", "") for one in each["embeds"]))
    return job, message, report


def act(report: Json, name: str) -> str:
    """The id of the button that does this."""
    found = [each["custom_id"] for row in report["components"] for each in row["components"]]
    return next(each for each in found if f"::{name}::" in each)


async def done(mo: Member, report: Json, name: str) -> Json:
    """The report after this button was pressed."""
    await mo.press(report, act(report, name))
    return await mo.wait_message(
        lambda each: each["id"] == report["id"] and f"by <@{mo.id}>" in each["embeds"][0]["description"]
    )


async def test_moderators_read_who_reported_what(studio: Studio, ada: Member, bo: Member, mo: Member) -> None:
    """With a link to the message; nobody else is told, and nobody is pinged."""
    job, message, report = await reported(studio, ada, bo, mo)
    told = report["embeds"][0]["description"]
    assert f"<@{bo.id}> reported a picture of <@{ada.id}>" in told
    assert message["id"] in told
    assert job.prompt in told
    assert report["mentions"] == []


async def test_the_log_names_the_channel(studio: Studio, mo: Member) -> None:
    """As a link to it, before and after."""
    first, second = (mo.channel(name)["id"] for name in ("general", "pictures"))
    for each in (first, second):
        await typed(mo, "admin reports channel", channel=each)
    assert f"<#{first}> → <#{second}>" in str((await typed(mo, "admin log"))["components"])


@pytest.mark.acts(
    "/admin reports channel",
    "/admin undo",
    "/imagine",
    "/show",
    "FU::Report::hide",
    "menu DM Results",
    "menu Report picture",
)
async def test_a_hidden_picture_is_given_out_no_more(studio: Studio, ada: Member, bo: Member, mo: Member) -> None:
    """Its message says so; /show, direct messages and buttons refuse, except to moderators; undo gives it back."""
    job, message, report = await reported(studio, ada, bo, mo)
    await done(mo, report, "hide")
    hidden = await ada.wait_message(lambda each: each["id"] == message["id"] and not each["attachments"])
    assert hidden["content"] == "This picture was hidden by moderators."
    shown = await typed(ada, "show", job_id=job.id)
    assert shown["embeds"][0]["description"].startswith("Moderators have hidden this picture")
    refused = await chosen(ada, "DM Results", message)
    assert refused["embeds"][0]["description"].startswith("Moderators have hidden this picture")
    assert studio.posting.sent == []
    entry = next(each for each in await studio.store.audit.of(int(mo.guild()["id"])) if each.act.action == HIDDEN)
    await typed(mo, "admin undo", number=entry.number)
    again = await typed(ada, "show", job_id=job.id)
    await ada.wait_message(lambda each: each["id"] == again["id"] and bool(each["attachments"]))


@pytest.mark.acts("FU::Report::delete")
async def test_a_deleted_picture_is_gone(studio: Studio, ada: Member, bo: Member, mo: Member) -> None:
    """With its message, and hidden from then on."""
    job, message, report = await reported(studio, ada, bo, mo)
    await done(mo, report, "delete")
    assert message["id"] not in {each["id"] for each in await mo.history({"id": message["channel_id"]})}
    assert await studio.store.rulings.are_hidden([job.id])


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("warn", marks=pytest.mark.acts("FU::Report::warn")),
        pytest.param("mute", marks=pytest.mark.acts("FU::Report::mute")),
    ],
)
async def test_its_author_is_warned_or_muted(name: str, studio: Studio, ada: Member, bo: Member, mo: Member) -> None:
    """By a button, and told."""
    _, _, report = await reported(studio, ada, bo, mo)
    await done(mo, report, name)
    found = await studio.store.rulings.standing(int(ada.id), int(mo.guild()["id"]))
    assert (found.warning if name == "warn" else found.mute) is not None
    await ada.wait_message(lambda each: "was reported, and the moderators agree" in each["content"])


async def test_the_buttons_outlive_the_bot(
    studio: Studio, ada: Member, bo: Member, mo: Member, connect: Connect
) -> None:
    """They say themselves what they do."""
    job, _, report = await reported(studio, ada, bo, mo)
    await studio.client.close()
    other = studio_of(studio.store)
    async with connect(other.client):
        await done(mo, report, "hide")
    assert await studio.store.rulings.are_hidden([job.id])


async def test_only_moderators_may_press_them(studio: Studio, ada: Member, bo: Member, mo: Member) -> None:
    """Whatever their client shows."""
    job, _, report = await reported(studio, ada, bo, mo)
    await ada.press(report, act(report, "hide"))
    await ada.wait_message(
        lambda each: any(one.get("description") == "Only moderators can do that." for one in each["embeds"])
    )
    assert not await studio.store.rulings.are_hidden([job.id])


async def test_without_a_channel_the_member_is_told_so(studio: Studio, ada: Member, bo: Member) -> None:
    """And whom to ask."""
    _, message = await studio.grid(ada)
    answer = await chosen(bo, "Report picture", message)
    assert answer["content"].startswith("This server has no place for reports yet")


async def test_a_channel_that_the_bot_does_not_see_has_a_cure(studio: Studio, mo: Member) -> None:
    """Moderators' own rooms are often closed to it at first."""
    told = await typed(mo, "admin reports channel", channel=mo.channel("mods")["id"])
    assert told["content"].startswith(f"The bot may not write to <#{mo.channel('mods')['id']}>")
    told = await typed(mo, "admin pictures channel", channel=mo.channel("mods")["id"])
    assert told["content"].startswith("The bot may not post in")


@pytest.mark.acts("/admin pictures channel", "/admin pictures check")
async def test_explicit_pictures_go_to_an_age_restricted_channel(studio: Studio, mo: Member) -> None:
    """To no other; and the check is turned off and on."""
    guild = int(mo.guild()["id"])
    told = await typed(mo, "admin pictures channel", channel=mo.channel("general")["id"])
    assert "is not age-restricted" in told["content"]
    await typed(mo, "admin pictures channel", channel=mo.channel("after-dark")["id"])
    await typed(mo, "admin pictures check", on=False)
    rules = await studio.store.rulings.pictures(guild)
    assert (rules.is_on, rules.channel_id) == (False, int(mo.channel("after-dark")["id"]))
