"""German: the queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "cancel.done": "Der Auftrag ist abgebrochen.",
    "queue.full": (
        "Deine Warteschlange ist voll. Bitte warte, bis ein Auftrag fertig ist, und schick diesen dann noch einmal ab."
    ),
    "queue.waits": (
        "Du hast so viele Aufträge auf einmal laufen, wie erlaubt sind. Keine Sorge, dieser beginnt, sobald ein "
        "anderer fertig ist!"
    ),
    "cancel.by_moderator": "Moderatoren haben ihn abgebrochen. Was davon nicht gemalt wurde, kostet nichts.",
    "cancel.not_yours": "Nur wer einen Auftrag gegeben hat und Moderatoren können ihn abbrechen.",
    "cancel.too_late": "Dieser Auftrag ist schon zu Ende, es gibt nichts mehr abzubrechen.",
}
