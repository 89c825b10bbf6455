"""Commands as discord.py's own command tree declares, receives and converts them."""

from typing import Any, Literal

import discord
import pytest
from discord import app_commands

from playground import Playground
from playground.member import Member, Refused
from tests.fidelity.hand import Hand, Here, online
from tests.fidelity.pictures import png


@app_commands.command()
@app_commands.rename(how_many="how-many")
async def everything(
    interaction: Here,
    text: app_commands.Range[str, 2, 20],
    how_many: app_commands.Range[int, 1, 4],
    weight: app_commands.Range[float, 0.0, 3.0],
    loud: bool,
    who: discord.Member,
    where: discord.TextChannel,
    role: discord.Role,
    whom: discord.Member | discord.Role,
    picture: discord.Attachment,
    mode: Literal["fast", "slow"] = "fast",
) -> None:
    """All kinds of options."""
    told = [text, how_many, weight, loud, who.display_name, where.name, role.name, getattr(whom, "name", ""), mode]
    await interaction.response.send_message(f"{told} {len(await picture.read())}")


prefer = app_commands.Group(name="prefer", description="Two levels.")
below = app_commands.Group(name="set", description="Three levels.", parent=prefer)


@prefer.command()
async def remix(interaction: Here, on: bool) -> None:
    """On or off."""
    await interaction.response.send_message(f"remix {on}")


@below.command()
async def suffix(interaction: Here, text: str) -> None:
    """A text."""
    await interaction.response.send_message(f"suffix {text}")


@app_commands.context_menu(name="Describe it")
async def describe(interaction: Here, message: discord.Message) -> None:
    names = [each.filename for each in message.attachments]
    said = f"{message.author.display_name}: {message.content} {names}"
    await interaction.response.send_message(said, ephemeral=True)


@app_commands.context_menu(name="Greet them")
async def greet(interaction: Here, member: discord.Member) -> None:
    await interaction.response.send_message(f"{member.display_name} {[role.name for role in member.roles]}")


COMMANDS: tuple[Any, ...] = (everything, prefer, describe, greet)


class Tree(Hand):
    """Publishes the commands above with discord.py's own tree."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = app_commands.CommandTree(self)
        for command in COMMANDS:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        self.published = await self.tree.sync()


@pytest.fixture
async def tree(playground: Playground) -> Any:
    async with online(Tree(), playground, ()) as client:
        yield client


async def test_every_kind_of_option_arrives_as_what_it_is(tree: Tree, ada: Member) -> None:
    """Text, numbers, truth, member, channel, role, either, file, choice."""
    guild = ada.guild()
    role = next(each for each in guild["roles"] if each["name"] == "Moderator")
    await ada.slash(
        ada.channel("general"),
        "everything",
        text="hello",
        **{"how-many": 3},
        weight=1.5,
        loud=True,
        who=ada.id,
        where=ada.channel("pictures")["id"],
        role=role["id"],
        whom=role["id"],
        picture=("a.png", png(40)),
        mode="slow",
    )
    told = ["hello", 3, 1.5, True, "Ada", "pictures", "Moderator", "Moderator", "slow"]
    answer = await ada.wait_for("MESSAGE_CREATE")
    assert answer["content"] == f"{told} {len(png(40))}"


@pytest.mark.mistaken
@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "x"},
        {"text": "x" * 21},
        {"how-many": 5},
        {"weight": 3.5},
        {"loud": "yes"},
        {"who": "1"},
        {"where": "pictures"},
        {"mode": "medium"},
        {"picture": "7"},
    ],
    ids=str,
)
async def test_what_an_option_does_not_take_never_reaches_the_bot(
    wrong: dict[str, Any], tree: Tree, ada: Member
) -> None:
    """The server refuses it with the option's path."""
    right = {
        "text": "hello",
        "how-many": 3,
        "weight": 1.5,
        "loud": True,
        "who": ada.id,
        "where": ada.channel("pictures")["id"],
        "role": ada.guild()["roles"][1]["id"],
        "whom": ada.id,
        "picture": ("a.png", png()),
    }
    with pytest.raises(Refused) as refused:
        await ada.slash(ada.channel("general"), "everything", **right | wrong)
    assert (refused.value.status, refused.value.body["code"]) == (400, 50035)
    place = str(list(right | wrong).index(next(iter(wrong))))
    assert place in refused.value.body["errors"]["data"]["options"]
    assert "interaction" not in tree.told


async def test_commands_below_commands_are_found(tree: Tree, ada: Member) -> None:
    """Two levels, and three."""
    channel = ada.channel("general")
    await ada.slash(channel, "prefer remix", on=False)
    await ada.wait_message(lambda each: each["content"] == "remix False")
    await ada.slash(channel, "prefer set suffix", text="in oil")
    answer = await ada.wait_message(lambda each: each["content"] == "suffix in oil")
    assert answer["interaction"]["name"] == "prefer set suffix"


async def test_a_message_menu_shows_the_bot_the_whole_message(tree: Tree, ada: Member, bo: Member) -> None:
    """Content and files, though the bot has no intent for them; the answer is for who asked."""
    channel = ada.channel("pictures")
    message = await bo.send(channel, "my cat", files=[("cat.png", png())])
    await ada.menu(channel, "Describe it", message)
    answer = await ada.wait_message(lambda each: each["content"] == "Bo: my cat ['cat.png']")
    assert answer["flags"] & 64
    assert answer["type"] == 23
    assert answer["interaction"]["name"] == "Describe it"


async def test_a_user_menu_shows_the_bot_the_member(tree: Tree, ada: Member, bo: Member) -> None:
    """With their roles."""
    user = next(each["user"] for each in ada.guild()["members"] if each["user"]["id"] == bo.id)
    await ada.menu(ada.channel("general"), "Greet them", user)
    await ada.wait_message(lambda each: each["content"] == "Bo ['@everyone', 'Member']")


async def test_what_was_published_is_read_back_the_same(tree: Tree) -> None:
    """Names, ids and options; publishing the same again changes neither ids nor versions."""
    fetched = await tree.tree.fetch_commands()
    assert {each.id for each in fetched} == {each.id for each in tree.published}
    assert {each.name for each in fetched} == {"everything", "prefer", "Describe it", "Greet them"}
    (command,) = [each for each in fetched if each.name == "everything"]
    assert len(command.options) == 10
    again = await tree.tree.sync()
    assert [(each.id, each.to_dict()) for each in again] == [(each.id, each.to_dict()) for each in tree.published]


async def test_commands_of_one_server_are_offered_there_alone(tree: Tree, ada: Member) -> None:
    """And at once."""
    second = discord.utils.get(tree.guilds, name="Second Studio")
    assert second is not None

    @app_commands.command(name="local")
    async def local(interaction: Here) -> None:
        """Here only."""
        await interaction.response.send_message("local")

    tree.tree.add_command(local, guild=second)
    await tree.tree.sync(guild=second)
    await ada.slash(ada.channel("gallery", "Second Studio"), "local")
    await ada.wait_message(lambda each: each["content"] == "local")
    with pytest.raises(LookupError):
        await ada.slash(ada.channel("general"), "local")
