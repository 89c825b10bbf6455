"""What messages about jobs say."""

import pytest

from bot.jobs.job import Action, Job, Speed, Strength
from bot.jobs.queue import Halt, Hold, Position
from bot.messages import by_dm, loading, result, running, stopped, waiting
from engine.protocol import Loading
from tests.bot.messages.jobs import ID, grid, job

VARY = job(action=Action.VARY, index=2, strength=Strength.STRONG)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (waiting(job()), "**a red apple** - <@42> (Waiting to start)"),
        (waiting(VARY), "Making variations for image #2 with prompt **a red apple** - <@42> (Waiting to start)"),
        (waiting(job(action=Action.REROLL)), "**a red apple** - <@42> (Waiting to start)"),
        (running(job(), 0.157), "**a red apple** - <@42> (15%) (fast)"),
        (running(job(speed=Speed.RELAX), 1.2), "**a red apple** - <@42> (100%) (relaxed)"),
        (running(VARY, 0.0), "**a red apple** - Variations (Strong) by <@42> (0%) (fast)"),
        (stopped(job()), "**a red apple** - <@42> (Stopped)"),
        (stopped(job(reason="No memory.")), "**a red apple** - <@42> (Stopped)\nNo memory."),
        (result(job(speed=Speed.TURBO)), "**a red apple** - <@42> (turbo)"),
        (result(VARY), "**a red apple** - Variations (Strong) by <@42> (fast)"),
        (result(job(action=Action.UPSCALE, index=3)), "**a red apple** - Image #3 <@42>"),
        (by_dm(job()), f"**a red apple**\n**Job ID**: {ID}\n**seed** 5"),
    ],
)
def test_the_first_line_is_midjourneys(said: str, expected: str) -> None:
    """Programs that read its messages read these."""
    assert said == expected


def test_what_people_read_stands_below() -> None:
    """In small letters, in the member's language or that of whoever asks."""
    assert waiting(job(), Position(1), ("A notice.",)).splitlines()[1:] == ["-# Next in the queue.", "-# A notice."]
    assert waiting(job(), Position(3), (), "de").splitlines()[1:] == ["-# Nummer 3 in der Warteschlange."]
    assert waiting(job(), Position(3, 41.0)).splitlines()[1:] == ["-# Number 3 in the queue, about 40 s."]
    assert waiting(job(), Position(1, 90.0), (), "de").splitlines()[1:] == ["-# Als Nächstes dran, noch etwa 2 min."]
    told = Loading("1", 2.0, 14.4)
    assert loading(job(), told).splitlines()[1:] == ["-# The model is being loaded: about 12 s more."]
    assert loading(job(), Loading("1", 2.0)).splitlines()[1:] == ["-# The model is being loaded."]


def test_who_waits_for_a_model_reads_which_and_why() -> None:
    """By the name that `--model` takes; where others draw with other models first, that is said."""
    told = Loading("1", 2.0, 14.4, "photo")
    assert loading(job(), told).splitlines()[1:] == ["-# The model photo is being loaded: about 12 s more."]
    assert "photo is being loaded." in loading(job(), Loading("1", 9.0, 8.0, "photo"))
    told = Loading("1", 0.0, None, "photo", has_no_room=True)
    assert "photo is loaded as soon as there is room" in loading(job(), told)


@pytest.mark.parametrize("prompt", ["x " * 3000, "😀" * 6000, "*" * 6000, "<https://example.org/" + "a" * 5900 + ">"])
def test_a_long_prompt_leaves_room_for_what_is_said_below(prompt: str) -> None:
    """2,000 characters as Discord counts them at worst, and the way to the whole prompt."""
    for said in (waiting(job(prompt), Position(3), ("A notice.",)), running(job(prompt), 0.5), result(grid(prompt))):
        assert len(said.encode("utf-16-le")) // 2 <= 2000
        assert f"/show {ID}" in said
    assert "Number 3" in waiting(job(prompt), Position(3))


def test_a_prompt_is_cut_alike_in_all_messages_about_it() -> None:
    """Programs find the result of a job by the words between the first asterisks."""
    long = job("a very long story " * 200 + "--ar 3:2")
    bolds = {said.split("**")[1] for said in (waiting(long), running(long, 0.1), result(long), stopped(long))}
    assert len(bolds) == 1
    assert bolds.pop().endswith("… --ar 3:2")


def test_notices_mention_nobody() -> None:
    """They quote what was typed."""
    said = waiting(job(), None, ("`@everyone` and <@99> are words\nof yours.",))
    assert "@everyone" not in said
    assert "<@99>" not in said
    assert said.count("\n") == 1


def made(action: Action) -> Job:
    return job(action=action, index=None if action in {Action.IMAGINE, Action.REROLL} else 1)


@pytest.mark.parametrize("action", list(Action))
def test_progress_is_the_first_parenthesis_after_the_member(action: Action) -> None:
    """So programs read it; no prompt can get in between."""
    for said in (waiting(made(action)), running(made(action), 0.5), stopped(made(action))):
        assert said.partition("<@")[2].partition("(")[2].partition(")")[0] in {"Waiting to start", "50%", "Stopped"}


def test_who_waits_in_a_paused_queue_reads_who_paused_it_and_why() -> None:
    """In the reader's language; what a moderator wrote calls nobody."""
    hold = Hold(Halt.PAUSED, 3, "@everyone, we move")
    told = waiting(job(), Position(2, None, hold)).splitlines()[1]
    assert told == "-# Number 2 in the queue. <@3> has paused the queue of this server: @\u200beveryone, we move"
    assert "hat die Warteschlange" in waiting(job(), Position(1, None, Hold(Halt.PAUSED, 3)), (), "de")
