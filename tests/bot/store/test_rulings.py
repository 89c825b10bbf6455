"""What moderators have decided: kept, found, audited, undone."""

import pytest

from bot.policy.standing import Ruling, Standing
from bot.policy.words.builtin import Builtin
from bot.store.audit import Act
from bot.store.errors import CannotUndo
from bot.store.rulings import ALLOWED, BAN, BUILTIN, HIDDEN, KINDS, MUTE, REPORTS, WARNING, WORD, By
from bot.store.store import Store

MO = By(2, 8, 7)
UNDO = Act(2, "", guild_id=8)


async def test_words_are_those_of_their_server(store: Store) -> None:
    """Elsewhere the bot's own lists hold as they come."""
    await store.rulings.decide_all(MO, WORD, {"blood": 2, "mud*": 0})
    await store.rulings.decide(MO, ALLOWED, "blood orange", True)
    await store.rulings.decide(MO, BUILTIN, "gore", True)
    used = await store.rulings.words(8)
    assert used.rules == (("blood", 2), ("mud*", 0))
    assert used.allowed == {"blood orange"}
    assert used.uses(Builtin.GORE)
    for elsewhere in (await store.rulings.words(9), await store.rulings.words(None)):
        assert (elsewhere.rules, elsewhere.uses(Builtin.GORE), elsewhere.uses(Builtin.EXPLICIT)) == ((), False, True)


async def test_a_member_stands_in_each_server_by_itself(store: Store) -> None:
    """Outside of servers, mutes and bans of every one count, the longest of a kind."""
    await store.rulings.decide(MO, WARNING, "1", {"reason": "spam"})
    await store.rulings.decide(MO, MUTE, "1", {"reason": "noise", "until": 90})
    await store.rulings.decide(By(3, 9), MUTE, "1", {"reason": "louder", "until": 95})
    assert await store.rulings.standing(1, 8) == Standing(Ruling(8, "spam"), Ruling(8, "noise", 90))
    assert await store.rulings.standing(1, None) == Standing(mute=Ruling(9, "louder", 95))
    assert await store.rulings.standing(2, 8) == Standing()
    await store.rulings.acknowledge(1, 8)
    assert (await store.rulings.standing(1, 8)).warning is None


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_is_undone(store: Store, kind: str) -> None:
    """From nothing to something, to something else, and all the way back."""
    first = await store.rulings.decide(MO, kind, "1", {"reason": "one"})
    second = await store.rulings.decide(MO, kind, "1", {"reason": "two"})
    assert first
    assert second
    with pytest.raises(CannotUndo):
        await store.audit.undo(first.number, UNDO)
    await store.audit.undo(second.number, UNDO)
    assert await store.rulings.one(8, kind, "1") == {"reason": "one"}
    await store.audit.undo(first.number, UNDO)
    assert await store.rulings.one(8, kind, "1") is None


async def test_what_was_so_before_is_no_act(store: Store) -> None:
    """The log has only what changed something."""
    assert await store.rulings.decide(MO, REPORTS, "", {"channel": "5"})
    assert await store.rulings.decide(MO, REPORTS, "", {"channel": "5"}) is None
    assert await store.rulings.decide(MO, BAN, "1", None) is None
    assert len(await store.audit.of(8)) == 1


async def test_a_hidden_picture_is_known_everywhere(store: Store) -> None:
    """By its own id, or by what it was taken out of."""
    await store.rulings.decide(MO, HIDDEN, "a job", {"deleted": False})
    assert await store.rulings.are_hidden(["another", "a job"])
    assert not await store.rulings.are_hidden(["another"])


async def test_a_picture_is_reported_once(store: Store) -> None:
    """The second report changes nothing."""
    assert await store.rulings.report(8, "a job", 1)
    assert not await store.rulings.report(8, "a job", 2)
