"""From one model's syntax to another's, with a word about all that the other one cannot say."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.errors import BotError
from bot.prompt.parse import RULES, Rules
from bot.prompt.prompt import Prompt
from bot.prompt.tokens import LONGEST, clean
from bot.syntax import midjourney, sentences, stable_diffusion
from bot.syntax.wish import Note, Syntax, Wish

HEAVY = 1.5
"""Above such weights Stable Diffusion's pictures break."""
SENTENCES = frozenset({Syntax.FLUX, Syntax.DALL_E})


class NothingToSay(BotError):
    """There is nothing to translate: write what is to be seen, beside parameters and signs."""

    def __init__(self) -> None:
        super().__init__("There is nothing to translate: write in words what is to be seen.")


class TooLong(BotError):
    """The prompt is longer than any model takes."""

    def __init__(self) -> None:
        super().__init__(f"The prompt has more than {LONGEST} characters: translate a part of it.")


@dataclass(frozen=True)
class Translated:
    """The prompt in the other syntax; `notes` are keys of sentences, each with what it names."""

    text: str
    notes: tuple[Note, ...] = ()


def translate(text: str, source: Syntax, target: Syntax, rules: Rules = RULES) -> Translated:
    """The same wish in the other syntax. Raises WrongPrompt for a wrong one of Midjourney's, NothingToSay, TooLong."""
    wish = read(text, source, rules)
    if not wish.pieces:
        raise NothingToSay
    if target is Syntax.MIDJOURNEY:
        told, kept = midjourney.write(wish, rules)
        return Translated(told, (*wish.notes, *_of_parts(wish), *_lost(wish, {*kept.settings})))
    if target is Syntax.STABLE_DIFFUSION:
        known = stable_diffusion.known_settings(wish)
        return Translated(stable_diffusion.write(wish), (*wish.notes, *_heavy(wish), *_lost(wish, known), *_seen(wish)))
    return Translated(
        sentences.write(wish, target), (*wish.notes, *_in_words(wish), *_lost(wish, {"aspect"}), *_seen(wish))
    )


def read(text: str, source: Syntax, rules: Rules = RULES) -> Wish:
    """What a prompt in this syntax wishes for. Raises WrongPrompt, TooLong."""
    if len(text) > LONGEST:
        raise TooLong
    if source is Syntax.MIDJOURNEY:
        return midjourney.read(text, rules)
    text = "\n".join(map(clean, text.splitlines()))
    return stable_diffusion.read(text) if source is Syntax.STABLE_DIFFUSION else sentences.read(text)


def recognised(text: str) -> Syntax:
    """The syntax that a prompt is most likely in; plain text is a sentence."""
    if stable_diffusion.is_it(text) and "::" not in text:
        return Syntax.STABLE_DIFFUSION
    return Syntax.MIDJOURNEY if midjourney.is_it(text) else Syntax.FLUX


def _lost(wish: Wish, known: set[str]) -> Iterator[Note]:
    """Settings that the other one has nothing like, as they would be typed."""
    lost = {name: value for name, value in wish.settings.items() if name not in known}
    if told := str(Prompt(parameters=lost)):
        yield "settings", told


def _seen(wish: Wish) -> Iterator[Note]:
    if wish.images:
        yield "images", ", ".join(each.link for each in wish.images)


def _of_parts(wish: Wish) -> Iterator[Note]:
    if any(len(chunk) > 1 for chunk in wish.chunks):
        yield "parts", ""


def _heavy(wish: Wish) -> Iterator[Note]:
    heavy = [piece for piece in (*wish.pieces, *wish.negative) if piece.weight > HEAVY]
    if heavy:
        yield "heavy", ", ".join(piece.words for piece in heavy)


def _in_words(wish: Wish) -> Iterator[Note]:
    if any(piece.weight != 1 for piece in wish.pieces):
        yield "degrees", ""
    if wish.negative:
        yield "negative", ", ".join(piece.words for piece in wish.negative)
