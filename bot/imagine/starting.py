"""From a job to what the engine is handed: its prompt read, its pictures in files."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from bot.errors import BotError
from bot.imagine.errors import INVALID_PARAMETER, INVALID_REQUEST, Refused
from bot.imagine.originals import Originals
from bot.imagine.parts import Parts
from bot.imagine.regions import MASK, START
from bot.imagine.requests import Start, request_of
from bot.jobs.job import Action, Job
from bot.prompt.prompt import Prompt
from bot.prompt.read import parse
from bot.request import links
from engine.protocol import Edit, RenderRequest


class Starting:
    """Makes requests of jobs."""

    def __init__(self, parts: Parts, originals: Originals) -> None:
        self._parts = parts
        self._originals = originals

    async def request(self, job: Job, on_wait: Callable[[], None]) -> RenderRequest:
        """With every picture gathered; `on_wait` is called where one has still to come.

        Raises Refused for a picture that is not wanted, BotError.
        """
        prompt = parse(job.prompt, self._parts.rules)
        pictures = await self._originals.all(job, links(prompt), on_wait)
        start = await self.start_of(job)
        brought = [start.path] if start and start.is_brought else []
        await self._parts.looking.accept(job, [Path(each) for each in (*pictures.values(), *brought)])
        return request_of(job, prompt, pictures, start)

    async def accept_soon(self, job: Job, kept: Mapping[str, str]) -> None:
        """The pictures that are there already, by their blobs, while the job's author waits. Raises Refused."""
        blobs = self._parts.pictures.blobs
        await self._parts.looking.accept_soon(job, [blobs.path(each) for each in dict.fromkeys(kept.values())])

    async def outline(self, job: Job, prompt: Prompt) -> RenderRequest:
        """The request before its pictures are gathered: links stand in the place of files. Raises Refused."""
        places = {link: link for link in links(prompt)}
        start = await self.start_of(job)
        try:
            return request_of(job, prompt, places, start)
        except BotError as cannot:
            raise Refused(INVALID_PARAMETER, "imagine.cannot", reason=cannot) from None

    async def start_of(self, job: Job) -> Start | None:
        """The stored picture that it starts from: a variation's, an edit's, and that of one that is drawn once more.

        Raises Refused where it was deleted: what is drawn without it would be another picture.
        """
        while job.action is Action.REROLL and job.parent is not None:
            job = await self._parts.store.jobs.get(job.parent)
        if job.action not in {Action.VARY, Action.EDIT}:
            return None
        if job.parent is None or job.index is None:
            raise Refused(INVALID_REQUEST, "job.start_gone")
        parent = await self._parts.store.jobs.get(job.parent)
        picture = parent.picture(job.index)
        path = self._parts.pictures.blobs.path(picture.blob)
        start = Start(str(path), (picture.width, picture.height), job.strength, job.edit, job.zoom)
        start = replace(start, is_brought=parent.action is Action.ADOPT)
        start = replace(start, instruction=job.instruction)
        kept = await self._parts.store.jobs.originals(job.id)
        if job.instruction and START in kept:
            start = replace(start, path=str(self._parts.pictures.blobs.path(kept[START])))
        return replace(start, mask=self._mask_in(kept)) if job.edit is Edit.REGION else start

    def _mask_in(self, kept: Mapping[str, str]) -> str:
        """Its file; before the job is written, which tells what to keep, only that there is one."""
        return str(self._parts.pictures.blobs.path(kept[MASK])) if MASK in kept else MASK
