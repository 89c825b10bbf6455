"""German."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "help.description": "Was dieser Bot ist und was du mit ihm tun kannst",
    "help.title": "Fourup",
    "help.what": (
        "Ein Bot, der aus Worten Bilder macht, betrieben von den Leuten einer Community auf ihrem eigenen Rechner."
    ),
    "help.today": (
        "Dies ist Version {version}, eine frühe: Sie beantwortet die Befehle hier unten und malt noch keine Bilder."
    ),
    "help.commands": "Befehle",
    "help.where": "Wo er antwortet",
    "help.where.list": (
        "Auf einem Server, dem er hinzugefügt wurde, in einer Direktnachricht an ihn und überall, wo du chattest, "
        "sobald du ihn deinem eigenen Konto hinzugefügt hast."
    ),
    "help.more": "Tippe jederzeit /, um die Befehle zu sehen.",
    "error.outdated": (
        "Dieser Befehl hat sich geändert, seit Discord ihn geladen hat. Tippe / und wähle ihn noch einmal."
    ),
    "error.unexpected": (
        "Bei uns ist etwas schiefgegangen. Bitte versuche es noch einmal; wenn es so bleibt, nenne dem Betreiber diese "
        "Nummer: {incident}."
    ),
}
