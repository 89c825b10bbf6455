"""/prefer and the modes, typed by members in the playground."""

import pytest

from bot.buttons import ids
from bot.jobs.job import Speed, Strength
from bot.prompt.personal import Habit
from playground.member import Json, Member
from tests.bot.drawing import Studio


async def told(member: Member, command: str, **options: str) -> Json:
    """The answer."""
    nonce = await member.slash(member.channel("general"), command, **options)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


@pytest.mark.acts("/prefer option list", "/prefer option set")
async def test_an_option_is_made_listed_offered_and_deleted(studio: Studio, ada: Member) -> None:
    """With or without its dashes."""
    made = await told(ada, "prefer option set", option="--Mood", value="dark, rainy --ar 16:9")
    assert made["content"] == "`--mood` stands for `dark, rainy --ar 16:9` in your prompts from now on."
    listed = (await told(ada, "prefer option list"))["embeds"][0]
    assert (listed["title"], listed["description"]) == ("Your options (1 of 20)", "`--mood` `dark, rainy --ar 16:9`")
    offered = await ada.autocomplete(ada.channel("general"), "prefer option set", "option", option="--mo")
    assert [each["value"] for each in offered] == ["mood"]
    gone = await told(ada, "prefer option set", option="mood")
    assert gone["content"] == "`--mood` is deleted; it stood for `dark, rainy --ar 16:9`."
    assert (await told(ada, "prefer option list"))["content"].startswith("You have no options yet.")


@pytest.mark.parametrize(
    ("command", "options", "sentence"),
    [
        ("prefer option set", {"option": "ar", "value": "x"}, "--ar is a parameter already"),
        ("prefer option set", {"option": "never"}, "You have no option `--never`"),
        ("prefer suffix", {"new_value": "a cat"}, "A suffix holds parameters and no text"),
        ("prefer suffix", {"new_value": "--s 2000"}, "2000"),
    ],
)
async def test_what_cannot_be_kept_is_told(
    studio: Studio, ada: Member, command: str, options: dict[str, str], sentence: str
) -> None:
    """And nothing is kept."""
    answer = await told(ada, command, **options)
    assert sentence in str([answer["content"], answer["embeds"]])
    mine = await studio.store.preferences.of(int(ada.id))
    assert (mine.macros, mine.suffix) == ({}, "")


@pytest.mark.acts("/prefer suffix")
async def test_a_suffix_is_kept_and_taken_away(studio: Studio, ada: Member) -> None:
    """Without a value there is none."""
    kept = await told(ada, "prefer suffix", new_value="--ar 3:2")
    assert kept["content"].startswith("`--ar 3:2` stands behind every prompt")
    await told(ada, "prefer suffix")
    assert (await studio.store.preferences.of(int(ada.id))).suffix == ""


@pytest.mark.parametrize(
    ("mode", "settings"),
    [
        pytest.param("fast", "", marks=pytest.mark.acts("/fast")),
        pytest.param("relax", "--relax", marks=pytest.mark.acts("/relax")),
        pytest.param("turbo", "--turbo", marks=pytest.mark.acts("/turbo")),
        pytest.param("stealth", "--stealth", marks=pytest.mark.acts("/stealth")),
        pytest.param("public", "", marks=pytest.mark.acts("/public")),
    ],
)
async def test_a_mode_holds_until_another_is_chosen(studio: Studio, ada: Member, mode: str, settings: str) -> None:
    """Each command says what holds now."""
    answer = await told(ada, mode)
    assert answer["content"].endswith(".")
    assert (await studio.store.preferences.of(int(ada.id))).settings == settings


@pytest.mark.parametrize(
    ("command", "habit"),
    [
        pytest.param("remix", Habit.REMIX, marks=pytest.mark.acts("/prefer remix")),
        pytest.param("auto_dm", Habit.AUTO_DM, marks=pytest.mark.acts("/prefer auto_dm")),
    ],
)
async def test_a_habit_is_turned_on_and_off(studio: Studio, ada: Member, command: str, habit: Habit) -> None:
    """By the same command, which says which of both it is."""
    member_id = int(ada.id)
    on = await told(ada, f"prefer {command}")
    assert (await studio.store.preferences.of(member_id)).habits == {habit}
    off = await told(ada, f"prefer {command}")
    assert (await studio.store.preferences.of(member_id)).habits == set()
    assert on["content"] != off["content"]


@pytest.mark.acts("/prefer variability")
async def test_low_variation_keeps_v_close_to_the_picture(studio: Studio, ada: Member) -> None:
    """And the button that was pressed turns blue, as ever."""
    assert (await told(ada, "prefer variability"))["content"].startswith("Low variation mode")
    job, message = await studio.grid(ada)
    custom_id = ids.variation(job.id, 3)
    await ada.press(message, custom_id)
    await ada.wait_message(
        lambda each: (
            each["id"] == message["id"]
            and any(
                node["custom_id"] == custom_id and node["style"] == 1 for node in each["components"][1]["components"]
            )
        )
    )
    (child,) = await studio.store.jobs.children(job.id)
    assert (child.strength, child.speed) == (Strength.SUBTLE, Speed.FAST)
    assert (await told(ada, "prefer variability"))["content"].startswith("High variation mode")
    assert (await studio.store.preferences.of(int(ada.id))).habits == frozenset[Habit]()
