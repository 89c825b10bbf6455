"""From bytes that somebody sent to a picture that we wrote: one frame, upright, sRGB, 8 bits, no metadata."""

import io
import struct
import warnings
import zlib

from PIL import (
    ExifTags,
    GifImagePlugin,
    Image,
    ImageCms,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from bot.images.errors import Reason
from bot.images.png import write_png

_PLUGINS = (PngImagePlugin, JpegImagePlugin, WebPImagePlugin, GifImagePlugin, MpoImagePlugin)
"""Named here, they are loaded here: otherwise Pillow loads all it has, at the first picture."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_PIXELS = 64_000_000
"""Of the file: what a telephone takes fits."""
LONGEST_SIDE = 4096
"""Of what is kept, in pixels; larger pictures are scaled down to it."""
QUALITY = 95
"""Of JPEG, with colours at full resolution."""
_LOSSY = ("JPEG", "MPO", "WEBP")  # MPO is what telephones write: a JPEG with more pictures behind it
_LARGEST_TEXT = 16 * 1024 * 1024  # bytes that a compressed chunk of a PNG may unfold to; some hold whole workflows
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by EXIF's orientation."""
_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_FAILURES = (
    *(OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError, AttributeError),
    *(struct.error, zlib.error),
)

Image.MAX_IMAGE_PIXELS = None  # Pillow's own bound warns only; MOST_PIXELS is held instead, before anything is decoded
PngImagePlugin.MAX_TEXT_CHUNK = _LARGEST_TEXT


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
            with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise NoOriginal(Reason.TOO_MANY_PIXELS)
                return _written(picture)
        except UnidentifiedImageError:
            raise NoOriginal(Reason.NOT_A_PICTURE) from None
        except MemoryError:
            raise NoOriginal(Reason.TOO_MANY_PIXELS) from None
        except _FAILURES:
            raise NoOriginal(Reason.BROKEN) from None


def _written(picture: Image.Image) -> bytes:
    """The first frame, as a file."""
    is_lossy = picture.format in _LOSSY
    picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # JPEG is decoded at an eighth to all of its size
    profile = picture.info.get("icc_profile")
    plain = _in_srgb(_plain(picture), profile if isinstance(profile, bytes) else b"")
    plain.info = {}  # where Pillow would take comments and XMP from
    if not is_lossy or plain.mode == "RGBA":
        return write_png(plain, {})
    target = io.BytesIO()
    plain.save(target, "JPEG", quality=QUALITY, subsampling=0)
    return target.getvalue()


def _plain(picture: Image.Image) -> Image.Image:
    """Upright and not too large, in RGB, in RGBA where something is transparent, or in CMYK."""
    orientation = picture.getexif().get(ExifTags.Base.Orientation)
    if picture.mode in _SIXTEEN_BITS:
        plain = picture.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    elif picture.has_transparency_data:
        plain = picture.convert("RGBA")
    else:
        plain = picture.convert("RGB") if picture.mode != "CMYK" else picture.copy()
    picture.close()
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return plain.transpose(_TURNS[orientation]) if orientation in _TURNS else plain


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Its colours by its own profile; one that says nothing about them, or is broken, is passed over."""
    mode = "RGB" if picture.mode == "CMYK" else picture.mode
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        done = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, *_FAILURES):
        done = None
    return done or picture.convert(mode)
