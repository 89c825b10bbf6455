"""A picture from anywhere as the start of an edit: kept, looked at, and written down as a job of whoever brings it."""

from dataclasses import replace

from bot.images.errors import NoRoom, NotFetched
from bot.images.masks import Size
from bot.imagine.deciding import Deciding, shown_to
from bot.imagine.errors import INTERNAL_ERROR, INVALID_LINK, Refused
from bot.imagine.frames import framed
from bot.imagine.parts import Parts
from bot.jobs.job import Action, Asked, Job, New, Picture
from bot.policy.order import Order
from bot.prompt.prompt import Prompt

UNSAID = "a picture"
"""What it shows where its member says nothing of it."""
BROUGHT = -1
"""Its ordinal: it comes before what is asked of it in the same interaction."""


def said(job: Job) -> str:
    """The job's prompt, and nothing where it is a picture that was brought without a word."""
    is_unsaid = job.action is Action.ADOPT and job.prompt.partition(" --")[0] == UNSAID
    return "" if is_unsaid else job.prompt


class Adopting:
    """Makes jobs of pictures that were made elsewhere."""

    def __init__(self, parts: Parts, deciding: Deciding) -> None:
        self._parts, self._deciding = parts, deciding

    async def adopt(self, asked: Asked, link: str, shows: str = "") -> Job:
        """The picture behind the link, with a prompt that says what it shows and has its shape.

        Raises WrongPrompt for that prompt, Refused, StoreError.
        """
        known = await self._deciding.known(asked)
        await self._deciding.decide(asked, Order(Action.EDIT), known)
        mine = await self._parts.store.preferences.of(asked.member.id)
        rules = replace(self._parts.rules, most_jobs=1)
        (prompt,) = (await self._parts.read(mine.replaced(shows.strip() or UNSAID), rules)).prompts
        blob = await self._kept(link)
        size = await self._parts.pictures.size(blob)
        (job_id,) = self._parts.new_ids(1)
        new = New(job_id, 0, replace(asked, ordinal=BROUGHT))
        job = Job.adopted(new, str(shown_to(shaped(prompt, size), known)), Picture(blob, *size, 0))
        await self._parts.looking.accept(job, [self._parts.pictures.blobs.path(blob)])
        return await self._parts.store.adoptions.take(job)

    async def _kept(self, link: str) -> str:
        try:
            return await self._parts.pictures.keep(link)
        except NotFetched as failure:
            raise Refused(INVALID_LINK, failure.key, link=failure.shown) from None
        except NoRoom as failure:
            raise Refused(INTERNAL_ERROR, failure.key) from None


def shaped(prompt: Prompt, size: Size) -> Prompt:
    """The prompt with the shape of a picture of this size, unless it names one itself."""
    return prompt if "aspect" in prompt.parameters else framed(prompt, size)
