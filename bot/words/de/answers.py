"""German: answers to what cannot be done."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "error.outdated": (
        "Dieser Befehl hat sich geändert, seit Discord ihn geladen hat. Tippe / und wähle ihn noch einmal."
    ),
    "error.unexpected": (
        "Bei uns ist etwas schiefgegangen. Bitte versuche es noch einmal; wenn es so bleibt, nenne dem Betreiber diese "
        "Nummer: {incident}."
    ),
    "wrong.cure": "So ginge es",
    "wrong.submit": "So abschicken",
    "wrong.submitted": "Abgeschickt",
    "wrong.again": "Das ist schon abgeschickt: Die Bilder kommen noch, oder sind schon da.",
    "wrong.lost": "Der berichtigte Prompt ist nicht mehr da. Bitte tippe noch einmal /imagine.",
    "wrong.more": "… und {count} weitere.",
    "job.unknown": "Dieser Bot weiß von dem Auftrag nichts mehr. Tippe /imagine für einen neuen.",
    "job.is.waiting": "Der Auftrag wartet noch, bis er an der Reihe ist.",
    "job.is.running": "Der Auftrag wird noch gemalt.",
    "job.is.rendered": "Die Bilder sind schon gemalt und unterwegs.",
    "job.is.delivered": "Der Auftrag ist schon fertig.",
    "job.is.failed": "Der Auftrag ist gescheitert; mit ihm ist nichts mehr zu machen.",
    "job.is.cancelled": "Der Auftrag ist schon abgebrochen.",
    "error.store": (
        "Der Bot kann gerade nichts speichern. Verloren ist nichts; bitte versuche es in einer Minute noch einmal."
    ),
    "error.button": "Dieser Knopf ist älter als der Bot und tut nichts mehr. Tippe /, um zu sehen, was es gibt.",
    "closed.server": (
        "Dieser Bot ist für andere Server da und nimmt hier keine Aufträge an. Sein Betreiber kann diesen Server "
        "freigeben."
    ),
    "closed.elsewhere": (
        "Dieser Bot malt für Mitglieder seiner eigenen Server. Tritt einem bei und frag dann noch einmal."
    ),
    "job.no_picture": "Dieser Auftrag hat kein Bild {index}: Er ist noch nicht so weit oder hat vorher geendet.",
}
