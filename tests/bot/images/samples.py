"""Picture files, made byte by byte where no honest program makes them."""

import io
import struct
import zlib

from PIL import ExifTags, Image, ImageCms

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def encoded(picture: Image.Image, kind: str, **how: object) -> bytes:
    """A file of this format."""
    target = io.BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()


def corners(width: int = 40, height: int = 20) -> Image.Image:
    """Red in the upper left quarter, lime in the upper right, blue below."""
    picture = Image.new("RGB", (width, height), "blue")
    picture.paste("red", (0, 0, width // 2, height // 2))
    picture.paste("lime", (width // 2, 0, width, height // 2))
    return picture


def chunk(kind: bytes, data: bytes) -> bytes:
    """Of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int, *chunks: bytes, rows: bytes | None = None) -> bytes:
    """A grey PNG of 1 bit a pixel, with these chunks in it."""
    if rows is None:
        stream = zlib.compressobj(9)
        row = bytes(1 + (width + 7) // 8)
        rows = b"".join(stream.compress(row) for _ in range(height)) + stream.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"".join((SIGNATURE, chunk(b"IHDR", header), *chunks, chunk(b"IDAT", rows), chunk(b"IEND", b"")))


def bomb(size: int) -> bytes:
    """What unfolds to so many zeros."""
    return zlib.compress(bytes(size), 9)


def turned(orientation: int) -> bytes:
    """A JPEG whose EXIF says how the camera was held."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "SECRET-CAMERA"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 30.0, 0.0)
    told = {"comment": b"SECRET-COMMENT", "xmp": b"<x>SECRET-XMP</x>"}
    return encoded(corners(), "JPEG", quality=95, exif=exif, **told)


def with_profile(picture: Image.Image, profile: bytes, kind: str = "PNG") -> bytes:
    """With an ICC profile."""
    return encoded(picture, kind, icc_profile=profile)


def laden() -> dict[str, bytes]:
    """Pictures with far more about them than in them, none of which makes sense."""
    png, jpeg = encoded(corners(), "PNG"), encoded(corners(), "JPEG", quality=95)
    baggage = {
        "EXIF": chunk(b"eXIf", b"MM\0*" + bytes(range(256)) * 40_000),
        "a text": chunk(b"zTXt", b"k\0\0" + zlib.compress(b"SECRET" * 2_000_000, 9)),
        "texts": b"".join(chunk(b"tEXt", b"k%d\0SECRET" % number) for number in range(20_000)),
        "a profile": chunk(b"iCCP", b"k\0\0" + zlib.compress(bytes(15_000_000), 9)),
        "unknown chunks": chunk(b"secr", b"SECRET" * 1_000_000) * 3,
    }
    # an IFD whose next one is itself
    loop = b"Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\1\0\0\0\0\0\x08"
    segments = (b"\xff\xe1" + struct.pack(">H", 2 + len(loop)) + loop, *(b"\xff\xe1\xff\xff" + bytes(65533),) * 200)
    return {f"a PNG with {what}": png[:33] + data + png[33:] for what, data in baggage.items()} | {
        "a JPEG with an endless EXIF": jpeg[:2] + segments[0] + jpeg[2:],
        "a JPEG with 13 MB of segments": jpeg[:2] + b"".join(segments) + jpeg[2:],
    }


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
_JPEG = encoded(corners(), "JPEG")
_WEBP = encoded(corners(), "WEBP")
_GIF = encoded(corners().quantize(4), "GIF")
_PNG = encoded(corners(200, 200), "PNG")
_MEGABYTE = bomb(1_000_000)
FORTY_MEGABYTES = bomb(40_000_000)
HUGE = png_of(13_000, 13_000)

NOT_PICTURES = {
    "nothing": b"",
    "text": b"a cat",
    "html": b"<!doctype html><title>Not found</title>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://169.254.169.254/"/></svg>',
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\nshowpage\n",
    "pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
    "tiff": encoded(corners(), "TIFF"),
    "bmp": encoded(corners(), "BMP"),
    "ico": encoded(corners(32, 32), "ICO"),
    "psd": b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 8, 8, 8, 3) + bytes(200),
    "zip": b"PK\x03\x04" + bytes(100),
    "half a signature": SIGNATURE[:5],
    "a GIF that is a script": b"GIF89a/*<script>alert(1)</script>*/=1;",
    "a PNG of a wrong sum": _PNG.replace(b"IHDR", b"IHDR", 1)[:29] + b"\0\0\0\0" + _PNG[33:],
}
BROKEN = {
    "a truncated PNG": _PNG[: len(_PNG) // 2],
    "a truncated JPEG": _JPEG[:400],
    "a truncated WebP": _WEBP[: len(_WEBP) // 2],
    "a truncated GIF": _GIF[: len(_GIF) // 2],
    "a PNG without data": png_of(100, 100, rows=zlib.compress(b"")),
    "a PNG whose data is none": png_of(100, 100, rows=b"\xff" * 50),
    "a text that unfolds to 40 MB": png_of(1, 1, chunk(b"zTXt", b"k\0\0" + FORTY_MEGABYTES)),
    "a hundred texts of 1 MB": png_of(1, 1, *(chunk(b"zTXt", b"k%d\0\0" % n + _MEGABYTE) for n in range(100))),
    "a profile that unfolds to 40 MB": png_of(1, 1, chunk(b"iCCP", b"k\0\0" + FORTY_MEGABYTES)),
}
TOO_MANY_PIXELS = {
    "a PNG of 13,000 x 13,000 in 20 KB": HUGE,
    "a PNG that says it has 60,000 x 60,000": png_of(60_000, 60_000, rows=zlib.compress(b"")),
    "a PNG as long as the format allows": png_of(2**31 - 1, 1, rows=zlib.compress(b"")),
    "a JPEG that says it has 65,000 x 65,000": _JPEG.replace(b"\0\x14\0\x28", struct.pack(">HH", 65_000, 65_000), 1),
    "a GIF that says it has 65,535 x 65,535": _GIF[:6] + b"\xff\xff\xff\xff" + _GIF[10:],
}
