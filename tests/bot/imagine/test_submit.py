"""From what is typed to jobs."""

import asyncio
from dataclasses import replace

import pytest

from bot.imagine import originals
from bot.imagine.asking import Given
from bot.imagine.errors import Refused
from bot.jobs.job import Speed, State
from bot.jobs.queue import Position
from bot.messages import is_private
from bot.prompt.errors import WrongPrompt
from engine.catalogue import Catalogue
from tests.bot.imagine.house import IN_TIME, House, asked, meant, only


async def test_a_prompt_becomes_a_waiting_job(house: House) -> None:
    """With its canonical text, its speed, and whoever asked."""
    who = asked()
    submission = await house.imagine().submit(who, "  a   red apple --ar 3:2 --relax --chaos 0")
    job = only(submission)
    assert (job.prompt, job.speed, job.state, job.asked) == (
        "a red apple --ar 3:2 --relax", Speed.RELAX, State.WAITING, who,
    )  # fmt: skip
    assert submission.is_new
    assert await house.store.jobs.get(job.id) == job
    assert house.heard == [(job, None)]


async def test_a_seed_that_is_named_is_the_job_s(house: House) -> None:
    """Else each has its own."""
    imagine = house.imagine()
    named = only(await imagine.submit(asked(), "an apple --seed 5"))
    same = only(await imagine.submit(asked(2), "an apple --seed 5 --sameseed 6"))
    seeds = {only(await imagine.submit(asked(member), "an apple")).seed for member in (3, 4, 5)}
    assert (named.seed, same.seed, len(seeds)) == (5, 6, 3)


async def test_a_redelivered_interaction_finds_the_first_ones_jobs(house: House) -> None:
    """Whatever came of them meanwhile, and also when both come at once."""
    imagine = house.imagine()
    first = await meant(imagine, asked(interaction=5), "an apple --repeat 2")
    again = await imagine.submit(asked(interaction=5), "something else ::")
    assert (again.jobs, again.is_new) == (first.jobs, False)
    both = await asyncio.gather(*(imagine.submit(asked(interaction=6), "a pear") for _ in range(2)))
    assert both[0].jobs == both[1].jobs
    assert sorted(each.is_new for each in both) == [False, True]
    assert len(await house.store.jobs.of(1)) == 3


async def test_repeats_and_permutations_are_jobs_of_their_own(house: House) -> None:
    """In their order, with an ordinal each; their ids are in that order too."""
    jobs = (await meant(house.imagine(), asked(), "a {red, green} apple --repeat 2")).jobs
    assert [job.prompt for job in jobs] == ["a red apple"] * 2 + ["a green apple"] * 2
    assert [job.asked.ordinal for job in jobs] == [0, 1, 2, 3]
    assert [job.id for job in jobs] == sorted(job.id for job in jobs)
    assert len({job.seed for job in jobs}) == 4


async def test_what_is_wrong_is_told_at_once_and_nothing_is_stored(house: House) -> None:
    """All of it."""
    imagine = house.imagine()
    with pytest.raises(WrongPrompt) as wrong:
        await imagine.submit(asked(), "an apple --chaos 500 --foo 3")
    assert len(wrong.value.mistakes) == 2
    with pytest.raises(WrongPrompt):
        await imagine.submit(asked(), "an apple --repeat 5")
    assert await house.store.jobs.of(1) == ()
    assert house.heard == []


@pytest.mark.parametrize(
    "typed",
    [
        "an apple --model large",
        "an apple --control depth https://example.org/d.png",
        "an apple --cref https://example.org/c.png",
        "an apple --lora ink",
        "an apple --ar 99:1",
    ],
)
async def test_what_no_model_can_draw_is_refused_before_it_is_stored(house: House, typed: str) -> None:
    """And nothing is fetched for it."""
    with pytest.raises(Refused) as refused:
        await house.imagine().submit(asked(), typed)
    assert refused.value.title == "Invalid parameter"
    assert await house.store.jobs.of(1) == ()


async def test_what_only_its_author_may_see_is_known_by_its_prompt(house: House) -> None:
    """Whether it was typed or set; where nobody reads along, it is like any other."""
    imagine = house.imagine()
    assert is_private(only(await imagine.submit(asked(), "an apple --stealth")))
    await house.store.preferences.change(1, lambda mine: mine.with_suffix("--stealth"))
    assert is_private(only(await imagine.submit(replace(asked(), interaction_id=77), "an apple")))
    assert not is_private(only(await imagine.submit(replace(asked(), interaction_id=78), "an apple --public")))
    alone = only(await imagine.submit(replace(asked(), interaction_id=79, guild_id=None), "an apple"))
    assert alone.prompt == "an apple --stealth"
    assert not is_private(alone)


async def test_without_a_model_the_cure_is_told(house: House) -> None:
    """In the reader's language."""
    imagine = house.imagine(models=type(house.models)(Catalogue(), house.models.facts))
    with pytest.raises(Refused) as refused:
        await imagine.submit(asked(), "an apple")
    assert "no model" in refused.value.sentence("en-US")
    assert "kein Modell" in refused.value.sentence("de")


async def test_what_is_drawn_otherwise_is_noticed(house: House) -> None:
    """Once each, whatever the number of grids."""
    submission = await house.imagine().submit(asked(), "an apple --v 6 --sw 5 --repeat 2")
    assert submission.notices == (
        "No installed model answers to version 6, so small draws.",
        "`--sw` has no effect here.",
    )
    typed = "an apple --v 6 --sw 5 --sw 5 --ar 1:1 --ar 3:2"
    submission = await house.imagine().submit(asked(2, locale="de"), typed)
    assert submission.notices == (
        "`--sw` steht mehrmals da: Es gilt das letzte, `5`.",
        "`--aspect` steht mehrmals da: Es gilt das letzte, `3:2`.",
        "Kein installiertes Modell steht für Version 6, also zeichnet small.",
        "`--sw` hat hier keine Wirkung.",
    )


async def test_thirteen_jobs_are_the_most(house: House) -> None:
    """Three to run and ten to wait; from the fourth on the author is told that it waits. Others have their own."""
    imagine = house.imagine()
    said = [(await imagine.submit(asked(locale="de"), "an apple")).notices for _ in range(13)]
    assert [bool(notices) for notices in said] == [False] * 3 + [True] * 10
    assert said[3][0].startswith("Du hast so viele")
    with pytest.raises(Refused) as refused:
        await imagine.submit(asked(), "an apple")
    assert (refused.value.title, refused.value.key) == ("Queue full", "queue.full")
    assert len(await house.store.jobs.of(1)) == 13
    assert (await imagine.submit(asked(2), "an apple")).notices == ()


async def test_repeats_fit_all_or_not_at_all(house: House) -> None:
    """Twelve and two are too many."""
    imagine = house.imagine()
    for _ in range(3):
        await meant(imagine, asked(), "an apple --repeat 4")
    with pytest.raises(Refused):
        await imagine.submit(asked(), "an apple --repeat 2")
    assert len(await house.store.jobs.of(1)) == 12


async def test_what_a_member_has_set_is_added(house: House) -> None:
    """Macros, and the suffix."""
    await house.store.preferences.change(1, lambda mine: mine.with_macro("old", "--stylize 50").with_suffix("--ar 2:3"))
    job = only(await house.imagine().submit(asked(), "an apple --old"))
    assert job.prompt == "an apple --ar 2:3 --s 50"


@pytest.mark.parametrize(
    ("typed", "around"),
    [
        ("an apple --ar 3:2", "<i> an apple --ar 3:2 --sref <s> --cref <c>"),
        ("an apple --sref <x> --sw 5", "<i> an apple --sref <s> <x> --sw 5 --cref <c>"),
        ("", "<i> --sref <s> --cref <c>"),
        ("an apple --oref <x>", "<i> an apple --oref <c> <x> --sref <s>"),
    ],
)
def test_attachments_go_into_the_prompt(typed: str, around: str) -> None:
    """An image before the text, the others as parameters; one that is there gets a picture more."""
    assert Given("i", "s", "c").around(typed) == around
    assert Given().around(typed) == typed


async def test_a_blend_is_pictures_alone(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two to five different ones, with the shape that was chosen."""
    monkeypatch.setattr(originals, "SOON", IN_TIME)
    links = [house.web.link("apple.png"), house.web.link("another.png")]
    imagine = house.imagine()
    job = only(await imagine.blend(asked(), links, "2:3"))
    assert job.prompt == f"<{links[0]}> <{links[1]}> --ar 2:3"
    assert set(await house.store.jobs.originals(job.id)) == set(links)
    same_file = [links[0], house.web.link("apple-2.png")]
    for wrong, title in (
        ([links[0]] * 2, "Duplicate images detected"),
        (same_file, "Duplicate images detected"),
        (links[:1], "Invalid request"),
        ([house.web.link(f"apple-{number}.png") for number in range(6)], "Invalid request"),
    ):
        with pytest.raises(Refused) as refused:
            await imagine.blend(asked(), wrong)
        assert refused.value.title == title
        counted = "A blend takes 2 to 5 pictures" if title == "Invalid request" else "The same picture is there twice"
        assert counted in str(refused.value)
    assert await house.store.jobs.of(1) == (job,)


async def test_places_in_the_queue_are_counted(house: House) -> None:
    """From 1, of what waits alone, each with the time until its pictures."""
    imagine = house.imagine()
    jobs = [only(await imagine.submit(asked(member), "an apple")) for member in (1, 2, 3)]
    places = await imagine._forecasts.all()
    each = places[jobs[0].id].seconds or 0.0
    assert [places[job.id] for job in jobs] == [Position(n, pytest.approx(n * each)) for n in (1, 2, 3)]
    assert each > 0
    await imagine.cancel(jobs[0].id, by=1)
    assert [place and place.number for place in [await imagine.position(job) for job in jobs]] == [None, 1, 2]
