"""One cell of the table of who may do what: somebody, somewhere, does it to a job of Ada's."""

from collections.abc import Awaitable, Callable
from itertools import count

from bot.buttons import ids
from bot.commands.admin.log import UNDO
from bot.jobs.job import Asked, State
from bot.jobs.job import Member as Person
from bot.jobs.queue import Halt, Hold
from bot.policy.settings import Place, Scope
from bot.store.audit import Act
from bot.store.rulings import By
from playground.member import Json, Member
from tests.bot.commands.test_reactions import until_seen
from tests.bot.grounds import Grounds
from tests.pictures import png

_numbers = count(10_000)


class Try:
    """One cell: this member, in this channel, does it to a job of Ada's."""

    def __init__(self, at: Grounds, actor: Member, channel: Json) -> None:
        self.at, self.actor, self.channel = at, actor, channel
        self.shown_in: Json | None = None

    @property
    def author(self) -> Member:
        return self.at.people["ada"]

    async def typed(self, command: str, /, **options: object) -> bool:
        """A command, answered without a refusal."""
        return await self.at.answer(self.actor, lambda: self.actor.slash(self.channel, command, **options)) is not None

    async def makes(self, acting: Callable[[], Awaitable[str]]) -> bool:
        """One job more of the actor's, and an answer; or none, and a refusal."""
        before = len(await self.at.store.jobs.of(int(self.actor.id), 10_000))
        answer = await self.at.answer(self.actor, acting)
        after = len(await self.at.store.jobs.of(int(self.actor.id), 10_000))
        assert (after > before) == (answer is not None), "what is refused must not be written"
        return after > before

    async def result(self, count: int = 4) -> tuple[str, Json]:
        """A job with so many pictures, and the message that shows it."""
        home = self.author.channel("general") if self.shown_in else self.channel
        job, message = await self.at.drawn(self.author, home, self.shown_in, count)
        return job.id, message

    async def imagine(self) -> bool:
        return await self.makes(lambda: self.actor.slash(self.channel, "imagine", prompt="an apple"))

    async def blend(self) -> bool:
        pictures = {f"image{n}": (f"{n}.png", png(colour=f"#{n}0{n}0{n}0")) for n in (1, 2)}
        return await self.makes(lambda: self.actor.slash(self.channel, "blend", **pictures))

    async def edit(self) -> bool:
        picture = ("pear.png", png())
        return await self.makes(lambda: self.actor.slash(self.channel, "edit", instruction="warmer", image=picture))

    async def region(self) -> bool:
        given = {"prompt": "a plum", "image": ("pear.png", png()), "where": "left half"}
        return await self.makes(lambda: self.actor.slash(self.channel, "region", **given))

    async def show(self) -> bool:
        job_id, _ = await self.result()
        return await self.typed("show", job_id=job_id)

    async def upsample(self) -> bool:
        job_id, message = await self.result()
        return await self.makes(lambda: self.actor.press(message, ids.upsample(job_id, 2)))

    async def vary(self) -> bool:
        job_id, message = await self.result()
        return await self.makes(lambda: self.actor.press(message, ids.variation(job_id, 1)))

    async def reroll(self) -> bool:
        job_id, message = await self.result()
        return await self.makes(lambda: self.actor.press(message, ids.reroll(job_id)))

    async def _cancelled(self, acting: Callable[[Json, str], Awaitable[str]]) -> bool:
        home = self.author.channel("general") if self.shown_in else self.channel
        job, message = await self.at.waiting(self.author, home)
        if self.shown_in:
            _, message = await self.at.drawn(self.author, home, self.shown_in)
            custom_id = next(iter(message["components"][0]["components"]))["custom_id"]
            return await self.at.answer(self.actor, lambda: self.actor.press(message, custom_id)) is not None
        answer = await self.at.answer(self.actor, lambda: acting(message, job.id))
        is_cancelled = (await self.at.store.jobs.get(job.id)).state is State.CANCELLED
        assert is_cancelled == (answer is not None)
        return is_cancelled

    async def cancel(self) -> bool:
        return await self._cancelled(lambda message, job_id: self.actor.press(message, ids.cancel(job_id)))

    async def cancel_by_menu(self) -> bool:
        return await self._cancelled(lambda message, _job_id: self.actor.menu(self.channel, "Cancel Job", message))

    async def dm_results(self) -> bool:
        _, message = await self.result()
        before = len(self.at.posting.sent)
        await self.at.answer(self.actor, lambda: self.actor.menu(self.channel, "DM Results", message))
        return len(self.at.posting.sent) > before

    async def image_prompt(self) -> bool:
        _, message = await self.result()
        nonce = await self.actor.menu(self.channel, "Use as image prompt", message)
        await self.at.settled(self.actor, nonce)
        return any(each["nonce"] == nonce for each in self.actor.heard("INTERACTION_MODAL_CREATE"))

    async def use(self) -> bool:
        _, message = await self.result()
        menu = "Use this picture..."
        return await self.at.answer(self.actor, lambda: self.actor.menu(self.channel, menu, message)) is not None

    async def keep(self) -> bool:
        job_id, message = await self.result(1)
        await self.at.answer(self.actor, lambda: self.actor.press(message, ids.favourite(job_id)))
        return await self.at.store.album.favourites(job_id) == 1

    async def about(self) -> bool:
        job_id, message = await self.result(1)
        return await self.at.answer(self.actor, lambda: self.actor.press(message, ids.about(job_id))) is not None

    async def once(self) -> bool:
        job_id, message = await self.result(1)
        nonce = await self.actor.press(message, ids.once(job_id))
        await self.at.settled(self.actor, nonce)
        return any(each["nonce"] == nonce for each in self.actor.heard("INTERACTION_MODAL_CREATE"))

    async def take_away(self) -> bool:
        job_id, message = await self.result(1)
        answer = await self.at.answer(self.actor, lambda: self.actor.press(message, ids.bin_of(job_id)))
        is_gone = await self.at.store.album.is_binned(job_id)
        assert is_gone == (answer is not None)
        return is_gone

    async def _reacted(self, message: Json, emoji: str) -> None:
        await self.actor.react(message, emoji)
        await until_seen(self.at, self.actor)  # type: ignore[arg-type] # it needs no studio
        await self.at.handled()

    async def letter(self) -> bool:
        _, message = await self.result()
        before = len(self.at.posting.sent)
        await self._reacted(message, "✉️")
        return len(self.at.posting.sent) > before

    async def cross_on_waiting(self) -> bool:
        job, message = await self.at.waiting(self.author, self.channel)
        await self._reacted(message, "❌")
        return (await self.at.store.jobs.get(job.id)).state is State.CANCELLED

    async def cross_on_result(self) -> bool:
        _, message = await self.result()
        await self._reacted(message, "❌")
        return message["id"] not in {each["id"] for each in await self.author.history(self.channel)}

    async def _limited(self) -> int:
        """The number of an entry that can be undone."""
        by = Act(99, "", guild_id=int(self.actor.guild()["id"]))
        entry = await self.at.store.limits.set(by, Place(Scope.MEMBER, next(_numbers)), "steps", 5)
        assert entry is not None
        return entry.number

    async def _is_undone(self, number: int) -> bool:
        entries = await self.at.store.audit.of(int(self.actor.guild()["id"]), limit=1_000)
        return any(each.undoes == number for each in entries)

    async def set_limit(self) -> bool:
        place = Place(Scope.SERVER, int(self.actor.guild()["id"]))
        await self.at.store.limits.set(Act(99, "", guild_id=place.id), place, "waiting", None)
        is_done = await self.typed("admin limits set", setting="waiting", value="400")
        assert is_done == bool(await self.at.store.limits.at(place.id, place))
        return is_done

    async def set_share(self) -> bool:
        guild_id = int(self.actor.guild()["id"])
        place = Place(Scope.ROLE, int(self.actor.guild()["roles"][-1]["id"]))
        await self.at.store.limits.set(Act(99, "", guild_id=guild_id), place, "boost", None)
        is_done = await self.typed("admin limits set", setting="boost", value="2", role=str(place.id))
        assert is_done == bool(await self.at.store.limits.at(guild_id, place))
        return is_done

    async def undo(self) -> bool:
        number = await self._limited()
        is_done = await self.typed("admin undo", number=number)
        assert is_done == await self._is_undone(number)
        return is_done

    async def press_undo(self) -> bool:
        number = await self._limited()
        is_done = await self.pressed(UNDO.format(number=number))
        assert is_done == await self._is_undone(number)
        return is_done

    def asked(self) -> Asked:
        """By Ada, where the cell is."""
        return Asked(next(_numbers), Person(int(self.author.id), "ada"), int(self.channel["id"]), self._guild)

    async def pressed(self, custom_id: str) -> bool:
        """A button that somebody finds under a message, pressed without a refusal."""
        posted = await self.at.with_button(self.channel, custom_id)
        message = await self.actor.wait_message(lambda each: each["id"] == posted)
        return await self.at.answer(self.actor, lambda: self.actor.press(message, custom_id)) is not None

    async def _order(self) -> str:
        """The id of an order that its author was asked about."""
        submission = await self.at.imagine.submit(self.asked(), "an apple --repeat 2")
        assert submission.question
        return submission.question.order.id

    @property
    def _guild(self) -> int:
        return int(self.actor.guild()["id"])

    async def order_yes(self) -> bool:
        order_id = await self._order()
        is_done = await self.pressed(f"{ids.ORDER}yes::{order_id}")
        order = await self.at.store.orders.get(order_id)
        assert order
        assert is_done == bool(await self.at.store.jobs.asked(order.interaction_id))
        return is_done

    async def order_cancel(self) -> bool:
        order_id = await self._order()
        _, begun = await self.at.imagine.orders.begin(self.asked(), order_id)
        is_done = await self.pressed(f"{ids.ORDER}cancel::{order_id}")
        states = {(await self.at.store.jobs.get(job.id)).state for job in begun.jobs}
        assert states == {State.CANCELLED if is_done else State.WAITING}
        return is_done

    async def queue_front(self) -> bool:
        job, _ = await self.at.waiting(self.author, self.channel)
        is_done = await self.pressed(f"FU::Queue::front::{job.id}")
        assert is_done == ((await self.at.store.jobs.get(job.id)).moved_at is not None)
        return is_done

    async def queue_cancel(self) -> bool:
        job, _ = await self.at.waiting(self.author, self.channel)
        is_done = await self.pressed(f"FU::Queue::cancel::{job.id}")
        assert is_done == ((await self.at.store.jobs.get(job.id)).state is State.CANCELLED)
        return is_done

    async def queue_stop(self) -> bool:
        posted = await self.at.with_button(self.channel, "FU::Queue::why::paused")
        message = await self.actor.wait_message(lambda each: each["id"] == posted)
        nonce = await self.actor.press(message, "FU::Queue::why::paused")
        await self.at.settled(self.actor, nonce)
        return any(each["nonce"] == nonce for each in self.actor.heard("INTERACTION_MODAL_CREATE"))

    async def queue_resume(self) -> bool:
        by = By(99, int(self.actor.guild()["id"]))
        await self.at.imagine.queue.hold(by, Hold(Halt.PAUSED, 99))
        is_done = await self.pressed("FU::Queue::resume")
        assert is_done == (await self.at.store.rulings.hold(by.guild_id) is None)
        await self.at.imagine.queue.hold(by, None)
        return is_done

    async def press_panel(self) -> bool:
        return await self.pressed("FU::Admin::panel::server")
