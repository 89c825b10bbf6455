"""Results of members who want them by direct message, too."""

from bot.prompt.personal import Habit
from playground.member import Json, Member
from tests.bot.delivery.house import House


async def test_a_result_comes_by_direct_message_too(house: House, ada: Member, pictures: Json) -> None:
    """Beside the one in the channel, with id and seed."""
    await house.store.preferences.change(int(ada.id), lambda mine: mine.turned(Habit.AUTO_DM))
    async with house.delivering():
        job = await house.answered(ada, pictures)
        await house.rendered(job)
        letter = await ada.wait_message(lambda each: "**Job ID**" in each["content"])
        await house.stands(pictures["id"], "**a red apple**")
    assert job.id in letter["content"]
    assert len(letter["attachments"]) == 5
