"""Fetching from servers that mean no good."""

import asyncio
import gzip
import ssl
import threading
from collections.abc import AsyncIterator

import pytest
import trustme

from bot.images import fetch as module
from bot.images.errors import NotFetched, Reason
from bot.images.fetch import Fetcher, Guard, SystemResolver
from playground import Playground
from playground.member import Member
from tests.bot.images.hostile import PUBLIC, Hostile, Names, guard, hostile_server, ok, redirect
from tests.pictures import png


@pytest.fixture
async def server() -> AsyncIterator[Hostile]:
    """Listening."""
    async with hostile_server() as running:
        yield running


async def reason_of(link: str, fetcher: Fetcher) -> Reason:
    """Why it is not fetched."""
    with pytest.raises(NotFetched) as caught:
        await fetcher.fetch(link)
    assert caught.value.link == link
    assert str(caught.value).startswith(caught.value.shown)
    return caught.value.reason


async def test_a_public_picture_is_fetched(server: Hostile) -> None:
    """With or without its length; nothing is told but what we are."""
    server.answers = {"/a.png": ok(b"abc", "Content-Length: 3"), "/b.png": ok(b"ab")}
    fetcher = Fetcher(guard=guard())
    assert await fetcher.fetch(server.url("/a.png#x")) == b"abc"
    assert await fetcher.fetch(server.url("/b.png")) == b"ab"
    assert server.asked == [f"{PUBLIC}/a.png", f"{PUBLIC}/b.png"]
    assert "cookie" not in server.heads[0].lower()
    assert "accept-encoding: identity" in server.heads[0].lower()


@pytest.mark.parametrize(
    "link",
    [
        *(
            "",
            "a cat",
            "file:///etc/passwd",
            "ftp://public.test/a.png",
            "data:image/png;base64,AAAA",
            "//public.test/a",
        ),
        *("https://", "http://:80/a.png", "http://[::1/a.png", "http://public.test:99999/a.png", "blob:https://x/y"),
        *("http://a@public.test/a.png", "http://a:b@public.test/a.png", "http://public.test:80:81/a.png"),
        *("unix:///var/run/docker.sock", "gopher://public.test/_x", "https:public.test", "http://public.test\\@x/a"),
    ],
)
async def test_what_is_no_plain_link_is_refused(link: str) -> None:
    """Other schemes, no host, a name and password, nonsense: nothing is even resolved."""
    names = Names()
    assert await reason_of(link, Fetcher(guard=guard(names))) in (Reason.NO_LINK, Reason.UNREACHABLE)
    assert names.asked in ([], ["public.test"])


async def test_a_redirect_to_a_public_place_is_followed(server: Hostile) -> None:
    """As often as is usual; the place may be given from where we are."""
    server.answers = {"/a": redirect("b"), "/b": redirect("?c=1"), "/b?c=1": redirect("/d.png"), "/d.png": ok(b"abc")}
    assert await Fetcher(guard=guard()).fetch(server.url("/a")) == b"abc"


async def test_a_name_that_changes_after_the_check_changes_nothing(server: Hostile) -> None:
    """The address that was checked is the one that is connected to: the name is not asked for again."""
    names = Names({"rebind.test": [[PUBLIC], ["127.0.0.1"]]})
    server.answers = {"/a.png": ok(b"abc"), "/b.png": redirect("http://rebind.test:1/")}
    assert await Fetcher(guard=guard(names)).fetch(server.url("/a.png", "rebind.test")) == b"abc"
    assert server.asked == [f"{PUBLIC}/a.png"]
    assert await reason_of(server.url("/a.png", "rebind.test"), Fetcher(guard=guard(names))) is Reason.PRIVATE


async def test_only_the_ports_of_the_web_are_asked(server: Hostile) -> None:
    """Not those of databases and mail servers."""
    strict = Guard(Names(), lambda address: address == PUBLIC)
    assert await reason_of(server.url("/a.png"), Fetcher(guard=strict)) is Reason.PRIVATE
    assert server.asked == []


@pytest.mark.parametrize("is_known", [True, False])
async def test_a_certificate_has_to_be_right(monkeypatch: pytest.MonkeyPatch, *, is_known: bool) -> None:
    """For the name in the link, by an authority that this machine knows; the address is checked all the same."""
    authority, context = trustme.CA(), ssl.create_default_context()
    here = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("public.test", "internal.test").configure_cert(here)
    if is_known:
        authority.configure_trust(context)
    monkeypatch.setattr("aiohttp.connector._SSL_CONTEXT_VERIFIED", context)
    names = Names({"other.test": [[PUBLIC]]})
    async with hostile_server(here) as server:
        server.answers = {"/a.png": ok(b"abc")}
        fetcher = Fetcher(guard=guard(names))
        right, wrong, private = (
            server.url("/a.png", host).replace("http:", "https:")
            for host in ("public.test", "other.test", "internal.test")
        )
        if is_known:
            assert await fetcher.fetch(right) == b"abc"
        else:
            assert await reason_of(right, fetcher) is Reason.UNREACHABLE
        assert await reason_of(wrong, fetcher) is Reason.UNREACHABLE
        assert await reason_of(private, fetcher) is Reason.PRIVATE


async def test_a_proxy_of_the_hosts_is_not_used(server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would resolve names by itself."""
    server.answers = {"/a.png": ok(b"abc")}
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
    assert await Fetcher(guard=guard()).fetch(server.url("/a.png")) == b"abc"
    assert server.asked == [f"{PUBLIC}/a.png"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", Reason.GONE),
        (b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", Reason.GONE),
        (b"HTTP/1.1 429 Slower\r\nContent-Length: 0\r\n\r\n", Reason.UNREACHABLE),
        (b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", Reason.UNREACHABLE),
        (b"HTTP/1.1 204 No Content\r\n\r\n", Reason.UNREACHABLE),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Reason.UNREACHABLE),
        (b"", Reason.UNREACHABLE),
        (ok(b"abc", "Content-Length: 4"), Reason.UNREACHABLE),
        (ok(b"", "Content-Length: 99999999999"), Reason.TOO_LARGE),
        (ok(b"", "Content-Length: -1"), Reason.UNREACHABLE),
        (ok(b"5\r\nab", "Transfer-Encoding: chunked"), Reason.UNREACHABLE),
        (ok(b"", "X: " + "a" * 100_000), Reason.UNREACHABLE),
        (ok(b"", *("X: a",) * 20_000), Reason.UNREACHABLE),
        (ok(gzip.compress(b"\0" * 10_000_000), "Content-Encoding: gzip"), Reason.NOT_A_PICTURE),
    ],
)
async def test_answers_that_give_nothing_have_a_reason(server: Hostile, answer: bytes, reason: Reason) -> None:
    """Missing, broken off, no HTTP, wrong lengths, huge headers, packed."""
    server.answers = {"/a.png": answer}
    assert await reason_of(server.url("/a.png"), Fetcher(guard=guard())) is reason


async def test_a_body_without_an_end_is_cut(server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the bound is, whatever was promised."""
    monkeypatch.setattr(module, "LARGEST", 1_000_000)
    server.answers = {"/a.png": (ok(b""), *(b"a" * 100_000 for _ in range(20)))}
    assert await reason_of(server.url("/a.png"), Fetcher(guard=guard())) is Reason.TOO_LARGE


@pytest.mark.parametrize("pieces", [(), (b"HTTP/1.1 200 OK\r\n",), (ok(b"a"), b"b", b"c")])
async def test_a_slow_server_is_not_waited_for(server: Hostile, pieces: tuple[bytes, ...]) -> None:
    """Whether it says nothing, half a head, or a byte now and then."""
    server.answers = {"/a.png": pieces}
    assert await reason_of(server.url("/a.png"), Fetcher(guard=guard(), patience=0.2)) is Reason.SLOW


async def test_a_name_server_that_never_answers_is_not_waited_for() -> None:
    """It counts as slow."""

    async def never(host: str, port: int) -> list[str]:
        await asyncio.Event().wait()
        return []

    assert await reason_of("http://a.test/", Fetcher(guard=Guard(never), patience=0.1)) is Reason.SLOW


async def test_names_are_resolved_by_the_system_where_nothing_else_is_said() -> None:
    """And what they lead to is checked: this machine's own name, and one that does not exist (RFC 6761)."""
    assert await reason_of("http://localhost/a.png", Fetcher()) is Reason.PRIVATE
    for link in ("http://nobody.invalid/a.png", f"http://{'a' * 64}.test/a.png", f"http://{'a.' * 200}test/a.png"):
        assert await reason_of(link, Fetcher()) is Reason.UNREACHABLE


async def test_a_name_that_nobody_waits_for_takes_no_place_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lookups that hang are bounded, and what they answered in the end is passed over."""
    hang, begun = threading.Event(), threading.Semaphore(0)

    def look_up(host: str, port: int) -> list[str]:
        begun.release()
        assert hang.wait(30)
        return [PUBLIC]

    monkeypatch.setattr(module, "_look_up", look_up)
    resolver = SystemResolver(at_once=2)
    first = [asyncio.create_task(resolver("a.test", 80)) for _ in range(3)]
    for _ in range(2):
        await asyncio.to_thread(begun.acquire)
    first[0].cancel()
    assert not begun.acquire(blocking=False)
    hang.set()
    assert await asyncio.gather(*first[1:]) == [[PUBLIC]] * 2
    assert await resolver("b.test", 80) == [PUBLIC]


async def test_attachments_of_the_playground_are_fetched(playground: Playground, ada: Member) -> None:
    """It is on this machine, and trusted by its origin alone; the rest of it is not for members' links."""
    fetcher = Fetcher(trusted=playground.origin)
    message = await ada.send(ada.channel("general"), "a picture", files=[("a.png", png())])
    link = message["attachments"][0]["url"]
    assert await fetcher.fetch(link) == png()
    assert await reason_of(link, Fetcher()) is Reason.PRIVATE
    for path in ("/", "/api/v10/gateway", "/cdn/attachments/../../api/v10/gateway", "/cdn/attachments/%2e%2e/%2e%2e/"):
        assert await reason_of(playground.origin + path, fetcher) in (Reason.PRIVATE, Reason.GONE)


@pytest.mark.parametrize(
    ("link", "is_one"),
    [
        ("https://cdn.discordapp.com/attachments/1/2/a.png?ex=1", True),
        ("https://media.discordapp.net/ephemeral-attachments/1/2/a.png", True),
        ("http://127.0.0.1:8420/cdn/attachments/1/2/a.png", True),
        ("http://localhost:8420/attachments/1/2/a.png", True),
        ("http://[::1]:8420/cdn/ephemeral-attachments/1/2/a.png", True),
        ("http://127.0.0.1:8420/api/v10/users/@me", False),
        ("http://127.0.0.1:8421/cdn/attachments/1/2/a.png", False),
        ("https://127.0.0.1:8420/cdn/attachments/1/2/a.png", False),
        ("http://10.0.0.1:8420/cdn/attachments/1/2/a.png", False),
        ("https://cdn.discordapp.com.a.test/attachments/1/2/a.png", False),
        ("a cat", False),
    ],
)
def test_attachments_are_known_by_their_links(link: str, *, is_one: bool) -> None:
    """Discord's, and those of the one origin that stands in for it, by whatever name this machine has there."""
    assert Fetcher(trusted="http://127.0.0.1:8420").is_attachment(link) is is_one


async def test_what_is_trusted_redirects_nowhere_else(server: Hostile) -> None:
    """Its redirects are checked like everybody's."""
    server.answers = {
        "/cdn/attachments/1/2/a.png": redirect("/secret"),
        "/secret": ok(b"secret"),
        "/cdn/attachments/1/2/b.png": ok(b"abc"),
    }
    fetcher = Fetcher(trusted=server.url("", "127.0.0.1"), guard=guard())
    assert await fetcher.fetch(server.url("/cdn/attachments/1/2/b.png", "127.0.0.1")) == b"abc"
    assert await reason_of(server.url("/cdn/attachments/1/2/a.png", "127.0.0.1"), fetcher) is Reason.PRIVATE
    assert await reason_of(server.url("/cdn/attachments/1/2/b.png", "internal.test"), fetcher) is Reason.PRIVATE
    assert await reason_of(server.url("/secret", "127.0.0.1"), fetcher) is Reason.PRIVATE
