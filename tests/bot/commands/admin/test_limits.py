"""/admin limits and the panel, by a moderator in the playground."""

from typing import Any

import pytest

from bot.commands.admin.panel import FIELD
from bot.jobs.scene import Scene
from bot.policy.limits import Limits, limits_of
from bot.policy.settings import UNLIMITED, Place, Scope
from playground.member import Json, Member
from tests.bot.commands.admin.test_log import answered, typed
from tests.bot.commands.test_help import texts
from tests.bot.drawing import Studio


def role(member: Member, name: str) -> str:
    """The id of a role of Fourup Studio."""
    return str(next(each["id"] for each in member.guild()["roles"] if each["name"] == name))


async def held(studio: Studio, member: Member, channel: str = "general", **more: Any) -> Limits:
    """What holds for this member now."""
    scene = Scene(int(member.id), int(member.channel(channel)["id"]), int(member.guild()["id"]), **more)
    return limits_of(await studio.store.limits.here(scene), scene)


async def changed(member: Member, message: Json, says: str) -> Json:
    """The panel once it says this."""
    return await member.wait_message(lambda each: each["id"] == message["id"] and says in texts(each["components"]))


async def window(member: Member, panel: Json, setting: str) -> Json:
    """The window that choosing this setting opens."""
    (custom_id,) = [
        each["custom_id"]
        for row in panel["components"]
        for each in row.get("components", [])
        if "panel::setting" in each.get("custom_id", "")
    ]
    nonce = await member.choose(panel, custom_id, [setting])
    return await member.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)


async def info_of(member: Member) -> Json:
    """What /info says in the end."""
    thinking = await typed(member, "info")
    return await member.wait_message(lambda each: each["id"] == thinking["id"] and bool(each["embeds"]))


@pytest.mark.acts("/admin limits list")
async def test_a_limit_is_set_for_each_kind_of_place(studio: Studio, mo: Member, ada: Member) -> None:
    """At once effective; the answer says how it is taken back."""
    told = await typed(mo, "admin limits set", setting="steps", value="40")
    assert told["content"].startswith("Steps, the whole server: `40` from now on. `/admin undo 1`")
    assert (await held(studio, ada)).steps == 40
    member_role = role(mo, "Member")
    await typed(mo, "admin limits set", setting="steps", value="50", role=member_role)
    assert (await held(studio, ada, roles=frozenset({int(member_role)}))).steps == 50
    await typed(mo, "admin limits set", setting="steps", value="20", channel=mo.channel("pictures")["id"])
    assert (await held(studio, ada, "pictures")).steps == 20
    await typed(mo, "admin limits set", setting="steps", value="unlimited", member=ada.id)
    assert (await held(studio, ada, "pictures")).steps is None
    listed = await typed(mo, "admin limits list")
    assert f"**Steps** <@{ada.id}>: unlimited" in listed["content"]
    assert "**Steps** the whole server: `40`" in listed["content"]


@pytest.mark.acts(
    "/admin limits set",
    "/admin panel",
    "FU::Admin::panel::set",
    "FU::Select::Admin::panel::role",
    "FU::Select::Admin::panel::setting",
)
async def test_a_share_of_the_gpu_is_set_for_a_role(studio: Studio, mo: Member, ada: Member) -> None:
    """By the command and on the panel; for the whole server it would say nothing. Taken back, it is as before."""
    member_role = role(mo, "Member")
    roles = frozenset({int(member_role)})
    whole = await typed(mo, "admin limits set", setting="boost", value="2")
    assert "name one of them" in whole["embeds"][0]["description"]
    told = await typed(mo, "admin limits set", setting="boost", value="1.5", role=member_role)
    assert told["content"].startswith(f"Share of the GPU, <@&{member_role}>: `1.5` from now on.")
    assert (await held(studio, ada, roles=roles)).boost == 1.5
    panel = await typed(mo, "admin panel")
    await mo.choose(panel, "FU::Select::Admin::panel::role", [member_role])
    panel = await changed(mo, panel, "**Share of the GPU**: `1.5`")
    await mo.submit(await window(mo, panel, "boost"), **{FIELD: "5"})
    await mo.submit(await window(mo, panel, "boost"), **{FIELD: "4"})
    await changed(mo, panel, "**Share of the GPU**: `4`")
    await typed(mo, "admin undo", number=2)
    assert (await held(studio, ada, roles=roles)).boost == 1.5


@pytest.mark.acts("/admin limits clear", "/admin log")
async def test_what_was_set_is_taken_back(studio: Studio, mo: Member, ada: Member) -> None:
    """By its number; and cleared, which can be taken back too."""
    await typed(mo, "admin limits set", setting="drawing", value="off")
    await typed(mo, "admin undo", number=1)
    assert (await held(studio, ada)).drawing
    await typed(mo, "admin undo", number=2)
    assert not (await held(studio, ada)).drawing
    await typed(mo, "admin limits clear", setting="drawing")
    assert (await held(studio, ada)).drawing
    await typed(mo, "admin undo", number=4)
    assert not (await held(studio, ada)).drawing
    assert f"<@{mo.id}> set Pictures are made (the whole server)" in texts((await typed(mo, "admin log"))["components"])


async def test_what_does_not_fit_is_told(studio: Studio, mo: Member, ada: Member) -> None:
    """And nothing is changed or noted."""
    wrong = await typed(mo, "admin limits set", setting="waiting", value="unlimited")
    assert wrong["embeds"][0]["title"] == "Invalid parameter"
    two = await typed(mo, "admin limits set", setting="steps", value="4", member=ada.id, role=role(mo, "Member"))
    assert "one of them" in two["embeds"][0]["description"]
    not_for = await typed(mo, "admin limits set", setting="timezone", value="Europe/Berlin", member=ada.id)
    assert "cannot be set for that" in not_for["embeds"][0]["description"]
    assert await studio.store.audit.of(int(mo.guild()["id"])) == ()
    await typed(mo, "admin limits set", setting="steps", value="4")
    assert "it was so already" in (await typed(mo, "admin limits set", setting="steps", value="4"))["content"]


@pytest.mark.acts("FU::Admin::panel::server", "FU::Admin::panel::value", "FU::Select::Admin::panel::member")
async def test_the_panel_shows_and_changes(studio: Studio, mo: Member, ada: Member) -> None:
    """A setting by its window, then the same for a member, and back to the server."""
    panel = await typed(mo, "admin panel")
    assert "GPU minutes a day: unlimited" in texts(panel["components"])
    modal = await window(mo, panel, "gpu_day")
    assert modal["title"] == "GPU minutes a day"
    await mo.submit(modal, **{FIELD: "30"})
    panel = await changed(mo, panel, "**GPU minutes a day**: `30`")
    assert (await held(studio, ada)).gpu_day == 30
    await mo.choose(panel, "FU::Select::Admin::panel::member", [ada.id])
    panel = await changed(mo, panel, f"What holds for <@{ada.id}>")
    assert "GPU minutes a day: not set here" in texts(panel["components"])
    modal = await window(mo, panel, "gpu_day")
    await mo.submit(modal, **{FIELD: "unlimited"})
    panel = await changed(mo, panel, "**GPU minutes a day**: unlimited")
    assert (await held(studio, ada)).gpu_day is None
    await mo.press(panel, "FU::Admin::panel::server")
    panel = await changed(mo, panel, f"Something is set for <@{ada.id}> too.")
    modal = await window(mo, panel, "gpu_day")
    await mo.submit(modal, **{FIELD: ""})
    await changed(mo, panel, "not set any more")
    given = await studio.store.limits.every(int(mo.guild()["id"]))
    assert given == {"gpu_day": {Place(Scope.MEMBER, int(ada.id)): UNLIMITED}}


@pytest.mark.acts("FU::Select::Admin::panel::channel")
async def test_the_panel_shows_a_channel(studio: Studio, mo: Member, ada: Member) -> None:
    """What is set there holds there, and nowhere else."""
    panel, general = await typed(mo, "admin panel"), mo.channel("general")["id"]
    await mo.choose(panel, "FU::Select::Admin::panel::channel", [general])
    panel = await changed(mo, panel, f"What holds for <#{general}>")
    await mo.submit(await window(mo, panel, "drawing"), **{FIELD: ["off"]})
    await changed(mo, panel, "**Pictures are made**: Off")
    given = await studio.store.limits.every(int(mo.guild()["id"]))
    assert given == {"drawing": {Place(Scope.CHANNEL, int(general)): False}}


async def test_a_switch_is_chosen(studio: Studio, mo: Member, ada: Member) -> None:
    """On, off, or not set here."""
    panel = await typed(mo, "admin panel")
    modal = await window(mo, panel, "drawing")
    await mo.submit(modal, **{FIELD: ["off"]})
    panel = await changed(mo, panel, "**Pictures are made**: Off")
    modal = await window(mo, panel, "drawing")
    await mo.submit(modal, **{FIELD: ["-"]})
    await changed(mo, panel, "not set any more")
    assert (await held(studio, ada)).drawing


async def test_a_wrong_value_leaves_the_panel(studio: Studio, mo: Member) -> None:
    """It is told beside it."""
    panel = await typed(mo, "admin panel")
    nonce = await mo.submit(await window(mo, panel, "quiet"), **{FIELD: "at night"})
    told = await answered(mo, nonce)
    assert "write hours such as" in told["embeds"][0]["description"]


@pytest.mark.acts("FU::Admin::log::undo")
async def test_the_log_undoes_at_a_press(studio: Studio, mo: Member, ada: Member) -> None:
    """The page shows then that it is undone."""
    await typed(mo, "admin limits set", setting="steps", value="4")
    page = await typed(mo, "admin log")
    await mo.press(page, "FU::Admin::log::undo::1")
    after = await changed(mo, page, "Undone by 2.")
    assert "1 is undone." in texts(after["components"])
    assert (await held(studio, ada)).steps is None


@pytest.mark.acts("/info")
async def test_members_read_what_is_left(studio: Studio, mo: Member, ada: Member) -> None:
    """In Midjourney's line, which programs read, and in words with when new minutes come."""
    await typed(mo, "admin limits set", setting="gpu_month", value="60")
    await typed(mo, "admin limits set", setting="steps", value="40", member=ada.id)
    (embed,) = (await info_of(ada))["embeds"]
    assert "**Fast Time Remaining**: 1.00/1.0 hours (100.00%)" in embed["description"]
    (field,) = embed["fields"]
    assert field["name"] == "What holds for you here"
    assert field["value"].startswith("60.0 of 60 GPU minutes of this month are left; new ones come <t:")
    assert "Steps: 40" in field["value"]
    (others,) = (await info_of(mo))["embeds"][0]["fields"]
    assert "Steps" not in others["value"]


@pytest.mark.acts("/admin retention")
async def test_how_long_jobs_are_kept_is_set_and_taken_back(studio: Studio, mo: Member) -> None:
    """For days, for ever, or as the host says."""
    guild = int(mo.guild()["id"])
    for days, says in ((30, "for 30 days"), (0, "for ever"), (None, "as its host says")):
        options = {} if days is None else {"days": days}
        assert says in (await typed(mo, "admin retention", **options))["content"]
        assert await studio.store.retention.of(guild) == days
    await typed(mo, "admin undo", number=3)
    assert await studio.store.retention.of(guild) == 0
    await typed(mo, "admin undo", number=4)
    assert await studio.store.retention.of(guild) is None
