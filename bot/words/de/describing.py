"""Deutsch: /describe und /shorten."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "describe.description": "Vier Prompts zu einem Bild, und woraus es besteht",
    "describe.image": "Das Bild",
    "describe.link": "Oder ein Link dorthin, oder zu einer Nachricht dieses Bots damit",
    "describe.one": "Häng ein Bild an oder gib einen Link dazu: eins von beiden.",
    "describe.failed": "Das Bild ließ sich gerade nicht lesen: versuch es gleich noch einmal.",
    "describe.all": "Alle zeichnen",
    "describe.form": "Für welches Modell",
    "describe.for": "Geschrieben für {model}",
    "describe.breakdown": "Woraus es besteht",
    "describe.subject": "Motiv",
    "describe.medium": "Technik und Stil",
    "describe.setting": "Ort und Zeit",
    "describe.lighting": "Licht",
    "describe.composition": "Aufbau",
    "describe.mood": "Stimmung",
    "describe.palette": "Farben",
    "describe.outside": (
        "**Das liegt außerhalb dessen, was ich benennen kann.** Ich kenne {count} Dinge, alle gezeichnet; Motiv, "
        "Technik und Ort sind nur das Nächstliegende. Licht, Aufbau, Stimmung und Farben sind gemessen und stimmen."
    ),
    "describe.world": "Erkannt von {by}, das {count} gezeichnete Dinge kennt · Licht und Farben sind gemessen",
    "describe.by": "Erkannt von {by} · Licht, Stimmung und Farben sind gemessen",
    "shorten.description": "Welche Wörter eines Prompts zählen, und kürzere Prompts",
    "shorten.prompt": "Der ganze Prompt",
    "shorten.nothing": "Da sind keine Wörter: schreib, was zu sehen sein soll.",
    "shorten.one": "Ein einzelnes Wort lässt sich nicht kürzen.",
    "shorten.parts": "Gib nur einen Teil des Prompts, ohne `::`: Wörter werden gegen den Rest ihres Teils gewogen.",
    "shorten.long": "Der Prompt ist dafür zu lang: {most} Wörter und 1.500 Zeichen sind das Meiste. Gib einen Teil.",
    "shorten.failed": "Der Prompt ließ sich gerade nicht lesen: versuch es gleich noch einmal.",
    "shorten.important": "Wichtige Wörter",
    "shorten.shorter": "Gekürzte Prompts",
    "shorten.press": "Drück eine Zahl, um diesen Prompt zu zeichnen.",
    "shorten.show": "Einzelheiten",
    "shorten.details": "Was jedes Wort wiegt",
    "shorten.how": "Wie weit sich die Bedeutung dreht, wenn ein Wort fehlt, in Grad; gemessen am Textleser von {by}.",
    "use.describe": "Beschreiben",
}
