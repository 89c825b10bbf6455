"""What `fourup doctor` can say of the bot's token without asking Discord."""

import base64
import binascii
import re
import stat

from fourup.doctor.finding import Finding
from fourup.errors import ConfigurationError
from fourup.settings import Settings

_PORTAL = "https://discord.com/developers/applications"
_FORM = re.compile(r"([\w-]+)\.[\w-]+\.[\w-]+")


def token_finding(settings: Settings) -> tuple[str | None, Finding]:
    """The token, None where none can be used, and what there is to say about it."""
    try:
        token = settings.token()
    except ConfigurationError as error:
        return None, Finding.fail("token", str(error), "Write the token into that file, or name the right one.")
    if not token:
        cure = "`fourup play` needs none. For a server of yours, `fourup init` asks for one and says where it is."
        return None, Finding.warn("token", "none is set", cure)
    if application_id(token) is None:
        cure = f"Copy it anew from the Bot page at {_PORTAL}: three parts with dots between them, and nothing around."
        return None, Finding.fail("token", "what is set has not the form of a bot's token", cure)
    file = settings.discord.token_file
    if not settings.discord.token and file is not None and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return token, Finding.warn("token", f"others on this machine can read {file}", f"Close it: chmod 600 {file}")
    return token, Finding.ok("token", f"has the right form, for application {application_id(token)}")


def application_id(token: str) -> int | None:
    """The application that a token names in its first part; None where it has not the form of one."""
    form = _FORM.fullmatch(token)
    if form is None:
        return None
    try:
        number = base64.urlsafe_b64decode(form[1] + "=" * (-len(form[1]) % 4)).decode()
        return int(number)
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
