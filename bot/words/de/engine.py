"""German: why something cannot be drawn, as the engine says it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "engine.edit.picture": "Eine Bearbeitung braucht ein Bild: Füg das hinzu, das geändert werden soll.",
    "engine.edit.mask": "Ein Bereich braucht eine Maske: Markier, was neu gemalt werden soll.",
    "engine.edit.zoom": "Hier gibt es nichts herauszuzoomen: Nimm --zoom über 1 oder ein anderes --ar.",
    "engine.edit.square": "Das Bild ist schon quadratisch: Zoom heraus oder schwenk, um mehr davon zu sehen.",
    "engine.edit.thin": "Das Bild ist schon lang und schmal: Schwenk in die andere Richtung, oder mach es quadratisch.",
    "engine.edit.large": "Das Bild ist so groß, wie Bilder hier werden: {pixels} Pixel je Seite.",
    "engine.edit.black": "Die Maske ist überall schwarz: Markier in Weiß, was neu gemalt werden soll.",
    "engine.size": "Ein Bild von {across}:{down} ist zu lang und schmal: Nimm --ar zwischen 1:16 und 16:1.",
    "engine.weights": (
        "Die Gewichte eines Prompts müssen zusammen mehr als 0 ergeben: Erhöh eines, oder lass eines weg."
    ),
    "engine.sampler": "Einen Sampler {name} gibt es nicht: Nimm einen von {known}.",
    "engine.mask.alone": "Eine Maske zählt nur für einen Bereich eines Bildes: Lass sie weg.",
    "engine.mask.role": "Nur ein Bild für Inhalt, Stil oder Figur lässt sich auf einen Teil des Gemalten beschränken.",
    "engine.mask.edit": (
        "Eine Vorlage lässt sich nur in einem ganzen Bild auf einen Teil beschränken: Lass ihre Maske bei einer "
        "Bearbeitung weg."
    ),
    "engine.reference.weight": "Das Gewicht einer Vorlage muss über 0 liegen: Erhöh es, oder lass die Vorlage weg.",
    "engine.picture.pixels": "Eines der Bilder hat mehr als {megapixels} Megapixel.",
    "engine.picture.unreadable": "Eines der Bilder lässt sich nicht lesen: Schick es als PNG, JPEG oder WebP.",
    "engine.depth": (
        "Tiefe lässt sich hier in einem Foto nicht finden: Gib eine Tiefenkarte, grau, in der Nahes weiß ist, oder "
        "folg seinen Linien mit --control lineart."
    ),
    "engine.pose": (
        "Eine Haltung lässt sich hier in einem Foto nicht finden: Gib die Figur von OpenPose aus bunten Strichen "
        "auf Schwarz, oder folg seinen Linien mit --control lineart."
    ),
    "engine.lora.gone": "Das LoRA {name} ist nicht mehr da: Lass es weg, oder nimm ein anderes.",
    "engine.lora.unfit": "Das LoRA {name} passt nicht zu diesem Modell: Lass es weg, oder nimm ein anderes.",
    "engine.cannot.adapter": "Das Modell {model} hat keinen Adapter für Vorlagen, deshalb kann es {flag} nicht malen",
    "engine.cannot.mask": "Das Modell {model} kann eine Vorlage nicht auf einen Teil des Bildes beschränken",
    "engine.cannot.tile": "Das Modell {model} kann --tile nicht malen",
    "engine.cannot.control": "Das Modell {model} kann --control {kind} nicht malen",
    "engine.cannot.control.others": "Das Modell {model} kann --control {kind} nicht malen ({model} folgt {known})",
    "engine.cannot.lora": "Das Modell {model} kann --lora {name} nicht malen",
    "engine.cannot.lora.close": "Das Modell {model} kann --lora {name} nicht malen (meinst du --lora {close}?)",
    "engine.cannot.lora.others": "Das Modell {model} kann --lora {name} nicht malen (es gibt {known})",
    "engine.cannot.lora.many": "Das Modell {model} kann --lora {name} nicht malen (es gibt {known} und andere)",
    "engine.model.cannot": "{why}: Lass es weg, oder nimm ein anderes mit --model.",
    "engine.model.cannot.able": "{why}: Lass es weg, oder nimm --model {able}, das es kann.",
    "engine.model.cannot.none": "{why}: Lass es weg; kein installiertes Modell kann es.",
    "engine.model.missing": (
        "Kein Modell ist installiert: Leg eines (in den Ordnern von diffusers) auf diesen Rechner, und nenn es in "
        "der Konfiguration mit [models.NAME], family und path."
    ),
    "engine.model.unknown": "Ein Modell {name} gibt es nicht: Es gibt {known}.",
    "engine.model.unknown.close": "Ein Modell {name} gibt es nicht: Meinst du --model {close}?",
    "engine.model.broken": "Das Modell {name} lässt sich gerade nicht lesen; im Log des Betreibers steht, warum.",
    "engine.memory": "Der Speicher hat dafür nicht gereicht: Bitte um ein kleineres Bild oder um weniger auf einmal.",
    "engine.disk": "Die Festplatte ist voll.",
    "engine.start": "Die Engine startet nicht: {detail}",
}
