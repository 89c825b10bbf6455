"""Where a prompt's pictures come from in the shell: files of this machine, and links."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from fourup.errors import NoPicture

LARGEST = 64 * 1024 * 1024  # bytes of a picture behind a link
PATIENCE = 30.0  # seconds for all of it
_CHUNK = 256 * 1024


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


async def fetched(links: Sequence[str], files: Mapping[str, Path], folder: Path) -> dict[str, str]:
    """The path of a file for each link; those of the web are fetched into the folder. Raises NoPicture."""
    there = {link: str(path) for link, path in files.items()}
    wanted = [link for link in dict.fromkeys(links) if link not in there]
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session:
        paths = [folder / f"source-{number}" for number in range(len(wanted))]
        await asyncio.gather(*(_fetch(session, link, path) for link, path in zip(wanted, paths, strict=True)))
    return there | {link: str(path) for link, path in zip(wanted, paths, strict=True)}


async def _fetch(session: aiohttp.ClientSession, link: str, path: Path) -> None:
    try:
        async with session.get(link) as answer:
            if answer.status != 200:
                raise NoPicture(f"{link} cannot be fetched, it answers {answer.status}: open it in a browser to see.")
            content = bytearray()
            async for chunk in answer.content.iter_chunked(_CHUNK):
                content += chunk
                if len(content) > LARGEST:
                    raise NoPicture(f"{link} is larger than {LARGEST // 2**20} MiB: give a smaller picture.")
    except (aiohttp.ClientError, TimeoutError, ValueError) as failure:
        raise NoPicture(f"{link} cannot be fetched ({str(failure) or 'no answer in time'}): check the link.") from None
    await asyncio.to_thread(path.write_bytes, content)
