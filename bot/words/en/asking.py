"""English: /ask."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "ask.description": "A question about this bot, answered from its own documents",
    "ask.question": "What you would like to know",
    "ask.often": "Those are many questions at once: the next one is answered in {seconds} s.",
    "ask.none": (
        "I find nothing about “{question}” in my documents. Ask with other words, or type /help to see what there is."
    ),
    "ask.example": "Example",
    "ask.english": "this text is in English",
    "ask.from": "From: {document}",
    "ask.try": "Try it",
}
