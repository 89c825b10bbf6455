"""The page on which a region of a picture is marked: a link for one browser, for a while, for one job."""

import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import BodyPartReader, hdrs, web

from bot.errors import BotError
from bot.images.blobs import Blobs
from bot.jobs.job import Picture
from bot.policy.errors import Refused
from bot.prompt.errors import WrongPrompt
from bot.web.editor_page import closed_page, open_page
from bot.web.site import Route
from bot.words import say

Submit = Callable[[str, bytes], Awaitable[None]]
"""Takes the prompt and the mask. Raises WrongPrompt, Refused."""

LASTS = 14 * 60.0
"""Seconds of a link: Discord takes what belongs to the press of a button for fifteen minutes."""
MOST = 1000
"""Links at a time; the oldest goes."""
LONGEST = 8000
"""Characters of a prompt; what is too long for a prompt is told by whoever reads it."""
LARGEST = 1 << 20
"""Bytes of a mask: black and white makes a small PNG."""
COOKIE = "fourup_region"
FILES = {
    "editor.css": "text/css",
    "editor.js": "text/javascript",
    "icon.svg": "image/svg+xml",
    "keys.js": "text/javascript",
    "mask.js": "text/javascript",
    "pointers.js": "text/javascript",
    "taps.js": "text/javascript",
    "view.js": "text/javascript",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_FOLDER = Path(__file__).parent / "page"
_PLACE = r"/region/{token:[\w-]{32}}"


class Closed(StrEnum):
    """Why a link leads nowhere, as the key of the sentence."""

    EXPIRED = "editor.expired"
    USED = "editor.used"
    FOREIGN = "editor.foreign"


@dataclass
class _Invitation:
    picture: Picture
    prompt: str
    locale: str
    submit: Submit
    until: float
    browser: str | None = None
    """The cookie of the first that opened it."""
    is_used: bool = False


class Editor:
    """Makes links below `base`, such as "https://pictures.example.org", and answers them.

    They are kept in memory: with the process ends what the press of a button allowed. What was marked stays in the
    member's browser, and is there again under the next link for the same picture.
    """

    def __init__(self, base: str, blobs: Blobs, now: Callable[[], float] = time.monotonic) -> None:
        self._base, self._blobs, self._now = base.rstrip("/"), blobs, now
        self._invitations: dict[str, _Invitation] = {}

    def invite(self, picture: Picture, prompt: str, locale: str, submit: Submit) -> str:
        """The link for one who may draw there once."""
        while len(self._invitations) >= MOST:
            del self._invitations[next(iter(self._invitations))]
        token = secrets.token_urlsafe(24)
        self._invitations[token] = _Invitation(picture, prompt, locale, submit, self._now() + LASTS)
        return f"{self._base}/region/{token}"

    def routes(self) -> list[Route]:
        """Where it is."""
        return [
            web.get("/region/files/{name}", self._file),
            web.get(_PLACE, self._page),
            web.get(f"{_PLACE}/picture", self._picture),
            web.post(_PLACE, self._take),
        ]

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name not in FILES:
            raise web.HTTPNotFound
        headers = {hdrs.CONTENT_TYPE: f"{FILES[name]}; charset=utf-8", hdrs.CACHE_CONTROL: "no-cache"}
        return web.FileResponse(_FOLDER / name, headers=headers)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        """The first browser that opens it keeps it."""
        token = request.match_info["token"]
        invitation = self._invitations.get(token)
        if invitation is None:
            return _shown(closed_page(Closed.EXPIRED, _language(request)), HTTPStatus.GONE)
        if closed := self._closed(request, invitation):
            return _shown(closed_page(closed, invitation.locale), HTTPStatus.GONE)
        left = round(invitation.until - self._now())
        response = _shown(open_page(token, invitation.picture, invitation.prompt, invitation.locale, left))
        if invitation.browser is None:
            invitation.browser = secrets.token_urlsafe(24)
            response.set_cookie(
                COOKIE,
                invitation.browser,
                path=f"{urlsplit(self._base).path}/region/{token}",
                httponly=True,
                samesite="Lax",
                secure=self._base.startswith("https://"),
                max_age=int(LASTS),
            )
        return response

    async def _picture(self, request: web.Request) -> web.StreamResponse:
        invitation = self._invitations.get(request.match_info["token"])
        if invitation is None or self._closed(request, invitation):
            raise web.HTTPNotFound
        headers = {hdrs.CONTENT_TYPE: "image/png", hdrs.CACHE_CONTROL: "private, no-store"}
        return web.FileResponse(self._blobs.path(invitation.picture.blob), headers=headers)

    async def _take(self, request: web.Request) -> web.StreamResponse:
        """A mask and a prompt: the link is used up where they are drawn, and good for another try else."""
        invitation = self._invitations.get(request.match_info["token"])
        if invitation is None:
            return _told(HTTPStatus.GONE, say(Closed.EXPIRED, _language(request)))
        if closed := self._closed(request, invitation):
            return _told(HTTPStatus.GONE, say(closed, invitation.locale))
        prompt, mask = await _fields(request)
        invitation.is_used = True
        is_drawn = False
        try:
            await invitation.submit(prompt, mask)
            is_drawn = True
        except WrongPrompt as wrong:
            cure = next((each.corrected for each in wrong.mistakes if each.corrected), None)
            sentences = wrong.sentence(invitation.locale).splitlines()
            return web.json_response({"said": sentences, "cure": cure}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        except Refused as refused:
            return _told(HTTPStatus.UNPROCESSABLE_ENTITY, refused.sentence(invitation.locale))
        except BotError as failure:
            return _told(HTTPStatus.UNPROCESSABLE_ENTITY, str(failure))
        finally:
            invitation.is_used = is_drawn
        return _told(HTTPStatus.OK, say("editor.sent", invitation.locale))

    def _closed(self, request: web.Request, invitation: _Invitation) -> Closed | None:
        if invitation.until < self._now():
            return Closed.EXPIRED
        own = invitation.browser
        if own is not None and not secrets.compare_digest(request.cookies.get(COOKIE, "").encode(), own.encode()):
            return Closed.FOREIGN
        if own is None and request.method != hdrs.METH_GET:
            return Closed.FOREIGN
        return Closed.USED if invitation.is_used else None


async def _fields(request: web.Request) -> tuple[str, bytes]:
    """The prompt and the mask of a form, and no more of it than they may have."""
    found: dict[str, bytes] = {}
    limits = {"prompt": 4 * LONGEST, "mask": LARGEST}
    if request.content_type != "multipart/form-data":
        raise web.HTTPUnsupportedMediaType
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name in limits:
                found[part.name] = await _read(part, limits[part.name])
    except ValueError:  # it is none, whatever it says of itself
        raise web.HTTPBadRequest from None
    if "mask" not in found or "prompt" not in found:
        raise web.HTTPBadRequest
    return found["prompt"].decode(errors="replace")[:LONGEST], found["mask"]


async def _read(part: BodyPartReader, most: int) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk():
        content += chunk
        if len(content) > most:
            raise web.HTTPRequestEntityTooLarge(most, len(content))
    return bytes(content)


def _told(status: HTTPStatus, sentence: str) -> web.Response:
    return web.json_response({"said": [sentence]}, status=status)


def _shown(page: str, status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    headers = {"Content-Security-Policy": POLICY, hdrs.CACHE_CONTROL: "no-store"}
    return web.Response(text=page, content_type="text/html", status=status, headers=headers)


def _language(request: web.Request) -> str:
    return request.headers.get(hdrs.ACCEPT_LANGUAGE, "en")[:2]
