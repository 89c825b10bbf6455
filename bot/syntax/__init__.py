"""Prompts in the syntaxes of other models: read into what they wish for, and written as each model has it."""

from bot.syntax.translate import Translated, recognised, translate
from bot.syntax.wish import Syntax

__all__ = ["Syntax", "Translated", "recognised", "translate"]
