"""A job as the engine takes it: what its action adds to what its prompt says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.jobs.instruction import Instruction
from bot.jobs.job import Action, Job, Strength
from bot.prompt.prompt import Prompt
from bot.request import to_request
from engine.protocol import Edit, Reference, RenderRequest, Role, Text

STRENGTHS: Mapping[Strength, float] = {Strength.SUBTLE: 0.5, Strength.STRONG: 0.85}
"""Denoising strengths of variations, those of Fooocus (lllyasviel/Fooocus, async_worker.py)."""


@dataclass(frozen=True)
class Start:
    """The picture in a file that a job starts from, its size, and how far a variation goes or what an edit does."""

    path: str
    size: tuple[int, int]
    strength: Strength | None = None
    edit: Edit | None = None
    zoom: float | None = None
    mask: str | None = None
    """The file that says where an edit of a region draws."""
    instruction: Instruction | None = None
    is_brought: bool = False
    """Its member brought it: it was made elsewhere."""


def request_of(job: Job, prompt: Prompt, pictures: Mapping[str, str], start: Start | None) -> RenderRequest:
    """The request; `pictures` has a path for each of the prompt's links. Raises BotError for what
    no request can say.

    Of a picture by itself that is changed in words one picture comes; a model that follows words is handed them alone.
    A seed in the prompt is that of the first grid; what comes of its buttons has its own (Midjourney's FAQ, Seed).
    """
    request = to_request(prompt, job.id, pictures, job.seed)
    parameters = request.parameters
    if job.action is not Action.IMAGINE:
        same = None if parameters.sameseed is None else job.seed
        parameters = replace(parameters, seed=None, sameseed=same)
    if start is None:
        return replace(request, parameters=parameters)
    if start.instruction:
        parameters = replace(parameters, count=parameters.count or 1)
        if start.edit is None and start.instruction.denoising is None:
            seen = Reference(Role.IMAGE, start.path, size=start.size)
            text = (Text(start.instruction.typed),)
            return replace(request, text=text, references=(seen, *request.references), parameters=parameters)
    others = [each for each in request.references if each.role is not Role.START]
    masks = [Reference(Role.MASK, start.mask)] if start.mask else []
    return replace(
        request,
        references=(Reference(Role.START, start.path, size=start.size), *masks, *others),
        parameters=replace(parameters, strength=_strength(start), zoom=start.zoom),
        edit=start.edit,
    )


def _strength(start: Start) -> float | None:
    if start.instruction:
        return start.instruction.denoising
    return STRENGTHS[start.strength] if start.strength else None


def seed_of(prompt: Prompt) -> int | None:
    """The seed that the prompt names."""
    named = (prompt.parameters.get(name) for name in ("sameseed", "seed"))
    return next((each for each in named if isinstance(each, int)), None)
