"""Finished pictures as PNG files: each by itself, and the grid of them, begun while the last ones are still to come."""

import os
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil, sqrt

from PIL import Image, ImageChops

from engine.png import BAND, Band, Pixels, joined, write_band, write_png

_threads = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="png")


@dataclass(frozen=True)
class Filtered:
    """An RGB picture, and as much of it as a PNG has: each value's difference to the average of its neighbours."""

    picture: Image.Image
    differences: Image.Image


def filtered(picture: Image.Image) -> Filtered:
    """Once for the picture's file and its grid's."""
    differences = Image.new("RGB", picture.size)

    def fill(top: int) -> None:
        bottom = min(top + BAND, picture.height)
        differences.paste(_differences(picture, (0, top, picture.width, bottom)), (0, top))

    for _ in _threads.map(fill, range(0, picture.height, BAND)):
        pass
    return Filtered(picture, differences)


def to_png(drawn: Filtered, texts: Mapping[str, str]) -> bytes:
    """The picture's file, with these texts in it."""
    return write_png(_pixels(drawn.differences), texts, threads=_threads)


class Grid:
    """A square of RGB pictures of one size, or the next wider, in their order; black where none is left.

    A line of pictures is written, in threads, as soon as it is there, and those above it are.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._columns = ceil(sqrt(count))
        self._whole: Filtered | None = None
        self._there: set[int] = set()
        self._bands: list[Future[Band]] = []
        self._lines = 0
        """How many lines of pictures are being written."""

    @property
    def is_whole(self) -> bool:
        """True where no picture is missing."""
        return len(self._there) == self._count

    def put(self, number: int, drawn: Filtered) -> None:
        """The picture of this number, from 0; each once."""
        width, height = drawn.picture.size
        if self._whole is None:
            size = self._columns * width, ceil(self._count / self._columns) * height
            self._whole = Filtered(Image.new("RGB", size), Image.new("RGB", size))
        row, column = divmod(number, self._columns)
        self._whole.picture.paste(drawn.picture, (column * width, row * height))
        self._whole.differences.paste(drawn.differences, (column * width, row * height))
        self._there.add(number)
        while (line := self._line(self._lines)) and self._there.issuperset(line):
            self._write(self._whole, self._lines * height, drawn.picture.size)
            self._lines += 1

    def file(self, texts: Mapping[str, str]) -> bytes:
        """The file, with these texts in it. Raises ValueError where a picture is missing."""
        if self._whole is None or not self.is_whole:
            raise ValueError(f"{len(self._there)} of {self._count} pictures are there")
        return joined(_pixels(self._whole.differences), (each.result() for each in self._bands), texts)

    def _line(self, number: int) -> range:
        """The pictures that stand in it."""
        return range(number * self._columns, min((number + 1) * self._columns, self._count))

    def _write(self, whole: Filtered, top: int, size: tuple[int, int]) -> None:
        """The line of pictures of this size that begins at `top`."""
        width, height = size
        # where a picture meets another one, its values have neighbours that it had not when it was alone
        edges = [(column * width, top, column * width + 1, top + height) for column in range(self._columns)]
        for edge in (*edges, (0, top, whole.picture.width, top + 1)):
            whole.differences.paste(_differences(whole.picture, edge), edge)
        pixels = _pixels(whole.differences)
        for at in range(top, top + height, BAND):
            self._bands.append(_threads.submit(write_band, pixels, at, min(at + BAND, top + height)))


def _differences(picture: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """Of the values in this box. Pillow's arithmetic waits for no other thread as torch's would; what it crops outside
    of a picture is 0.
    """
    left, top, right, bottom = box
    beside, above = picture.crop((left - 1, top, right - 1, bottom)), picture.crop((left, top - 1, right, bottom - 1))
    return ImageChops.subtract_modulo(picture.crop(box), ImageChops.add(beside, above, scale=2))


def _pixels(differences: Image.Image) -> Pixels:
    width, height = differences.size
    return Pixels(width, height, 3, lambda top, bottom: differences.crop((0, top, width, bottom)).tobytes())
