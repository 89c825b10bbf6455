"""What a member reads when something is not possible, or went wrong."""

import re

import pytest
from structlog.testing import capture_logs

from bot.buttons import ids
from bot.errors import BotError
from bot.imagine.errors import Refused
from bot.jobs.errors import WrongState
from bot.jobs.job import State
from bot.prompt.errors import WrongPrompt
from bot.prompt.read import read
from bot.store.errors import StoreBusy, UnknownJob
from playground.member import Json, Member
from tests.bot.drawing import Studio


class OutOfPaper(BotError):
    """Some error of ours that has no answer of its own."""


async def told(studio: Studio, member: Member, error: Exception, monkeypatch: pytest.MonkeyPatch) -> Json:
    """The answer to a press that ends in this error."""
    job, message = await studio.grid(member)

    async def fail(*_given: object) -> None:
        raise error

    monkeypatch.setattr(studio.drawing, "reroll", fail)
    nonce = await member.press(message, ids.reroll(job.id))
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (UnknownJob("x"), "This bot knows nothing of that job any more. Type /imagine to make a new one."),
        (OutOfPaper("There is no paper left: put some in."), "There is no paper left: put some in."),
        *((WrongState("x", state), None) for state in State),
    ],
)
async def test_what_is_known_is_one_calm_sentence(
    studio: Studio, ada: Member, error: Exception, sentence: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For the one who asked, and nothing in the log."""
    with capture_logs() as logs:
        answer = await told(studio, ada, error, monkeypatch)
    assert answer["flags"] & 64
    assert answer["content"].endswith(".")
    assert sentence in {None, answer["content"]}
    assert [entry for entry in logs if entry["log_level"] == "error"] == []


async def test_a_refusal_of_a_press_has_its_title(studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no footer, since nothing was typed."""
    answer = await told(studio, ada, Refused("Queue full", "queue.full"), monkeypatch)
    (embed,) = answer["embeds"]
    assert (embed["title"], embed["color"]) == ("Queue full", 16711680)
    assert "footer" not in embed


async def test_a_prompt_that_is_wrong_by_now_is_told(
    studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rules may have changed since the job was made."""
    with pytest.raises(WrongPrompt) as caught:
        read("an apple --chaos 101")
    answer = await told(studio, ada, caught.value, monkeypatch)
    assert answer["embeds"][0]["title"] == "Invalid parameter"
    assert "footer" not in answer["embeds"][0]


@pytest.mark.parametrize("error", [StoreBusy(), RuntimeError("a secret detail")])
async def test_what_nobody_foresaw_is_logged_and_calm(
    studio: Studio, ada: Member, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trace is the host's; the member is told what to do."""
    with capture_logs() as logs:
        answer = await told(studio, ada, error, monkeypatch)
    (failure,) = [entry for entry in logs if entry["log_level"] == "error"]
    assert failure["exc_info"] is error
    assert "secret" not in answer["content"]
    number = re.search(r"number: ([0-9a-f]{8})\.$", answer["content"])
    assert number is None or number[1] == failure["incident"]
    assert "try again" in answer["content"]
