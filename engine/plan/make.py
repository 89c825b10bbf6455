"""A request and the facts of a model to a plan: every rule once, in the order in which they depend on each other."""

from collections.abc import Iterable, Sequence
from math import ceil

from engine.plan import edits
from engine.plan.boxes import Canvas
from engine.plan.controls import controlled
from engine.plan.facts import Facts, Sampler
from engine.plan.instructions import instructed
from engine.plan.loras import worn
from engine.plan.noise import embedding_noise, noise_share, rows
from engine.plan.plan import CannotDraw, ModelCannot, Plan, PlannedReference, Refining
from engine.plan.references import has_text, planned, style_layers, style_scale
from engine.plan.size import share, size
from engine.plan.start import REFINED, STRENGTH, sigma_of, start_picture, start_sigma, strength_of
from engine.plan.steps import guidance_scale, steps, stop_after
from engine.plan.texts import finish_weight, negative, positive
from engine.protocol import Edit, Parameters, RenderRequest, Role, Text
from engine.reasons import Reason

FEWEST = 3
"""Steps that go over an enlarged picture, however few the model needs for a whole one."""


def make_plan(request: RenderRequest, facts: Facts, others: Iterable[Facts] | None = None) -> Plan:
    """The numbers. The same request and facts give the same plan; raises CannotDraw where the model cannot do it.

    `others` are the facts of the installed models, looked at only then: the first that can is named.
    """
    try:
        return _planned(request, facts)
    except ModelCannot as cannot:
        if others is None:
            raise
        able = next((each.model for each in others if _can(request, each)), "")
        raise ModelCannot(cannot.why, able) from None


def _can(request: RenderRequest, facts: Facts) -> bool:
    try:
        _planned(request, facts)
    except CannotDraw:
        return False
    return True


def _planned(request: RenderRequest, facts: Facts) -> Plan:
    _refuse_what_it_cannot(request, facts)
    parameters = request.parameters
    canvas = edits.canvas(request, facts)
    width, height = _size(parameters, facts, canvas)
    all_steps = steps(parameters, facts.steps)
    is_same_seed = parameters.sameseed is not None
    references = planned(request, facts)
    start, strength, sigma = _start(request, facts, (width, height))
    control = controlled(request, facts)
    is_led = control is not None or (start is not None and canvas is None)
    guidance = guidance_scale(parameters, facts, is_led=is_led)
    if canvas is not None and canvas.is_upscale and strength:
        all_steps = max(all_steps, ceil(FEWEST / strength))
    return Plan(
        model=facts.model,
        family=facts.family,
        width=width,
        height=height,
        steps=all_steps,
        stop_after=stop_after(parameters.stop, all_steps),
        sampler=_sampler(parameters.sampler, facts),
        guidance_scale=guidance,
        texts=_texts(request, facts, references),
        negative=negative(request),
        embedding_noise=embedding_noise(parameters.weird, parameters.chaos, is_same_seed=is_same_seed),
        rows=rows(request, guidance)[: 1 if canvas is not None and canvas.is_upscale else None],
        noise_share=noise_share(parameters.chaos, is_same_seed=is_same_seed),
        references=references,
        control=control,
        loras=worn(parameters, facts),
        start=start,
        strength=strength,
        start_sigma=sigma,
        refining=None if canvas is not None else _refining(parameters, facts),
        canvas=canvas,
        guided_until=facts.guidance_until,
        tile=parameters.tile and canvas is None,
        without_effect=_without_effect(request, facts),
    )


def _texts(request: RenderRequest, facts: Facts, references: Sequence[PlannedReference]) -> tuple[Text, ...]:
    texts = positive(request, facts)
    if not any(each.is_native for each in facts.adapters):
        return texts
    return instructed(texts, references, "" if facts.can_guide else request.negative)


def _size(parameters: Parameters, facts: Facts, canvas: Canvas | None) -> tuple[int, int]:
    if canvas is not None:
        return edits.pane_size(canvas, facts)
    return size(parameters.aspect, facts.size, facts.multiple, share(draft=parameters.draft))


def _start(
    request: RenderRequest, facts: Facts, pixels: tuple[int, int]
) -> tuple[str | None, float | None, float | None]:
    """The picture, the strength and the sigma, which say the same in the member's and in the sampler's terms."""
    picture = start_picture(request, has_adapter=facts.adapter(Role.IMAGE) is not None)
    if picture is None:
        return None, None, None
    parameters = request.parameters
    if request.edit is not None:
        strength = edits.strength(request)
        return picture.path, strength, sigma_of(strength, facts.noise)
    if parameters.strength is not None or picture.role is Role.START:
        strength = STRENGTH if parameters.strength is None else parameters.strength
        return picture.path, strength, sigma_of(strength, facts.noise)
    sigma = start_sigma(1.0 if parameters.iw is None else parameters.iw, *pixels)
    return picture.path, strength_of(sigma, facts.noise), sigma


def _refining(parameters: Parameters, facts: Facts) -> Refining | None:
    """`--hd`: drawn as ever, then refined at twice the area."""
    if not parameters.hd:
        return None
    width, height = size(parameters.aspect, facts.size, facts.multiple, 2 * share(draft=parameters.draft))
    return Refining(width, height, REFINED, sigma_of(REFINED, facts.noise))


def _sampler(name: str | None, facts: Facts) -> Sampler:
    if name is None:
        return facts.sampler
    try:
        return Sampler(name)
    except ValueError:
        raise CannotDraw("sampler", name=name, known=", ".join(Sampler)) from None


def _refuse_what_it_cannot(request: RenderRequest, facts: Facts) -> None:
    roles = {each.role for each in request.references}
    if request.parameters.tile and not facts.can_tile:
        raise ModelCannot(Reason("cannot.tile", {"model": facts.model}))
    if Role.MASK in roles and request.edit is not Edit.REGION:
        raise CannotDraw("mask.alone")


def _without_effect(request: RenderRequest, facts: Facts) -> tuple[str, ...]:
    """The names of parameters that were set and change nothing."""
    given, roles = request.parameters, {each.role for each in request.references}
    roles |= {Role.STYLE} if request.codes else set()
    sees_style = Role.STYLE in roles and facts.adapter(Role.STYLE) is not None
    images = [each for each in request.references if each.role is Role.IMAGE]
    has_adapter = facts.adapter(Role.IMAGE) is not None
    has_finish = bool(facts.finish) and finish_weight(given) > 0
    is_unguided = guidance_scale(given, facts) <= 1
    is_guidance_fixed = given.cfg is not None or facts.guidance_scale <= 1
    reads_words = any(each.is_native for each in facts.adapters)
    is_void = {
        "iw": given.iw is not None and (not images or (has_adapter and not has_text(request) and given.iw <= 1.5)),
        "sw": given.sw is not None and Role.STYLE not in roles,
        "sv": given.sv is not None and not (sees_style and style_layers(facts) and style_scale(given.sw)),
        "cw": given.cw is not None and (Role.CHARACTER not in roles or given.ow is not None),
        "ow": given.ow is not None and Role.CHARACTER not in roles,
        "strength": given.strength is not None
        and (not roles & {Role.IMAGE, Role.START} or request.edit in edits.STRENGTHS),
        "image": len(images) > 1 and not has_adapter,
        "control_weight": given.control_weight is not None and Role.CONTROL not in roles,
        "control": Role.CONTROL in roles and (request.edit is not None or given.control_weight == 0),
        "lora": any(not weight for _, weight in given.loras),
        "cfg": given.cfg is not None and not facts.can_guide,
        "no": bool(request.negative) and is_unguided and not reads_words,
        "seed": given.seed is not None and given.sameseed is not None,
        "quality": given.quality is not None and given.steps is not None,
        "exp": given.exp is not None and is_guidance_fixed,
        "stylize": given.stylize is not None and is_guidance_fixed and not has_finish,
        "raw": given.raw and not facts.finish,
        **dict(edits.without_effect(given, request.edit)),
    }
    return tuple(name for name, is_so in is_void.items() if is_so)
