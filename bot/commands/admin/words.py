"""/admin words: which words are not wanted here, tried out, and carried from one server to another."""

import io
from collections.abc import Iterable

import discord
from discord import app_commands

from bot.buttons.answers import reply, tell
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.commands.admin.deciding import by
from bot.commands.wording import said
from bot.messages.quoting import calm, shortened
from bot.policy.words.builtin import Builtin
from bot.policy.words.errors import WrongRule
from bot.policy.words.listing import ALLOWED, WEIGHTS, TooMany, lines_of, read_lines, room
from bot.policy.words.rules import allowed, rule
from bot.policy.words.verdict import Texts, judge
from bot.store import rulings
from bot.words import say

LONGEST = 1700
"""Characters of a list that is shown in a message; a longer one is a file."""
LARGEST_FILE = 256 * 1024

Weights = [app_commands.Choice(name=said(f"words.as.{name}"), value=name) for name in (*WEIGHTS, ALLOWED)]


def commands(desk: Desk) -> list[app_commands.Group]:
    """The group."""
    group = app_commands.Group(name="words", description=said("words.description"))

    @group.command(name="add", description=said("words.add"))
    @app_commands.describe(word=said("words.word"), weight=said("words.weight"))
    @app_commands.choices(weight=Weights)
    async def add(interaction: Interaction, word: str, weight: app_commands.Choice[str] | None = None) -> None:
        await added(interaction, desk, [(weight.value if weight else "refuse", word)])

    @group.command(name="remove", description=said("words.remove"))
    @app_commands.describe(word=said("words.word"))
    async def remove(interaction: Interaction, word: str) -> None:
        await removed(interaction, desk, word)

    @remove.autocomplete("word")
    async def offer(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        used = await desk.store.rulings.words(interaction.guild_id)
        known = [text for text, _ in used.rules] + sorted(used.allowed)
        found = [each for each in known if current.casefold() in each.casefold() and len(each) <= 100]
        return [app_commands.Choice(name=each, value=each) for each in found[:25]]

    @group.command(name="list", description=said("words.list"))
    async def show(interaction: Interaction) -> None:
        await listed(interaction, desk)

    @group.command(name="test", description=said("words.test"))
    @app_commands.describe(text=said("words.text"))
    async def test(interaction: Interaction, text: str) -> None:
        await tell(interaction, await tested(interaction, desk, text))

    @group.command(name="import", description=said("words.import"))
    @app_commands.describe(file=said("words.file"))
    async def take(interaction: Interaction, file: discord.Attachment) -> None:
        await imported(interaction, desk, file)

    @group.command(name="export", description=said("words.export"))
    async def give(interaction: Interaction) -> None:
        await reply(interaction, file=_file(await _lines(interaction, desk)))

    @group.command(name="builtin", description=said("words.builtin"))
    @app_commands.describe(name=said("words.builtin.name"), on=said("words.builtin.on"))
    @app_commands.choices(name=[app_commands.Choice(name=each.value, value=each.value) for each in Builtin])
    async def builtin(interaction: Interaction, name: app_commands.Choice[str], on: bool) -> None:
        await desk.store.rulings.decide(by(interaction), rulings.BUILTIN, name.value, on)
        key = "words.builtin.is_on" if on else "words.builtin.is_off"
        await tell(interaction, say(key, interaction.locale.value, name=name.value))

    return [group]


async def added(interaction: Interaction, desk: Desk, lines: Iterable[tuple[str, str]]) -> None:
    """Write them into the list, all or none."""
    locale = interaction.locale.value
    words: dict[str, object] = {}
    right: dict[str, object] = {}
    for weight, text in lines:
        try:
            if weight == ALLOWED:
                right[allowed(text)] = True
            else:
                words[rule(text).text] = int(WEIGHTS[weight])
        except WrongRule as wrong:
            await tell(interaction, f"`{_quoted(text)}`: {wrong.sentence(locale)}")
            return
    try:
        room(await desk.store.rulings.words(interaction.guild_id), words)
    except TooMany as too_many:
        await tell(interaction, say(too_many.key, locale, most=too_many.most))
        return
    made = await desk.store.rulings.decide_all(by(interaction), rulings.WORD, words)
    made += await desk.store.rulings.decide_all(by(interaction), rulings.ALLOWED, right)
    await tell(interaction, say("words.added" if made else "words.there", locale, count=len(made)))


async def removed(interaction: Interaction, desk: Desk, word: str) -> None:
    """Take it out, whether it is a rule or allowed."""
    text = " ".join(word.split())
    made = await desk.store.rulings.decide(by(interaction), rulings.WORD, text, None)
    made = await desk.store.rulings.decide(by(interaction), rulings.ALLOWED, text.casefold(), None) or made
    key = "words.removed" if made else "words.not_there"
    await tell(interaction, say(key, interaction.locale.value, word=_quoted(text)))


async def listed(interaction: Interaction, desk: Desk) -> None:
    """What is set here, and which of our lists are used."""
    locale = interaction.locale.value
    used = await desk.store.rulings.words(interaction.guild_id)
    lists = [
        f"{'✅' if used.uses(each) else '✖️'} **{each}**: {say(f'words.builtin.{each}', locale)}" for each in Builtin
    ]
    lines = await _lines(interaction, desk)
    head = "\n".join([say("words.lists", locale), *lists, "", say("words.own", locale, count=len(lines))])
    text = "\n".join(lines).replace("`", "'")
    if len(text) > LONGEST:
        await reply(interaction, content=head, file=_file(lines))
    else:
        await reply(interaction, content=f"{head}\n```\n{text}\n```" if text else head)


async def tested(interaction: Interaction, desk: Desk, text: str) -> str:
    """What matched, by which rule of which list, and what would follow."""
    locale = interaction.locale.value
    used = await desk.store.rulings.words(interaction.guild_id)
    lists = [each for each in Builtin if used.uses(each)]
    verdict = judge(Texts(text, text), used.own, lists)
    lines = []
    if verdict.minor:
        minor, sexual = _quoted(verdict.minor.minor), _quoted(verdict.minor.sexual)
        lines.append(say("words.test.minor", locale, minor=minor, sexual=sexual))
    own = {each for each, _ in used.rules}
    for found in verdict.found[:20]:
        where = say("words.test.own" if found.rule.text in own else "words.test.builtin", locale)
        name = next((name for name, weight in WEIGHTS.items() if weight is found.rule.weight), "")
        key = "words.test.disguised" if found.is_disguised else "words.test.plain"
        follows = say(f"words.as.{name}", locale)
        lines.append(
            say(key, locale, typed=_quoted(found.typed), rule=_quoted(found.rule.text), where=where, follows=follows)
        )
    return "\n".join(lines)[:1900] or say("words.test.nothing", locale)


async def imported(interaction: Interaction, desk: Desk, file: discord.Attachment) -> None:
    """The lines of a file, all or none; what is wrong is told with its line."""
    locale = interaction.locale.value
    if file.size > LARGEST_FILE:
        await tell(interaction, say("words.import.large", locale))
        return
    try:
        lines = read_lines((await file.read()).decode("utf-8-sig"))
    except UnicodeDecodeError:
        await tell(interaction, say("words.import.text", locale))
        return
    await added(interaction, desk, lines)


async def _lines(interaction: Interaction, desk: Desk) -> list[str]:
    return lines_of(await desk.store.rulings.words(interaction.guild_id))


def _file(lines: list[str]) -> discord.File:
    return discord.File(io.BytesIO("\n".join([*lines, ""]).encode()), "words.txt")


def _quoted(text: str) -> str:
    return shortened(calm(text).replace("`", "'"), 100)
