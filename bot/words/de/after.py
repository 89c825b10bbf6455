"""German: what is done with a picture once it is there."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "picture.stealth": "Dieses Bild sieht nur, wer es bestellt hat: Mit /imagine bekommst du ein eigenes.",
    "picture.binned": "Dieses Bild hat sein Urheber weggenommen. Mit /imagine machst du ein eigenes.",
    "bin.not_yours": (
        "Nur wer ein Bild bestellt hat, nimmt es weg. Stimmt etwas nicht damit? Rechtsklick auf seine Nachricht, "
        "dann Apps, Report picture."
    ),
    "bin.done": "Das Bild ist weggenommen. `/show job_id:{job_id}` holt es zurück.",
    "once.long": (
        "Der Prompt ist länger als die {most} Zeichen eines Fensters. ℹ️ gibt ihn als Datei, zum Ändern und "
        "Neueintippen."
    ),
    "about.title": "Über dieses Bild",
    "about.title.grid": "Über diese Bilder",
    "about.in_file": "Der ganze Prompt steht in der Datei unten, bereit zum Eintippen.",
    "about.seed": "Startwert (Seed)",
    "about.of_grid": "des Rasters `{seed}`",
    "about.parameters": "Parameter",
    "about.none": "keine",
    "about.numbers": "Gemalt mit",
    "about.model": "Modell",
    "about.size": "Größe",
    "about.asked": "Bestellt",
    "about.gpu": "GPU-Zeit",
    "about.free": "keine: Es war schon da",
    "about.from": "Kommt von",
    "about.children": "Daraus wurden",
    "about.id": "Auftrag",
    "about.binned": "Du hast es weggenommen; Hier zeigen holt es zurück.",
    "about.link": "[diesem]({link})",
    "about.no_message": "Auftrag `{job_id}`",
    "about.unseen": "einem, das nicht mehr da ist oder nicht für dich",
    "about.from.brought": "woanders: Es wurde mitgebracht",
    "about.from.prompt": "dem, was getippt wurde",
    "about.from.reroll": "{name}, noch einmal gemalt",
    "about.from.upscale": "Bild {index} von {name}",
    "about.from.picture": "Bild {index} von {name}: {done}",
    "about.parent": "Woher es kommt",
    "about.down": "Was daraus wurde",
    "about.once": "Prompt ändern",
    "about.show": "Hier zeigen",
    "about.not_for_you": "Dieses Bild ist nicht mehr da oder nicht für dich.",
}
