"""Every line of the table of files, through the process that decodes them: a picture that we wrote, or a reason."""

import asyncio
import io
from collections.abc import Iterator

import pytest
from PIL import Image

from bot.images.decoding.pool import CannotDecode, Decoders
from tests.bot.images.samples import corners, encoded
from tests.hostile.pictures import FILES, File

BAGGAGE = (b"PK\x03\x04", b"<script", b"<?php", b"/etc/passwd")


@pytest.fixture(scope="module")
def decoders() -> Iterator[Decoders]:
    """One process for all of them: none may harm the next."""
    running = Decoders(1)
    yield running
    asyncio.run(running.close())


@pytest.mark.parametrize("file", FILES, ids=[each.words for each in FILES])
async def test_a_file_gives_a_picture_of_ours_or_a_reason(decoders: Decoders, file: File) -> None:
    """Nothing of what it carried along is in it; and the process lives on."""
    await decoders.warm()
    (process,) = decoders._all
    if isinstance(file.outcome, tuple):
        kept = await decoders.decode(file.content)
        with Image.open(io.BytesIO(kept)) as picture:
            picture.load()
            assert (picture.size, getattr(picture, "n_frames", 1)) == (file.outcome, 1)
        assert not [each for each in BAGGAGE if each in kept]
    else:
        with pytest.raises(CannotDecode) as caught:
            await decoders.decode(file.content)
        assert caught.value.reason is file.outcome
    assert await decoders.decode(encoded(corners(), "PNG"))
    assert decoders._all == {process}
