"""What can be typed after `fourup models`, and the option that every command takes."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="The configuration; otherwise FOURUP_CONFIG or ./config.toml."),
]

models = typer.Typer(help="The models that are installed, and those that can be fetched.", no_args_is_help=True)


@models.command("list")
def list_models(config: ConfigOption = None) -> None:
    """What is installed, with family, settings, size and licence; and what can be pulled."""
    from fourup.hub.command import show
    from fourup.models import catalogue_of
    from fourup.settings import load

    settings = load(config)
    show(catalogue_of(settings), settings.storage.models, Console())


@models.command("pull")
def pull_model(  # noqa: PLR0913, PLR0917 - each of them can be typed
    what: Annotated[str, typer.Argument(help="A name from `fourup models list`, or OWNER/NAME on the hub.")],
    name: Annotated[str | None, typer.Option(help="What it is to be called here.")] = None,
    family: Annotated[str | None, typer.Option(help="What OWNER/NAME was made from: sd15, sdxl or flux2.")] = None,
    revision: Annotated[str | None, typer.Option(help="A branch, tag or commit; the newest if left out.")] = None,
    adapters: Annotated[bool, typer.Option("--adapters", help="With IP-Adapters, for reference pictures.")] = False,
    accept_licence: Annotated[bool, typer.Option("--accept-licence", help="Ask no more for its licence.")] = False,
    config: ConfigOption = None,
) -> None:
    """Fetch a model from Hugging Face's hub, or from the mirror that HF_ENDPOINT names; go on where it broke off."""
    from fourup.hub.command import Wishes, get
    from fourup.settings import load

    wishes = Wishes(what, name, family, revision, adapters, accept_licence)
    get(wishes, load(config).storage.models, Console(soft_wrap=True))


@models.command("verify")
def verify_models(
    names: Annotated[list[str] | None, typer.Argument(help="The models; all that were pulled if left out.")] = None,
    config: ConfigOption = None,
) -> None:
    """Compare each file with the hash of its first pull; exits 1 where one is wrong."""
    from fourup.hub.command import verify
    from fourup.settings import load

    raise typer.Exit(verify(names or (), load(config).storage.models, Console(soft_wrap=True)))


@models.command("remove")
def remove_model(
    name: Annotated[str, typer.Argument(help="A model that was pulled.")], config: ConfigOption = None
) -> None:
    """Delete a model that was pulled."""
    from fourup.hub.command import remove
    from fourup.settings import load

    remove(name, load(config).storage.models, Console(soft_wrap=True))
