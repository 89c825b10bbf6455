"""German: /admin, and what was done in a server."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "admin.description": "Lege die Regeln dieses Servers fest und sieh, was getan wurde",
    "admin.managers_only": "Das können nur Mitglieder, die diesen Server verwalten dürfen: frage eines davon.",
    "admin.elsewhere": "Regeln werden in einem Server festgelegt: tippe es dort.",
    "admin.log.description": "Was in diesem Server getan wurde, von wem, und wie es rückgängig wird",
    "admin.log.title": "Was hier getan wurde",
    "admin.log.none": "Noch nichts. Was mit /admin geändert wird, steht dann hier und lässt sich rückgängig machen.",
    "admin.log.undo": "Rückgängig",
    "admin.log.older": "Ältere",
    "admin.log.nothing": "nichts",
    "admin.log.undoes": "machte {number} rückgängig: {what}",
    "admin.log.undone_by": "Rückgängig gemacht durch {number}.",
    "admin.undo.description": "Nimm zurück, was getan wurde",
    "admin.undo.number": "Die Nummer, die in /admin log davor steht",
    "admin.undo.done": "{number} ist rückgängig gemacht. Mach {again} rückgängig, um es wieder zu haben.",
    "admin.undo.unknown": "Im Protokoll dieses Servers gibt es keinen Eintrag {number}: /admin log hat die Nummern.",
    "admin.undo.again": "Eintrag {number} ist schon rückgängig gemacht.",
    "admin.undo.final": "Eintrag {number} lässt sich nicht rückgängig machen.",
    "admin.undo.changed": "Was Eintrag {number} tat, wurde später geändert: mach erst die späteren rückgängig.",
    "audit.cancel": "brach in {channel} den Auftrag {job} ab",
}
