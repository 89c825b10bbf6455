"""The `fourup` command: what can be typed, and which part of Fourup does it."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from fourup import __version__
from fourup.errors import FourupError, PackageMissing
from fourup.typed import ConfigOption, models

app = typer.Typer(
    help="A Discord bot that makes pictures, on a machine of your own.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
db = typer.Typer(
    help="The database and its pictures: brought up to date, looked at, copied, put back.", no_args_is_help=True
)
app.add_typer(db, name="db")
app.add_typer(models, name="models")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"fourup {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def play(
    port: Annotated[
        int | None, typer.Option(help="Where it listens; 8420 unless configured.", min=1, max=65535)
    ] = None,
    host: Annotated[str | None, typer.Option(help="An address of this machine; 127.0.0.1 unless configured.")] = None,
    data: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The folder that keeps everything; ./fourup-play unless configured."),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
    config: ConfigOption = None,
) -> None:
    """Discord on this machine with the bot in it; needs no account."""
    from fourup.play.server import Place
    from fourup.play.supervisor import Wishes
    from fourup.play.supervisor import play as run_playground
    from fourup.play.terminal import Terminal
    from fourup.settings import load, with_options

    chosen = {key: value for key, value in (("host", host), ("port", port), ("data", data)) if value is not None}
    settings = with_options(load(config).play, chosen)
    place = Place(settings.host, settings.port, settings.data)
    asyncio.run(run_playground(Wishes(place, config, opens_browser=not no_browser), Terminal(Console())))


@app.command()
def run(
    config: ConfigOption = None,
    exit_with_parent: Annotated[
        bool, typer.Option("--exit-with-parent", hidden=True, help="Stop when standard input ends.")
    ] = False,
) -> None:
    """The bot on Discord, until Ctrl-C; `fourup init` writes the configuration that it needs."""
    from fourup.run import run as run_bot
    from fourup.settings import load

    run_bot(load(config), exit_with_parent=exit_with_parent)


@app.command()
def init(
    token_file: Annotated[
        Path | None,
        typer.Option("--token-file", metavar="FILE", help="A file that holds the token; otherwise it is asked for."),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of the token that is there.")] = False,
    config: ConfigOption = None,
) -> None:
    """Ask for the bot's token, check it, write the configuration, and print the link that adds the bot to a server."""
    from fourup.init import Wishes
    from fourup.init import init as initialise

    initialise(Wishes(config, token_file, replace), Console(soft_wrap=True))


@app.command()
def doctor(
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Look at everything that Fourup needs, and name the cure of what is missing; exits 1 where something is."""
    from fourup.doctor import examine

    raise typer.Exit(examine(config, as_json=as_json))


@app.command()
def explain(
    prompt: Annotated[
        str | None,
        typer.Argument(
            help="A prompt as after /imagine, in quotes; or a PNG or WebP file drawn here. Asked for if left out."
        ),
    ] = None,
    member: Annotated[
        int | None, typer.Option(metavar="ID", help="Read it as this member's, with their macros, suffix and settings.")
    ] = None,
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """How a prompt is read, and the numbers that it becomes; exits 1 and names everything that is wrong with it."""
    from bot.prompt.parse import Rules
    from fourup.explain import explain as explain_prompt
    from fourup.explain.interactive import prompts
    from fourup.explain.steps import By
    from fourup.models import catalogue_of
    from fourup.settings import load

    settings, console = load(config), Console()
    catalogue, by = catalogue_of(settings), By(Rules(settings.prompt.default_version))
    if member is not None:
        from fourup.explain.members import preferences_of
        from fourup.settings import DATABASE

        by = By(by.rules, preferences_of(settings.storage.folder / DATABASE, member))
    typed = prompts(sys.stdin, console, by) if prompt is None else (prompt,)
    codes = (explain_prompt(each, catalogue, console, as_json=as_json, by=by) for each in typed)
    raise typer.Exit(max(codes, default=0))


@app.command()
def imagine(
    prompt: Annotated[str, typer.Argument(help="A prompt as after /imagine, in quotes.")],
    image: Annotated[
        list[str] | None, typer.Option("-i", "--image", metavar="IMAGE", help="A picture: a file or a link.")
    ] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Where the grid goes (PNG).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was drawn as JSON.")] = False,
    config: ConfigOption = None,
) -> None:
    """Draw a prompt here, without Discord; exits 1 where it cannot be drawn."""
    from fourup.imagine.command import Wishes
    from fourup.imagine.command import imagine as draw_prompt
    from fourup.settings import load

    raise typer.Exit(draw_prompt(Wishes(prompt, tuple(image or ()), out), load(config), as_json=as_json))


@db.command()
def upgrade(config: ConfigOption = None) -> None:
    """Bring the database up to the tables of this Fourup, as the next start would."""
    from fourup.db.command import upgrade_here
    from fourup.settings import load

    upgrade_here(load(config).storage.folder, Console(soft_wrap=True, highlight=False))


@db.command()
def check(
    deep: Annotated[bool, typer.Option("--deep", help="Read every picture, and compare it with its name.")] = False,
    tidy: Annotated[bool, typer.Option("--tidy", help="Take away files that nothing names (bot stopped).")] = False,
    config: ConfigOption = None,
) -> None:
    """Whether the database is whole and all its pictures are there; exits 1 where something is lost."""
    from fourup.db.command import check_here
    from fourup.settings import load

    folder, console = load(config).storage.folder, Console(soft_wrap=True, highlight=False)
    raise typer.Exit(check_here(folder, console, is_deep=deep, tidies=tidy))


@db.command()
def backup(
    target: Annotated[Path, typer.Argument(metavar="DIR", help="A folder: a new one, or that of an earlier copy.")],
    no_pictures: Annotated[bool, typer.Option("--no-pictures", help="The database alone.")] = False,
    config: ConfigOption = None,
) -> None:
    """Copy the database and its pictures while the bot runs; into an earlier copy goes what is new."""
    from fourup.db.command import backup_here
    from fourup.settings import load

    folder, console = load(config).storage.folder, Console(soft_wrap=True, highlight=False)
    backup_here(folder, target, console, has_pictures=not no_pictures)


@db.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a copy.")], config: ConfigOption = None
) -> None:
    """Put a copy in the place of the database; the bot has to be stopped, and what was there is set aside."""
    from fourup.db.command import restore_here
    from fourup.settings import load

    restore_here(source, load(config).storage.folder, Console(soft_wrap=True, highlight=False))


@app.command()
def pause(
    reason: Annotated[str, typer.Argument(help="Why: those who wait read it.")] = "", config: ConfigOption = None
) -> None:
    """Draw no more until `fourup resume`: what is being drawn is finished, and the memory given back."""
    from fourup.pausing import pause_here
    from fourup.settings import load

    pause_here(load(config).storage.folder, reason, Console(soft_wrap=True))


@app.command()
def resume(config: ConfigOption = None) -> None:
    """Draw again, after `fourup pause`."""
    from fourup.pausing import resume_here
    from fourup.settings import load

    resume_here(load(config).storage.folder, Console(soft_wrap=True))


def main() -> None:
    """Run the command that was typed; an error of ours is its sentence and its exit code."""
    try:
        app()
    except FourupError as error:
        _complain(error)
    except ModuleNotFoundError as missing:
        _complain(PackageMissing(missing.name or "of Fourup's"))


def _complain(error: FourupError) -> NoReturn:
    Console(stderr=True, soft_wrap=True).print(str(error), style="red", highlight=False, markup=False)
    sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
