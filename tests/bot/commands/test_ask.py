"""/ask, typed by members in the playground."""

import pytest

from bot.commands.ask import LONGEST, SEE, TRY
from bot.commands.describing.windows import FIELD
from playground import Playground
from playground.member import Json, Member
from tests.bot.commands.test_help import texts
from tests.bot.drawing import Studio
from tests.hostile.test_texts import harm_in
from tests.hostile.texts import TEXTS

EPHEMERAL = 1 << 6


async def asked(member: Member, question: str) -> Json:
    """The answer, for the one who asked."""
    nonce = await member.slash(member.channel("general"), "ask", question=question)
    answer = await member.wait_message(lambda each: each.get("nonce") == nonce)
    assert answer["flags"] & EPHEMERAL
    return answer


def ids_of(message: Json) -> list[str]:
    """The custom ids of its buttons, in their order."""
    return [
        each["custom_id"] for row in message["components"] for each in row.get("components", []) if "custom_id" in each
    ]


@pytest.mark.acts("/ask", "FU::Ask::try")
async def test_a_question_is_answered_from_the_documents(studio: Studio, ada: Member) -> None:
    """With a section's own words, an example that draws, where they stand, and three other sections."""
    answer = await asked(ada, "How do I draw a widescreen picture?")
    told = texts(answer["components"])
    assert told.strip().startswith("## --ar, --aspect\n")
    assert "Width to height" in told
    assert "/imagine a red apple --ar 3:2" in told
    first, *others = ids_of(answer)
    assert first == f"{TRY}parameter:ar"
    assert [each.startswith(SEE) for each in others] == [True] * 3
    nonce = await ada.press(answer, first)
    window = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert window["components"][0]["components"][0]["value"] == "a red apple --ar 3:2"
    nonce = await ada.submit(window, **{FIELD: "a green apple --ar 16:9"})
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (job,) = await studio.store.jobs.of(int(ada.id))
    assert job.prompt == "a green apple --ar 16:9"


@pytest.mark.acts("FU::Ask::see")
async def test_the_answer_turns_to_another_section(studio: Studio, ada: Member) -> None:
    """In its place, with the way to yet others; an answer of a former version of the bot is no error."""
    answer = await asked(ada, "where are my old pictures")
    chosen = next(each for each in ids_of(answer) if each.startswith(SEE))
    await ada.press(answer, chosen)
    turned = await ada.wait_message(lambda each: each["id"] == answer["id"] and ids_of(each) != ids_of(answer))
    assert texts(turned["components"]) != texts(answer["components"])
    assert "-# From: " in texts(answer["components"]) + texts(turned["components"])


async def test_readers_of_other_languages_have_their_own_texts_first(
    studio: Studio, playground: Playground, ada: Member
) -> None:
    """What /help says is translated; of a document it is said that it is in English."""
    playground.world.user(ada.id)["_locale"] = "de"
    told = texts((await asked(ada, "Wie breche ich einen Auftrag ab?"))["components"])
    assert "**Cancel Job**" in told
    assert "Englisch" not in told
    told = texts((await asked(ada, "Was steht im Protokoll der Moderatoren, wer hat was gemacht?"))["components"])
    assert "-# Aus: Moderating a server · diesen Text gibt es nur auf Englisch" in told


async def test_what_nothing_answers_is_told_plainly(studio: Studio, ada: Member) -> None:
    """With the way to what there is; whatever was typed has no effect, and nobody is pinged."""
    answer = await asked(ada, "pasta recipe")
    assert answer["content"] == (
        "I find nothing about “pasta recipe” in my documents. Ask with other words, or type /help to see what there is."
    )
    for hostile in ("@everyone **pasta** `recipe` [x](https://evil.test)", "<@1> \u202egnihton"):
        answer = await asked(ada, hostile)
        assert harm_in(answer["content"]) == []
        assert answer["mentions"] == []
        assert not answer["mention_everyone"]


async def test_hostile_questions_are_answered_like_any(studio: Studio, ada: Member) -> None:
    """None of them is an error, and none stands in an answer."""
    for each in [text for text in TEXTS if text.text.strip()][:5]:
        answer = await asked(ada, each.text[:LONGEST])
        assert "went wrong" not in str(answer)


async def test_nobody_asks_without_end(studio: Studio, ada: Member, bo: Member) -> None:
    """After ten in a minute the next has to wait; others are answered."""
    for _ in range(10):
        await asked(ada, "pasta recipe")
    assert "many questions at once" in (await asked(ada, "pasta recipe"))["content"]
    assert "I find nothing" in (await asked(bo, "pasta recipe"))["content"]
