"""English: the source that every other locale translates."""

from collections.abc import Mapping

from bot.words.en import answers, commands, delivery, helping, pictures, queue

WORDS: Mapping[str, str] = {
    **answers.WORDS,
    **commands.WORDS,
    **delivery.WORDS,
    **helping.WORDS,
    **pictures.WORDS,
    **queue.WORDS,
}
