"""Commands that need something typed, what stands under their answers, and what members set for themselves."""

from collections.abc import Awaitable, Callable

from bot.commands import ask
from bot.commands.describing import picture, shortening, translating
from bot.commands.help import TOPIC
from bot.commands.mine import settings
from bot.prompt.personal import Personal
from bot.store.rulings import REPORTS, By
from playground.member import Json, Member
from tests.bot.trying.cell import Try
from tests.pictures import png

Trying = Callable[[Try], Awaitable[bool]]
PROMPT = "a very red apple on a table"
FOX = {"image": ("fox.png", png())}
SYNTAXES = {"prompt": PROMPT, "from": "midjourney", "to": "stable-diffusion"}


def typing(command: str, /, **options: object) -> Trying:
    """A command with these options."""

    async def trying(one: Try) -> bool:
        return await one.typed(command, **options)

    return trying


def setting(command: str, /, **options: object) -> Trying:
    """A command after which something else is set for its member; it is put back."""

    async def trying(one: Try) -> bool:
        preferences, member_id = one.at.store.preferences, int(one.actor.id)
        opposite = Personal(settings="--relax --stealth" if command in {"fast", "public"} else "")
        before = await preferences.change(member_id, lambda _mine: opposite)
        is_done = await one.typed(command, **options)
        assert is_done == (await preferences.of(member_id) != before)
        await preferences.change(member_id, lambda _mine: Personal())
        return is_done

    return trying


def ruling(command: str, /, is_about_somebody: bool = False, **options: object) -> Trying:
    """A command of a manager's: no entry of the log where it is refused."""

    async def trying(one: Try) -> bool:
        guild = one.actor.guild()
        given = options | ({"member": one.at.people["bo"].id} if is_about_somebody else {})
        before = len(await one.at.store.audit.of(int(guild["id"]), limit=1_000))
        is_done = await one.typed(command, **given)
        after = len(await one.at.store.audit.of(int(guild["id"]), limit=1_000))
        assert is_done or after == before, "what is refused must not be written"
        return is_done

    return trying


async def answer_of(one: Try, by: Member, command: str, **options: object) -> Json:
    """The answer to somebody's command."""
    found = await one.at.answer(by, lambda: by.slash(one.channel, command, **options))
    assert found, f"no answer to /{command}"
    return await by.wait_message(lambda each: each["id"] == found["id"] and bool(each["components"]))


async def opens(one: Try, acting: Callable[[], Awaitable[str]]) -> Json | None:
    """The window that this opens; None where it opens none."""
    nonce = await acting()
    await one.at.settled(one.actor, nonce)
    return next((each for each in one.actor.heard("INTERACTION_MODAL_CREATE") if each["nonce"] == nonce), None)


def offering(command: str, custom_id: str, /, **options: object) -> Trying:
    """A button under an answer of Ada's that all see, which opens a window with a prompt; that one draws."""

    async def trying(one: Try) -> bool:
        message = await answer_of(one, one.author, command, **options)
        window = await opens(one, lambda: one.actor.press(message, custom_id))
        if window is None:
            return False
        field = window["components"][0]["components"][0]["custom_id"]
        return await one.makes(lambda: one.actor.submit(window, **{field: "an apple"}))

    return trying


def pressing(command: str, custom_id: str, values: list[str] | None = None, /, **options: object) -> Trying:
    """A button or a select under an answer of Ada's that all see."""

    async def trying(one: Try) -> bool:
        message = await answer_of(one, one.author, command, **options)
        return await one.at.answer(one.actor, lambda: one.actor.choose(message, custom_id, values)) is not None

    return trying


def turning(command: str, custom_id: str, values: list[str] | None = None, /, **options: object) -> Trying:
    """A button or a select under an answer that its own member alone sees."""

    async def trying(one: Try) -> bool:
        message = await answer_of(one, one.actor, command, **options)
        return await one.at.answer(one.actor, lambda: one.actor.choose(message, custom_id, values)) is not None

    return trying


async def history_find(one: Try) -> bool:
    """The window for words, and what comes of it."""
    message = await answer_of(one, one.actor, "history")
    buttons = [each for row in message["components"][0]["components"] for each in row.get("components", [])]
    custom_id = next(each["custom_id"] for each in buttons if each.get("custom_id", "").startswith("FU::HistoryFind"))
    window = await opens(one, lambda: one.actor.press(message, custom_id))
    assert window
    words = window["components"][0]["component"]["custom_id"]
    return await one.at.answer(one.actor, lambda: one.actor.submit(window, **{words: "apple"})) is not None


async def another_section(one: Try) -> bool:
    """One of those that are offered beside the answer."""
    message = await answer_of(one, one.actor, "ask", question="how do I make a picture bigger?")
    found = [each.get("custom_id", "") for row in message["components"] for each in row.get("components", [])]
    custom_id = next(each for each in found if each.startswith(ask.SEE))
    return await one.at.answer(one.actor, lambda: one.actor.press(message, custom_id)) is not None


async def report(one: Try) -> bool:
    """Moderators are told; where there are none, nobody is."""
    guild_id = int(one.actor.guild()["id"])
    channel = next(each for each in one.actor.guild()["channels"] if each["name"] == "general")
    await one.at.store.rulings.decide(By(99, guild_id), REPORTS, "", {"channel": int(channel["id"])})
    _, message = await one.result(1)
    answer = await one.at.answer(one.actor, lambda: one.actor.menu(one.channel, "Report picture", message))
    return answer is not None and answer["content"].startswith("Thank you.")


COMMANDS: dict[str, Trying] = {
    "`/describe`": typing("describe", **FOX),
    "`/shorten`": typing("shorten", prompt=PROMPT),
    "`/ask`": typing("ask", question="how do I make a picture bigger?"),
    "`/ask`'s buttons": another_section,
    "`/translate`": typing("translate", **SYNTAXES),
    "`/describe`'s 1️⃣ to 4️⃣": offering("describe", f"{picture.NUMBER}2", **FOX),
    "`/describe`'s 🎉": pressing("describe", picture.ALL, **FOX),
    "`/describe`'s 🔄": pressing("describe", picture.RETRY, **FOX),
    "`/describe`'s form": pressing("describe", f"{picture.SELECT}0", ["flux"], **FOX),
    "`/shorten`'s 1️⃣ to 5️⃣": offering("shorten", f"{shortening.NUMBER}2", prompt=PROMPT),
    "`/shorten`'s 📊": pressing("shorten", shortening.DETAILS, prompt=PROMPT),
    "`/translate`'s form": turning("translate", translating.SELECT, ["midjourney"], **SYNTAXES),
    "`/help`'s topics": turning("help", TOPIC, ["help.buttons"]),
    "`/settings`'s buttons": turning("settings", f"{settings.PREFIX}turbo"),
    "`/history`'s 🔎": history_find,
    "`/prefer option set`": setting("prefer option set", option="mine", value="--ar 3:2"),
    "`/prefer suffix`": setting("prefer suffix", new_value="--ar 3:2"),
    "`/prefer remix`": setting("prefer remix"),
    "`/prefer variability`": setting("prefer variability"),
    "`/prefer auto_dm`": setting("prefer auto_dm"),
    **{f"`/{name}`": setting(name) for name in ("fast", "relax", "turbo", "stealth", "public")},
    "Report picture": report,
    "`/admin limits clear`": ruling("admin limits clear", setting="steps"),
    "`/admin retention`": ruling("admin retention", days=30),
    "`/admin words add`": ruling("admin words add", word="plum"),
    "`/admin words remove`": ruling("admin words remove", word="plum"),
    "`/admin words test`": ruling("admin words test", text="plum"),
    "`/admin words import`": ruling("admin words import", file=("words.txt", b"quince\n")),
    "`/admin words builtin`": ruling("admin words builtin", name="gore", on=True),
    "`/admin member warn`": ruling("admin member warn", True, reason="x"),
    "`/admin member mute`": ruling("admin member mute", True, reason="x", time="1h"),
    "`/admin member unmute`": ruling("admin member unmute", True),
    "`/admin member ban`": ruling("admin member ban", True, reason="x"),
    "`/admin member unban`": ruling("admin member unban", True),
    "`/admin member show`": ruling("admin member show", True),
    "`/admin pictures check`": ruling("admin pictures check", on=False),
}
