"""Where a prompt's pictures come from in the shell: files of this machine, and links."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.images.blobs import Blobs
from bot.images.decoding.pool import Decoders
from bot.images.errors import NotFetched
from bot.images.fetch import Fetcher
from bot.images.pictures import Pictures
from fourup.errors import NoPicture


@dataclass(frozen=True)
class Sources:
    """The links that stand for what was given with -i, and the files that are meant by some of them."""

    links: tuple[str, ...]
    files: Mapping[str, Path]

    def before(self, prompt: str) -> str:
        """The prompt with them in front."""
        return " ".join([*(f"<{link}>" for link in self.links), prompt]).strip()

    def without(self, prompt: str) -> str:
        """The prompt without those that stand for files of this machine."""
        for link in self.files:
            prompt = prompt.replace(f"<{link}>", "", 1)
        return prompt.strip()


def sources(given: Sequence[str]) -> Sources:
    """Links as they are; a file gets one of a domain that does not exist (.invalid, RFC 2606). Raises NoPicture."""
    links: list[str] = []
    files: dict[str, Path] = {}
    for number, each in enumerate(given, start=1):
        if each.lower().startswith(("http://", "https://")):
            links.append(each)
            continue
        if not Path(each).is_file():
            raise NoPicture(f"There is no picture {each}: check the path, or give a link that starts with https://.")
        links.append(f"https://file-{number}.invalid/")
        files[links[-1]] = Path(each).absolute()
    return Sources(tuple(links), files)


async def fetched(
    links: Sequence[str], files: Mapping[str, Path], folder: Path, fetcher: Fetcher | None = None
) -> dict[str, str]:
    """The path of a file for each link; those of the web are fetched into the folder, as the bot does it.

    Raises NoPicture.
    """
    there = {link: str(path) for link, path in files.items()}
    wanted = [link for link in dict.fromkeys(links) if link not in there]
    async with Decoders() as decoders:
        pictures = Pictures(blobs=Blobs(folder), fetcher=fetcher or Fetcher(), decoders=decoders)
        kept = await asyncio.gather(*map(pictures.keep, wanted), return_exceptions=True)
    for link, outcome in zip(wanted, kept, strict=True):
        if isinstance(outcome, NotFetched):
            raise NoPicture(str(outcome))
        if isinstance(outcome, BaseException):
            raise outcome
        there[link] = str(pictures.blobs.path(outcome))
    return there
