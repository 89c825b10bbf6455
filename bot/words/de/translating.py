"""Deutsch: /translate."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.window": "Zeichnen",
    "imagine.empty": "Da ist nichts zu zeichnen: schreib, was zu sehen sein soll.",
    "translate.description": "Ein Prompt in der Schreibweise eines anderen Modells, mit Gewichten und Negativem",
    "translate.prompt": "Der Prompt, wie er für das erste Modell geschrieben ist",
    "translate.from": "Die Schreibweise, in der er steht",
    "translate.to": "Die Schreibweise, in der du ihn willst",
    "translate.source": "Geschrieben für {source}",
    "translate.other": "Eine andere Schreibweise",
    "translate.imagine": "Zeichnen",
    "translate.unknown": (
        "Die Schreibweise `{value}` kenne ich nicht: wähle midjourney, stable-diffusion, flux oder dall-e."
    ),
    "translate.nothing": "Da ist nichts zu übersetzen: schreib in Worten, was zu sehen sein soll.",
    "translate.long": "Der Prompt hat mehr als {most} Zeichen: übersetze einen Teil davon.",
    "translate.file": "Der Prompt ist zu lang für eine Nachricht: er steht in der Datei.",
    "translate.settings": "Weggelassen, weil es nichts Ähnliches gibt: `{value}`.",
    "translate.images": "Bilder sind kein Text: gib sie neben dem Prompt ab ({value}).",
    "translate.heavy": "Über 1.5 zerstören Gewichte die Bilder von Stable Diffusion: {value}.",
    "translate.degrees": "Sätze haben keine Zahlen: Gewichte werden in fünf Stufen gesagt.",
    "translate.negative": "Ohne negativen Prompt müssen Worte genügen, die leicht übersehen werden: {value}.",
    "translate.parts": "Midjourney gewichtet Teile: der Text ist geteilt, wo sein Gewicht wechselt.",
    "translate.switching": "Text, der sich beim Zeichnen ändert, bleibt, wie er endet: `{value}`.",
    "translate.alternating": "Text, der abwechselt, wird als alles zusammen gelesen: `{value}`.",
}
