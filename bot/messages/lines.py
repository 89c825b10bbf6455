"""What a message about a job says: the first line as Midjourney's programs read it, and below it what people read.

Source: reference of Midjourney's messages, 4.1; the first line stays English and exact.
"""

from bot.jobs.job import Action, Job, Speed, Strength
from bot.jobs.queue import Halt, Hold, Position
from bot.messages.durations import about
from bot.messages.quoting import bold, calm, is_cut, shortened
from bot.words import say
from engine.protocol import Edit, Loading

LONGEST = 2000
"""Characters of a message, Discord's limit."""

MODES = {Speed.TURBO: "turbo", Speed.FAST: "fast", Speed.RELAX: "relaxed"}
_EDITS = {
    Edit.UPSCALE_SUBTLE: "Upscaled (Subtle)",
    Edit.UPSCALE_CREATIVE: "Upscaled (Creative)",
    Edit.PAN_LEFT: "Pan Left",
    Edit.PAN_RIGHT: "Pan Right",
    Edit.PAN_UP: "Pan Up",
    Edit.PAN_DOWN: "Pan Down",
}
HELD = {
    (Halt.PAUSED, False): "queue.is.paused",
    (Halt.PAUSED, True): "queue.is.paused.why",
    (Halt.DRAINING, False): "queue.is.draining",
    (Halt.DRAINING, True): "queue.is.draining.why",
}
"""The sentence about a queue that is stopped, by whether it was said why."""
_STRENGTHS = {Strength.SUBTLE: " (Subtle)", Strength.STRONG: " (Strong)", None: ""}


def waiting(
    job: Job, position: Position | None = None, notices: tuple[str, ...] = (), locale: str | None = None
) -> str:
    """The whole of the message about a job that waits."""
    prompt = bold(job.prompt)
    if job.action is Action.VARY or job.edit is Edit.REGION:
        prompt = f"Making variations for image #{job.index} with prompt {prompt}"
    if job.instruction and job.edit in {None, Edit.REGION}:
        prompt = f"Editing image #{job.index} with prompt {bold(job.prompt)}"
    if job.edit in {Edit.UPSCALE_SUBTLE, Edit.UPSCALE_CREATIVE}:
        prompt = f"Upscaling image #{job.index} with {prompt}"
    locale = locale or job.asked.member.locale
    line = f"{prompt} - {_mention(job)} (Waiting to start)"
    if position is not None:
        line = f"{line}\n-# {place(position, locale)}"
    return _message(job, line, notices, locale)


def loading(job: Job, told: Loading, notices: tuple[str, ...] = ()) -> str:
    """The whole of the message about a job whose model is being loaded, or waits for others to make room for it."""
    locale, left = job.asked.member.locale, (told.expected or 0.0) - told.seconds
    which = ".model" if told.model else ""
    if told.has_no_room:
        said = say("delivery.loading.room", locale, model=told.model)
    elif left < 1:
        said = say(f"delivery.loading{which}", locale, model=told.model)
    else:
        said = say(f"delivery.loading{which}.left", locale, model=told.model, seconds=round(left))
    return waiting(job, None, (said, *notices))


def running(job: Job, fraction: float, notices: tuple[str, ...] = ()) -> str:
    """The whole of the message about a job of which so much is done, 0 to 1."""
    percent = min(max(int(fraction * 100), 0), 100)
    by = f"{_done(job)} " if job.action in {Action.VARY, Action.EDIT} else ""
    line = f"{bold(job.prompt)} - {by}{_mention(job)} ({percent}%) ({MODES[job.speed]})"
    return _message(job, line, notices, job.asked.member.locale)


def stopped(job: Job) -> str:
    """The whole of the message about a job that was cancelled or failed; with the reason, where it has one."""
    line = f"{bold(job.prompt)} - {_mention(job)} (Stopped)"
    return shortened(f"{line}\n{calm(job.reason)}" if job.reason else line, LONGEST)


def result(job: Job, notices: tuple[str, ...] = ()) -> str:
    """The whole of the message with the job's pictures."""
    prompt, mention, mode = bold(job.prompt), _mention(job), MODES[job.speed]
    match job.action:
        case Action.UPSCALE:
            line = f"{prompt} - Image #{job.index} {mention}"
        case Action.VARY | Action.EDIT:
            line = f"{prompt} - {_done(job)} {mention} ({mode})"
        case _:
            line = f"{prompt} - {mention} ({mode})"
    return _message(job, line, notices, job.asked.member.locale)


def by_dm(job: Job) -> str:
    """The whole of the direct message that a member asked for: prompt, id, seed."""
    return f"{bold(job.prompt)}\n**Job ID**: {job.id}\n**seed** {job.seed}"


def _message(job: Job, line: str, below: tuple[str, ...], locale: str) -> str:
    more = (say("delivery.cut", locale, job_id=job.id),) if is_cut(job.prompt) else ()
    told = (f"✏️ {job.instruction.typed}", job.instruction.done) if job.instruction else ()
    said = [f"-# {calm(each)}" for each in (*told, *below, *more) if each]
    return shortened("\n".join([line, *said]), LONGEST)


def place(position: Position, locale: str) -> str:
    """A place in the queue, and when the pictures can be expected."""
    number, seconds = position.number, position.seconds
    if position.hold is not None:
        return f"{say('delivery.position', locale, position=number)} {held(position.hold, locale)}"
    key = "delivery.next" if number <= 1 else "delivery.position"
    if seconds is None:
        return say(key, locale, position=number)
    return say(f"{key}.time", locale, position=number, time=about(seconds))


def held(hold: Hold, locale: str) -> str:
    """What moderators, or the host, have the queue not do, who, and why."""
    if not hold.by:
        return say("queue.host.why" if hold.reason else "queue.host", locale, reason=calm(hold.reason))
    return say(HELD[hold.halt, bool(hold.reason)], locale, by=f"<@{hold.by}>", reason=calm(hold.reason))


def called(job: Job) -> str:
    """What was done, by Midjourney's name for it."""
    match job.action:
        case Action.VARY | Action.EDIT:
            return _done(job).removesuffix(" by")
        case Action.UPSCALE:
            return "Upscale"
        case Action.REROLL:
            return "Reroll"
        case Action.ADOPT:
            return "Picture"
        case _:
            return "Imagine"


def _done(job: Job) -> str:
    """What a variation or an edit is called, by whom its name stands behind."""
    if job.instruction and job.edit in {None, Edit.REGION}:
        return "Edited by"
    if job.edit is Edit.REGION:
        return f"{'Remix' if job.is_remix else 'Variations'} (Region) by"
    if job.edit is not None:
        return f"{_EDITS.get(job.edit, 'Zoom Out')} by"
    return f"{'Remix' if job.is_remix else 'Variations'}{_STRENGTHS[job.strength]} by"


def _mention(job: Job) -> str:
    return f"<@{job.asked.member.id}>"
