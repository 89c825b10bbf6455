"""German: edits in words, what was done about them, and what nothing understands."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "revise.done.follows": "Das Modell ist diesen Worten von selbst gefolgt.",
    "revise.done.frame": "So gemacht, wie es der Knopf dieses Namens macht.",
    "revise.done.whole": "Das ganze Bild wurde übermalt, zu {percent} %.",
    "revise.done.region": "Nur hier neu gemalt, zu {percent} %: {where}.",
    "revise.done.graded": "Licht und Farben wurden vorher geändert.",
    "revise.guess": "Das ist geraten: Sag, wo (`im linken Drittel`), oder markier es mit Vary (Region).",
    "revise.unseen": (
        "Wo „{things}“ ist, sieht dieses Modell nicht: Sag, wo (`im oberen Drittel`), dann wird nur das neu gemalt."
    ),
    "revise.at.top": "obere Hälfte",
    "revise.at.bottom": "untere Hälfte",
    "revise.at.around": "alles außer der Mitte",
    "revise.at.edge": "Ränder",
    "revise.at.both": "obere Hälfte, untere Hälfte",
    "revise.unread": (
        "„{clause}“ ist keine Änderung, die ich verstehe. Ich verstehe: `mach die Farben wärmer` · `mach es Nacht` · "
        "`schärfer` · `mehr Details im Hintergrund` · `entferne den Hut im oberen Drittel` · `mach den Himmel rosa` · "
        "`ersetze den Hund durch eine Katze` · `als Aquarell` · `quadratisch` · `etwas mehr`. Für alles andere: "
        "Vary (Region), oder ✏️ für den ganzen Prompt."
    ),
    "revise.one": "Eins nach dem anderen: erst der Ausschnitt oder die Größe, dann der Rest, als Antwort darauf.",
    "revise.back": "Nichts ist verloren: Mach beim Bild davor weiter, mit einer Antwort auf jenes.",
    "revise.first": "Mehr wovon? Sag es für dieses Bild erst einmal, zum Beispiel: `mach die Farben wärmer`.",
}
