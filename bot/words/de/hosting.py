"""German: room on the disk, and results that only their author sees."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.full": (
        "Der Bot hat gerade keinen Platz für weitere Bilder und nimmt keine neuen Aufträge an; verloren ist nichts. "
        "Sag es bitte dem, der ihn betreibt, oder versuche es später noch einmal."
    ),
    "delivery.full": "[Volle Größe](<{link}>)",
    "stealth.here": "Nur du siehst das hier; die Bilder kommen als Direktnachricht.",
    "stealth.sent": "Deine Bilder sind in deinen Direktnachrichten.",
    "stealth.nowhere": (
        "Die Bilder sind fertig, aber du nimmst von diesem Server keine Direktnachrichten an, und so erreichen sie "
        "dich nicht ungesehen. Erlaube sie in den Privatsphäre-Einstellungen des Servers, oder tippe `/show {job_id}`: "
        "Die Antwort siehst nur du."
    ),
}
