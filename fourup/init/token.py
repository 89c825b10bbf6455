"""Where the token for `fourup init` comes from, and who Discord says that it belongs to."""

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.prompt import Prompt

from fourup.doctor.account import application_id
from fourup.doctor.asking import asking
from fourup.doctor.discord_side import application_findings
from fourup.doctor.finding import Finding
from fourup.errors import CannotInitialise, DiscordUnreachable, TokenRefused


@dataclass(frozen=True)
class Bot:
    """Whose token it is, and what doctor says of the application, the invite link last."""

    name: str
    application: tuple[Finding, ...]


def given_token(file: Path | None, console: Console) -> str:
    """From the file, from a person who types it unseen, or from a pipe. Raises CannotInitialise where it is none."""
    if file is not None:
        token = _read(file)
    elif sys.stdin.isatty():
        token = Prompt.ask("Token (it stays invisible)", console=console, password=True)
    else:
        token = sys.stdin.readline()
    token = token.strip()
    if not token:
        raise CannotInitialise(
            "There is no token: type it, pipe it into `fourup init`, or name a file that holds it with --token-file."
        )
    if application_id(token) is None:
        raise CannotInitialise(
            "That has not the form of a bot's token: three parts with dots between them, and nothing around. Copy it "
            "from the Bot page (Reset Token); Public Key and Client Secret are other things."
        )
    return token


def bot_of(token: str, api_base: str | None) -> Bot:
    """Ask Discord. Raises TokenRefused, DiscordUnreachable."""
    return asyncio.run(_bot_of(token, api_base))


async def _bot_of(token: str, api_base: str | None) -> Bot:
    async with asking(api_base, token) as ask:
        user = await ask("/users/@me")
        if user.status == 401:
            raise TokenRefused
        if user.status != 200 or "id" not in user.body:
            raise DiscordUnreachable(f"it answers {user.status}")
        application = await ask("/oauth2/applications/@me")
    return Bot(_name(user.body), tuple(application_findings(application)))


def _name(user: Mapping[str, Any]) -> str:
    """As Discord shows a bot: its name, and the four digits that bots still have."""
    digits = user.get("discriminator", "0")
    return str(user["username"]) if digits == "0" else f"{user['username']}#{digits}"


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise CannotInitialise(f"There is no token in {file}: give the path of a file that holds it.") from None
