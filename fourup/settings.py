"""The configuration: a TOML file, the environment over it, secrets from the environment or a file of their own."""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.errors import NotLoopback
from bot.loopback import is_loopback, stand_in
from bot.prompt.versions import DEFAULT, EVERY, NIJIS, NUMBERS
from engine.plan.facts import Precision, Sampler
from engine.plan.families import FAMILIES
from engine.preprocessors import Finds
from fourup.complaints import PREFIX, complaints, secrets_in_file, unknown_variables
from fourup.errors import ConfigurationError
from fourup.limits import Limits
from fourup.places import beside
from fourup.sizes import size

DEFAULT_FILE = Path("config.toml")
DATABASE = "fourup.db"
"""The database's file, in the folder `storage.folder`."""
BLOBS = "blobs"
"""The folder of pictures beside it."""
NAME_OF_MODEL = re.compile(r"^[a-z0-9][a-z0-9._-]*$")
NAME = "NAME"
"""Stands for a model's own name among the keys."""


def _loopback_url(value: str) -> str:
    try:
        return stand_in(value).api
    except NotLoopback as refusal:
        raise ValueError(str(refusal)) from None


def _loopback_host(value: str) -> str:
    if not is_loopback(value):
        raise ValueError("the playground asks nobody for a password, so it listens on this machine only: use 127.0.0.1")
    return value


def _public_url(value: str) -> str:
    parts = urlsplit(value)
    is_plain = not (parts.query or parts.fragment or parts.username or parts.password)
    if parts.scheme not in {"http", "https"} or not parts.hostname or not is_plain:
        raise ValueError('it is the address of a site, such as "https://pictures.example.org"')
    return value.rstrip("/")


def _family(value: str) -> str:
    if value not in FAMILIES:
        raise ValueError(f"known families are {', '.join(FAMILIES)}")
    return value


def _version(value: str) -> str:
    if value not in EVERY:
        raise ValueError(f"known versions are {', '.join((*NUMBERS, *(f'niji {number}' for number in NIJIS)))}")
    return value


def _listed(value: Any) -> Any:
    """As a variable has it, which holds text only: numbers with commas between them, nothing where nobody set it."""
    if not isinstance(value, str):
        return value
    return [part.strip(" []\"'") for part in value.split(",")] if value.strip() else None


Bytes = Annotated[int, Field(ge=0), BeforeValidator(size)]

Snowflake = Annotated[int, Field(ge=1, lt=2**63)]
"""Discord's number of a server."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Discord(_Section):
    """How the bot reaches Discord."""

    token: SecretStr | None = None
    token_file: Path | None = None
    api_base: Annotated[str, AfterValidator(_loopback_url)] | None = None
    guilds: Annotated[frozenset[Snowflake] | None, NoDecode, BeforeValidator(_listed)] = None


class Storage(_Section):
    """Where the bot keeps what has to outlive it."""

    folder: Path = Path("fourup-data")
    retention_days: int | None = Field(default=None, ge=1, le=36500)
    max: Bytes | None = None
    reserve: Bytes = 512 * 2**20
    models: Path = Path("models")
    loras: Path = Path("loras")


class Log(_Section):
    """What is written to standard error, and how."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["console", "json"] = "console"


class Play(_Section):
    """Discord on this machine."""

    host: Annotated[str, AfterValidator(_loopback_host)] = "127.0.0.1"
    port: int = Field(default=8420, ge=1, le=65535)
    data: Path = Path("fourup-play")


DEFAULTS: dict[str, _Section] = {"storage": Storage(), "play": Play()}


_DEVICE = r"(auto|cpu|mps|cuda(:\d+)?)"


class Engine(_Section):
    """What draws."""

    device: Annotated[str, StringConstraints(pattern=rf"^{_DEVICE}(, ?{_DEVICE})*$")] = "auto"
    rows: int | None = Field(default=None, ge=2, le=1024)
    memory: Bytes | None = None
    idle_minutes: float | None = Field(default=None, gt=0, le=10080)
    pocket: bool = True
    preprocessors: dict[Finds, Path] = {}

    @property
    def devices(self) -> tuple[str, ...]:
        """Each that is named."""
        return tuple(each.strip() for each in self.device.split(","))


class Model(_Section):
    """A model that is installed; its name is that of the section."""

    family: Annotated[str, AfterValidator(_family)]
    path: Path
    versions: tuple[str, ...] = ()
    steps: int | None = Field(default=None, ge=1, le=150)
    guidance_scale: float | None = Field(default=None, ge=1, le=30)
    guidance_until: float | None = Field(default=None, gt=0, le=1)
    sampler: Sampler | None = None
    size: int | None = Field(default=None, ge=64, le=4096, multiple_of=8)
    spacing: Literal["leading", "trailing", "linspace"] | None = None
    precision: Precision | None = None
    compiled: bool = False
    finish: str | None = None
    adapters: Path | None = None
    controls: dict[Literal["scribble", "lineart", "canny", "depth", "pose"], Path] = {}


class Web(_Section):
    """The bot's own web application."""

    host: str = "127.0.0.1"
    port: int = Field(default=8430, ge=0, le=65535)
    public_url: Annotated[str, AfterValidator(_public_url)] | None = None
    metrics: Literal["loopback", "everywhere"] = "loopback"


class Pictures(_Section):
    """What is done with pictures before they are shown."""

    check: bool = True
    captioner: Path | None = None


class Prompt(_Section):
    """How prompts are read."""

    default_version: Annotated[str, AfterValidator(_version)] = DEFAULT


class _Typed(BaseModel):
    play: Play


class Settings(BaseSettings):
    """Every key, read once at the start and handed down."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True)

    discord: Discord = Discord()
    storage: Storage = Storage()
    log: Log = Log()
    play: Play = Play()
    prompt: Prompt = Prompt()
    pictures: Pictures = Pictures()
    engine: Engine = Engine()
    web: Web = Web()
    limits: Limits = Limits()
    models: dict[Annotated[str, StringConstraints(pattern=NAME_OF_MODEL.pattern)], Model] = {}

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment over the file, which comes as arguments."""
        return env_settings, init_settings

    def token(self) -> str | None:
        """The bot's token: from the environment, else from the file that `discord.token_file` names."""
        if self.discord.token:
            return self.discord.token.get_secret_value().strip()
        if self.discord.token_file is None:
            return None
        try:
            return self.discord.token_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as failure:
            raise ConfigurationError(f"discord.token_file cannot be read: {_reason(failure)}.") from None


def known_keys() -> list[str]:
    """Every key with its section: "discord.token", "log.level", "models.NAME.path", ..."""
    sections = {name: field.annotation for name, field in Settings.model_fields.items() if name != "models"}
    of_models = [f"models.{NAME}.{key}" for key in Model.model_fields]
    return of_models + [
        f"{section}.{key}"
        for section, model in sections.items()
        if isinstance(model, type) and issubclass(model, BaseModel)
        for key in model.model_fields
    ]


def named_file(file: Path | None = None) -> Path:
    """Where the configuration is: `file`, else what FOURUP_CONFIG names, else ./config.toml."""
    return file or Path(os.environ.get("FOURUP_CONFIG") or DEFAULT_FILE)


def load(file: Path | None = None, *, may_lack: bool = False) -> Settings:
    """Read the configuration from `named_file(file)`; only ./config.toml may lack, unless it is said that others may.

    Raises ConfigurationError with everything that is wrong, a sentence each.
    """
    path = named_file(file)
    may_lack = may_lack or (file is None and not os.environ.get("FOURUP_CONFIG"))
    written = {} if may_lack and not path.exists() else _read(path)
    variables = [key for key in known_keys() if NAME not in key]
    problems = unknown_variables(variables, os.environ) + secrets_in_file(written, path)
    if problems:
        raise ConfigurationError(*problems)
    try:
        return Settings(**beside(written, path, DEFAULTS))
    except ValidationError as failure:
        raise ConfigurationError(*complaints(failure, known_keys(), str(path), os.environ)) from None


def with_options(play: Play, options: dict[str, Any]) -> Play:
    """The same with what was typed on the command line, which counts over file and environment."""
    try:
        return _Typed.model_validate({"play": play.model_dump() | options}).play
    except ValidationError as failure:
        raise ConfigurationError(*complaints(failure, known_keys(), "the command line", {})) from None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as failure:
        raise ConfigurationError(f"{path} is not valid TOML: {failure}.") from None
    except (OSError, UnicodeDecodeError) as failure:
        raise ConfigurationError(f"The configuration file {path} cannot be read: {_reason(failure)}.") from None


def _reason(failure: OSError | UnicodeDecodeError) -> str:
    if isinstance(failure, UnicodeDecodeError):
        return "it is not UTF-8 text"
    return f"{failure.strerror} ({failure.filename})"
