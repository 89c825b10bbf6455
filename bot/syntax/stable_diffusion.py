"""Stable Diffusion's prompts: attention, a negative prompt, and the line of settings that its programs write."""

import re
from collections.abc import Iterator
from math import gcd, sqrt
from typing import Any

from bot.prompt.prompt import Value, plain
from bot.prompt.table import BY_NAME
from bot.syntax import attention
from bot.syntax.wish import Piece, Wish, has_words, listed, merged, without_links

NEGATIVE = "Negative prompt:"
AREA, STEP = 1024 * 1024, 8
LARGEST, WIDEST = 4096, 100
_NEGATIVE = re.compile(r"^[ \t]*negative prompt[ \t]*:", re.IGNORECASE | re.MULTILINE)
_SETTINGS = re.compile(r"^[ \t]*(?:steps|size|seed|sampler|cfg scale)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_SETTING = re.compile(r"(?P<name>[A-Za-z][\w ]{0,30}):[ ]*(?P<value>\"[^\"]*\"|[^,\n]*)")
_LIKE = re.compile(
    r"\([^()]+:[ ]*[0-9.]+[ ]*\)|\(\(|\[\[|\[[^\[\]]+\]|<lora:|\bBREAK\b|^[ \t]*negative prompt[ \t]*:"
    r"|\([^()]{1,80}\),|masterpiece|best quality",
    re.IGNORECASE | re.MULTILINE,
)
_SAMPLERS = {
    "euler": "Euler",
    "euler_a": "Euler a",
    "dpmpp_2m_karras": "DPM++ 2M Karras",
    "dpmpp_2m_sde": "DPM++ 2M SDE",
    "unipc": "UniPC",
    "ddim": "DDIM",
    "lcm": "LCM",
}
_NUMBERS: dict[str, tuple[str, float, float]] = {
    "steps": ("steps", 1, 150),
    "cfg scale": ("cfg", 1, 30),
    "seed": ("seed", 0, 4294967295),
}


def read(text: str) -> Wish:
    """The wish of a prompt, with its negative prompt and settings where it has them."""
    text, images = without_links(text)
    body, settings = _cut(text, _SETTINGS)
    positive, negative = _cut(body, _NEGATIVE)
    wanted = attention.read(positive)
    unwanted = attention.read(_NEGATIVE.sub("", negative or "", count=1))
    found: dict[str, Value] = dict(_read_settings(settings or ""))
    if wanted.loras:
        found["lora"] = wanted.loras
    chunks, below = [], []
    for chunk in wanted.chunks:
        chunks.append(tuple(piece for piece in chunk if piece.weight >= 0))
        below += [Piece(piece.words, -piece.weight) for piece in chunk if piece.weight < 0]
    refused = [*_apart(unwanted.chunks), *below]
    return Wish(tuple(chunks), tuple(refused), found, images=images, notes=(*wanted.notes, *unwanted.notes)).tidied()


def write(wish: Wish) -> str:
    """The prompt, its negative prompt and its settings, a line each."""
    loras = "".join(f" <lora:{name}:{plain(weight)}>" for name, weight in _loras(wish))
    lines = [(_in_one_line(attention.written(wish.chunks)) + loras).strip()]
    if wish.negative:
        unwanted = ", ".join(attention.weighed(each) for each in wish.negative)
        lines.append(f"{NEGATIVE} {unwanted}")
    told = ", ".join(f"{name}: {value}" for name, value in _written_settings(wish))
    return "\n".join(filter(None, [*lines, told]))


def known_settings(wish: Wish) -> set[str]:
    """The settings that this syntax says."""
    known = {"lora"} if _loras(wish) else set()
    names = {"Steps": "steps", "Sampler": "sampler", "CFG scale": "cfg", "Seed": "seed", "Size": "aspect"}
    return known | {names[name] for name, _ in _written_settings(wish)}


def _cut(text: str, border: re.Pattern[str]) -> tuple[str, str | None]:
    found = border.search(text)
    return (text, None) if found is None else (text[: found.start()], text[found.start() :])


def _in_one_line(text: str) -> str:
    """What would be read as the beginning of another line is none."""
    line = " ".join(text.split())
    while _NEGATIVE.match(line) or _SETTINGS.match(line):
        line = line.replace(":", "", 1)
    return line


def _apart(chunks: tuple[tuple[Piece, ...], ...]) -> Iterator[Piece]:
    """Each thing that stands between commas by itself, with the weight of its bracket."""
    for chunk in chunks:
        for piece in merged(chunk):
            for each in listed(piece.text):
                yield Piece(each, abs(piece.weight))


def _read_settings(line: str) -> Iterator[tuple[str, Value]]:
    names = {shown.lower(): name for name, shown in _SAMPLERS.items()} | {name: name for name in _samplers()}
    for found in _SETTING.finditer(line):
        name, value = found["name"].strip().lower(), found["value"].strip().strip('"')
        if name in _NUMBERS:
            key, low, high = _NUMBERS[name]
            with_point = re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{1,6})?", value)
            if with_point and low <= float(value) <= high:
                yield key, float(value) if key == "cfg" else int(float(value))
        elif name == "size" and (size := re.fullmatch(r"([0-9]{1,5})\s*[x*\u00d7]\s*([0-9]{1,5})", value)):
            width, height = int(size[1]), int(size[2])
            if width and height and 1 / WIDEST <= width / height <= WIDEST:
                shared = gcd(width, height)
                yield "aspect", (width // shared, height // shared)
        elif name == "sampler" and value.lower() in names:
            yield "sampler", names[value.lower()]


def _written_settings(wish: Wish) -> Iterator[tuple[str, str]]:
    settings: dict[str, Any] = dict(wish.settings)
    if "steps" in settings:
        yield "Steps", plain(settings["steps"])
    if settings.get("sampler") in _SAMPLERS:
        yield "Sampler", _SAMPLERS[settings["sampler"]]
    if "cfg" in settings:
        yield "CFG scale", plain(settings["cfg"])
    if "seed" in settings:
        yield "Seed", plain(settings["seed"])
    if "aspect" in settings and (size := _size(*settings["aspect"])):
        yield "Size", f"{size[0]}x{size[1]}"


def _size(width: int, height: int) -> tuple[int, int] | None:
    """About a megapixel of exactly this shape, sides of whole eights; None where there is none."""
    shared = gcd(width, height)
    wide, high = width // shared * STEP, height // shared * STEP
    times = max(1, round(sqrt(AREA / (wide * high))))
    return (wide * times, high * times) if max(wide, high) * times <= LARGEST else None


def _loras(wish: Wish) -> tuple[tuple[str, float], ...]:
    return tuple(wish.settings.get("lora", ()))  # type: ignore[arg-type]


def _samplers() -> set[str]:
    return set(BY_NAME["sampler"].words or {})


def is_it(text: str) -> bool:
    """True for what looks like it: a weight in brackets, doubled brackets, a negative prompt, BREAK, a LoRA."""
    return has_words(text) and _LIKE.search(text) is not None
