"""A job's states and the jobs that it gives rise to."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.ids import job_id
from bot.jobs.errors import NoSuchPicture, Superseded, WrongState
from bot.jobs.job import Action, Asked, Job, Lease, Member, New, Picture, Speed, State, Strength

ADA = Member(1, "ada")
PICTURES = tuple(Picture(f"blob {index}", 64, 48, 100 + index) for index in range(1, 5))


def new(number: int) -> New:
    """What the job of this number has of its own."""
    return New(job_id(number, 0), number, Asked(1000 + number, ADA, 7, 8))


@pytest.fixture
def waiting() -> Job:
    return Job.imagine(new(1), "an apple --relax", Speed.RELAX)


@pytest.fixture
def running(waiting: Job) -> Job:
    return waiting.claim("one", 30.0)


@pytest.fixture
def rendered(running: Job) -> Job:
    return running.render(running.lease, PICTURES, 2.5)


def test_a_job_goes_from_waiting_to_delivered(waiting: Job) -> None:
    """Each step says what it did."""
    assert (waiting.state, waiting.attempt) == (State.WAITING, 0)
    running = waiting.claim("one", 30.0)
    assert (running.state, running.attempt, running.holder, running.held_until) == (State.RUNNING, 1, "one", 30.0)
    rendered = running.extend(running.lease, 60.0).render(running.lease, PICTURES, 2.5)
    assert (rendered.state, rendered.holder, rendered.held_until) == (State.RENDERED, None, None)
    assert (rendered.pictures, rendered.gpu_seconds) == (PICTURES, 2.5)
    assert rendered.deliver() == replace(rendered, state=State.DELIVERED)


STEPS: dict[str, tuple[Callable[[Job], Job], set[State]]] = {
    "claim": (lambda job: job.claim("two", 9.0), {State.WAITING}),
    "cancel": (Job.cancel, {State.WAITING, State.RUNNING}),
    "deliver": (Job.deliver, {State.RENDERED}),
    "give up": (lambda job: job.give_up("gone"), {State.RENDERED}),
    "extend": (lambda job: job.extend(Lease(job.id, job.attempt), 9.0), {State.RUNNING}),
    "render": (lambda job: job.render(Lease(job.id, job.attempt), PICTURES, 1.0), {State.RUNNING}),
    "hand back": (lambda job: job.hand_back(Lease(job.id, job.attempt)), {State.RUNNING}),
    "lose": (lambda job: job.lose(Lease(job.id, job.attempt), "died"), {State.RUNNING}),
    "fail": (lambda job: job.fail(Lease(job.id, job.attempt), "cannot"), {State.RUNNING}),
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_taken_from_its_states_only(running: Job, step: str, state: State) -> None:
    """Every step from every state: an end is an end, and nothing is skipped."""
    take, allowed = STEPS[step]
    job = replace(running, state=state)
    if state in allowed:
        assert take(job) != job
    else:
        with pytest.raises((WrongState, Superseded)):
            take(job)


@pytest.mark.parametrize("step", ["extend", "render", "hand back", "lose", "fail"])
def test_an_earlier_attempt_can_do_nothing(running: Job, step: str) -> None:
    """Its lease ended when the job was handed back."""
    again = running.hand_back(running.lease).claim("one", 60.0)
    late = {
        "extend": lambda: again.extend(running.lease, 9.0),
        "render": lambda: again.render(running.lease, PICTURES, 1.0),
        "hand back": lambda: again.hand_back(running.lease),
        "lose": lambda: again.lose(running.lease, "died"),
        "fail": lambda: again.fail(running.lease, "cannot"),
    }[step]
    with pytest.raises(Superseded):
        late()


def test_a_lease_of_another_job_opens_nothing(running: Job) -> None:
    """The attempt's number alone is no key."""
    with pytest.raises(Superseded):
        running.render(Lease(job_id(2, 0), running.attempt), PICTURES, 1.0)


def test_only_a_job_that_was_alone_twice_is_blamed(running: Job) -> None:
    """The first death makes it run alone, the second is noted, the third fails it."""
    first = running.lose(running.lease, "died")
    assert (first.state, first.is_alone, first.deaths) == (State.WAITING, True, 0)
    alone = first.claim("one", 60.0)
    second = alone.lose(alone.lease, "died")
    assert (second.state, second.is_alone, second.deaths) == (State.WAITING, True, 1)
    again = second.claim("one", 90.0)
    third = again.lose(again.lease, "It brought the engine down.")
    assert (third.state, third.holder, third.reason) == (State.FAILED, None, "It brought the engine down.")


def test_a_bot_that_was_stopped_blames_nobody(running: Job) -> None:
    """However often."""
    job = running
    for _ in range(5):
        job = job.hand_back(job.lease).claim("one", 60.0)
    assert (job.state, job.deaths, job.is_alone, job.attempt) == (State.RUNNING, 0, False, 6)


def test_the_ends_are_three() -> None:
    """Rendered is none: the member has nothing yet."""
    assert {state for state in State if state.is_final} == {State.DELIVERED, State.FAILED, State.CANCELLED}


def test_reroll_keeps_all_but_the_seed(rendered: Job) -> None:
    """And names its parent."""
    again = rendered.reroll(new(2))
    assert (again.prompt, again.speed, again.seed) == (rendered.prompt, Speed.RELAX, 2)
    assert (again.action, again.parent, again.index, again.state) == (Action.REROLL, rendered.id, None, State.WAITING)


def test_vary_starts_from_one_picture(rendered: Job) -> None:
    """That of its index, as far as its strength."""
    varied = rendered.vary(3, Strength.SUBTLE, new(2))
    assert (varied.action, varied.parent, varied.index) == (Action.VARY, rendered.id, 3)
    assert (varied.strength, varied.state, varied.pictures) == (Strength.SUBTLE, State.WAITING, ())


def test_an_upscale_is_rendered_when_it_is_born(rendered: Job) -> None:
    """It shows what is stored, with that picture's seed; nothing has to be drawn."""
    upscaled = rendered.upscale(2, new(2))
    assert (upscaled.action, upscaled.parent, upscaled.index) == (Action.UPSCALE, rendered.id, 2)
    assert (upscaled.state, upscaled.pictures, upscaled.seed) == (State.RENDERED, (PICTURES[1],), 102)


@pytest.mark.parametrize("index", [-1, 0, 5])
def test_what_is_not_there_has_no_children(rendered: Job, index: int) -> None:
    """Pictures count from 1."""
    for act in (lambda: rendered.upscale(index, new(2)), lambda: rendered.vary(index, Strength.STRONG, new(2))):
        with pytest.raises(NoSuchPicture):
            act()


def test_what_is_not_drawn_has_no_children(running: Job) -> None:
    """A button of a message that is no grid yet."""
    with pytest.raises(NoSuchPicture, match="has no picture 1"):
        running.upscale(1, new(2))
