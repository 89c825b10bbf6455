"""/settings, used by members in the playground."""

from collections.abc import Iterator
from functools import partial

import pytest

from bot.commands.mine.settings import LANGUAGE, MODEL, UNSET, VERSIONS, panel
from bot.prompt.personal import Habit, Personal
from bot.words import LOCALES, say
from playground.member import Json, Member
from tests.bot.drawing import Studio

EPHEMERAL = 1 << 6
BUTTON, GREEN, RED = 2, 3, 4


def nodes(components: list[Json]) -> Iterator[Json]:
    """Every component, whatever it stands in."""
    for each in components:
        yield each
        yield from nodes(each.get("components", []))


def green(message: Json) -> set[str]:
    """The labels of what is on."""
    return {each["label"] for each in nodes(message["components"]) if each.get("style") == GREEN}


def button(message: Json, label: str) -> str:
    """The custom id of a button."""
    (found,) = [each["custom_id"] for each in nodes(message["components"]) if each.get("label") == label]
    return str(found)


async def asked(member: Member) -> Json:
    """The panel, which comes as an edit of an answer that thinks."""
    await member.slash(member.channel("general"), "settings")
    return await member.wait_message(lambda each: bool(each["flags"] & EPHEMERAL) and bool(each["components"]))


def answers(nonce: str, message: Json) -> bool:
    """Whether it is what the bot says to this."""
    return bool(message.get("nonce") == nonce)


async def after(member: Member, message: Json, custom_id: str, on: set[str], values: list[str] | None = None) -> Json:
    """The panel once these labels are green, or this value is chosen."""

    def is_so(each: Json) -> bool:
        chosen = [
            option["value"]
            for node in nodes(each["components"])
            for option in node.get("options", [])
            if option["default"] and node["custom_id"] == custom_id
        ]
        return each["id"] == message["id"] and green(each) == on and values in (None, chosen)

    await member.choose(message, custom_id, values)
    return await member.wait_message(is_so)


@pytest.mark.acts("FU::Select::Model")
async def test_presses_hold_for_the_next_prompt(studio: Studio, ada: Member) -> None:
    """Each turns green, and what it says stands behind what is typed then."""
    message = await asked(ada)
    on = green(message)
    assert on == {"Medium", "4", "Fast"}
    for label, takes in (("Very high", "Medium"), ("1", "4"), ("RAW mode", ""), ("Low variation", "")):
        on = on - {takes} | {label}
        message = await after(ada, message, button(message, label), on)
    await after(ada, message, MODEL, on, ["--niji 6"])
    mine = await studio.store.preferences.of(int(ada.id))
    assert mine.expanded("a cat") == "a cat --s 750 --count 1 --raw --niji 6"
    assert mine.habits == {Habit.LOW_VARIABILITY}


@pytest.mark.acts(
    "FU::Settings::s::50", "FU::Settings::s::100", "FU::Settings::s::250", "FU::Settings::s::750",
    "FU::Settings::count::1", "FU::Settings::count::2", "FU::Settings::count::3", "FU::Settings::count::4",
    "FU::Settings::fast", "FU::Settings::relax", "FU::Settings::turbo", "FU::Settings::stealth", "FU::Settings::raw",
    "FU::Settings::remix", "FU::Settings::low_variability", "FU::Settings::auto_dm",
)  # fmt: skip
async def test_each_button_holds_what_it_says(studio: Studio, ada: Member) -> None:
    """One after the other: what was off is on, of several that exclude each other none is on besides."""
    message = await asked(ada)
    groups = (("Low", "Medium", "High", "Very high"), ("1", "2", "3", "4"), ("Fast", "Relax", "Turbo"))
    every = [each for each in nodes(message["components"]) if each["type"] == BUTTON and each["style"] != RED]
    assert {label for group in groups for label in group} < {each["label"] for each in every}
    on = green(message)
    for label in (each["label"] for each in every):
        of = next((group for group in groups if label in group), (label,))
        on = (on - set(of)) | {label} if len(of) > 1 else on ^ {label}
        message = await after(ada, message, button(message, label), on)
    assert {each["label"] for each in every} - on == {"Low", "Medium", "High", "1", "2", "3", "Fast", "Turbo"}


async def test_reset_takes_all_but_the_options(studio: Studio, ada: Member) -> None:
    """The suffix, too, as Midjourney's does."""
    member_id = int(ada.id)
    await studio.store.preferences.change(
        member_id,
        lambda mine: mine.with_macro("mood", "dark").with_suffix("--no cats").with_settings("--relax"),
    )
    message = await asked(ada)
    await after(ada, message, button(message, "Reset Settings"), {"Medium", "4", "Fast"})
    assert await studio.store.preferences.of(member_id) == Personal({"mood": "dark"})


@pytest.mark.acts("/help", "/settings", "FU::Select::Language", "FU::Settings::reset")
async def test_a_language_holds_for_every_answer(studio: Studio, ada: Member, bo: Member) -> None:
    """From the panel itself on, until Discord's is chosen again; a reset keeps it, and nobody else notices."""
    message = await asked(ada)
    german = {"Mittel", "4", "Schnell"}
    message = await after(ada, message, LANGUAGE, german, ["de"])
    message = await after(ada, message, button(message, say("settings.reset", "de")), german)
    for member, title in ((ada, say("help.what", "de")), (bo, say("help.what", "en"))):
        nonce = await member.slash(member.channel("general"), "help")
        answer = await member.wait_message(partial(answers, nonce))
        assert title in str(answer["components"])
    nonce = await ada.choose(message, LANGUAGE, [UNSET])
    await ada.wait_for("INTERACTION_SUCCESS", lambda data: bool(data["nonce"] == nonce))
    assert await studio.store.preferences.of(int(ada.id)) == Personal()


async def test_what_does_not_go_together_is_told_and_nothing_is_changed(studio: Studio, ada: Member) -> None:
    """By the sentence of the prompt language."""
    member_id = int(ada.id)
    await studio.store.preferences.change(member_id, lambda mine: mine.with_settings("--turbo"))
    message = await asked(ada)
    nonce = await ada.choose(message, MODEL, ["--v 8.2"])
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert "--turbo" in answer["content"]
    assert answer["flags"] & EPHEMERAL
    assert (await studio.store.preferences.of(member_id)).settings == "--turbo"


@pytest.mark.parametrize("locale", sorted(LOCALES))
@pytest.mark.parametrize("settings", ["", "--model gone --s 777 --count 2", "--v 7"])
def test_the_panel_is_one_that_discord_takes(locale: str, settings: str) -> None:
    """40 components, 80 characters a label, and a choice that is offered no more is shown all the same."""
    shown = panel(Personal(settings=settings), [f"model-{number}" for number in range(40)], locale)
    every = list(nodes([each.to_component_dict() for each in shown.children]))
    assert len(every) <= 40
    assert all(len(each.get("label") or "") <= 80 for each in every)
    (select,) = [each for each in every if each.get("custom_id") == MODEL]
    assert len(VERSIONS) < len(select["options"]) <= 25
    assert sum(each["default"] for each in select["options"]) == 1
