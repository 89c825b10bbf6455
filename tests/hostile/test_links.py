"""Every line of the table of links, over real sockets: none reaches this machine, and those that may are fetched."""

import ssl
from collections.abc import AsyncIterator

import pytest
import trustme

from bot.images.errors import NotFetched, Reason
from bot.images.fetch import Fetcher, Guard, SystemResolver
from tests.bot.images.hostile import PUBLIC, Hostile, Names, guard, hostile_server, ok, redirect
from tests.hostile.links import REFUSED, Link

SENTENCES = {Reason.PRIVATE, Reason.UNREACHABLE, Reason.NO_LINK}
"""Why such a link is not fetched; none says what answered there."""


@pytest.fixture
async def server() -> AsyncIterator[Hostile]:
    """Has a secret on both of its addresses."""
    async with hostile_server() as running:
        running.answers = {"/secret": ok(b"secret"), "/b": ok(b"secret")}
        yield running


def ids(links: list[Link]) -> list[str]:
    """What they are called in reports."""
    return [f"{each.words}: {each.text.encode('unicode_escape').decode()}" for each in links]


@pytest.mark.parametrize("link", REFUSED, ids=ids(REFUSED))
async def test_no_link_leads_into_the_hosts_network(server: Hostile, link: Link) -> None:
    """Whatever it looks like: only the address that is connected to counts, of each redirect too."""
    for path, told in link.answers.items():
        status, _, location = told.partition(" ")
        server.answers[path] = redirect(location.format(port=server.port, n=1), int(status))
        server.answers[f"{path}?1"] = server.answers[path]
    text = link.text.replace("{port}", str(server.port))
    fetcher = Fetcher(guard=guard(Names(link.names)))
    with pytest.raises(NotFetched) as caught:
        await fetcher.fetch(text)
    assert caught.value.reason in SENTENCES
    assert not [each for each in server.asked if not each.startswith(PUBLIC)]
    assert f"{PUBLIC}/secret" not in server.asked


LITERAL = [link for link in REFUSED if not link.answers and not link.names]


@pytest.mark.parametrize("link", LITERAL, ids=ids(LITERAL))
async def test_nor_does_it_where_the_system_reads_it(server: Hostile, link: Link) -> None:
    """The operating system takes many a text for an address, which is then checked."""
    fetcher = Fetcher(guard=Guard(SystemResolver(), ports=None))
    with pytest.raises(NotFetched) as caught:
        await fetcher.fetch(link.text.replace("{port}", str(server.port)))
    assert caught.value.reason in SENTENCES
    assert server.asked == []


async def test_from_https_no_redirect_leads_to_http(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was asked for in secret is not fetched in the open."""
    authority, context = trustme.CA(), ssl.create_default_context()
    here = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("public.test").configure_cert(here)
    authority.configure_trust(context)
    monkeypatch.setattr("aiohttp.connector._SSL_CONTEXT_VERIFIED", context)
    async with hostile_server() as plain, hostile_server(here) as safe:
        plain.answers = {"/secret": ok(b"secret")}
        safe.answers = {"/a": redirect(plain.url("/secret")), "/b": redirect("/c"), "/c": ok(b"abc")}
        fetcher = Fetcher(guard=guard())
        with pytest.raises(NotFetched) as caught:
            await fetcher.fetch(safe.url("/a").replace("http:", "https:"))
        assert caught.value.reason is Reason.UNREACHABLE
        assert plain.asked == []
        assert await fetcher.fetch(safe.url("/b").replace("http:", "https:")) == b"abc"


@pytest.mark.parametrize(
    "path",
    [
        "/a%0d%0aHost:%20internal.test",
        "/a\r\nHost: internal.test\r\nX: ",
        "/a HTTP/1.1\nHost: internal.test\n",
        "/a?\n\nb",
    ],
)
async def test_a_link_smuggles_no_header(server: Hostile, path: str) -> None:
    """One request with one Host, which is the one that was checked, or none at all."""
    try:
        await Fetcher(guard=guard()).fetch(server.url(path))
    except NotFetched as failure:
        assert failure.reason in {*SENTENCES, Reason.GONE}  # noqa: PT017 - it may as well be asked for, and not be there
    for head in server.heads:
        lines = head.lower().split("\r\n")
        assert [each for each in lines if each.startswith("host:")] == [f"host: public.test:{server.port}"]
        assert "\n" not in head.replace("\r\n", "")


ALLOWED = [
    Link("a name", "http://public.test:{port}/a.png"),
    Link("the address itself", f"http://{PUBLIC}:{{port}}/a.png"),
    Link("capitals", "HTTP://PUBLIC.TEST:{port}/a.png"),
    Link("a fragment", "http://public.test:{port}/a.png#@127.0.0.1"),
    Link("a query with a link", "http://public.test:{port}/a.png?u=http://127.0.0.1/"),
    Link("IDN", "http://ⓟublic.test:{port}/a.png"),
    Link("two A, both public", "http://two.test:{port}/a.png", {"two.test": [[PUBLIC, PUBLIC]]}),
    Link("a redirect", "http://public.test:{port}/there", answers={"/there": "302 /a.png"}),
    Link("rebound after the check", "http://r.test:{port}/a.png", {"r.test": [[PUBLIC], ["127.0.0.1"]]}),
]


@pytest.mark.parametrize("link", ALLOWED, ids=ids(ALLOWED))
async def test_what_may_be_fetched_is(server: Hostile, link: Link) -> None:
    """So that the tests above fail where nothing is fetched at all."""
    server.answers |= {"/a.png": ok(b"abc"), "/a.png?u=http://127.0.0.1/": ok(b"abc")}
    for path, told in link.answers.items():
        server.answers[path] = redirect(told.partition(" ")[2])
    fetcher = Fetcher(guard=guard(Names(link.names)))
    assert await fetcher.fetch(link.text.replace("{port}", str(server.port))) == b"abc"
    assert all(each.startswith(PUBLIC) for each in server.asked)
