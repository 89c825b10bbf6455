"""One table of parameters: the manual, /help, autocomplete, the parser and the plan say the same of each."""

from dataclasses import fields
from pathlib import Path

import pytest

from bot.client import Fourup
from bot.commands.help import GROUPS, Help
from bot.prompt.completion import completions
from bot.prompt.errors import WrongPrompt
from bot.prompt.manual import entry, lines, usage
from bot.prompt.parse import Rules
from bot.prompt.read import read
from bot.prompt.table import PARAMETERS, Parameter
from bot.request import links, to_request
from bot.words import LOCALES, SOURCE, say, what
from engine.protocol import Parameters
from tests.bot.commands.test_help import page
from tests.fourup.test_effects import without_and_with

MANUAL = (Path(__file__).parents[2] / "docs" / "prompts.md").read_text(encoding="utf-8").partition("## Parameters")[2]
ELSEWHERE = {"zoom"}
"""What has its effect in a window of its own, and is not offered here."""
BESIDE_THE_ENGINE = {"speed", "stealth", "repeat"}
"""What the bot heeds: when it is drawn, who sees it, how many grids."""


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.typed)
async def test_everybody_says_the_same_of_a_parameter(parameter: Parameter) -> None:
    """Its spellings, its range and what it does; or, everywhere, that it cannot be used and why."""
    row = entry(parameter)
    spelled = ", ".join(f"`{each}`" for each in row.spellings)
    assert MANUAL.count(f"\n| {spelled} | {row.value} | {row.default} | {row.versions} | {row.what} |") == 1
    panel = Help(Fourup("1", on_online=lambda: None).commands, "1")
    for locale in LOCALES:
        pages = "\n".join(page(panel, locale, topic) for topic in GROUPS)
        told = [f"`{f'{line.typed} {line.shape}'.strip()}` {what(line.typed, line.what, locale)}" for line in lines()]
        own = [each for each, line in zip(told, lines(), strict=True) if line.typed == parameter.typed]
        assert len(own) == (0 if parameter.refused else 1)
        assert all(f"\n{each}" in pages for each in own)
    offered = {choice.value: choice.label for choice in completions(f"a {parameter.long[:-1]}")}
    if parameter.refused or parameter.name in ELSEWHERE:
        assert f"a {parameter.long}" not in offered
    else:
        assert offered[f"a {parameter.long}"].endswith(f"{parameter.long}  {usage(parameter) or parameter.what}")


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.typed)
def test_the_parser_and_the_plan_know_it_by_every_spelling(parameter: Parameter) -> None:
    """One is read and asked of the engine, or heeded by the bot; or refused by name, as the manual says it is."""
    for spelling in parameter.spellings:
        without, typed = without_and_with(parameter, f"--{spelling}")
        if parameter.refused:
            with pytest.raises(WrongPrompt) as caught:
                read(typed)
            assert [(each.kind, each.parameter) for each in caught.value.mistakes] == [("refused", f"--{spelling}")]
            assert say(parameter.refused, SOURCE) in caught.value.mistakes[0].message
            continue
        before, after = (read(each, Rules(is_zoom=True)).prompts for each in (without, typed))
        assert before != after
        requests = [
            to_request(prompts[0], "job", {link: link for link in links(prompts[0])}, 1) for prompts in (before, after)
        ]
        changed = [
            name for name in ("text", "negative", "references", "codes", "parameters") if _differ(requests, name)
        ]
        assert bool(changed) != (parameter.name in BESIDE_THE_ENGINE)


def test_the_engine_is_asked_for_nothing_that_cannot_be_typed() -> None:
    """Each of its parameters is a row of the table."""
    names = {parameter.name for parameter in PARAMETERS}
    assert {each.name for each in fields(Parameters)} - {"loras"} <= names
    assert "lora" in names


def _differ(requests: list[object], name: str) -> bool:
    return getattr(requests[0], name) != getattr(requests[1], name)
