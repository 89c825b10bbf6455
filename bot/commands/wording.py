"""What commands and their options are called in Discord's picker, in every language that there are words for."""

from discord import app_commands

from bot.words import LOCALES, SOURCE


def said(key: str) -> app_commands.locale_str:
    """The words of this key, which Discord shows each member in their own language."""
    return app_commands.locale_str(LOCALES[SOURCE][key], key=key)
