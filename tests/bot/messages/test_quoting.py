"""A member's words inside a message of the bot's."""

import random

import pytest

from bot.messages.quoting import MOST, bold, calm, shortened


@pytest.mark.parametrize(
    ("prompt", "shown"),
    [
        ("a *red* _apple_ ~x~ `y` ||z||", r"a \*red\* \_apple\_ \~x\~ \`y\` \|\|z\|\|"),
        ("[here](https://evil.example)", r"\[here\](<https://evil.example>)"),
        ("see https://a.example/b.c, or not.", "see <https://a.example/b.c>, or not."),
        ("a\nsecond\t\x07 line", "a second line"),
        ("back\\slash", r"back\\slash"),
        ("@everyone @here <@1> <@&2> <@!3>", "@\u200beveryone @\u200bhere <\u200b@1> <\u200b@&2> <\u200b@!3>"),
        ("<#1> </show:2> <:a:3> <a:b:4> <t:5:R> <id:home>", r"\<#1> \</show:2> \<:a:3> \<a:b:4> \<t:5:R> \<id:home>"),
        ("https://a.example/x_y_z.png?a=1&b=* cat", "<https://a.example/x_y_z.png?a=1&b=%2A> cat"),
        ("<https://a.example/1.png>::2 cat::1 dog", "<https://a.example/1.png>::2 cat::1 dog"),
        ("https://a.example/1.png::2 cat", "<https://a.example/1.png>::2 cat"),
        ("5 < 6 --ar 3:2", "5 < 6 --ar 3:2"),
        ("half \ud800 a character", "half \ufffd a character"),
        ("turned \u202eback", "turned back"),
        ("  ", "…"),
    ],
)
def test_words_have_no_effect(prompt: str, shown: str) -> None:
    """Markdown is escaped, mentions are broken, links unfold nothing, and it is one line."""
    assert bold(prompt) == f"**{shown}**"


def test_words_written_to_the_left_keep_to_themselves() -> None:
    """Member and progress stand beside them where they stand beside others."""
    assert bold("שלח אש --ar 3:2") == "**\u2068שלח אש\u2069 --ar 3:2**"
    assert bold("a تفاحة") == "**\u2068a تفاحة\u2069**"
    assert bold("pomme rouge, 赤いりんご") == "**pomme rouge, 赤いりんご**"


def some(alphabet: str, seed: int) -> str:
    """Up to 4,000 of these characters, in no order."""
    chance = random.Random(seed)
    return "".join(chance.choices(alphabet, k=chance.choice([1, 5, 50, 4000])))


ANY = "".join(map(chr, [*range(0x250), *range(0x300, 0x320), *range(0x590, 0x660), *range(0x1F3F0, 0x1F470), 0xD800]))
ANY += "\u200b\u200d\u202a\u202e\u2066\u2069@<>"


@pytest.mark.parametrize(
    "prompt", ["*" * 6000, "@" * 3000 + "everyone", "<@" * 3000, *(some(ANY, seed) for seed in range(60))]
)
def test_any_words_fit_and_mention_nobody(prompt: str) -> None:
    """Whatever they are."""
    shown = bold(prompt)
    assert len(shown.encode("utf-16-le", "surrogatepass")) // 2 <= MOST + 8
    assert "\n" not in shown
    assert "<@" not in shown
    assert "@everyone" not in shown
    assert "@here" not in shown
    shown.encode()


@pytest.mark.parametrize("prompt", [some("*_~`|[]\\a ", seed) for seed in range(60)])
def test_every_sign_of_markdown_is_escaped(prompt: str) -> None:
    """Read as Discord reads backslashes, the words are those that were typed."""
    inner = bold(prompt)[2:-2]
    at, read = 0, []
    while at < len(inner):
        assert inner[at] not in "*_~`|[]", inner
        at += inner[at] == "\\"
        read.append(inner[at])
        at += 1
    typed = " ".join(prompt.split()) or "…"
    assert "".join(read) == typed or ("".join(read).endswith(" …") and typed.startswith("".join(read)[:-2]))


def test_a_cut_parts_no_character_and_no_link() -> None:
    """A face keeps its colour, an accent its letter; a link that does not fit goes whole."""
    assert shortened("abcd👍🏽efgh", 8) == "abcd…"
    assert shortened("abcde\u0301fgh", 6) == "abcd…"
    shown = bold("x" * (MOST - 20) + " https://a.example/" + "b" * 50 + " end")
    assert "https" not in shown
    assert shown.endswith(" …**")


def test_parameters_outlive_a_cut() -> None:
    """They are short, and they are what is asked for next."""
    assert bold("word " * 1000 + "--ar 3:2 --no *").endswith(r" … --ar 3:2 --no \***")
    assert bold("word " * 1000 + "--no " + "thing, " * 200).endswith("word …**")


def test_a_calm_sentence_keeps_its_own_markdown() -> None:
    """It is ours; what it quotes mentions nobody."""
    assert calm("Use `--ar`, not\n@everyone.") == "Use `--ar`, not @\u200beveryone."
