"""Questions answered from our own documents: the documents in sections, and the search for the one that is meant."""

from bot.asking.library import Answer, Library, library_of
from bot.asking.sections import Section

__all__ = ["Answer", "Library", "Section", "library_of"]
