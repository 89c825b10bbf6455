"""`fourup doctor`: looks at everything that Fourup needs, and names the cure of what is missing."""

import asyncio
import json
from pathlib import Path

from rich.console import Console
from rich.text import Text

from fourup.devices import MEASURED
from fourup.doctor.account import token_finding
from fourup.doctor.discord_side import discord_findings
from fourup.doctor.finding import Finding
from fourup.doctor.looking import looking_findings
from fourup.doctor.machine import machine_findings
from fourup.doctor.measured import measured_findings
from fourup.doctor.models import model_findings
from fourup.doctor.pulled import pulled_findings
from fourup.doctor.site import site_findings
from fourup.doctor.storage import database, disk, paused, quota, writable
from fourup.errors import ConfigurationError
from fourup.models import catalogue_of
from fourup.settings import DATABASE, load

_STYLES = {"ok": "green", "warn": "yellow", "fail": "bold red"}


def examine(config: Path | None, *, as_json: bool) -> int:
    """Print what was found; the exit code is 1 where something fails."""
    findings = find(config)
    is_well = all(finding.status != "fail" for finding in findings)
    if as_json:
        Console(soft_wrap=True, highlight=False).print_json(
            json.dumps({"ok": is_well, "findings": [finding.to_dict() for finding in findings]})
        )
    else:
        _print(findings, Console(soft_wrap=True, highlight=False))
    return 0 if is_well else 1


def find(config: Path | None) -> list[Finding]:
    """Everything that there is to say, the machine first, Discord last; where it is, only the configuration knows."""
    name = "configuration"
    try:
        settings = load(config)
    except ConfigurationError as error:
        cure = "Put it right, then run doctor again for the rest; config.example.toml has every key."
        return [*machine_findings("auto"), *(Finding.fail(name, sentence, cure) for sentence in error.sentences)]
    token, account = token_finding(settings)
    discord, kept = settings.discord, settings.storage.folder
    return [
        *machine_findings(settings.engine.device),
        Finding.ok(name, "every key is known and every value can be used"),
        disk(kept, "storage.folder"),
        writable(kept, "storage.folder"),
        database(kept / DATABASE),
        *quota(settings.storage),
        *paused(kept),
        *site_findings(settings.web),
        *model_findings(catalogue_of(settings)),
        *pulled_findings(settings.storage.models),
        *measured_findings(kept / MEASURED, settings.engine),
        *looking_findings(is_on=settings.pictures.check),
        account,
        *asyncio.run(discord_findings(discord.api_base, token, discord.guilds)),
    ]


def _print(findings: list[Finding], console: Console) -> None:
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        mark = (f"{finding.status:<5}", _STYLES[finding.status])
        console.print(Text.assemble(mark, (f"{finding.name:<{width}}  ", "bold"), finding.message))
        if finding.cure:
            console.print(Text(f"{'':<{width + 7}}{finding.cure}", style="italic"))
