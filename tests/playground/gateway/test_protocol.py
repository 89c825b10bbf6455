"""The gateway's conversation, frame by frame."""

import asyncio
import json
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.gateway import session as sessions
from playground.member import Member
from tests.playground.bare_bot import INTENTS

Socket = aiohttp.ClientWebSocketResponse


@asynccontextmanager
async def connected(playground: Playground, query: str = "?v=10&encoding=json") -> AsyncIterator[Socket]:
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(f"{playground.origin}/gateway{query}", autoping=True) as socket,
    ):
        yield socket


async def identify(socket: Socket, playground: Playground, **fields: Any) -> dict[str, Any]:
    """Say who we are, and give READY."""
    hello = await socket.receive_json()
    assert hello["op"] == 10
    identity = {"token": playground.bot_token, "intents": INTENTS, "properties": {}}
    await socket.send_json({"op": 2, "d": identity | fields})
    ready: dict[str, Any] = await socket.receive_json()
    return ready


async def closed_with(socket: Socket) -> int | None:
    """The code with which the server hangs up."""
    while (await socket.receive()).type is not aiohttp.WSMsgType.CLOSE:
        continue
    return socket.close_code


async def test_hello_comes_first_and_heartbeats_are_answered(playground: Playground) -> None:
    """HELLO names the interval; a heartbeat is acknowledged before anybody logged in."""
    async with connected(playground) as socket:
        hello = await socket.receive_json()
        assert hello["d"]["heartbeat_interval"] == 41_250
        await socket.send_json({"op": 1, "d": None})
        assert (await socket.receive_json())["op"] == 11


async def test_an_acknowledgement_takes_as_long_as_over_a_network(playground: Playground) -> None:
    """What is asked right after a heartbeat is answered before it: clients measure their latency by the difference."""
    async with connected(playground) as socket:
        await socket.receive_json()
        await socket.send_json({"op": 1, "d": None})
        identity = {"token": playground.bot_token, "intents": 0, "properties": {}}
        await socket.send_json({"op": 2, "d": identity})
        assert [(await socket.receive_json())["op"] for _ in range(2)] == [0, 11]


async def test_a_bot_hears_of_its_servers_after_ready(playground: Playground) -> None:
    """READY names the servers as unavailable; each then arrives whole, with the channels that the bot may see."""
    async with connected(playground) as socket:
        ready = await identify(socket, playground)
        assert [guild["unavailable"] for guild in ready["d"]["guilds"]] == [True, True]
        assert ready["d"]["application"]["id"] == playground.application_id
        studio = (await socket.receive_json())["d"]
        assert studio["name"] == "Fourup Studio"
        assert "mods" not in [channel["name"] for channel in studio["channels"]]
        assert [thread["name"] for thread in studio["threads"]] == ["apple orchard"]
        assert (await socket.receive_json())["d"]["name"] == "Second Studio"


async def test_a_stream_may_be_compressed(playground: Playground) -> None:
    """With zlib-stream one context packs all frames of a socket, each ended by a flush."""
    async with connected(playground, "?v=10&encoding=json&compress=zlib-stream") as socket:
        inflate = zlib.decompressobj()
        frame = await socket.receive_bytes()
        assert frame.endswith(b"\x00\x00\xff\xff")
        assert json.loads(inflate.decompress(frame))["op"] == 10
        identity = {"token": playground.bot_token, "intents": INTENTS, "properties": {}}
        await socket.send_bytes(json.dumps({"op": 2, "d": identity}).encode())
        assert json.loads(inflate.decompress(await socket.receive_bytes()))["t"] == "READY"


@pytest.mark.parametrize(
    ("identity", "code"),
    [
        ({"token": "nobody's"}, 4004),
        ({"intents": 1 << 15}, 4014),
        ({"intents": 1 << 1}, 4014),
        ({"intents": -1}, 4013),
        ({"intents": "all"}, 4013),
        ({"shard": [2, 2]}, 4010),
        ({"shard": "first"}, 4010),
    ],
    ids=str,
)
async def test_a_wrong_identity_is_hung_up_on(playground: Playground, identity: dict[str, Any], code: int) -> None:
    """Each mistake has Discord's own code; no privileged intent is granted, since Fourup needs none."""
    async with connected(playground) as socket:
        await socket.receive_json()
        valid = {"token": playground.bot_token, "intents": INTENTS, "properties": {}}
        await socket.send_json({"op": 2, "d": valid | identity})
        assert await closed_with(socket) == code


@pytest.mark.parametrize(
    ("frames", "code"),
    [
        (["{"], 4002),
        (["[1]"], 4002),
        (["[" * 100_000], 4002),
        (['{"op": 77}'], 4001),
        (['{"op": 3, "d": {}}'], 4003),
        (['{"op": 6, "d": {"token": "x", "session_id": "y", "seq": 1}}'], 4004),
        (['{"op": 1}'] * 121, 4008),
    ],
    ids=["no JSON", "no object", "too deep", "unknown opcode", "before identify", "resume by a stranger", "too fast"],
)
async def test_a_wrong_frame_is_hung_up_on(playground: Playground, frames: list[str], code: int) -> None:
    """What is no frame of the protocol ends the conversation, and nothing else with it."""
    async with connected(playground) as socket:
        for frame in frames:
            await socket.send_str(frame)
        assert await closed_with(socket) == code
    async with Member(playground.origin, "ada"):
        assert playground.hub.sessions()


async def test_nobody_logs_in_twice_on_a_socket(playground: Playground) -> None:
    """A second IDENTIFY is refused."""
    async with connected(playground) as socket:
        await identify(socket, playground)
        await socket.send_json({"op": 2, "d": {"token": playground.bot_token, "intents": 0}})
        assert await closed_with(socket) == 4005


async def test_an_unknown_version_is_refused(playground: Playground) -> None:
    """The gateway speaks versions 9 and 10."""
    async with connected(playground, "?v=6") as socket:
        assert await closed_with(socket) == 4012


async def test_silence_ends_a_session() -> None:
    """Who sends no heartbeat for one and a half intervals is hung up on."""
    async with Playground(seed=1, heartbeat=0.05) as playground, connected(playground) as socket:
        await identify(socket, playground)
        assert await closed_with(socket) == 4009


async def resume(socket: Socket, playground: Playground, ready: dict[str, Any], sequence: int) -> None:
    await socket.receive_json()
    about = {"token": playground.bot_token, "session_id": ready["d"]["session_id"], "seq": sequence}
    await socket.send_json({"op": 6, "d": about})


async def test_what_was_missed_is_replayed(playground: Playground, ada: Member) -> None:
    """After a cut, RESUME brings every event since the named one, in order, and then RESUMED."""
    async with connected(playground) as socket:
        ready = await identify(socket, playground)
        last = (await socket.receive_json())["s"] + 1
        next(playground.hub.sessions(playground.application_id)).wire.abort()  # type: ignore[union-attr]
        await closed_or_cut(socket)
    for text in ("one", "two"):
        await ada.send(ada.channel("general"), text)
    async with connected(playground) as socket:
        await resume(socket, playground, ready, last)
        replayed = [await socket.receive_json() for _ in range(3)]
        assert [frame["t"] for frame in replayed] == ["MESSAGE_CREATE", "MESSAGE_CREATE", "RESUMED"]
        assert [frame["s"] for frame in replayed] == [last + 1, last + 2, last + 3]


async def closed_or_cut(socket: Socket) -> None:
    while (await socket.receive()).type not in {aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.CLOSE}:
        continue


async def test_a_session_is_not_kept_for_ever(playground: Playground) -> None:
    """After three minutes without a socket a session is gone, and RESUME is told so."""
    async with connected(playground) as socket:
        ready = await identify(socket, playground)
        next(playground.hub.sessions(playground.application_id)).wire.abort()  # type: ignore[union-attr]
        await closed_or_cut(socket)
    playground.clock.advance(181)
    async with connected(playground) as socket:
        await resume(socket, playground, ready, 1)
        assert await socket.receive_json() == {"op": 9, "d": False, "s": None, "t": None}


async def test_a_sequence_from_the_future_is_refused(playground: Playground) -> None:
    """Nobody has heard what was not said yet."""
    async with connected(playground) as socket:
        ready = await identify(socket, playground)
        async with connected(playground) as other:
            await resume(other, playground, ready, 999)
            assert await closed_with(other) == 4007


async def test_who_missed_too_much_starts_anew(
    playground: Playground, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no longer remembered cannot be replayed; then the session is invalid, rather than silently short."""
    monkeypatch.setattr(sessions, "REMEMBERED", 3)
    async with connected(playground) as socket:
        ready = await identify(socket, playground)
        for number in range(4):
            await ada.send(ada.channel("general"), str(number))
        async with connected(playground) as other:
            await resume(other, playground, ready, 1)
            assert (await other.receive_json())["op"] == 9


async def test_leaving_on_purpose_ends_the_session(playground: Playground) -> None:
    """A socket that is closed with 1000 takes its session along: there is nothing to resume."""
    async with connected(playground) as socket:
        ready = await identify(socket, playground)
        await socket.close(code=1000)
    async with connected(playground) as socket:
        await resume(socket, playground, ready, 1)
        assert (await socket.receive_json())["op"] == 9


async def test_members_can_be_asked_for(playground: Playground) -> None:
    """Op 8 brings the members of a server by their names or ids."""
    async with connected(playground) as socket:
        await identify(socket, playground)
        guild_id = (await socket.receive_json())["d"]["id"]
        await socket.receive_json()
        await socket.send_json({"op": 8, "d": {"guild_id": guild_id, "query": "a", "limit": 0, "nonce": "n"}})
        chunk = (await socket.receive_json())["d"]
        assert [each["user"]["username"] for each in chunk["members"]] == ["ada"]
        assert chunk["nonce"] == "n"


async def test_a_shard_hears_of_its_own_servers_only(playground: Playground) -> None:
    """Servers are dealt to shards by their id; DMs come to shard 0."""
    names: list[list[str]] = []
    for number in range(2):
        async with connected(playground) as socket:
            ready = await identify(socket, playground, shard=[number, 2])
            assert ready["d"]["shard"] == [number, 2]
            names.append([guild["id"] for guild in ready["d"]["guilds"]])
    assert sorted(names[0] + names[1]) == sorted(
        guild["id"] for guild in playground.world.guilds_of(playground.application_id)
    )
    for number, found in enumerate(names):
        assert all((int(key) >> 22) % 2 == number for key in found)


async def test_all_are_hung_up_on_when_the_server_stops() -> None:
    """Clients are told of a restart, so that they come back."""
    playground = await Playground(seed=1).__aenter__()
    async with connected(playground) as socket:
        await identify(socket, playground)
        _, code = await asyncio.gather(playground.__aexit__(None, None, None), closed_with(socket))
        assert code == 1012
