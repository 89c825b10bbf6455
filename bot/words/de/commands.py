"""German: commands that show what there is."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "show.description": "Zeig einen deiner Aufträge hier noch einmal",
    "show.job_id": "Die Nummer des Auftrags oder ein Link zu seiner Nachricht",
    "show.not_yours": "Nur wer einen Auftrag gegeben hat, kann ihn noch einmal zeigen.",
    "show.unfinished": "Er ist noch nicht fertig; die Bilder kommen dorthin, wo du sie bestellt hast.",
    "info.description": "Was du verbraucht hast und was für dich in Arbeit ist",
    "menu.title": "Als Bild-Prompt verwenden",
    "menu.prompt": "Dein Prompt",
    "menu.picture": "Bild",
    "menu.no_picture": "In dieser Nachricht ist kein Bild. Nimm eine, in der eines ist.",
}
