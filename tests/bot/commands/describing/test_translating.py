"""/translate, by members in the playground."""

import pytest

from bot.commands.describing.translating import IMAGINE, SELECT
from bot.commands.describing.windows import FIELD
from playground.member import Json, Member
from tests.bot.drawing import Studio


async def translated(member: Member, prompt: str, source: str = "midjourney", target: str = "stable-diffusion") -> Json:
    """The answer."""
    options = {"prompt": prompt, "from": source, "to": target}
    nonce = await member.slash(member.channel("general"), "translate", **options)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


async def test_a_prompt_is_told_in_another_syntax(studio: Studio, ada: Member) -> None:
    """To its author alone, with what could not be kept."""
    shown = await translated(ada, "a cat::1.2 a dog --no hat --ar 3:2 --c 20")
    told, original = shown["embeds"]
    assert shown["flags"] & 1 << 6
    assert told["title"] == "Midjourney → Stable Diffusion"
    assert told["description"] == "```\n(a cat:1.2), a dog\nNegative prompt: hat\nSize: 1248x832\n```"
    assert "--c 20" in told["fields"][0]["value"]
    assert original["description"] == "```\na cat::1.2 a dog --no hat --ar 3:2 --c 20\n```"


@pytest.mark.acts("/translate", "FU::Select::Translated", "FU::Translated::Imagine", "MJ::ImagineModal::new_prompt")
async def test_it_is_turned_to_yet_another_one_and_drawn(studio: Studio, ada: Member) -> None:
    """From what the answer says itself; Midjourney's has a button that opens a window with the prompt in it."""
    shown = await translated(ada, "a cat, (hat:1.2)", "stable-diffusion", "flux")
    assert IMAGINE not in str(shown["components"])
    await ada.choose(shown, SELECT, ["midjourney"])
    turned = await ada.wait_message(lambda each: each["id"] == shown["id"] and IMAGINE in str(each["components"]))
    assert turned["embeds"][0]["description"] == "```\na cat:: hat::1.2\n```"
    nonce = await ada.press(turned, IMAGINE)
    window = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    nonce = await ada.submit(window, **{FIELD: "a cat:: hat::1.3"})
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (job,) = await studio.store.jobs.of(int(ada.id))
    assert job.prompt == "a cat:: hat::1.3"


async def test_what_cannot_be_translated_is_told(studio: Studio, ada: Member) -> None:
    """A wrong prompt with its cure, one that says nothing, a syntax that nobody knows, one that is long in a file."""
    wrong = await translated(ada, "a cat --stylise 5")
    assert wrong["embeds"][0]["title"] == "Invalid parameter"
    assert "nothing to translate" in (await translated(ada, "((()))", "stable-diffusion", "flux"))["content"]
    long = await translated(ada, "a cat and " * 300, "flux", "midjourney")
    assert long["attachments"][0]["filename"] == "prompt.txt"
    assert not long["components"]


async def test_who_may_not_is_told(studio: Studio, ada: Member) -> None:
    """By the rules of the server."""
    studio.drawing.forbidden = {"translate"}
    assert (await translated(ada, "a cat"))["embeds"][0]["title"] == "Job action restricted"
