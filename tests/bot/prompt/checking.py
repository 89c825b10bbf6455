"""What holds for whatever is typed: the assertions that random prompts and the fuzzer share."""

from bot.prompt.completion import LONGEST, completions
from bot.prompt.errors import Mistake, WrongPrompt
from bot.prompt.personal import Personal
from bot.prompt.read import parse, read
from bot.prompt.tokens import clean

# What only somebody who knows what is to be seen can correct, and what may be all that is left of a prompt.
LAST = {"empty", "lonely", "textless"}

MINE = Personal({"mood": "dark and gloomy --s 750", "v": "no", "cats": "{red, blue} cats"}, "--no people --c 10")


def check(typed: str) -> bool:
    """Everything that holds for one of them; True for a right one."""
    try:
        order = read(typed)
    except WrongPrompt as wrong:
        check_mistakes(wrong)
        return False
    for prompt in order.prompts:
        text = str(prompt)
        assert parse(text) == prompt, typed
        assert str(parse(text)) == text, typed
        assert sum(part.weight for part in prompt.text) > 0 or not prompt.text
        assert text == clean(text)
        assert isinstance(prompt.to_dict(), dict)
    return True


def check_mistakes(wrong: WrongPrompt) -> None:
    """Each is told whole, and what is corrected has none of them left."""
    cures = {each.corrected for each in wrong.mistakes} - {None}
    assert len(cures) <= 1
    for each in wrong.mistakes:
        assert each.title
        assert each.message.endswith((".", "?"))
    for cure in cures:
        left = mistakes(str(cure))
        assert all(each.corrected is None for each in left), cure
        assert {each.kind for each in left} <= LAST, cure


def check_around(typed: str) -> None:
    """What stands around reading: completions begin with the text as typed, a member's own is added."""
    for choice in completions(typed)[:1]:
        assert choice.value == typed or not typed.strip()
        assert 0 < len(choice.label) <= LONGEST
    expanded = MINE.expanded(typed)
    assert expanded == clean(expanded)


def mistakes(typed: str) -> tuple[Mistake, ...]:
    """What is wrong with it."""
    try:
        read(typed)
    except WrongPrompt as wrong:
        return wrong.mistakes
    return ()
