"""A simulated day of fifty members: what each heavy one had of the GPU, and how long anybody waited.

With --picture it draws docs/pictures/fairness.svg, which docs/queue.md shows.
"""

import argparse
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench._timing import p99
from bot.jobs.job import Speed
from bot.jobs.queue import WEIGHTS, Choice, Queue, oldest
from bot.scheduler.fair import Fair
from tests.bot.scheduler.community import DAY, RATE, Community, Drawn, Person, bounds, fifty, used

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "fairness.svg"
COLOURS = {Speed.TURBO: "#e0a53c", Speed.FAST: "#5b8def", Speed.RELAX: "#5fae7b"}
INK = "#1d2433"
WIDTH, HEIGHT, LEFT, TOP, BASE = 860, 430, 60, 70, 300


def first_come(queue: Queue) -> Choice | None:
    """What the picture compares with."""
    choice = oldest(queue)
    return None if choice is None else Choice(choice.job_id, 1.0, queue.shares)


def share(people: Sequence[Person], drawn: list[Drawn]) -> dict[Person, tuple[float, float]]:
    """Of each heavy member: the part of what all heavy ones had, and the part that the weights say."""
    had = used(drawn)
    heavy = [person for person in people if person.pause is None]
    weights = {person: WEIGHTS[person.speed] * person.boost for person in heavy}
    total, whole = sum(had[person.flow] for person in heavy), sum(weights.values())
    return {person: (had[person.flow] / total, weights[person] / whole) for person in heavy}


def show(seed: int, fair: list[Drawn]) -> None:
    """Print two tables."""
    shares = Table(title=f"A day of 50 members, {len(fair)} jobs, seed {seed}: heavy members")
    for name in ("member", "class", "boost", "weight says", "had", "off by"):
        shares.add_column(name, justify="right")
    for person, (had, due) in share(fifty(seed), fair).items():
        off = f"{100 * (had / due - 1):+.1f} %"
        shares.add_row(str(person.member_id), person.speed, f"{person.boost:g}", f"{due:.2%}", f"{had:.2%}", off)
    waits = Table(title="Waiting, in seconds")
    for name in ("class", "jobs", "median", "p99", "longest", "nearest to its bound"):
        waits.add_column(name, justify="right")
    light = {person.member_id for person in fifty(seed) if person.pause is not None}
    for speed in Speed:
        jobs = [job for job in fair if job.ticket.speed is speed and job.ticket.member_id in light]
        if jobs:
            times = [job.waited for job in jobs]
            near = max(waited / most for waited, most in bounds(fair, speed))
            row = (statistics.median(times), p99(times), max(times))
            waits.add_row(f"{speed}, light", str(len(jobs)), *(f"{each:.0f}" for each in row), f"{near:.0%}")
    Console().print(shares)
    Console().print(waits)


def picture(seed: int, fair: list[Drawn], plain: list[Drawn]) -> str:
    """Bars for what each heavy member had, a line for what the weights say; pale bars without fairness."""
    people = fifty(seed)
    with_it, without = share(people, fair), share(people, plain)
    most = max(had for had, _ in [*with_it.values(), *without.values()])
    return "\n".join([*_frame(most), *_bars(with_it, without, most), *_legend(), "</svg>\n"])


def _frame(most: float) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    yield _text(LEFT, 30, "Ten heavy members' parts of the GPU in a day, beside forty light ones", 17)
    for part in range(0, int(most * 100) + 1, 5):
        y = BASE - (BASE - TOP) * part / 100 / most
        yield f'<line x1="{LEFT}" x2="{WIDTH - 20}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e3e6ec"/>'
        yield _text(LEFT - 8, y + 4, f"{part} %", 12, "end")


def _bars(
    with_it: dict[Person, tuple[float, float]], without: dict[Person, tuple[float, float]], most: float
) -> Iterator[str]:
    step = (WIDTH - 20 - LEFT) / len(with_it)
    for index, (person, (had, due)) in enumerate(with_it.items()):
        x, tall = LEFT + index * step, (BASE - TOP) / most
        yield _bar(x + 8, 22, without[person][0] * tall, "#d5d9e2")
        yield _bar(x + 34, 30, had * tall, COLOURS[person.speed])
        y = BASE - due * tall
        yield _line(x + 28, x + 70, y)
        yield _text(x + 42, BASE + 18, person.speed, 12, "middle")
        yield _text(x + 42, BASE + 34, f"boost {person.boost:g}" if person.boost != 1 else "", 12, "middle")
        yield _text(x + 49, BASE - had * tall - 8, f"{had:.1%}", 11, "middle")


def _legend() -> Iterator[str]:
    entries = (
        ("#d5d9e2", "first come, first served"),
        *((COLOURS[speed], f"fair, {speed} (weight {WEIGHTS[speed]:g})") for speed in Speed),
    )
    for index, (colour, words) in enumerate(entries):
        x, y = LEFT + (index % 2) * 260, BASE + 62 + (index // 2) * 24
        yield f'<rect x="{x}" y="{y}" width="14" height="14" fill="{colour}"/>'
        yield _text(x + 22, y + 12, words, 13)
    yield _line(LEFT + 520, LEFT + 548, BASE + 69)
    yield _text(LEFT + 556, BASE + 74, "what the weights say", 13)


def _line(left: float, right: float, y: float) -> str:
    return f'<line x1="{left:.1f}" x2="{right:.1f}" y1="{y:.1f}" y2="{y:.1f}" stroke="{INK}" stroke-width="2"/>'


def _bar(x: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{BASE - height:.1f}" width="{width}" height="{height:.1f}" fill="{colour}"/>'


def _text(x: float, y: float, words: str, size: int = 12, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{INK}" text-anchor="{anchor}">{words}</text>'


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fairness", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--picture", action="store_true", help="draw the picture of the documentation")
    given = parser.parse_args()
    fair = Community(fifty(given.seed), Fair(3, lambda: RATE).choose, given.seed).live(DAY)
    show(given.seed, fair)
    if given.picture:
        plain = Community(fifty(given.seed), first_come, given.seed).live(DAY)
        PICTURE.write_text(picture(given.seed, fair, plain), encoding="utf-8")
        Console().print(str(PICTURE))


if __name__ == "__main__":
    main()
