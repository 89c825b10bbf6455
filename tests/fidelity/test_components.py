"""Every component that discord.py 2.7 can send, in messages and in modals, used by a member and read by the bot."""

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import discord
import pytest
from discord import ui

from playground.member import Member
from tests.fidelity.hand import Hand, Here
from tests.fidelity.pictures import png

Json = dict[str, Any]
V2 = 1 << 15


def kinds(nodes: list[Json]) -> Iterator[str]:
    """The types of all components, in reading order."""
    for node in nodes:
        yield discord.ComponentType(node["type"]).name
        yield from kinds([*node.get("components", []), *([node["accessory"]] if "accessory" in node else [])])


class Gallery(ui.LayoutView):
    """One of each."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.pressed: list[str] = []
        box: ui.Container[Any] = ui.Container(accent_colour=0x5865F2, spoiler=True)
        for part in (*self._words(), *self._media(), ui.ActionRow(*self._buttons())):
            box.add_item(part)
        self.add_item(box)
        for select in self._selects():
            self.add_item(ui.ActionRow(select))

    def _words(self) -> list[ui.Item[Any]]:
        press: ui.Button[Any] = ui.Button(label="Beside", custom_id="beside")
        thumbnail: ui.Thumbnail[Any] = ui.Thumbnail("attachment://0.png", description="Small")
        return [
            ui.TextDisplay("# Title"),
            ui.Section("One", "Two", "Three", accessory=press),
            ui.Section("Beside a picture", accessory=thumbnail),
            ui.Separator(visible=True, spacing=discord.SeparatorSpacing.large),
        ]

    def _media(self) -> list[ui.Item[Any]]:
        items = [discord.MediaGalleryItem(f"attachment://{n}.png", description=f"No. {n}") for n in range(4)]
        return [ui.MediaGallery(*items), ui.File("attachment://notes.txt")]

    def _buttons(self) -> list[ui.Button[Any]]:
        styles = [discord.ButtonStyle(number) for number in range(1, 5)]
        buttons: list[ui.Button[Any]] = [
            ui.Button(label=each.name, style=each, custom_id=each.name, emoji="🎲") for each in styles
        ]
        return [*buttons, ui.Button(label="Link", url="https://example.org")]

    def _selects(self) -> list[ui.Item[Any]]:
        text = ui.Select[Any](custom_id="text", max_values=2, options=[discord.SelectOption(label=c) for c in "abc"])
        channel = ui.ChannelSelect[Any](custom_id="channel", channel_types=[discord.ChannelType.text])
        mentionable = ui.MentionableSelect[Any](custom_id="mentionable", min_values=0, max_values=2)
        return [
            text,
            ui.UserSelect(custom_id="user"),
            ui.RoleSelect(custom_id="role"),
            mentionable,
            channel,
        ]

    async def interaction_check(self, interaction: Here) -> bool:
        assert interaction.data is not None
        self.pressed.append(str(interaction.data["custom_id"]))  # type: ignore[typeddict-item]
        await interaction.response.defer()
        return True


def files() -> list[discord.File]:
    pictures = [discord.File(io.BytesIO(png(10 + n)), f"{n}.png") for n in range(4)]
    return [*pictures, discord.File(io.BytesIO(b"notes"), "notes.txt")]


async def test_every_component_of_a_message_arrives(ada: Member, hand: Hand) -> None:
    """In order, numbered, with its pictures linked and measured; and discord.py reads back what it sent."""
    view = Gallery()
    sent = await hand.room("general").send(view=view, files=files())
    seen = await ada.wait_for("MESSAGE_CREATE")
    assert seen["flags"] & V2
    assert list(kinds(seen["components"])) == [
        *("container", "text_display", "section", "text_display", "text_display", "text_display", "button"),
        *("section", "text_display", "thumbnail", "separator", "media_gallery", "file"),
        *("action_row", "button", "button", "button", "button", "button"),
        *("action_row", "select", "action_row", "user_select", "action_row", "role_select"),
        *("action_row", "mentionable_select", "action_row", "channel_select"),
    ]
    box = seen["components"][0]
    (gallery,) = [each for each in box["components"] if each["type"] == 12]
    for number, item in enumerate(gallery["items"]):
        assert (item["media"]["width"], item["description"]) == (10 + number, f"No. {number}")
        assert await ada.fetch(item["media"]["url"]) == png(10 + number)
    (file,) = [each for each in box["components"] if each["type"] == 13]
    assert (file["name"], file["size"]) == ("notes.txt", 5)
    read = ui.LayoutView.from_message(await sent.channel.fetch_message(sent.id))
    assert [type(each) for each in read.walk_children()] == [type(each) for each in view.walk_children()]


async def test_every_button_and_select_of_a_message_reaches_its_view(ada: Member, hand: Hand) -> None:
    """The view that sent them is told; what was chosen comes as whole objects."""
    view = Gallery()
    await hand.room("general").send(view=view, files=files())
    message = await ada.wait_for("MESSAGE_CREATE")
    for custom_id in ("beside", "primary", "danger"):
        await ada.press(message, custom_id)
        await hand.given()
    moderator = next(role for role in ada.guild()["roles"] if role["name"] == "Moderator")
    picks = {
        "text": ["c", "a"],
        "user": [ada.id],
        "role": [moderator["id"]],
        "mentionable": [ada.id, moderator["id"]],
        "channel": [ada.channel("pictures")["id"]],
    }
    for custom_id, values in picks.items():
        await ada.choose(message, custom_id, values)
        await hand.given()
    await ada.choose(message, "mentionable", [])
    await hand.given()
    assert view.pressed == ["beside", "primary", "danger", *picks, "mentionable"]
    selects = {each.custom_id: each for each in view.walk_children() if hasattr(each, "values")}
    assert selects["text"].values == ["c", "a"]
    assert [each.display_name for each in selects["user"].values] == ["Ada"]
    assert [each.name for each in selects["role"].values] == ["Moderator"]
    assert [each.name for each in selects["channel"].values] == ["pictures"]
    assert selects["mentionable"].values == []


async def test_a_gallery_can_be_changed_and_stays_one(ada: Member, hand: Hand) -> None:
    """An edit replaces the components; text beside them is refused, since Components V2 cannot be left."""
    message = await hand.room("general").send(view=Gallery(), files=files())
    small = ui.LayoutView(timeout=None)
    small.add_item(ui.TextDisplay("done"))
    await message.edit(view=small, attachments=[])
    seen = await ada.wait_for("MESSAGE_UPDATE")
    assert list(kinds(seen["components"])) == ["text_display"]
    with pytest.raises(discord.HTTPException) as wrong:
        await message.edit(content="text")
    assert wrong.value.code == 50035


async def test_an_answer_can_be_a_gallery(ada: Member, hand: Hand) -> None:
    """Deferred first, then filled; then its parts work as in any message."""
    await ada.slash(ada.channel("general"), "go")
    interaction = await hand.given()
    await interaction.response.defer()
    view = Gallery()
    await interaction.edit_original_response(view=view, attachments=files())
    seen = await ada.wait_message(lambda each: bool(each["components"]))
    assert seen["flags"] == V2
    await ada.press(seen, "beside")
    await hand.given()
    assert view.pressed == ["beside"]


class Questions(ui.Modal, title="Questions"):
    """One question of each kind, as many as a modal holds at a time."""

    def __init__(self, *parts: ui.Item[Any]) -> None:
        super().__init__(custom_id="questions")
        for part in parts:
            self.add_item(part)

    async def on_submit(self, interaction: Here) -> None:
        await interaction.response.send_message("thank you", ephemeral=True)


def label(component: ui.Item[Any]) -> ui.Label[Any]:
    return ui.Label(text="Question", description="More words", component=component)


def choices(of: type[Any]) -> list[Any]:
    return [of(label=each.title(), value=each) for each in ("red", "green", "blue")]


def typed() -> list[ui.Item[Any]]:
    return [
        ui.TextDisplay("Please *answer*."),
        label(ui.TextInput(custom_id="line", style=discord.TextStyle.short, max_length=20)),
        label(ui.TextInput(custom_id="lines", style=discord.TextStyle.paragraph, required=False, default="before")),
        label(ui.FileUpload(custom_id="files", max_values=2, required=False)),
        label(ui.Checkbox(custom_id="truth")),
    ]


def picked() -> list[ui.Item[Any]]:
    return [
        label(ui.RadioGroup(custom_id="one", options=choices(discord.RadioGroupOption))),
        label(ui.CheckboxGroup(custom_id="some", options=choices(discord.CheckboxGroupOption), max_values=2)),
        label(ui.Select(custom_id="text", options=choices(discord.SelectOption))),
        label(ui.UserSelect(custom_id="user")),
        label(ui.ChannelSelect(custom_id="channel")),
    ]


def named() -> list[ui.Item[Any]]:
    return [
        label(ui.RoleSelect(custom_id="role")),
        label(ui.MentionableSelect(custom_id="mentionable", max_values=2)),
    ]


async def answers(ada: Member, hand: Hand, parts: list[ui.Item[Any]], **values: Any) -> dict[str, Any]:
    """What discord.py's modal holds after a member filled it in, by custom_id."""
    await ada.slash(ada.channel("general"), "go")
    modal = Questions(*parts)
    await (await hand.given()).response.send_modal(modal)
    shown = await ada.wait_for("INTERACTION_MODAL_CREATE")
    assert shown["title"] == "Questions"
    await ada.submit(shown, **values)
    await ada.wait_message(lambda each: each["content"] == "thank you")
    fields = [each.component for each in modal.children if isinstance(each, ui.Label)]
    return {each.custom_id: getattr(each, "values", getattr(each, "value", None)) for each in fields}  # type: ignore[attr-defined]


async def test_what_is_typed_into_a_modal_arrives(ada: Member, hand: Hand) -> None:
    """Lines, paragraphs, truth, and files with their bytes."""
    values = {"line": "hello", "lines": "", "files": ("cat.png", png(30)), "truth": True}
    held = await answers(ada, hand, typed(), **values)
    assert (held["line"], held["lines"], held["truth"]) == ("hello", "", True)
    (file,) = held["files"]
    assert (file.filename, file.width) == ("cat.png", 30)
    assert await file.read() == png(30)


async def test_what_is_left_open_in_a_modal_is_empty(ada: Member, hand: Hand) -> None:
    """Where an answer is not required."""
    held = await answers(ada, hand, typed(), line="hello")
    assert (held["lines"], held["files"], held["truth"]) == ("", [], False)


async def test_what_is_picked_in_a_modal_arrives(ada: Member, hand: Hand) -> None:
    """One of a few, some of a few, and whole members, channels, roles."""
    channel = ada.channel("pictures")["id"]
    picks = {"one": "green", "some": ["red", "blue"], "text": ["blue"], "user": [ada.id], "channel": [channel]}
    held = await answers(ada, hand, picked(), **picks)
    assert (held["one"], held["some"], held["text"]) == ("green", ["red", "blue"], ["blue"])
    assert [each.display_name for each in held["user"]] == ["Ada"]
    assert [each.name for each in held["channel"]] == ["pictures"]


async def test_who_is_named_in_a_modal_arrives(ada: Member, hand: Hand) -> None:
    """Roles, and members and roles together."""
    moderator = next(role for role in ada.guild()["roles"] if role["name"] == "Moderator")["id"]
    held = await answers(ada, hand, named(), role=[moderator], mentionable=[ada.id, moderator])
    assert [each.name for each in held["role"]] == ["Moderator"]
    assert sorted(str(each.id) for each in held["mentionable"]) == sorted([ada.id, moderator])


async def test_a_modal_from_a_button_knows_its_message(ada: Member, hand: Hand) -> None:
    """And its submission can update that message."""
    view = ui.View(timeout=None)
    view.add_item(ui.Button(label="Ask", custom_id="ask"))
    sent = await hand.room("general").send("before", view=view)
    await ada.press(await ada.wait_for("MESSAGE_CREATE"), "ask")
    modal = Questions(label(ui.TextInput(custom_id="line")))
    await (await hand.given()).response.send_modal(modal)
    modal.stop()
    await ada.submit(await ada.wait_for("INTERACTION_MODAL_CREATE"), line="after")
    interaction = await hand.given()
    assert interaction.message is not None
    assert interaction.message.id == sent.id
    await interaction.response.edit_message(content="after")
    assert (await ada.wait_for("MESSAGE_UPDATE"))["content"] == "after"


@pytest.mark.mistaken
async def test_polls_and_stickers_are_refused_by_name(hand: Hand) -> None:
    """The playground has none; it says so instead of leaving them out."""
    poll = discord.Poll("Which?", timedelta(hours=1))
    poll.add_answer(text="This")
    channel = hand.room("general")
    sticker: Any = discord.Object(1)
    for name, given in {"polls": {"poll": poll}, "stickers": {"stickers": [sticker]}}.items():
        with pytest.raises(discord.HTTPException) as wrong:
            await channel.send("hello", **given)
        assert (wrong.value.status, wrong.value.code) == (400, 50035)
        assert f"The playground does not play {name}." in str(wrong.value)
