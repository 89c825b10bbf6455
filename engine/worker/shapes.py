"""The shape of a grid that starts from a picture: that picture's own, unless another was asked for."""

from dataclasses import replace
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from engine.protocol import RenderRequest, Role

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
"""Of pictures that are handed in."""
_TURNED = {5, 6, 7, 8}
"""Values of EXIF's orientation that lay a picture on its side."""
_ORIENTATION = 0x0112


def with_shape_of_start(request: RenderRequest) -> RenderRequest:
    """The request with the aspect of its start picture where it names none (`--edit`: docs.midjourney.com, Editor).

    What cannot be read stays as it is, and is told when it is drawn.
    """
    start = next((each for each in request.references if each.role is Role.START), None)
    if start is None or request.parameters.aspect is not None:
        return request
    try:
        with Image.open(Path(start.path), formats=FORMATS) as picture:
            width, height = picture.size
            if picture.getexif().get(_ORIENTATION) in _TURNED:
                width, height = height, width
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
        return request
    return replace(request, parameters=replace(request.parameters, aspect=(width, height)))
