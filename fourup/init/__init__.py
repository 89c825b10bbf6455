"""`fourup init`: from a token to a configuration and an invite link, written over nothing that is there."""

import sys
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.prompt import Confirm

from fourup.complaints import variable
from fourup.errors import CannotInitialise
from fourup.init.files import TOKEN_FILE, write_configuration, write_token
from fourup.init.portal import PORTAL, SCREENS
from fourup.init.token import bot_of, given_token
from fourup.settings import load, named_file


@dataclass(frozen=True)
class Wishes:
    """What was typed."""

    config: Path | None = None
    token_file: Path | None = None
    replaces: bool = False


def init(wishes: Wishes, console: Console) -> None:
    """Ask for the token, check it, write what lacks, and print the link that adds the bot to a server.

    A configuration that is there stays as it is. Raises FourupError, and has written nothing then.
    """
    path = named_file(wishes.config)
    is_new = not path.exists()
    settings = load(path, may_lack=True)
    place = path.parent / TOKEN_FILE if is_new else settings.discord.token_file
    if place is None:
        raise CannotInitialise(
            f'{path} is there already and names no file for the token: write token_file = "{TOKEN_FILE}" below '
            "[discord] in it, then run `fourup init` again."
        )
    if place.exists():
        _allow_replacing(place, wishes, console)
    if sys.stdin.isatty() and wishes.token_file is None:
        _explain(console)
    token = given_token(wishes.token_file, console)
    bot = bot_of(token, settings.discord.api_base)
    console.print(f"The token is that of {bot.name}.", markup=False, highlight=False)
    write_token(place, token)
    if is_new:
        write_configuration(path)
    _print_end(console, path if is_new else None, place)
    if settings.discord.token:
        said = f"{variable('discord.token')} is set, and counts over that file: take it out of the environment."
        console.print(said, style="yellow", highlight=False)
    for finding in bot.application:
        if finding.status != "ok":
            console.print(f"{finding.message}: {finding.cure}", style="yellow", markup=False, highlight=False)
    link = bot.application[-1].message.partition(" ")[0]
    console.print("\nTo add the bot to a server of yours, open", link, sep="\n", markup=False, highlight=False)
    console.print("\nThen start it with `fourup run`; `fourup doctor` says whether all is well.", highlight=False)


def _allow_replacing(place: Path, wishes: Wishes, console: Console) -> None:
    """Raises CannotInitialise where nobody allows it."""
    if wishes.replaces:
        return
    if sys.stdin.isatty() and Confirm.ask(f"{place} holds a token. Replace it?", console=console, default=False):
        return
    raise CannotInitialise(f"{place} holds a token, which stays: `fourup init --replace` puts another in its place.")


def _explain(console: Console) -> None:
    console.print(f"Open {PORTAL} and log in. What its screens ask for:\n", highlight=False)
    for number, screen in enumerate(SCREENS, start=1):
        console.print(f"{number}. {screen.title}", style="bold", highlight=False)
        for setting in screen.settings:
            console.print(f"   {setting}", highlight=False)
    console.print()


def _print_end(console: Console, configuration: Path | None, token: Path) -> None:
    if configuration:
        console.print(f"Wrote {configuration}.", markup=False, highlight=False)
    console.print(f"Wrote {token}, which nobody but you can read.", markup=False, highlight=False)
