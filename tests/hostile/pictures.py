"""Every file that a member may send in the place of a picture, in one table, with what is to come of it.

Each line has the words of the list of dangers it is held against: pixels, texts, formats, polyglots, films, damage.
"""

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from bot.images.errors import Reason
from tests.bot.images import samples
from tests.bot.images.samples import FORTY_MEGABYTES, HUGE, bomb, chunk, corners, encoded, png_of


@dataclass(frozen=True)
class File:
    """One of them, which is made when it is wanted where that takes long; what comes of it is a reason, or a picture of
    this size.
    """

    words: str
    given: bytes | Callable[[], bytes]
    outcome: Reason | tuple[int, int]

    @property
    def content(self) -> bytes:
        """What stands in it."""
        return self.given if isinstance(self.given, bytes) else self.given()


def _zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("../../etc/cron.d/x", "* * * * * root true")
    return target.getvalue()


def _film(frames: int, side: int) -> bytes:
    """A GIF of so many frames of one colour each, which is small."""
    pictures = [Image.new("P", (side, side), number % 2) for number in range(frames)]
    return encoded(pictures[0], "GIF", save_all=True, append_images=pictures[1:], duration=20, disposal=2)


def _animated() -> bytes:
    """An APNG that says it has more frames than anybody can count."""
    png = encoded(corners(), "PNG")
    return png[:33] + chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0)) + png[33:]


def _beyond(wide: int, high: int) -> bytes:
    """A GIF whose only frame reaches this far out of its canvas."""
    gif = encoded(corners().quantize(4), "GIF")
    at = gif.index(b"\x2c\0\0\0\0") + 5
    return gif[:at] + struct.pack("<HH", wide, high) + gif[at + 4 :]


def _frames(*order: int) -> bytes:
    """An APNG of two frames, with the chunks of the second in this order, by their numbers, twice where one is."""
    png = encoded(corners(), "PNG", save_all=True, append_images=[corners().rotate(180)], duration=20)
    cut = png.rindex(b"fcTL") - 4
    control, data = png[cut : cut + 38], png[cut + 38 : png.rindex(b"IEND") - 4]
    return png[:cut] + b"".join((control, data)[number] for number in order) + png[-12:]


def _moving(count: int) -> bytes:
    """A WebP of so many frames."""
    pictures = [corners().rotate(180 * (number % 2)) for number in range(count)]
    return encoded(pictures[0], "WEBP", save_all=True, append_images=pictures[1:], duration=20)


_JPEG, _PNG = encoded(corners(), "JPEG"), encoded(corners(), "PNG")
_WHOLE = (40, 20)
PIXELS = [
    File("a PNG of 20 kB with 13000 x 13000", HUGE, Reason.TOO_MANY_PIXELS),
    File(
        "a header of 65 bytes that claims 60000 x 60000", png_of(60_000, 60_000, rows=b"")[:65], Reason.TOO_MANY_PIXELS
    ),
    File("as long as the format allows", png_of(2**31 - 1, 1, rows=b""), Reason.TOO_MANY_PIXELS),
    File("as high as the format allows", png_of(1, 2**31 - 1, rows=b""), Reason.TOO_MANY_PIXELS),
    File(
        "a GIF that claims 65535 x 65535",
        samples.TOO_MANY_PIXELS["a GIF that says it has 65,535 x 65,535"],
        Reason.TOO_MANY_PIXELS,
    ),
    File(
        "a WebP as large as the format allows",
        b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\xff\xff" * 2 + b"VP8L\0\0\0\0",
        Reason.BROKEN,
    ),
    File("a GIF whose frame is 60000 x 60000, its canvas 40 x 20", _beyond(60_000, 60_000), Reason.TOO_MANY_PIXELS),
    File("no pixels at all", png_of(0, 0, rows=b""), Reason.NOT_A_PICTURE),
    File("a thin one, 300 times as long as high", png_of(9000, 30), (4096, 14)),
]
TEXTS = [
    File(
        "a zTXt bomb of 100 kB",
        lambda: png_of(1, 1, chunk(b"zTXt", b"k\0\0" + bomb(100_000_000))),
        Reason.BROKEN,
    ),
    File("an iTXt bomb", png_of(1, 1, chunk(b"iTXt", b"k\0\1\0\0\0" + FORTY_MEGABYTES)), Reason.BROKEN),
    File("an iCCP bomb", png_of(1, 1, chunk(b"iCCP", b"k\0\0" + FORTY_MEGABYTES)), Reason.BROKEN),
    File(
        "CVE-2022-44268, a profile that names a file",
        _PNG[:33] + chunk(b"tEXt", b"profile\0/etc/passwd") + _PNG[33:],
        _WHOLE,
    ),
]
FORMATS = [
    File("SVG", samples.NOT_PICTURES["svg"], Reason.NOT_A_PICTURE),
    File(
        "SVG with an entity that unfolds",
        b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
        Reason.NOT_A_PICTURE,
    ),
    File("EPS", samples.NOT_PICTURES["eps"], Reason.NOT_A_PICTURE),
    File("PostScript that runs", b"%!PS\n(/etc/passwd) (r) file\n", Reason.NOT_A_PICTURE),
    File("TIFF", samples.NOT_PICTURES["tiff"], Reason.NOT_A_PICTURE),
    File("FLI", struct.pack("<IHHHHHHI", 128, 0xAF11, 1, 64, 64, 8, 3, 1).ljust(128, b"\0"), Reason.NOT_A_PICTURE),
    File("PSD", samples.NOT_PICTURES["psd"], Reason.NOT_A_PICTURE),
    File("ICO", samples.NOT_PICTURES["ico"], Reason.NOT_A_PICTURE),
    File("SGI", b"\x01\xda\x01\x01\0\x03" + bytes(506), Reason.NOT_A_PICTURE),
    File("JPEG 2000", b"\xff\x4f\xff\x51\0\x2f" + bytes(100), Reason.NOT_A_PICTURE),
    File("TGA", bytes([0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 16, 0, 24, 0]) + bytes(200), Reason.NOT_A_PICTURE),
    File("PDF", samples.NOT_PICTURES["pdf"], Reason.NOT_A_PICTURE),
    File(
        "ImageTragick, MVG",
        b"push graphic-context\nfill 'url(https://a.test/\"|id\")'\npop graphic-context",
        Reason.NOT_A_PICTURE,
    ),
    File(
        "ImageTragick, MSL", b'<?xml version="1.0"?><image><read filename="/etc/passwd"/></image>', Reason.NOT_A_PICTURE
    ),
]
POLYGLOTS = [
    File("a JPEG that is a ZIP", _JPEG + _zip(), _WHOLE),
    File("a PNG that is a ZIP", _PNG + _zip(), _WHOLE),
    File("a JPEG that is a script", _JPEG[:2] + b"\xff\xfe\0\x22<?php system($_GET['c']); ?>....." + _JPEG[2:], _WHOLE),
    File("a GIF that is a script", samples.NOT_PICTURES["a GIF that is a script"], Reason.NOT_A_PICTURE),
    File("a GIF with a page behind it", encoded(corners().quantize(4), "GIF") + b"<script>alert(1)</script>", _WHOLE),
    File("a ZIP in front of a JPEG", _zip() + _JPEG, Reason.NOT_A_PICTURE),
]
FILMS = [
    File("a GIF of 300 frames of a megapixel", lambda: _film(300, 1000), (1000, 1000)),
    File("an APNG of frames without number", _animated(), _WHOLE),
    File("an APNG whose frame has no head", _frames(1), Reason.BROKEN),
    File("an APNG whose frame has no data", _frames(0), _WHOLE),
    File("an APNG whose frame comes twice", _frames(0, 1, 0, 1), _WHOLE),
    File("an APNG whose frame has its data first", _frames(1, 0), Reason.BROKEN),
    File("a WebP of 200 frames", _moving(200), _WHOLE),
]
DAMAGE = [
    *(File(words, content, Reason.BROKEN) for words, content in samples.BROKEN.items()),
    File("nothing", b"", Reason.NOT_A_PICTURE),
    File("only a signature", samples.SIGNATURE, Reason.NOT_A_PICTURE),
]
FILES = [*PIXELS, *TEXTS, *FORMATS, *POLYGLOTS, *FILMS, *DAMAGE]
