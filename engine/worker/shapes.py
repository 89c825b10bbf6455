"""The size of the picture that a grid starts from, and the grid's shape by it, unless another was asked for."""

from dataclasses import replace
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from engine.protocol import Reference, RenderRequest, Role

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
"""Of pictures that are handed in."""
_TURNED = {5, 6, 7, 8}
"""Values of EXIF's orientation that lay a picture on its side."""
_ORIENTATION = 0x0112


def with_shape_of_start(request: RenderRequest) -> RenderRequest:
    """The request with the size of its start picture, and with that picture's aspect where it names none (`--edit`:
    docs.midjourney.com, Editor).

    What cannot be read stays as it is, and is told when it is drawn.
    """
    references = tuple(map(_measured, request.references))
    start = next((each for each in references if each.role is Role.START and each.size), None)
    if start is None:
        return request
    aspect = request.parameters.aspect or start.size
    return replace(request, references=references, parameters=replace(request.parameters, aspect=aspect))


def _measured(reference: Reference) -> Reference:
    if reference.role is not Role.START:
        return reference
    try:
        with Image.open(Path(reference.path), formats=FORMATS) as picture:
            width, height = picture.size
            if picture.getexif().get(_ORIENTATION) in _TURNED:
                width, height = height, width
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
        return reference
    return replace(reference, size=(width, height))
