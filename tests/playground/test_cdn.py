"""Files: who gets them, for how long, and as what."""

import aiohttp
import pytest

from playground import Playground
from playground.cdn import content_type_of, size_of_picture
from playground.member import Member
from tests.pictures import png


async def get(url: str) -> tuple[int, dict[str, str], bytes]:
    async with aiohttp.ClientSession() as http, http.get(url) as answer:
        return answer.status, dict(answer.headers), await answer.read()


async def test_links_expire_and_are_made_anew(playground: Playground, ada: Member) -> None:
    """After a day a link is dead; who reads the message again gets a fresh one."""
    sent = await ada.send(ada.channel("general"), "look", files=[("a.png", png())])
    url = sent["attachments"][0]["url"]
    assert (await get(url))[0] == 200
    playground.clock.advance(24 * 3600 + 1)
    assert (await get(url))[::2] == (404, b"This content is no longer available.")
    (again,) = await ada.history(ada.channel("general"))
    assert (await get(again["attachments"][0]["url"]))[2] == png()


@pytest.mark.parametrize(
    ("change", "into"),
    [("hm=", "hm=0"), ("ex=", "ex=f"), ("is=", "is=0"), ("a.png", "b.png"), ("hm=", "hm=%C3%A9"), ("ex=", "ex=zz")],
)
async def test_links_cannot_be_made_up(ada: Member, change: str, into: str) -> None:
    """Whoever changes a link, its time or its name, gets nothing."""
    sent = await ada.send(ada.channel("general"), "look", files=[("a.png", png())])
    url = sent["attachments"][0]["url"]
    assert (await get(url.replace(change, into, 1)))[0] == 404
    assert (await get(url.split("?")[0]))[0] == 404


async def test_what_is_no_picture_is_saved_and_never_run(ada: Member) -> None:
    """A page or a script that somebody attached does not run under the playground's own address."""
    files = [("page.html", b"<script>alert(1)</script>"), ("pic.svg", b"<svg onload='alert(1)'/>"), ("a.png", png())]
    sent = await ada.send(ada.channel("general"), "three", files=files)
    for attachment in sent["attachments"][:2]:
        _status, headers, _body = await get(attachment["url"])
        assert headers["Content-Type"].startswith("text/plain")
        assert headers["Content-Disposition"] == "attachment"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in headers["Content-Security-Policy"]
    assert (await get(sent["attachments"][2]["url"]))[1]["Content-Type"] == "image/png"


async def test_a_deleted_messages_files_are_gone(ada: Member) -> None:
    """With the message goes the file."""
    sent = await ada.send(ada.channel("general"), "look", files=[("a.png", png())])
    await ada.api("DELETE", f"/channels/{sent['channel_id']}/messages/{sent['id']}")
    assert (await get(sent["attachments"][0]["url"]))[0] == 404


async def test_everybody_has_a_face(playground: Playground) -> None:
    """Discord's six default avatars are pictures here too."""
    for number in range(6):
        status, headers, body = await get(f"{playground.origin}/cdn/embed/avatars/{number}.png")
        assert (status, headers["Content-Type"]) == (200, "image/png")
        assert size_of_picture(body) == {"width": 256, "height": 256}


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (png(), "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"%PDF-1.7", "application/pdf"),
        ("Grüße".encode(), "text/plain; charset=utf-8"),
        (b"\x00\xff\xfe", "application/octet-stream"),
    ],
)
def test_bytes_say_what_they_are(head: bytes, kind: str) -> None:
    """A file's kind is read from its first bytes."""
    assert content_type_of(head) == kind


@pytest.mark.parametrize("body", [b"", b"\x89PNG\r\n\x1a\n", png()[:30], b"GIF89a\xff\xff"])
def test_a_broken_picture_has_no_size(body: bytes) -> None:
    """What cannot be read is a file like any other."""
    assert size_of_picture(body) == {}
