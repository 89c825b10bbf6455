"""The links to full pictures that results have, and what answers them, where the host has an address for it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from bot.delivery.parts import unlinked
from bot.images.blobs import Blobs
from bot.jobs.job import Job
from bot.store.store import Store
from bot.web.links import Links, key_in
from bot.web.pictures import Pictures, standing_in
from bot.web.site import Route
from fourup.errors import ConfigurationError
from fourup.settings import Web

KEY = "web.key"
"""The file, beside the database, with what the links are signed by: without it they lead nowhere."""


def gallery(
    settings: Web, folder: Path, store: Store, blobs: Blobs
) -> tuple[Callable[[Job], str | None], Sequence[Route]]:
    """The link to a job's pictures, and the routes. Raises ConfigurationError where the key cannot be kept."""
    if settings.public_url is None or not settings.port:
        return unlinked, ()
    try:
        links = Links(settings.public_url, key_in(folder / KEY))
    except OSError as failure:
        raise ConfigurationError(f"{folder / KEY} cannot be read or made: {failure.strerror}.") from None
    return lambda job: links.to(job.id), Pictures(links, standing_in(store), blobs).routes()
