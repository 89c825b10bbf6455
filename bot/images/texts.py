"""A picture's recipe as text inside its file: PNG's text chunks, WebP's EXIF as other programs write it."""

import json
from collections.abc import Mapping

from PIL import ExifTags, Image

COMMON = "parameters"
"""The chunk that AUTOMATIC1111's web UI writes and reads; in WebP it is EXIF's UserComment, as there."""
OURS = "fourup"
_UNICODE = b"UNICODE\0"


def texts_of(picture: Image.Image) -> dict[str, str]:
    """What is written in a picture of ours; empty where nothing is."""
    told = {key: text for key, text in picture.info.items() if isinstance(key, str) and isinstance(text, str)}
    if picture.format != "WEBP":
        return told
    exif = picture.getexif()
    comment = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.UserComment)
    if isinstance(comment, bytes) and comment.startswith(_UNICODE):
        told[COMMON] = comment.removeprefix(_UNICODE).decode("utf-16-be", errors="replace")
    history = exif.get(ExifTags.Base.ImageHistory)
    if isinstance(history, str):
        key, _, text = history.partition(":")
        told[key] = text
    return told


def of_the_grid(texts: Mapping[str, str]) -> dict[str, str]:
    """The recipe of a grid's first picture as the grid's own: drawn by the same plan, and no one picture of it."""
    told = dict(texts)
    try:
        ours = json.loads(told[OURS])
    except (KeyError, ValueError):
        return told
    if isinstance(ours, dict) and "picture" in ours:
        told[OURS] = json.dumps(ours | {"picture": None})
    return told


def exif_of(texts: Mapping[str, str]) -> bytes:
    """The EXIF block that carries them: the common one as UserComment, the other, if any, as ImageHistory."""
    exif = Image.Exif()
    if common := texts.get(COMMON):
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = _UNICODE + common.encode("utf-16-be", "replace")
    for key, text in texts.items():
        if key != COMMON:
            exif[ExifTags.Base.ImageHistory] = f"{key}:{text}"
    return exif.tobytes()
