"""English: the source that every other locale translates."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "help.description": "What this bot is and what you can do with it",
    "help.title": "Fourup",
    "help.what": "A bot for making pictures from words, hosted by the people of a community on their own machine.",
    "help.today": "This is version {version}, an early one: it answers the commands below and draws no pictures yet.",
    "help.commands": "Commands",
    "help.where": "Where it answers",
    "help.where.list": (
        "In a server that it was added to, in a direct message to it, and everywhere you chat once you have added it "
        "to your own account."
    ),
    "help.more": "Type / to see the commands at any time.",
    "error.outdated": "This command has changed since Discord last loaded it. Type / and pick it again.",
    "error.unexpected": (
        "Something went wrong on our side. Please try again; if it stays, tell the host this number: {incident}."
    ),
}
