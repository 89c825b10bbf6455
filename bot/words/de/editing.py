"""German: /edit, /region, and replies that mention the bot."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "editing.edit": "Ändere jedes Bild in Worten: mach es Nacht, entferne den Hut, wärmer",
    "editing.instruction": "Was sich ändern soll: mach die Farben wärmer, mehr Details im Hintergrund, als Aquarell",
    "editing.region": "Male einen Teil eines Bildes neu",
    "editing.prompt": "Was das Bild danach zeigen soll, vor allem wo es markiert ist",
    "editing.image": "Das Bild",
    "editing.link": "Oder ein Link dorthin, oder zu einer Nachricht dieses Bots damit",
    "editing.where": "Wo: oben links, rechtes Drittel, nicht die Mitte",
    "editing.mask": "Oder ein Bild derselben Form: Weiß wird neu gemalt, Schwarz bleibt",
    "editing.places": (
        "linke Hälfte, rechte Hälfte, obere Hälfte, untere Hälfte, Mitte, nicht die Mitte, linkes "
        "Drittel, rechtes Drittel, "
        "oberes Drittel, unteres Drittel, oben links, oben rechts, unten links, unten rechts, Rand"
    ),
    "editing.no_picture": "Welches Bild? Häng eines als image an, oder gib einen Link zu einem.",
    "editing.not_ours": (
        "Der Link führt zu einer Nachricht, die keines meiner Bilder zeigt. Häng das Bild an, oder "
        "klick rechts auf die "
        "Nachricht: Apps, Use this picture..."
    ),
    "linked.unread": (
        "Diese Nachricht kann ich nicht lesen, oder du nicht: Gib einen Link zu einer in einem Kanal, den wir beide "
        "lesen."
    ),
    "linked.which": (
        "Diese Nachricht zeigt {most} {most:Bild|Bilder}: Sag mit seiner Nummer hinter dem Link, welches, zum "
        "Beispiel {example}."
    ),
    "editing.which.attached": "Welches der {most} Bilder? Beginn mit seiner Nummer: `2: make it night`.",
    "editing.which": (
        "Welches der {most}? Fang mit seiner Nummer an, `2: mach es Nacht`, oder nimm vorher mit "
        "U1 bis U4 eines heraus."
    ),
    "editing.how": (
        "Antworte auf ein Bild, erwähne mich, und sag, was sich ändern soll: `mach die Farben "
        "wärmer`, `entferne den Hut im "
        "oberen Drittel`. Oder häng ein Bild an deine Nachricht. Neue malt /imagine."
    ),
    "editing.unseen": (
        "Da sehe ich kein Bild: Discord zeigt mir in einer Antwort nur meine eigenen. Klick rechts "
        "auf die Nachricht: Apps, "
        "Use this picture... Oder häng das Bild an deine eigene Nachricht."
    ),
    "editing.long": "Das ist zu lang für eine Änderung: {most} Zeichen sind das Meiste.",
    "editing.private": "Es wird gemalt und kommt als Direktnachricht zu dir.",
}
