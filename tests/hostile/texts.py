"""Every text that may stand in a prompt, a name or a reason so as to harm those who read it, in one table."""

from dataclasses import dataclass

ZALGO = "h" + "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308" * 8 + "e" + "\u0489" * 40 + "llo"


@dataclass(frozen=True)
class Text:
    """One of them, with the words of the list of dangers it is held against."""

    words: str
    text: str


TEXTS = [
    Text("everyone", "an apple @everyone"),
    Text("here", "@here an apple"),
    Text("everyone, taken apart", "an apple @\u200beveryone @\u2060here"),
    Text("everyone, in a word", "a@everyone@here"),
    Text("a role", "an apple <@&1>"),
    Text("a member", "an apple <@1> <@!1>"),
    Text("a channel", "an apple <#1> <id:guide>"),
    Text("a command", "an apple </imagine:1>"),
    Text("an emoji", "an apple <:owl:1> <a:owl:1>"),
    Text("an invite", "join discord.gg/free now"),
    Text("an invite with its scheme", "join https://discord.gg/free now"),
    Text("an invite by the long way", "join DISCORD.com/invite/free and discordapp.com/invite/free"),
    Text("a masked link", "[an apple](https://evil.test)"),
    Text("a masked link in <>", "[https://discord.com](<https://evil.test>)"),
    Text("a masked link across lines", "[an\napple](https://evil.test)"),
    Text("](", "an apple](https://evil.test)"),
    Text("a fence", "an apple ``` @everyone ```"),
    Text("fences nested", "`````` an apple `` ` ``"),
    Text("a heading", "# an apple\n## an owl\n-# small\n> said\n>>> all"),
    Text("a list", "- an apple\n* an owl\n1. a fox"),
    Text("bold and its end", "**an apple** __an owl__ ||a fox|| ~~a cat~~ _a dog_ *"),
    Text("backslashes", "an apple \\** \\\\** \\"),
    Text("bidi override", "an \u202eelppa\u202c apple"),
    Text("bidi embedding", "an \u202a\u202b\u202d apple"),
    Text("bidi isolates that do not end", "an apple \u2066\u2067\u2068"),
    Text("bidi marks", "an\u200f apple\u200e\u061c"),
    Text("words written to the left", "תפוח אדום"),
    Text("zero width", "an\u200bap\u200cp\u200dle\ufeff\u2060\u00ad"),
    Text("nothing but zero width", "\u200b\u200b\u2060\ufeff"),
    Text("fillers", "\u3164\uffa0\u115f an apple"),
    Text("tags", "an apple \U000e0041\U000e0042"),
    Text("zalgo", ZALGO),
    Text("zalgo alone", "\u0300" * 400),
    Text("control characters", "an\x00 apple\x07\x1b[31m\x7f\x9b"),
    Text("half a character", "an apple \ud83c"),
    Text("lines", "an apple\n\n\n\n" * 40),
    Text("huge, one word", "a" * 5000),
    Text("huge, words", "an apple " * 600),
    Text("huge, signs", "*" * 5000),
    Text("huge, outside of the first plane", "🦉" * 2900),
    Text("a time", "<t:0:R> <t:99999999999:F>"),
]
