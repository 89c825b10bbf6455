"""From bytes that somebody sent to a picture that we wrote: one frame, upright, sRGB, 8 bits, no metadata."""

import io
import struct
import warnings
import zlib

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from bot.images.errors import Reason
from bot.images.png import write_png

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_PIXELS = 64_000_000
"""Of the file: what a telephone takes fits."""
LONGEST_SIDE = 4096
"""Of what is kept, in pixels; larger pictures are scaled down to it."""
QUALITY = 95
_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_FAILURES = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError)

Image.MAX_IMAGE_PIXELS = None  # Pillow's own bound warns only; MOST_PIXELS is held instead, before anything is decoded


class NoOriginal(Exception):
    """The bytes give no picture, for this reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def original(content: bytes) -> bytes:
    """A PNG, or a JPEG where the picture came as a lossy format without transparency. Raises NoOriginal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = _opened(content)
        except UnidentifiedImageError:
            raise NoOriginal(Reason.NOT_A_PICTURE) from None
        except (*_FAILURES, struct.error, zlib.error):
            raise NoOriginal(Reason.BROKEN) from None
        if picture.width * picture.height > MOST_PIXELS:
            raise NoOriginal(Reason.TOO_MANY_PIXELS)
        try:
            return _written(picture)
        except (*_FAILURES, struct.error, zlib.error, AttributeError):
            raise NoOriginal(Reason.BROKEN) from None


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content), formats=FORMATS)


def _written(picture: Image.Image) -> bytes:
    """The first frame, as a file."""
    is_lossy = picture.format in ("JPEG", "WEBP")
    picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # JPEG is decoded at an eighth to all of its size
    profile = picture.info.get("icc_profile")
    plain = _plain(ImageOps.exif_transpose(picture), profile if isinstance(profile, bytes) else b"")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if not is_lossy or plain.mode == "RGBA":
        return write_png(plain, {})
    target = io.BytesIO()
    plain.save(target, "JPEG", quality=QUALITY, subsampling=0)
    return target.getvalue()


def _plain(picture: Image.Image, profile: bytes) -> Image.Image:
    """In RGB, or RGBA where something is transparent."""
    if picture.mode in _SIXTEEN_BITS:
        return picture.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if picture.has_transparency_data:
        return _in_srgb(picture.convert("RGBA"), profile)
    return _in_srgb(picture if picture.mode == "CMYK" else picture.convert("RGB"), profile)


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Its colours by its own profile; one that says nothing about them, or is broken, is passed over."""
    mode = "RGB" if picture.mode == "CMYK" else picture.mode
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        done = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, *_FAILURES):
        done = None
    return done or picture.convert(mode)
