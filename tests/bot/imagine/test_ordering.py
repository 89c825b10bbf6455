"""Orders of several grids: asked about, begun once, cut short."""

import asyncio
import time
from dataclasses import replace

import pytest

from bot.imagine import originals
from bot.imagine.asking import Question, Submission
from bot.imagine.errors import Refused
from bot.imagine.imagine import Imagine
from bot.jobs.job import State
from bot.jobs.ordered import PATIENCE
from bot.policy.limits import Limits
from bot.policy.words.rules import Weight
from bot.store.rulings import WORD, By
from engine.protocol import Started
from tests.bot.imagine.house import IN_TIME, House, asked

SETS = "a {red, green} apple --repeat 2"


async def question(imagine: Imagine, typed: str = SETS, member: int = 1) -> Question:
    """What the member is asked."""
    submission = await imagine.submit(asked(member), typed)
    assert submission.jobs == ()
    assert submission.question
    return submission.question


async def test_it_is_asked_first_and_nothing_is_written(house: House) -> None:
    """How many, what they take together, and of how much."""
    imagine = house.imagine(limits=Limits(gpu_day=2.0))
    found = await question(imagine)
    assert found.prompts == ("a red apple",) * 2 + ("a green apple",) * 2
    assert found.gpu_seconds > 0
    assert (found.used, found.allowed, found.is_by_day) == (0.0, 120.0, True)
    assert await house.store.jobs.of(1) == ()
    assert (await question(house.imagine(limits=Limits(gpu_month=3.0)))).allowed == 180.0


async def test_an_interaction_that_comes_again_asks_the_same(house: House) -> None:
    """Also when both come at once; after Yes it finds the jobs."""
    imagine = house.imagine()
    same = asked()
    both: list[Submission] = await asyncio.gather(*(imagine.submit(same, SETS) for _ in range(2)))
    orders = {each.question.order.id for each in both if each.question}
    assert len(orders) == 1
    _, begun = await imagine.orders.begin(asked(), orders.pop())
    again = await imagine.submit(same, SETS)
    assert (again.jobs, again.is_new, again.question) == (begun.jobs, False, None)


async def test_yes_begins_it_once_also_after_a_restart(house: House) -> None:
    """Pressed twice, at once or later, the jobs are the same."""
    found = await question(house.imagine())
    imagine = house.imagine()
    both = await asyncio.gather(*(imagine.orders.begin(asked(), found.order.id) for _ in range(2)))
    assert both[0][1].jobs == both[1][1].jobs
    assert sorted(each.is_new for _, each in both) == [False, True]
    assert [job.prompt for job in both[0][1].jobs] == [*found.prompts]
    with pytest.raises(Refused) as refused:
        await imagine.orders.decline(asked(), found.order.id)
    assert refused.value.key == "order.begun"
    assert await house.store.orders.under_way() == (found.order,)


async def test_only_its_author_answers_and_in_time(house: House) -> None:
    """Others are refused; what is too late is told so, and then it is forgotten."""
    imagine = house.imagine()
    order_id = (await question(imagine)).order.id
    for refusing in (imagine.orders.begin, imagine.orders.decline):
        with pytest.raises(Refused) as refused:
            await refusing(asked(2), order_id)
        assert refused.value.key == "order.not_yours"
    later = house.imagine(now=lambda: house_time(PATIENCE + 1))
    for key in ("order.late", "order.gone"):
        with pytest.raises(Refused) as refused:
            await later.orders.begin(asked(), order_id)
        assert refused.value.key == key
    assert await house.store.jobs.of(1) == ()


def house_time(more: float) -> float:
    """So much later than now."""
    return time.time() + more


async def test_no_forgets_it(house: House) -> None:
    """Nothing is drawn, and a Yes that comes later finds nothing."""
    imagine = house.imagine()
    order_id = (await question(imagine)).order.id
    await imagine.orders.decline(asked(), order_id)
    with pytest.raises(Refused) as refused:
        await imagine.orders.begin(asked(), order_id)
    assert refused.value.key == "order.gone"


async def test_what_no_queue_has_room_for_is_refused_before_it_is_asked(house: House) -> None:
    """And what changed between question and answer is looked at once more."""
    imagine = house.imagine(limits=Limits(running=1, waiting=3))
    order_id = (await question(imagine)).order.id
    await imagine.submit(asked(), "an apple")
    with pytest.raises(Refused) as refused:
        await imagine.submit(asked(), SETS)
    assert refused.value.key == "queue.full"
    with pytest.raises(Refused) as refused:
        await imagine.orders.begin(asked(), order_id)
    assert refused.value.key == "queue.full"


async def test_words_that_were_meant_are_meant(house: House) -> None:
    """Who was asked about the words is not asked about them again after Yes."""
    imagine = house.imagine()
    await house.store.rulings.decide(By(9, 8), WORD, "apple", int(Weight.CONFIRM))
    with pytest.raises(Refused):
        await imagine.submit(asked(), SETS)
    meant = replace(asked(), is_confirmed=True)
    found = (await imagine.submit(meant, SETS)).question
    assert found
    _, begun = await imagine.orders.begin(asked(), found.order.id)
    assert len(begun.jobs) == 4


async def test_what_is_left_is_cancelled(house: House) -> None:
    """By its author and moderators; what is drawn stays."""
    async with house.drawing() as imagine:
        order_id = (await question(imagine, "hold on --repeat 4")).order.id
        _, begun = await imagine.orders.begin(asked(), order_id)
        await house.told(begun.jobs[0], Started)
        with pytest.raises(Refused):
            await imagine.orders.cancel(order_id, 2, is_moderator=False)
        assert await imagine.orders.cancel(order_id, 1, is_moderator=False) == 4
        assert await imagine.orders.cancel(order_id, 2, is_moderator=True) == 0
        states = {(await house.store.jobs.get(job.id)).state for job in begun.jobs}
        assert states == {State.CANCELLED}


async def test_a_blend_is_drawn_as_often_as_the_suffix_says(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the same pictures, each of them once; the interaction that comes again finds them all."""
    monkeypatch.setattr(originals, "SOON", IN_TIME)
    await house.store.preferences.change(1, lambda mine: mine.with_suffix("--repeat 3"))
    links = [house.web.link("apple.png"), house.web.link("another.png")]
    imagine, same = house.imagine(), asked()
    submission = await imagine.blend(same, links)
    assert [job.asked.ordinal for job in submission.jobs] == [0, 1, 2]
    assert len({job.seed for job in submission.jobs}) == 3
    for job in submission.jobs:
        assert set(await house.store.jobs.originals(job.id)) == set(links)
    again = await imagine.blend(same, links)
    assert (again.jobs, again.is_new) == (submission.jobs, False)
    assert len(await house.store.jobs.of(1)) == 3
