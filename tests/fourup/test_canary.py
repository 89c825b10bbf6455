"""No token is written anywhere: the search for them in every test, and a day on which everything is told."""

import asyncio
from pathlib import Path

import pytest

from playground import Playground
from playground.member import Member
from tests.canary import leaks_in, leaks_under
from tests.end_to_end.conftest import MODEL
from tests.end_to_end.ledger import Ledger
from tests.end_to_end.lives import Lives
from tests.end_to_end.stand_in import model_in
from tests.end_to_end.waiting import until


@pytest.mark.leaking
def test_the_search_finds_tokens(tmp_path: Path, playground: Playground) -> None:
    """In the middle of a file, however deep; in a file that is meant for them it does not look."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "fourup.db").write_bytes(b"\0" + playground.bot_token.encode() + b"\0")
    (tmp_path / "bot.log").write_text(f"POST /webhooks/1/{playground.world.secret(96)}/messages")
    (tmp_path / "discord.token").write_text(playground.bot_token)
    (tmp_path / "harmless").write_text(f"{'a' * 64} {'b' * 128} bot.images.decoding")
    assert sorted(each.partition(":")[0] for each in leaks_under(tmp_path)) == ["bot.log", "deep/fourup.db"]


@pytest.mark.failing
@pytest.mark.parametrize("form", ["console", "json"])
async def test_a_bot_that_tells_all_tells_no_token(tmp_path: Path, form: str) -> None:
    """With `log.level = "debug"`, libraries included, on a day on which requests fail in every way."""
    host = tmp_path / "host"
    model_in(host / "small")
    (host / "config.toml").write_text(MODEL.format("small"))
    variables = {"FOURUP_LOG__LEVEL": "debug", "FOURUP_LOG__FORMAT": form, "STAND_IN_STEP": "0.01"}
    async with (
        Playground() as world,
        Lives(world, host, variables=variables) as lives,
        Member(world.origin, "ada") as ada,
    ):
        ledger = Ledger(world, host)
        await until(lambda: world.hub.is_online(world.application_id))
        for kind, more in (
            ("rate_limit", {"route": "callback", "retry_after": 0.1}),
            ("error_after", {"route": "^POST /channels/", "status": 500}),
            ("drop_after", {"route": "callback"}),
            ("gateway_repeat", {}),
            ("gateway_drop", {}),
        ):
            world.faults.add(kind, **more)
            before = ledger.delivered()
            await ada.slash(ada.channel("general"), "imagine", prompt="an owl")
            async with asyncio.timeout(40):
                await until(lambda before=before: ledger.delivered() > before)
        assert await lives.stop() == 0
        said = lives.said
    assert "[hidden]" in said, "there was something to hide"
    assert "WebSocket" in said or "gateway" in said
    assert leaks_in(said.encode()) == []
