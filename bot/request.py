"""A prompt as the engine takes it: its links become files, its parameters the engine's."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from bot.prompt.prompt import Image, Prompt, Style
from bot.prompt.versions import BEFORE_SEVEN
from engine.protocol import Edit, Parameters, Reference, RenderRequest, Role, StyleCode, Text

_OF_THE_ENGINE = {each.name for each in fields(Parameters)} - {"loras"}
_OLD = frozenset({"1", "2", "3"})
CODES = 2**32


def links(prompt: Prompt) -> tuple[str, ...]:
    """The links of all pictures that the prompt names, each once."""
    return tuple(dict.fromkeys(link for _, link, _, _ in _pictures(prompt)))


def to_request(prompt: Prompt, job_id: str, pictures: Mapping[str, str], seed: int) -> RenderRequest:
    """The request for this grid; `pictures` has the path of a file for each of `links(prompt)`.

    `seed` holds where the prompt sets none, and chooses the style where a random one was not drawn yet.
    """
    return RenderRequest(
        job_id=job_id,
        text=tuple(Text(part.text, part.weight) for part in prompt.text),
        negative=", ".join(prompt.negative),
        references=tuple(
            Reference(role, pictures[link], weight, kind) for role, link, weight, kind in _pictures(prompt)
        ),
        codes=tuple(_codes(prompt, seed)),
        parameters=_parameters(prompt),
        edit=Edit.ZOOM if {"edit", "zoom"} <= prompt.parameters.keys() else None,
        seed=seed,
        prompt=str(prompt),
    )


def stylize_of_old(stylize: int) -> int:
    """`--stylize` of versions up to 3 (625 to 60000, usually 2500) as later ones count (0 to 1000, usually 100).

    Straight from 625 to the usual and from there to the most, so that more stays more.
    """
    if stylize <= 2500:
        return round(stylize / 25)
    return round(100 + 900 * (stylize - 2500) / 57500)


def sv_of_six(sv: int) -> int:
    """`--sv` of version 6 (1 to 4, usually 4) as version 7 counts (1 to 6, usually 6)."""
    return round(1 + (sv - 1) * 5 / 3)


def _codes(prompt: Prompt, seed: int) -> Iterator[StyleCode]:
    styles: tuple[Style, ...] = prompt.parameters.get("sref", ())  # type: ignore[assignment]
    for place, style in enumerate(styles):
        if style.link is None:
            yield StyleCode((seed + place) % CODES if style.code is None else style.code, style.weight)


def _parameters(prompt: Prompt) -> Parameters:
    given: dict[str, Any] = {name: value for name, value in prompt.parameters.items() if name in _OF_THE_ENGINE}
    if prompt.read_by in _OLD:
        given["iw"] = given.get("iw", 0.25) if prompt.images else given.get("iw")
        given["stylize"] = stylize_of_old(given["stylize"]) if "stylize" in given else None
    if "sv" in given and prompt.read_by in BEFORE_SEVEN:
        given["sv"] = sv_of_six(given["sv"])
    return Parameters(**given, loras=prompt.parameters.get("lora", ()))  # type: ignore[arg-type]


def _pictures(prompt: Prompt) -> Iterator[tuple[Role, str, float, str | None]]:
    """Each picture's role, link, weight and kind. Of the pictures to edit, the first is what denoising starts from."""
    parameters: Mapping[str, Any] = prompt.parameters
    for place, image in enumerate(parameters.get("edit", ())):
        yield Role.IMAGE if place else Role.START, image.link, 1.0, None
    yield from _in_role(Role.IMAGE, prompt.images)
    yield from _in_role(Role.STYLE, parameters.get("sref", ()))
    yield from _in_role(Role.CHARACTER, parameters.get("cref", ()))
    yield from _in_role(Role.CHARACTER, parameters.get("oref", ()))
    if "control" in parameters:
        kind, link = parameters["control"]
        yield Role.CONTROL, link, 1.0, kind


def _in_role(role: Role, items: tuple[Image | Style, ...]) -> Iterator[tuple[Role, str, float, str | None]]:
    for item in items:
        if item.link is not None:
            yield role, item.link, item.weight, None
