"""The page of regions over real sockets: for one browser, for a while, for one job."""

import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from bot.images.blobs import Blobs
from bot.imagine.errors import INVALID_REQUEST, Refused
from bot.jobs.job import Picture
from bot.prompt.errors import WrongPrompt
from bot.prompt.read import read
from bot.web.editor import FILES, LARGEST, LASTS, MOST, Editor
from bot.web.site import application, served
from tests.pictures import png

BASE = "http://example.org"
WHITE = png(16, 16, "#ffffff")


@dataclass
class Desk:
    """An editor that is served, and what came of it."""

    editor: Editor
    picture: Picture
    port: int = 0
    seconds: float = 0.0
    sent: list[tuple[str, bytes]] = field(default_factory=list)
    trouble: Exception | None = None

    async def submit(self, prompt: str, mask: bytes) -> None:
        if self.trouble:
            raise self.trouble
        self.sent.append((prompt, mask))

    def invite(self, prompt: str = "an apple", locale: str = "en-US") -> URL:
        link = URL(self.editor.invite(self.picture, prompt, locale, self.submit))
        assert str(link).startswith(f"{BASE}/region/")
        return URL(f"http://127.0.0.1:{self.port}/region/{link.name}")

    def new_browser(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Served."""
    blobs = Blobs(tmp_path / "blobs")
    picture = Picture(await blobs.put(png(16, 16)), 16, 16, 7)
    made = Desk(Editor(f"{BASE}/", blobs, lambda: made.seconds), picture)
    async with served(application(made.editor.routes()), "127.0.0.1", 0) as port:
        made.port = port or 0
        yield made


async def send(
    browser: aiohttp.ClientSession, link: URL, prompt: str = "a pear", mask: bytes = WHITE
) -> tuple[int, str]:
    """The form, as the page sends it; the status and what is said."""
    form = aiohttp.FormData({"prompt": prompt})
    form.add_field("mask", io.BytesIO(mask), filename="mask.png", content_type="image/png")
    async with browser.post(link, data=form) as answer:
        if answer.content_type != "application/json":
            return answer.status, await answer.text()
        told = await answer.json()
        return answer.status, " ".join([*told["said"], told.get("cure") or ""]).strip()


async def test_what_is_marked_is_drawn(desk: Desk) -> None:
    """The page has the prompt and the picture, and runs nothing but its own files; what is sent is drawn, once."""
    async with desk.new_browser() as browser:
        link = desk.invite('an apple "& <b>pear</b>')
        async with browser.get(link) as page:
            text = await page.text()
            assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
            assert "an apple &quot;&amp; &lt;b&gt;pear&lt;/b&gt;</textarea>" in text
        async with browser.get(f"{link}/picture") as picture:
            assert (picture.content_type, await picture.read()) == ("image/png", png(16, 16))
        assert await send(browser, link) == (200, "It is being drawn: the picture comes in Discord.")
        assert desk.sent == [("a pear", WHITE)]
        status, said = await send(browser, link)
        assert (status, said.partition(":")[0]) == (HTTPStatus.GONE, "This link was used")
        async with browser.get(link) as page:
            assert page.status == HTTPStatus.GONE
            assert "This link was used" in await page.text()
    assert len(desk.sent) == 1


async def test_another_browser_gets_nothing(desk: Desk) -> None:
    """Neither the page, nor the picture, nor a job: the first that opened the link has it, also in a second window."""
    async with desk.new_browser() as browser, desk.new_browser() as other:
        link = desk.invite()
        assert (await send(other, link))[0] == HTTPStatus.GONE  # a form from elsewhere, before anybody opened the page
        for _ in range(2):
            async with browser.get(link) as page:
                assert page.status == HTTPStatus.OK
        for path in ("", "/picture"):
            async with other.get(f"{link}{path}") as page:
                assert page.status in {HTTPStatus.GONE, HTTPStatus.NOT_FOUND}
                assert "textarea" not in await page.text()
        status, said = await send(other, link)
        assert (status, said.partition(".")[0]) == (HTTPStatus.GONE, "This link was opened in another browser")
        assert desk.sent == []
        assert (await send(browser, link))[0] == HTTPStatus.OK


async def test_a_link_runs_out(desk: Desk) -> None:
    """With the button's press; whoever comes later is told how to get another."""
    async with desk.new_browser() as browser:
        link = desk.invite(locale="de")
        async with browser.get(link) as page:
            assert page.status == HTTPStatus.OK
            assert '<html lang="de">' in await page.text()
        desk.seconds = LASTS + 1
        async with browser.get(link) as page:
            assert "abgelaufen" in await page.text()
        status, said = await send(browser, link)
    assert (status, "Drück in Discord Vary (Region)" in said) == (HTTPStatus.GONE, True)
    assert desk.sent == []


async def test_nobody_guesses_a_link(desk: Desk) -> None:
    """What looks like one is treated as one that has run out."""
    async with desk.new_browser() as browser:
        link = desk.invite()
        wrong = link.with_name("A" * 32)
        async with browser.get(wrong, headers={"Accept-Language": "de-DE,de;q=0.9"}) as page:
            assert page.status == HTTPStatus.GONE
            assert "abgelaufen" in await page.text()
        assert (await send(browser, wrong))[0] == HTTPStatus.GONE
        async with browser.get(link.with_name("short")) as page:
            assert page.status == HTTPStatus.NOT_FOUND


async def test_what_is_refused_can_be_sent_again(desk: Desk) -> None:
    """With the sentence, and the corrected prompt where there is one."""
    with pytest.raises(WrongPrompt) as wrong:
        read("a pear --styliz 5")
    async with desk.new_browser() as browser:
        link = desk.invite()
        await (await browser.get(link)).read()
        desk.trouble = wrong.value
        status, said = await send(browser, link)
        assert status == HTTPStatus.UNPROCESSABLE_ENTITY
        assert said.endswith("a pear --stylize 5")
        desk.trouble = Refused(INVALID_REQUEST, "region.empty")
        assert (await send(browser, link))[1].startswith("Nothing is marked")
        desk.trouble = RuntimeError("unforeseen")
        assert (await send(browser, link))[0] == HTTPStatus.INTERNAL_SERVER_ERROR
        desk.trouble = None
        assert (await send(browser, link))[0] == HTTPStatus.OK


async def test_nobody_sends_much(desk: Desk) -> None:
    """A mask of more than a mebibyte, and what is no form at all, are refused, and the link is still good."""
    async with desk.new_browser() as browser:
        link = desk.invite()
        await (await browser.get(link)).read()
        assert (await send(browser, link, mask=b"x" * (LARGEST + 1)))[0] == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        for kind in ("", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x"):
            async with browser.post(link, data=b"\x00" * 100, headers={"Content-Type": kind}) as answer:
                assert 400 <= answer.status < 500
        async with browser.post(link, data=aiohttp.FormData({"prompt": "a pear"})) as answer:
            assert 400 <= answer.status < 500
        assert (await send(browser, link, prompt="x" * 20_000))[0] == HTTPStatus.OK
    assert len(desk.sent[0][0]) == 8000


async def test_old_links_make_room(desk: Desk) -> None:
    """However often the button is pressed, the memory is bounded; the newest always works."""
    first, *_, last = [desk.invite() for _ in range(MOST + 1)]
    async with desk.new_browser() as browser:
        for link, status in ((first, HTTPStatus.GONE), (last, HTTPStatus.OK)):
            async with browser.get(link) as page:
                assert page.status == status


async def test_the_page_has_its_files(desk: Desk) -> None:
    """Each with its type, and nothing beside them."""
    async with desk.new_browser() as browser:
        for name, kind in FILES.items():
            async with browser.get(f"http://127.0.0.1:{desk.port}/region/files/{name}") as answer:
                assert (answer.status, answer.content_type) == (HTTPStatus.OK, kind)
                assert await answer.text()
        for name in ("editor.html", "..%2Feditor.py", "%2Fetc%2Fpasswd"):
            async with browser.get(URL(f"http://127.0.0.1:{desk.port}/region/files/{name}", encoded=True)) as answer:
                assert answer.status == HTTPStatus.NOT_FOUND


async def test_the_cookie_is_for_this_page_alone(tmp_path: Path) -> None:
    """Unreadable for scripts, only over https where the address is, below the path that a proxy has for it."""
    editor = Editor("https://example.org/fourup", Blobs(tmp_path / "blobs"))
    desk = Desk(editor, Picture("b" * 64, 16, 16, 7))
    async with served(application(editor.routes()), "127.0.0.1", 0) as port, desk.new_browser() as browser:
        link = URL(editor.invite(desk.picture, "an apple", "en-US", desk.submit))
        assert link.path.startswith("/fourup/region/")
        async with browser.get(f"http://127.0.0.1:{port}/region/{link.name}") as page:
            cookie = page.headers["Set-Cookie"]
    assert {"HttpOnly", "Secure", "SameSite=Lax", f"Path={link.path}"} <= {*cookie.split("; ")}
