"""English: the source that every other locale translates."""

from collections.abc import Mapping

from bot.words.en import (
    admin,
    after,
    answers,
    commands,
    delivery,
    helping,
    history,
    hosting,
    limits,
    mine,
    moderation,
    orders,
    pictures,
    privacy,
    queue,
    queueing,
    regions,
    rules,
    using,
)

WORDS: Mapping[str, str] = {
    **admin.WORDS,
    **after.WORDS,
    **answers.WORDS,
    **commands.WORDS,
    **delivery.WORDS,
    **helping.WORDS,
    **history.WORDS,
    **hosting.WORDS,
    **limits.WORDS,
    **mine.WORDS,
    **moderation.WORDS,
    **orders.WORDS,
    **pictures.WORDS,
    **privacy.WORDS,
    **queue.WORDS,
    **queueing.WORDS,
    **regions.WORDS,
    **rules.WORDS,
    **using.WORDS,
}
