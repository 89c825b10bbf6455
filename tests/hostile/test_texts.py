"""Every line of the table of texts, in whatever the bot repeats of it: it mentions nobody, and harms no reader."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest

from bot.commands.admin.member import LONGEST_REASON
from bot.jobs.job import Asked, Job
from bot.jobs.job import Member as Author
from bot.messages import files, lines
from bot.messages.quoting import MOST_MARKS, bold, calm, quoted
from playground.member import Json, Member
from tests.bot.drawing import Studio
from tests.bot.messages.jobs import job
from tests.hostile.texts import TEXTS, Text

every_text = pytest.mark.parametrize("text", TEXTS, ids=[each.words for each in TEXTS])

ORDERS = re.compile("[\u202a-\u202e\u2066\u2067]")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200e\u200f\u2060\u3164\ufeff\ud800-\udfff]")
MENTION = re.compile(r"@(?:everyone|here)|<@[!&]?\d+>|(?<!\\)<(?:#|/[\w -]+:|a?:\w+:|id:)")
INVITE = re.compile(r"(?<![<\w/.])discord(?:\.gg|(?:app)?\.com/invite)/", re.IGNORECASE)
MASKED = re.compile(r"(?<!\\)\]\(")
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(?:\*|_|~|`|\||\[)")


def harm_in(told: str, own: str = "") -> list[str]:
    """What is wrong with a text that members see; `own` is a mention of ours that is meant."""
    told = told.replace(own, "") if own else told
    found = [name for name, form in (("order", ORDERS), ("mention", MENTION), ("invite", INVITE)) if form.search(told)]
    found += ["unseen"] if UNSEEN.search(told.replace("\n", "")) else []
    found += ["isolate"] if told.count("\u2068") != told.count("\u2069") else []
    marks = (
        len([*run])
        for is_mark, run in groupby(told, lambda each: unicodedata.category(each) in {"Mn", "Me"})
        if is_mark
    )
    return found + (["tower"] if max(marks, default=0) > MOST_MARKS else [])


def job_of(text: str) -> Job:
    """A job with this prompt, of a member of this name."""
    return replace(job(text), asked=Asked(1, Author(2, text, "en-US"), 3, 4))


@every_text
@pytest.mark.parametrize("show", [bold, quoted], ids=["in a message of its own", "in a sentence"])
def test_words_have_no_effect_and_hide_nothing(text: Text, show: Callable[[str], str]) -> None:
    """No mention, no mask, no markdown, no order of direction, no tower, one line, so long and no longer."""
    told = show(text.text)
    assert harm_in(told) == []
    assert "\n" not in told
    assert len(told.encode("utf-16-le")) // 2 <= 1600
    inner = told[2:-2] if show is bold else told
    assert not UNESCAPED.search(re.sub(r"<https?://[^\s<>]*>", "", inner)), told
    assert not MASKED.search(re.sub(r"<https?://[^\s<>]*>", "", inner))


@every_text
def test_sentences_that_quote_mention_nobody(text: Text) -> None:
    """They keep their own markdown, and nothing that cannot be seen."""
    assert harm_in(re.sub(r"</|<#|<a?:|<id:", "", calm(text.text))) == []


@every_text
def test_the_names_of_files_are_plain(text: Text) -> None:
    """Letters, digits and underscores, whatever a member is called and asks for."""
    assert re.fullmatch(r"[a-z0-9_]{1,200}_[0-9a-f-]{36}\.png", files.file_name(job_of(text.text), "png"))


async def test_prompts_are_answered_without_harm(studio: Studio, ada: Member) -> None:
    """Every one of them, for all to see or as a refusal for its author; nobody is pinged."""
    for text in TEXTS:
        prompt = text.text.encode("utf-16", "replace").decode("utf-16")
        answer = await typed(ada, "imagine", prompt=prompt)
        assert (answer["mentions"], answer["mention_roles"], answer["mention_everyone"]) == ([], [], False), text.words
        assert harm_in(answer["content"], f"<@{ada.id}>") == [], text.words
        assert len(answer["content"]) <= 2000, text.words
    for each in await studio.store.jobs.of(int(ada.id)):
        for told in (lines.stopped(each), lines.result(each), lines.by_dm(each)):
            assert harm_in(told, f"<@{ada.id}>") == []
            assert len(told) <= 2000
        assert set(harm_in(files.alt_text(each))) <= {"mention"}, "which has no effect there"


async def test_reasons_of_moderators_are_told_without_harm(studio: Studio, mo: Member, ada: Member) -> None:
    """To the member, in a direct message of the bot's; a masked link in it would look like the bot's own word."""
    for text in TEXTS:
        if len(text.text) > LONGEST_REASON or re.search("[\n\ud800-\udfff]", text.text):
            continue
        await typed(mo, "admin member warn", member=ada.id, reason=text.text)
        shown = await typed(mo, "admin member show", member=ada.id)
        assert not MASKED.search(shown["content"]), text.words
        assert harm_in(shown["content"], f"<@{ada.id}>") == [], text.words
        assert (shown["mentions"], shown["mention_everyone"]) == ([], False)
    for told in ada.heard("MESSAGE_CREATE"):
        assert not MASKED.search(told["content"])
        assert harm_in(told["content"], f"<@{ada.id}>") == []
        assert not told["mention_everyone"]
    assert (
        sum(each["content"].startswith("The moderators of ") for each in ada.heard("MESSAGE_CREATE")) > len(TEXTS) / 2
    )


async def typed(member: Member, command: str, /, **options: Any) -> Json:
    """The answer to a command in #general."""
    nonce = await member.slash(member.channel("general"), command, **options)
    return await member.wait_message(lambda message: message.get("nonce") == nonce)
