"""What members reach with a browser, where the host has an address for it: full pictures, and the editor of regions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.delivery.parts import unlinked
from bot.images.blobs import Blobs
from bot.jobs.job import Job
from bot.store.store import Store
from bot.web.editor import Editor
from bot.web.links import Links, key_in
from bot.web.pictures import Pictures, standing_in
from bot.web.site import Route
from fourup.errors import ConfigurationError
from fourup.settings import Web

KEY = "web.key"
"""The file, beside the database, with what the links are signed by: without it they lead nowhere."""


@dataclass(frozen=True)
class Gallery:
    """What members reach: `link` to a job's pictures, the `editor` of regions, and what answers."""

    link: Callable[[Job], str | None] = unlinked
    editor: Editor | None = None
    routes: Sequence[Route] = ()


def gallery(settings: Web, folder: Path, store: Store, blobs: Blobs, *, is_at_home: bool = False) -> Gallery:
    """Nothing where the host has no address for it, but the editor where everybody is on this machine (`is_at_home`).

    Raises ConfigurationError where the key cannot be kept.
    """
    if not settings.port:
        return Gallery()
    if settings.public_url is None:
        editor = Editor(f"http://{settings.host}:{settings.port}", blobs)
        return Gallery(editor=editor, routes=editor.routes()) if is_at_home else Gallery()
    try:
        links = Links(settings.public_url, key_in(folder / KEY))
    except OSError as failure:
        raise ConfigurationError(f"{folder / KEY} cannot be read or made: {failure.strerror}.") from None
    editor = Editor(settings.public_url, blobs)
    routes = [*Pictures(links, standing_in(store), blobs).routes(), *editor.routes()]
    return Gallery(lambda job: links.to(job.id), editor, routes)
