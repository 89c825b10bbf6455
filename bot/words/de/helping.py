"""German: what /help says, and the greeting."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "help.description": "Was dieser Bot ist und was du mit ihm tun kannst",
    "help.title": "Fourup",
    "help.what": (
        "Ein Bot, der aus Worten Bilder macht, betrieben von den Leuten einer Community auf ihrem eigenen Rechner."
    ),
    "help.commands": "Befehle",
    "help.where": "Wo er antwortet",
    "help.where.list": (
        "Auf einem Server, dem er hinzugefügt wurde, in einer Direktnachricht an ihn und überall, wo du chattest, "
        "sobald du ihn deinem eigenen Konto hinzugefügt hast."
    ),
    "help.more": "Version {version}. Tippe jederzeit /, um die Befehle zu sehen.",
    "arrival.hello": (
        "Hallo! Ich mache Bilder von dem, was du beschreibst. Tippe {imagine} und sag, was zu sehen sein soll, zum "
        "Beispiel `ein roter Apfel --ar 3:2`; dann kommen vier Bilder und Knöpfe, um weiterzumachen. {help} "
        "erklärt den Rest."
    ),
    "help.choose": "Mehr zu lesen",
    "help.start": "Was er ist und was du tippst",
    "help.first": "Was du zuerst tippst",
    "help.first.list": (
        "{imagine} `ein roter Apfel auf einem Tisch --ar 3:2`\n"
        "Dann kommen vier Bilder. U1 bis U4 zeigt eines für sich, V1 bis V4 macht ähnliche, 🔄 malt vier neue."
    ),
    "help.pocket": "Was er malen kann",
    "help.pocket.list": (
        "Hier malt Pocket, das kleine Modell, das Fourup mitbringt. Es kennt rund 250 Dinge (Tiere, Essen, Pflanzen, "
        "Fahrzeuge, Gesichter und was im Haus herumliegt) an acht Orten und in acht Techniken; für alles andere malt "
        "es das Nächste, das es kennt. Mehr kann ein großes Modell, das der Betreiber daneben einträgt: "
        "`[models.NAME]` in config.toml."
    ),
    "help.prompts": "Wie ein Prompt geschrieben wird",
    "help.prompts.list": (
        "**Links zu Bildern** zuerst, dann der Text, dann die Parameter: `https://… ein roter Apfel --ar 3:2`\n"
        "**Gewichte**: `Haus::2 Boot::1` sagt, wie viel jeder Teil zählt.\n"
        "**Mengen**: `ein {{roter, grüner}} Apfel` macht ein Raster von jedem.\n"
        "**Unerwünscht**: `--no Blätter, Himmel`\n"
        "Was falsch ist, wird nur dir gesagt, zusammen mit dem Prompt, wie er sein sollte."
    ),
    "help.look": "Parameter: Form und Aussehen",
    "help.pictures": "Parameter: Bilder als Vorlage",
    "help.drawing": "Parameter: wie gemalt wird",
    "help.models": "Parameter: Version und Modell",
    "help.way": "Parameter: Tempo und wer es sieht",
    "help.buttons": "Knöpfe, Menüs und Reaktionen",
    "help.buttons.list": (
        "**U1 bis U4** zeigt ein Bild für sich, **V1 bis V4** macht vier ähnliche, 🔄 malt denselben Prompt noch "
        "einmal. Alle dürfen sie drücken, und sie bleiben gültig.\n"
        "**Unter einem einzelnen Bild**: Upscale macht es doppelt so groß, Vary malt es oder einen Bereich neu, "
        "Zoom Out und die Pfeile zeigen mehr drumherum und daneben, Custom Zoom fragt erst nach dem Prompt.\n"
        "❤️ merkt es als Favorit, ✏️ ändert den Prompt, bevor es neu gemalt wird, 🗑️ nimmt es weg (nur für den, der "
        "gefragt hat).\nℹ️ sagt dir allein Seed, Parameter und Zahlen, und führt dahin, woher es kommt und was daraus "
        "wurde; ebenso `/show`, das einen Auftrag von dir noch einmal zeigt.\n"
        "**Cancel Job** ist für den, der gefragt hat, und für Moderatoren.\n"
        "**Rechtsklick auf eine Nachricht, Apps**: Cancel Job, DM Results, Use as image prompt; "
        "Use this picture... macht aus jedem Bild in jeder Nachricht Stil, Figur, Mischung oder Bearbeitung.\n"
        "**Antworte auf ein Bild, erwähne den Bot und sag, was sich ändern soll**: `mach es Nacht`. `/edit` macht das "
        "mit jedem Bild, `/region` malt einen Teil davon neu.\n"
        "`/history` blättert durch deine Bilder und Favoriten.\n"
        "**Reagiere** mit ✉️, um ein Ergebnis als Direktnachricht zu bekommen, mit ❌, um deinen Auftrag abzubrechen "
        "oder seine Nachricht zu entfernen."
    ),
}
