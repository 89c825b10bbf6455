"""What each screen of Discord's developer portal asks for, so that a bot of Fourup's works."""

from dataclasses import dataclass

PORTAL = "https://discord.com/developers/applications"


@dataclass(frozen=True)
class Screen:
    """A screen by its title in the portal, and what is to be set there."""

    title: str
    settings: tuple[str, ...]


SCREENS = (
    Screen("New Application", ("Choose a name: members see it. Then Create.",)),
    Screen("General Information", ("Leave Interactions Endpoint URL empty.",)),
    Screen(
        "Installation",
        (
            "Keep Guild Install on; User Install too, where members may take the bot along into other chats.",
            "Set Install Link to None.",
        ),
    ),
    Screen(
        "Bot",
        (
            "Turn Public Bot off, so that nobody but you adds it to servers.",
            "Leave Requires OAuth2 Code Grant off, and all Privileged Gateway Intents too: Fourup needs none.",
            "Press Reset Token, and copy the token: it is shown this once.",
        ),
    ),
)
