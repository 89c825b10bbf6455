"""German: what is kept of a member, and forgetting it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "privacy.description": "Was dieser Bot von dir aufbewahrt",
    "privacy.export.description": "Alles, was dieser Bot von dir aufbewahrt, als Dateien, die nur du siehst",
    "privacy.forget.description": "Alles löschen lassen, was du mit diesem Bot gemacht hast",
    "privacy.page": "Welche Datei, wenn eine nicht reicht: 1 ist die neueste",
    "privacy.exported": (
        "Datei {number} von {pages}: deine Prompts, Einstellungen und Bilder, soweit dieser Bot sie aufbewahrt. Nur "
        "du siehst sie."
    ),
    "privacy.next": "Die nächste: `/privacy export page:{number}`.",
    "privacy.left_out": (
        "{count} {count:Bild ist|Bilder sind} in keiner der Dateien, weil {count:es|jedes} größer ist, als Discord "
        "es annimmt: `/show` hat {count:es|sie}."
    ),
    "privacy.question": (
        "**Soll dieser Bot dich vergessen?** Alle deine Aufträge ({count}) mit ihren Prompts und Bildern, was du "
        "angehängt hast, deine Einstellungen und Makros werden gelöscht, ebenso die Nachrichten dieses Bots damit, "
        "soweit Discord ihn lässt. Was gerade entsteht, wird abgebrochen. Das lässt sich nicht zurücknehmen: "
        "`/privacy export` sichert es vorher.\nWas bleibt: was Moderatoren vermerkt haben (Verwarnungen, Sperren, "
        "wer was getan hat), wie lange die GPU benutzt wurde, wo eine Grenze das zählt, Bilder, die andere aus "
        "deinen gemacht haben, und die Kopien des Betreibers, bis sie ersetzt werden."
    ),
    "privacy.yes": "Alles löschen",
    "privacy.no": "Behalten",
    "privacy.not_yours": "Das kann nur beantworten, wer gefragt hat. Tippe /privacy, um für dich selbst zu fragen.",
    "privacy.kept": "Es wurde nichts gelöscht.",
    "privacy.forgotten": (
        "Es wird gelöscht; die Nachrichten gehen eine nach der anderen, was eine Weile dauert. Du kannst diesen Bot "
        "jederzeit wieder benutzen."
    ),
    "job.start_gone": "Das Bild, von dem dieses ausgeht, wurde gelöscht. Nimm bitte ein anderes.",
}
