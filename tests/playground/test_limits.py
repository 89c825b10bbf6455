"""Rate limits: what is counted, what is told, when it is over."""

from playground import Playground
from playground.clock import Clock
from playground.limits import GLOBAL_PER_SECOND, Limit, Limits
from playground.member import Member
from tests.playground.bare_bot import BareBot, buttons


def test_a_window_counts_down_and_starts_again() -> None:
    """As many as the limit says pass; the next waits for the window's end; then all begins anew."""
    clock = Clock(start=0.0)
    limits = Limits(clock)

    def take(place: str = "a") -> tuple[str, bool]:
        verdict = limits.take("bot", "POST /x", place, Limit(2, 5.0), counts_globally=False)
        return verdict.headers["X-RateLimit-Remaining"], verdict.retry_after is not None

    assert [take(), take(), take()] == [("1", False), ("0", False), ("0", True)]
    assert take("b") == ("1", False)
    clock.advance(5)
    assert take() == ("1", False)


def test_the_global_limit_counts_everything_but_interactions() -> None:
    """Fifty a second over all routes; answers to interactions are not counted."""
    limits = Limits(Clock(start=0.0))
    for number in range(GLOBAL_PER_SECOND):
        assert limits.take("bot", f"GET /{number}", "", Limit(9, 1), counts_globally=True).retry_after is None
    refused = limits.take("bot", "GET /x", "", Limit(9, 1), counts_globally=True)
    assert (refused.scope, refused.retry_after is not None) == ("global", True)
    assert limits.take("bot", "POST /callback", "", Limit(9, 1), counts_globally=False).retry_after is None
    assert limits.take("other", "GET /x", "", Limit(9, 1), counts_globally=True).retry_after is None


async def test_headers_and_body_are_discords(playground: Playground, bot: BareBot, ada: Member) -> None:
    """Five messages in five seconds a channel: the sixth is told when to come back, in body and headers."""
    playground.limits.enabled = True
    path = f"/channels/{ada.channel('general')['id']}/messages"
    answers = [await bot.call("POST", path, {"content": str(number)}) for number in range(6)]
    remaining = [answer.headers.get("X-RateLimit-Remaining") for answer in answers]
    assert remaining == ["4", "3", "2", "1", "0", "0"]
    last = answers[-1]
    assert last.status == 429
    assert 0 < last.body["retry_after"] <= 5
    assert last.body["global"] is False
    assert last.headers["X-RateLimit-Scope"] == "user"
    assert int(last.headers["Retry-After"]) >= last.body["retry_after"]
    assert last.headers["Via"]
    assert len({answer.headers["X-RateLimit-Bucket"] for answer in answers}) == 1
    playground.clock.advance(5)
    assert (await bot.call("POST", path, {"content": "again"})).status == 200


async def test_members_are_not_counted(playground: Playground, ada: Member) -> None:
    """Limits are the bot's; the page writes as fast as a person can."""
    playground.limits.enabled = True
    for number in range(8):
        await ada.send(ada.channel("general"), str(number))


async def test_fifty_presses_at_once_are_all_answered(playground: Playground, bot: BareBot, ada: Member) -> None:
    """Answers to interactions stand outside the global limit."""
    playground.limits.enabled = True
    message = await bot.say(ada.channel("general"), components=buttons("b"))
    for _ in range(60):
        await ada.press(message, "b")
    asked = [await bot.wait_for("INTERACTION_CREATE", lambda data: data["type"] == 3)]
    await bot.wait_for("INTERACTION_CREATE", lambda _data: len(bot.heard("INTERACTION_CREATE")) == 60)
    asked = bot.heard("INTERACTION_CREATE")
    assert {(await bot.answer(each, 6)).status for each in asked} == {200}
