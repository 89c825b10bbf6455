"""/shorten, by members in the playground."""

import pytest

from bot.commands.describing.shortening import DETAILS, NUMBER, bars, marked, shortened
from bot.commands.describing.windows import FIELD
from bot.prompt.read import parse
from engine.reading.talk import Weighed
from playground.member import Json, Member
from tests.bot.drawing import Studio

PROMPT = "a very beautiful watercolor of a sleeping fox, on a hill --ar 3:2"


async def answered(member: Member, prompt: str) -> Json:
    """What comes of /shorten, for all or for the member alone."""
    nonce = await member.slash(member.channel("general"), "shorten", prompt=prompt)
    answer = await member.wait_message(lambda each: each.get("nonce") == nonce)
    return await member.wait_message(
        lambda each: each["id"] == answer["id"] and bool(each["embeds"] or each["content"])
    )


async def test_words_are_marked_and_five_prompts_are_offered(reading: Studio, ada: Member) -> None:
    """Bold what matters, struck through what does not; each shorter one keeps the parameters."""
    shown = await answered(ada, PROMPT)
    (embed,) = shown["embeds"]
    important, _, short = embed["description"].partition("\n\n## ")
    assert "**watercolor**" in important
    assert "~~a~~" in important
    prompts = [each[4:] for each in short.partition("\n")[2].split("\n\n")]
    assert len(prompts) == 5
    assert prompts[-1] == "beautiful watercolor --ar 3:2"
    assert embed["footer"]["text"].endswith(f"/shorten {PROMPT}")
    ids = [each["custom_id"] for row in shown["components"] for each in row["components"]]
    assert ids == [*(f"{NUMBER}{number}" for number in range(1, 6)), DETAILS]


@pytest.mark.acts("/shorten", "MJ::Job::PromptAnalyzer")
async def test_a_number_opens_a_window_and_draws(reading: Studio, ada: Member) -> None:
    """Under the id that programs of Midjourney's send back."""
    shown = await answered(ada, PROMPT)
    nonce = await ada.press(shown, f"{NUMBER}5")
    window = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert window["custom_id"] == f"MJ::ImagineModal::{shown['id']}"
    text = window["components"][0]["components"][0]["value"]
    nonce = await ada.submit(window, **{FIELD: text})
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (job,) = await reading.store.jobs.of(int(ada.id))
    assert job.prompt == "beautiful watercolor --ar 3:2"


@pytest.mark.acts("MJ::Job::PromptAnalyzerExtended")
async def test_details_are_for_whoever_asks(reading: Studio, ada: Member, bo: Member) -> None:
    """A line a word with its weight, by what stands in the answer."""
    shown = await answered(ada, PROMPT)
    nonce = await bo.press(shown, DETAILS)
    answer = await bo.wait_message(lambda each: each.get("nonce") == nonce)
    told = await bo.wait_message(lambda each: each["id"] == answer["id"] and bool(each["embeds"]))
    assert told["flags"] & 64
    assert told["embeds"][0]["description"].splitlines()[2].startswith("watercolor  ████████████  10.0°")


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        ("hot:: dog", "without `::`"),
        ("fox", "single word"),
        ("<https://example.org/a.png> <https://example.org/b.png>", "no words"),
        ("fox " * 200, "too long"),
    ],
)
async def test_what_cannot_be_shortened_is_told(reading: Studio, ada: Member, prompt: str, told: str) -> None:
    """To its author alone."""
    shown = await answered(ada, prompt)
    assert told in shown["content"]
    assert shown["flags"] & 64


async def test_a_wrong_prompt_is_corrected(reading: Studio, ada: Member) -> None:
    """As /imagine would."""
    assert (await answered(ada, "a fox --stylise 5"))["embeds"][0]["title"] == "Invalid parameter"


def test_commas_that_separate_nothing_go() -> None:
    """And pictures and parameters stay."""
    prompt = parse("https://example.org/a.png a fox, very, red, --no hat")
    weighed = Weighed(("a", "fox,", "very,", "red,"), (1, 9, 2, 3), ((1, 3), (1,)), "")
    assert shortened(prompt, weighed) == [
        "<https://example.org/a.png> fox, red --no hat", "<https://example.org/a.png> fox --no hat"
    ]  # fmt: skip


def test_words_that_look_like_marks_are_only_words() -> None:
    """Stars, waves, backticks; and bars fit into a message."""
    weighed = Weighed(("*a*", "~~b~~", "`c`"), (1.0, 2.0, 3.0), ((1, 2), (2,)), "")
    assert marked(weighed) == "~~\\*a\\*~~ \\~\\~b\\~\\~ **\\`c\\`**"
    many = Weighed(("x" * 60,) * 120, (1.0,) * 120, ((0,),), "")
    assert len(bars(many)) <= 3700
