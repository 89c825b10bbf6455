"""German: /ask."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "ask.description": "Eine Frage zu diesem Bot, beantwortet aus seinen eigenen Texten",
    "ask.question": "Was du wissen möchtest",
    "ask.often": "Das sind viele Fragen auf einmal: Die nächste beantworte ich in {seconds} s.",
    "ask.none": (
        "Zu „{question}“ finde ich nichts in meinen Texten. Frag mit anderen Worten, oder tippe /help und sieh, was "
        "es gibt."
    ),
    "ask.example": "Beispiel",
    "ask.english": "diesen Text gibt es nur auf Englisch",
    "ask.from": "Aus: {document}",
    "ask.try": "Ausprobieren",
}
