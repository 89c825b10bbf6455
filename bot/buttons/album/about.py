"""What there is to say of a picture: what was typed, its seed and numbers, when, by whom, of what."""

from dataclasses import dataclass, replace

from bot.errors import BotError
from bot.jobs.ids import made_at
from bot.jobs.job import Action, Job
from bot.messages.durations import about
from bot.messages.quoting import shortened
from bot.prompt.parse import Rules
from bot.prompt.read import parse
from bot.prompt.zones import divide
from bot.words import say

FENCE = "```"
MOST_PROMPT = 1200
"""Characters of a prompt that is shown; all texts of a message have 4,000 together."""
MOST_PARAMETERS = 700
MOST_RECIPE = 600


@dataclass(frozen=True)
class Facts:
    """What is known of a picture beside its job; `origin` is a sentence."""

    recipe: str | None = None
    origin: str = ""
    children: int = 0
    is_binned: bool = False


def pasted(job: Job, parent: Job | None, rules: Rules) -> str:
    """The prompt ready to be typed once more; with its seed, where words alone draw the very same again."""
    by_words = job.action is Action.IMAGINE or (
        job.action is Action.REROLL and parent is not None and parent.action is Action.IMAGINE
    )
    try:
        prompt = parse(job.prompt, rules)
    except BotError:  # the host has other rules by now
        return job.prompt
    kept = {name: value for name, value in prompt.parameters.items() if name != "seed"}
    if not by_words or "sameseed" in kept:
        return job.prompt
    return str(replace(prompt, parameters={**kept, "seed": job.seed}))


def is_long(prompt: str) -> bool:
    """True where it goes into a file of its own."""
    return len(prompt) > MOST_PROMPT or FENCE in prompt


def shown(prompt: str, locale: str) -> str:
    """The prompt to copy; of a long one the beginning."""
    if not is_long(prompt):
        return f"{FENCE}\n{prompt}\n{FENCE}"
    begun = shortened(prompt, MOST_PROMPT // 2).replace(FENCE, "'''")
    return f"{FENCE}\n{begun}\n{FENCE}\n-# {say('about.in_file', locale)}"


def lines(job: Job, facts: Facts, locale: str) -> str:
    """The rest, a line each."""
    seeds = ", ".join(f"`{each.seed}`" for each in job.pictures) or f"`{job.seed}`"
    told = {
        "about.seed": seeds if len(job.pictures) < 2 else f"{seeds} · {say('about.of_grid', locale, seed=job.seed)}",
        "about.parameters": _parameters(job.prompt, locale),
        "about.numbers": f"`{shortened(facts.recipe.replace('`', ''), MOST_RECIPE)}`" if facts.recipe else "",
        "about.model": f"`{job.model}`" if job.model else "",
        "about.size": _sizes(job),
        "about.asked": f"<t:{int(made_at(job.id))}:f> · <@{job.asked.member.id}>",
        "about.gpu": say("about.free", locale) if not job.gpu_seconds else _seconds(job.gpu_seconds),
        "about.from": facts.origin,
        "about.children": str(facts.children) if facts.children else "",
        "about.id": f"`{job.id}`",
    }
    rows = [f"**{say(key, locale)}** {value}" for key, value in told.items() if value]
    return "\n".join([*rows, *([f"🗑️ {say('about.binned', locale)}"] if facts.is_binned else [])])


def recipe_of(texts: dict[str, str]) -> str | None:
    """The numbers of the common recipe that programs write into pictures: its last line."""
    last = texts.get("parameters", "").rpartition("\n")[2]
    return last if last.startswith("Steps:") else None


def _parameters(prompt: str, locale: str) -> str:
    found = [f"{prompt[each.start : each.end]} {each.value}".strip() for each in divide(prompt).parameters]
    if not found:
        return say("about.none", locale)
    return shortened(" ".join(f"`{each.replace('`', '')}`" for each in found), MOST_PARAMETERS)


def _sizes(job: Job) -> str:
    sizes = dict.fromkeys((each.width, each.height) for each in job.pictures)
    return ", ".join(f"{width} × {height} px" for width, height in sizes)  # noqa: RUF001 - the sign


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 60 else about(seconds)
