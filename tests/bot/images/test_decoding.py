"""Pictures of strangers, decoded in the process that is made for it."""

import asyncio
import io
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.images.decoding.__main__ import SECONDS
from bot.images.decoding.original import LONGEST_SIDE, MOST_PIXELS
from bot.images.decoding.pool import CannotDecode, Decoders
from bot.images.errors import Reason
from tests.bot.images import samples
from tests.bot.images.samples import corners, encoded


@pytest.fixture(scope="module")
def decoders() -> Iterator[Decoders]:
    """One process for all of these tests: what one picture does to it, the next would feel."""
    running = Decoders(1)
    yield running
    asyncio.run(running.close())


async def decoded(decoders: Decoders, content: bytes) -> Image.Image:
    """What is kept of it, which holds no metadata."""
    picture = Image.open(io.BytesIO(await decoders.decode(content)))
    assert not {"exif", "icc_profile", "XML:com.adobe.xmp", "xmp", "comment"} & set(picture.info)
    return picture


async def reason_of(decoders: Decoders, content: bytes) -> Reason:
    """Why it is not decoded."""
    with pytest.raises(CannotDecode) as caught:
        await decoders.decode(content)
    return caught.value.reason


def seen(picture: Image.Image) -> list[str]:
    """The colours of the four quarters, by name."""
    width, height = picture.size
    places = [(width // 4, height // 4), (3 * width // 4, height // 4)]
    places += [(x, 3 * height // 4) for x, _ in places]
    return [_name(picture.convert("RGB").getpixel(place)) for place in places]


def _name(colour: object) -> str:
    assert isinstance(colour, tuple)
    return "".join(letter for letter, value in zip("rgb", colour, strict=True) if value > 128)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (encoded(corners(), "PNG"), "PNG"),
        (encoded(corners(), "JPEG", quality=95), "JPEG"),
        (encoded(corners(), "JPEG", quality=95, progressive=True), "JPEG"),
        (encoded(corners(), "MPO", save_all=True, append_images=[corners()]), "JPEG"),
        (encoded(corners(), "WEBP", quality=95), "JPEG"),
        (encoded(corners(), "WEBP", lossless=True), "JPEG"),
        (encoded(corners().quantize(4), "GIF"), "PNG"),
        (encoded(corners().quantize(4), "PNG"), "PNG"),
        (encoded(corners().convert("RGBA"), "PNG"), "PNG"),
        (encoded(corners().convert("CMYK"), "JPEG", quality=95), "JPEG"),
        (samples.with_profile(corners(), samples.SRGB), "PNG"),
        (samples.with_profile(corners(), samples.LAB), "PNG"),
        (samples.with_profile(corners(), b"nonsense" * 1000), "PNG"),
        (samples.with_profile(corners(), os.urandom(2_000_000), "JPEG"), "JPEG"),
        (encoded(corners(), "JPEG", quality=95) + b"PK\x03\x04" + b"x" * 100, "JPEG"),
    ],
)
async def test_usual_pictures_are_kept_as_they_look(decoders: Decoders, content: bytes, kind: str) -> None:
    """Written anew: without profiles, right or wrong, and without what hangs on behind."""
    picture = await decoded(decoders, content)
    assert (picture.format, picture.size, seen(picture)) == (kind, (40, 20), ["r", "g", "b", "b"])
    assert b"PK" not in await decoders.decode(content)


@pytest.mark.parametrize(("name", "content"), samples.laden().items(), ids=samples.laden())
async def test_what_a_picture_carries_along_is_left_behind(decoders: Decoders, name: str, content: bytes) -> None:
    """However much it is, and however wrong."""
    assert seen(await decoded(decoders, content)) == ["r", "g", "b", "b"]
    assert len(await decoders.decode(content)) < 10_000


@pytest.mark.parametrize("mode", ["L", "I;16", "LA", "1", "P"])
async def test_grey_pictures_keep_their_greys(decoders: Decoders, mode: str) -> None:
    """16 bits are brought to 8, not cut off."""
    picture = Image.new("I;16" if mode == "I;16" else "L", (16, 16))
    greys = [0, 255] if mode == "1" else range(0, 256, 16)
    for at, grey in enumerate(greys):
        for row in range(16):
            picture.putpixel((at, row), grey * 257 if mode == "I;16" else grey)
    kept = await decoded(decoders, encoded(picture if mode == "I;16" else picture.convert(mode), "PNG"))
    assert [kept.convert("RGB").getpixel((at, 8)) for at in range(len(greys))] == [(grey,) * 3 for grey in greys]


async def test_what_is_transparent_stays_so(decoders: Decoders) -> None:
    """In every format that has it."""
    picture = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (10, 0, 20, 20))
    files = [encoded(picture, kind) for kind in ("PNG", "WEBP", "GIF")] + [encoded(picture.quantize(4), "PNG")]
    for content in files:
        kept = await decoded(decoders, content)
        assert (kept.format, kept.mode) == ("PNG", "RGBA")
        assert [kept.getpixel((x, 10))[3] for x in (5, 15)] == [0, 255]  # type: ignore[index]


@pytest.mark.parametrize(
    ("orientation", "quarters"),
    [
        *((1, "rgbb"), (2, "grbb"), (3, "bbgr"), (4, "bbrg"), (5, "rbgb"), (6, "brbg"), (7, "bgbr"), (8, "gbrb")),
        *((0, "rgbb"), (9, "rgbb"), (65535, "rgbb")),
    ],
)
async def test_a_picture_is_set_upright(decoders: Decoders, orientation: int, quarters: str) -> None:
    """As EXIF says, and nothing of what is told is kept: not the place, not the camera, no comment."""
    content = samples.turned(orientation)
    picture = await decoded(decoders, content)
    assert "".join(seen(picture)) == quarters
    assert picture.size == ((20, 40) if orientation in (5, 6, 7, 8) else (40, 20))
    assert content.count(b"SECRET") == 3
    assert b"SECRET" not in await decoders.decode(content)


@pytest.mark.parametrize("kind", ["WEBP", "GIF", "PNG"])
async def test_of_a_film_the_first_frame_is_kept(decoders: Decoders, kind: str) -> None:
    """However many follow."""
    frames = [Image.new("RGB", (300, 300), colour) for colour in ("red", "blue") * 50]
    picture = await decoded(decoders, encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=20))
    assert getattr(picture, "n_frames", 1) == 1
    assert _name(picture.convert("RGB").getpixel((5, 5))) == "r"


@pytest.mark.parametrize(("size", "kept"), [((9000, 300), (4096, 137)), ((300, 9000), (137, 4096))])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
async def test_large_pictures_are_scaled_down(
    decoders: Decoders, size: tuple[int, int], kept: tuple[int, int], kind: str
) -> None:
    """To the size that anything is drawn from."""
    picture = await decoded(decoders, encoded(corners(*size), kind))
    assert max(picture.size) == LONGEST_SIDE
    assert picture.size == pytest.approx(kept, abs=1)
    assert seen(picture) == ["r", "g", "b", "b"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        *((content, Reason.NOT_A_PICTURE) for content in samples.NOT_PICTURES.values()),
        *((content, Reason.BROKEN) for content in samples.BROKEN.values()),
        *((content, Reason.TOO_MANY_PIXELS) for content in samples.TOO_MANY_PIXELS.values()),
    ],
    ids=[*samples.NOT_PICTURES, *samples.BROKEN, *samples.TOO_MANY_PIXELS],
)
async def test_what_gives_no_picture_has_a_reason(decoders: Decoders, content: bytes, reason: Reason) -> None:
    """No picture, a broken one, or one that would fill the memory; the process lives on."""
    first = next(iter(decoders._all), None)
    assert await reason_of(decoders, content) is reason
    assert first is None or first in decoders._all
    assert (await decoded(decoders, encoded(corners(), "PNG"))).size == (40, 20)


class Watched(Decoders):
    """Notes how much memory its processes ever held, and how those ended that ended by themselves."""

    def __init__(self) -> None:
        super().__init__(1)
        self.most_held = 0  # bytes
        self.ends: list[int] = []

    def look(self) -> None:
        """At the processes that live."""
        for each in self._all:
            with suppress(OSError):
                status = (Path("/proc") / str(each._process.pid) / "status").read_text()
                line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
                self.most_held = max(self.most_held, int(line.split()[1]) * 1024)

    def _drop(self, process: Any) -> None:
        if (code := process._process.poll()) is not None:
            self.ends.append(code)
        super()._drop(process)


def damaged(number: int, drawn: random.Random) -> bytes:
    """A file of which bytes were changed, left out, repeated or cut off."""
    whole = WHOLE[number % len(WHOLE)]
    content = bytearray(whole)
    for _ in range(drawn.randint(1, 8)):
        at = drawn.randrange(len(content) + 1)
        content[at : at + drawn.randint(0, 4)] = drawn.randbytes(drawn.randint(0, 4))
    if drawn.random() < 0.2:
        at = drawn.randrange(len(content) + 1)
        content[at:at] = content[drawn.randrange(len(content) + 1) :][:200]
    return bytes(content[: drawn.randrange(len(content) + 1)] if drawn.random() < 0.1 else content)


WHOLE = [
    *(encoded(corners(), kind) for kind in ("PNG", "JPEG", "WEBP")),
    encoded(corners().quantize(4), "GIF"),
    encoded(corners(), "JPEG", progressive=True),
    encoded(corners(), "MPO", save_all=True, append_images=[corners()]),
    encoded(corners(), "WEBP", lossless=True),
    samples.turned(6),
    samples.with_profile(corners(), samples.SRGB),
]


@pytest.mark.parametrize("files", [600, pytest.param(20_000, marks=[pytest.mark.proof, pytest.mark.timeout(3600)])])
async def test_damaged_files_never_do_more_than_fail(files: int) -> None:
    """A picture or a reason within seconds, in every format; no process crashes of it or holds more than 1 GB."""
    drawn = random.Random(4)
    async with Watched() as decoders:
        for number in range(files):
            with suppress(CannotDecode):
                async with asyncio.timeout(SECONDS + 2):
                    assert await decoders.decode(damaged(number, drawn))
            if number % 50 == 0:
                decoders.look()
        decoders.look()
    assert decoders.ends == []
    assert decoders.most_held < 10**9


@pytest.mark.proof
@pytest.mark.timeout(300)
async def test_the_largest_pictures_take_less_than_1_gb() -> None:
    """As many pixels as are taken, in the forms that need most memory for each; and those with one pixel more."""
    side = int(MOST_PIXELS**0.5)
    large = Image.linear_gradient("L").resize((side, side))
    async with Watched() as decoders:
        for picture, kind in ((large.convert("RGBA"), "PNG"), (large.convert("RGB"), "JPEG"), (large, "PNG")):
            assert await decoders.decode(encoded(picture, kind, **({"compress_level": 1} if kind == "PNG" else {})))
            decoders.look()
        with pytest.raises(CannotDecode):
            await decoders.decode(samples.png_of(side + 1, side + 1))
    assert decoders.ends == []
    assert decoders.most_held < 10**9


async def test_a_process_that_dies_is_replaced() -> None:
    """While it waits; the next picture is decoded as if nothing had been."""
    async with Decoders(1) as decoders:
        await decoders.warm()
        (process,) = decoders._all
        os.kill(process._process.pid, signal.SIGKILL)
        assert await decoders.decode(encoded(corners(), "PNG"))
        assert process not in decoders._all


def stand_in(tmp_path: Path, body: str) -> list[str]:
    """A command that behaves like this with each picture."""
    script = tmp_path / "decoder.py"
    head = "import os, struct, sys\nread, write = sys.stdin.buffer.read, sys.stdout.buffer.write\n"
    script.write_text(f"{head}while head := read(4):\n    content = read(*struct.unpack('>I', head))\n    {body}\n")
    return [sys.executable, str(script)]


@pytest.mark.parametrize(
    "body",
    [
        "os._exit(1)",
        "os.kill(os.getpid(), 11)",
        "write(b'\\0'); sys.stdout.flush(); os._exit(0)",
        "write(b'\\xff\\xff\\xff\\xff'); sys.stdout.flush()",
        "write(struct.pack('>I', 9) + b'+abc'); sys.stdout.flush(); os._exit(0)",
        "write(struct.pack('>I', 5) + b'+GIF8'); sys.stdout.flush()",
        "write(struct.pack('>I', 5) + b'-what'); sys.stdout.flush()",
    ],
)
async def test_a_process_that_talks_nonsense_is_not_believed(tmp_path: Path, body: str) -> None:
    """Nor one that dies: the picture is called broken, and the next one is tried."""
    async with Decoders(1, stand_in(tmp_path, body)) as decoders:
        for _ in range(2):
            assert await reason_of(decoders, b"abc") is Reason.BROKEN


async def test_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    """And is not tried again with the same picture, though it had decoded others before."""
    note = tmp_path / "tries"
    answer = "write(struct.pack('>I', 1) + b'-'); sys.stdout.flush()"
    hang = f"open({str(note)!r}, 'a').write('x'); read(1)"
    async with Decoders(1, stand_in(tmp_path, f"exec({answer!r} if not content else {hang!r})")) as decoders:
        await decoders.warm()
        decoders._patience = 0.5
        assert await reason_of(decoders, b"abc") is Reason.BROKEN
        assert not decoders._all
    assert note.read_text() == "x"


async def test_a_process_that_computes_too_long_is_not_tried_again(tmp_path: Path) -> None:
    """The signal that the system sends says so."""
    note = tmp_path / "tries"
    answer = "write(struct.pack('>I', 1) + b'-'); sys.stdout.flush()"
    end = f"open({str(note)!r}, 'a').write('x'); os.kill(os.getpid(), {int(signal.SIGXCPU)})"
    async with Decoders(1, stand_in(tmp_path, f"exec({answer!r} if not content else {end!r})")) as decoders:
        await decoders.warm()
        assert await reason_of(decoders, b"abc") is Reason.BROKEN
    assert note.read_text() == "x"


async def test_there_are_no_more_processes_than_allowed() -> None:
    """However many pictures come at a time."""
    async with Decoders(2) as decoders:
        pictures = [encoded(corners(), "PNG")] * 12
        assert len(await asyncio.gather(*map(decoders.decode, pictures))) == 12
        assert len(decoders._all) <= 2


async def test_closing_ends_what_is_being_decoded(tmp_path: Path) -> None:
    """A stop of the bot waits for no picture."""
    os.mkfifo(tmp_path / "busy")
    decoders = Decoders(1, stand_in(tmp_path, f"open({str(tmp_path / 'busy')!r}, 'w').close(); read(1)"))
    working = asyncio.create_task(decoders.decode(b"abc"))
    await asyncio.to_thread((tmp_path / "busy").read_bytes)
    (process,) = decoders._all
    await decoders.close()
    with pytest.raises((CannotDecode, RuntimeError)):
        await working
    assert not process.is_running


async def test_the_process_holds_nothing_worth_having(monkeypatch: pytest.MonkeyPatch) -> None:
    """No secret of the bot's in its environment, no file that it could open or write."""
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", "secret")
    async with Decoders(1) as decoders:
        await decoders.warm()
        (process,) = decoders._all
        place = Path("/proc") / str(process._process.pid)
        if not place.exists():
            pytest.skip("this system shows no processes as files")
        assert b"secret" not in (place / "environ").read_bytes()
        limits = (place / "limits").read_text()
        for name in ("Max open files", "Max file size", "Max core file size"):
            line = next(each for each in limits.splitlines() if each.startswith(name))
            assert line.removeprefix(name).split()[:2] == ["0", "0"]
        assert "Max address space         1610612736" in limits


LIMITS = {
    "open('/etc/hosts')": "OSError",
    "os.open('/etc/hosts', os.O_RDONLY)": "OSError",
    "bytearray(main.MEMORY)": "MemoryError",
    "os.write(os.open('/dev/null', os.O_WRONLY), b'x')": "OSError",
    "socket.socket()": "OSError",
}


@pytest.mark.parametrize(("deed", "outcome"), LIMITS.items())
def test_code_in_the_process_gets_nowhere(deed: str, outcome: str) -> None:
    """No files, no network, no end of memory: what a picture could make it do does nothing."""
    program = f"""
import os, socket
import bot.images.decoding.__main__ as main
main.confine()
try:
    {deed}
except OSError:
    print("OSError")
except MemoryError:
    print("MemoryError")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == f"{outcome}\n", done.stderr


def test_computing_without_an_end_is_ended() -> None:
    """By the system, after the seconds that one picture gets."""
    program = "import bot.images.decoding.__main__ as main\nmain._allow_seconds(0)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == -signal.SIGXCPU


FROM_A_LARGE_PARENT = """
import asyncio, sys
from bot.images.decoding.pool import Decoders

async def main():
    held, picture = b"x" * (500 << 20), sys.stdin.buffer.read()
    async with Decoders(1) as decoders:
        for _ in range(2):
            sys.stdout.buffer.write((await decoders.decode(picture))[:8])
    del held

asyncio.run(main())
"""


def test_what_the_bot_holds_does_not_count_as_the_decoder_s() -> None:
    """Linux hands a parent's largest memory on to its children; a process that is started so decodes all the same."""
    picture = encoded(Image.new("RGB", (8, 8), "red"), "PNG")
    command = [sys.executable, "-c", FROM_A_LARGE_PARENT]
    done = subprocess.run(command, input=picture, capture_output=True, check=False)
    assert done.stdout == 2 * b"\x89PNG\r\n\x1a\n", done.stderr.decode()
