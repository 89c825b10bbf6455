"""A picture changed as it was said in words: by a model that follows words, or by what every model can do."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.images.errors import NoRoom
from bot.images.grade import PLAIN
from bot.images.places import UnknownPlace, place
from bot.imagine.asking import Submission, Told
from bot.imagine.errors import INTERNAL_ERROR, INVALID_REQUEST, Refused
from bot.imagine.parts import Parts
from bot.imagine.regions import MASK, START
from bot.jobs.instruction import Instruction
from bot.jobs.job import Action, Job, New, Picture
from bot.prompt.prompt import Prompt
from bot.prompt.read import parse
from bot.request import links, to_request
from bot.revising.apply import applied
from bot.revising.read import read
from bot.revising.revision import Again, BackAgain, NotUnderstood, OneAtATime, Revision
from bot.store.errors import UnknownJob
from bot.words import say
from engine.protocol import Edit

Derive = Callable[[Job, Job, str | None, Mapping[str, str]], Awaitable[Submission]]
"""Writes a job that comes of another, with its own originals."""

PLACES = {
    "top half": "revise.at.top",
    "bottom half": "revise.at.bottom",
    "not the center": "revise.at.around",
    "edge": "revise.at.edge",
    "top half, bottom half": "revise.at.both",
}
"""Places that nobody named are called in the member's language."""


class Revising:
    """Makes a job of what somebody said."""

    def __init__(self, parts: Parts, derive: Derive) -> None:
        self._parts, self._derive = parts, derive

    async def revise(self, parent: Job, index: int, told: Told, new: New) -> Submission:
        """The picture of this number, changed. Raises Refused for what nothing understands, StoreError."""
        prompt = parse(parent.prompt, self._parts.rules)
        follows = not told.where and self._follows(prompt)
        typed, revision = await self._read(parent, told, follows=follows)
        locale = new.asked.member.locale
        if revision.edit is not None:
            job = parent.edited(index, revision.edit, new, revision.zoom)
            instruction = Instruction(typed, say("revise.done.frame", locale))
            return await self._derive(parent, replace(job, instruction=instruction), None, {})
        if told.where:
            revision = _placed(revision, told.where)
        edit = Edit.REGION if revision.place and not follows else None
        done = say("revise.done.follows", locale) if follows else _done(revision, locale)
        job = parent.edited(index, edit, new)
        job = replace(job, prompt=str(applied(prompt, revision)))
        strength = None if follows else round(revision.strength, 2)
        own = {} if follows else await self._own(parent.picture(index), revision)
        return await self._derive(parent, replace(job, instruction=Instruction(typed, done, strength)), None, own)

    async def _read(self, parent: Job, told: Told, *, follows: bool) -> tuple[str, Revision]:
        """What is asked for, in whose words; "more" is more of what was asked for last. Raises Refused."""
        typed, again = " ".join(told.typed.split()), Again()
        try:
            revision = read(typed)
            if isinstance(revision, Again):
                again, typed = revision, await self._last(parent)
                revision = read(typed)
        except NotUnderstood as clause:
            if follows and typed:
                return typed, Revision()
            raise Refused(INVALID_REQUEST, "revise.unread", clause=clause.clause[:100]) from None
        except OneAtATime:
            raise Refused(INVALID_REQUEST, "revise.one") from None
        except BackAgain:
            raise Refused(INVALID_REQUEST, "revise.back") from None
        if isinstance(revision, Again):
            raise Refused(INVALID_REQUEST, "revise.first")
        strength = min(1.0, revision.strength * again.factor)
        return typed, replace(revision, strength=strength, grade=revision.grade.times(again.factor))

    async def _last(self, job: Job) -> str:
        """What was asked for in words last, on the way to this picture. Raises Refused where nothing was."""
        while job.instruction is None and job.parent is not None and job.action in {Action.UPSCALE, Action.REROLL}:
            try:
                job = await self._parts.store.jobs.get(job.parent)
            except UnknownJob:
                break
        if job.instruction is None:
            raise Refused(INVALID_REQUEST, "revise.first")
        return job.instruction.typed

    def _follows(self, prompt: Prompt) -> bool:
        """True where the model that draws this reads pictures and words together, and does what they say."""
        if not self._parts.models.catalogue.entries:
            return False
        places = {link: link for link in links(prompt)}
        facts = self._parts.models.facts(to_request(prompt, "", places, 0).parameters)
        return any(each.is_native for each in facts.adapters)

    async def _own(self, picture: Picture, revision: Revision) -> dict[str, str]:
        """The mask, and the picture with its light and colours changed, as far as either is asked for."""
        pictures, own = self._parts.pictures, {}
        try:
            if revision.place:
                own[MASK] = await pictures.mark(revision.place, (picture.width, picture.height))
            if revision.grade != PLAIN:
                own[START] = await pictures.graded(picture.blob, revision.grade, own.get(MASK))
        except NoRoom as failure:
            raise Refused(INTERNAL_ERROR, failure.key) from None
        return own


def _placed(revision: Revision, where: str) -> Revision:
    """In the place that was named apart. Raises Refused."""
    try:
        return replace(revision, place=place(where), where=where, is_guess=False, unseen=())
    except UnknownPlace as unknown:
        key = "region.nowhere" if unknown.word is None else "region.where"
        raise Refused(INVALID_REQUEST, key, word=unknown.word or "") from None


def _done(revision: Revision, locale: str) -> str:
    """What is done about it, said as it is."""
    where = say(PLACES[revision.where], locale) if revision.where in PLACES else revision.where
    key = "revise.done.region" if revision.place else "revise.done.whole"
    said = [say(key, locale, where=where, percent=round(100 * revision.strength))]
    if revision.grade != PLAIN:
        said.append(say("revise.done.graded", locale))
    if revision.is_guess:
        said.append(say("revise.guess", locale))
    if revision.unseen and not revision.place:
        said.append(say("revise.unseen", locale, things=", ".join(revision.unseen)))
    return " ".join(said)
