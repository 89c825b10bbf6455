"""How long it takes to read a prompt: an everyday one, one with many parameters, and the worst that can be typed."""

import argparse
import statistics
import time
from collections.abc import Callable
from contextlib import suppress

from rich.console import Console
from rich.table import Table

from bench._timing import p99
from bot.prompt.errors import WrongPrompt
from bot.prompt.read import parse, read
from bot.prompt.tokens import LONGEST

WORDS = " ".join(f"word{number}" for number in range(60))
TEN = (
    "--ar 3:2 --c 10 --s 250 --w 30 --q 0.5 --seed 77 --stop 90 --no dog, tree --sref https://example.org/s.png --tile"
)
EVERYDAY = {
    "a red apple --ar 3:2": "a red apple --ar 3:2",
    "60 words, ten parameters": f"{WORDS} {TEN}",
    "40 permutations": "a {red, blue, green, black} {cat, dog} in {a, b, c, d, e} --ar 3:2",
    "ten mistakes": "a cat --arr 3:2 --s 2000 --c 101 --q 7 --iw x --v 9 ---tile --ar16:9 --zzq --no",
}
WORST = {
    "words": "ab " * 2000,
    "sets in braces": "{a,b}" * 1200,
    "open braces": "{" * 6000,
    "weights below 0": "a::-1 " * 1000,
    "misspelt parameters": " ".join(f"--stylzie{number}" for number in range(500)),
    "the same parameter": "--a " * 1500,
    "forty times 600 mistakes": "{a,b,c,d}{a,b,c,d}" + " --zzz x" * 600,
}


def seconds(text: str, runs: int, clock: Callable[[], float] = time.perf_counter) -> list[float]:
    """Of each run."""
    found = []
    for _ in range(runs):
        start = clock()
        with suppress(WrongPrompt):
            read(text)
        found.append(clock() - start)
    return found


def _short_and_long(text: str) -> tuple[float, float]:
    short, long = (min(seconds(text[:length], 5, time.process_time)) for length in (LONGEST // 10, LONGEST))
    return short, long


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.prompts", description=__doc__)
    parser.add_argument("--runs", type=int, default=1000, help="how often each is read (default: 1000)")
    given = parser.parse_args()
    everyday = Table("what", "median, ms", "p99, ms", title="Reading a prompt", caption=f"{given.runs} runs each")
    for name, text in EVERYDAY.items():
        found = seconds(text, given.runs)
        everyday.add_row(name, f"{statistics.median(found) * 1000:.3f}", f"{p99(found) * 1000:.3f}")
    prompt = parse(EVERYDAY["60 words, ten parameters"])
    start = time.perf_counter()
    for _ in range(given.runs):
        str(prompt)
    everyday.add_row("printing it back", f"{(time.perf_counter() - start) * 1000 / given.runs:.3f}", "")
    title = f"The worst: {LONGEST} characters beside a tenth of them"
    worst = Table("what", "600, ms", "6000, ms", "times", title=title, caption="of the processor, the best of five")
    measured = {name: _short_and_long(text) for name, text in WORST.items()}
    measured["the worst of all"] = (
        max(each[0] for each in measured.values()),
        max(each[1] for each in measured.values()),
    )
    for name, (short, long) in measured.items():
        worst.add_row(name, f"{short * 1000:.2f}", f"{long * 1000:.2f}", f"{long / short:.1f}")
    Console().print(everyday, worst)


if __name__ == "__main__":
    main()
