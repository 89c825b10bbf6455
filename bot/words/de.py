"""German."""

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
    "error.outdated": (
        "Dieser Befehl hat sich geändert, seit Discord ihn geladen hat. Tippe / und wähle ihn noch einmal."
    ),
    "error.unexpected": (
        "Bei uns ist etwas schiefgegangen. Bitte versuche es noch einmal; wenn es so bleibt, nenne dem Betreiber diese "
        "Nummer: {incident}."
    ),
    "delivery.next": "Als Nächstes an der Reihe.",
    "delivery.position": "Nummer {position} in der Warteschlange.",
    "delivery.loading": "Das Modell wird geladen.",
    "delivery.loading.left": "Das Modell wird geladen: noch etwa {seconds} s.",
    "delivery.cut": "Der Prompt ist länger als eine Nachricht; mit `/show {job_id}` bekommst du ihn ganz.",
    "delivery.alt.grid": "{count} Bilder in einem Raster: {prompt}",
    "delivery.alt.picture": "Ein Bild: {prompt}",
    "delivery.elsewhere": "In {channel} darf ich keine Bilder posten, deshalb sind sie hier.",
    "delivery.nowhere": (
        "Die Bilder sind fertig, aber ich kann sie weder in {channel} posten noch dir schicken. Erlaube mir dort, "
        "Nachrichten zu senden und Dateien anzuhängen, oder lass Direktnachrichten zu; tippe dann `/show {job_id}`."
    ),
    "delivery.refused": "Discord hat die Bilder nicht angenommen. Mit `/show {job_id}` kommen sie noch einmal.",
    "delivery.lost": "Die Bilder sind von der Festplatte des Bots verschwunden. Bitte frag noch einmal danach.",
    "imagine.description": "Mach vier Bilder von dem, was du beschreibst",
    "imagine.prompt": "Was zu sehen sein soll, dann Parameter wie --ar 3:2",
    "imagine.image": "Ein Bild, von dem neben den Worten ausgegangen wird",
    "imagine.style": "Ein Bild, dessen Stil übernommen wird (--sref)",
    "imagine.character": "Ein Bild der Figur, die gemalt werden soll (--cref)",
    "wrong.cure": "So ginge es",
    "wrong.submit": "So abschicken",
    "wrong.lost": "Der berichtigte Prompt ist nicht mehr da. Bitte tippe noch einmal /imagine.",
    "wrong.more": "… und {count} weitere.",
    "cancel.done": "Der Auftrag ist abgebrochen.",
    "upscale.there": "Bild {index} steht schon für sich: {link}",
    "upscale.coming": "Bild {index} ist schon unterwegs.",
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
    "imagine.no_model": (
        "Es gibt noch kein Modell, mit dem gemalt werden kann: Der Betreiber dieses Bots kann eines hinzufügen, wie "
        "es in der Liesmich-Datei unter Modelle steht."
    ),
    "imagine.cannot": "Das kann nicht gemalt werden. {reason}",
    "imagine.unavailable": (
        "Die Engine startet gerade nicht, darum kann nichts gemalt werden; bitte sag es dem Betreiber dieses Bots. "
        "({reason})"
    ),
    "imagine.blamed": (
        "Die Engine ist über diesem Auftrag mehr als einmal zusammengebrochen, darum wurde er aufgegeben; ein "
        "kleinerer oder einfacherer gelingt vielleicht."
    ),
    "blend.count": "Zum Mischen gehören {fewest} bis {most} Bilder: Nimm welche hinzu oder lass welche weg.",
    "blend.twice": "Dasselbe Bild ist zweimal dabei: Wähle für jeden Platz ein anderes.",
    "queue.full": (
        "Deine Warteschlange ist voll. Bitte warte, bis ein Auftrag fertig ist, und schick diesen dann noch einmal ab."
    ),
    "queue.waits": (
        "Du hast so viele Aufträge auf einmal laufen, wie erlaubt sind. Keine Sorge, dieser beginnt, sobald ein "
        "anderer fertig ist!"
    ),
    "job.no_picture": "Dieser Auftrag hat kein Bild {index}: Er ist noch nicht so weit oder hat vorher geendet.",
    "cancel.not_yours": "Nur wer einen Auftrag gegeben hat und Moderatoren können ihn abbrechen.",
    "cancel.too_late": "Dieser Auftrag ist schon zu Ende, es gibt nichts mehr abzubrechen.",
    "picture.no_link": (
        "{link} ist kein Link zu einem Bild: Gib einen an, der mit https:// beginnt, oder hänge das Bild an."
    ),
    "picture.private": (
        "{link} führt zu einer Adresse, die nicht öffentlich ist, und solche werden nicht geladen: Hänge das Bild an."
    ),
    "picture.gone": (
        "{link} gibt es nicht mehr, oder nicht für alle: Öffne es in einem privaten Fenster, oder hänge das Bild an."
    ),
    "picture.unreachable": "{link} ist nicht zu erreichen: Prüfe den Link, oder hänge das Bild an.",
    "picture.slow": "{link} hat zu lange für eine Antwort gebraucht: Versuche es noch einmal, oder hänge das Bild an.",
    "picture.too_large": "{link} ist größer als 25 MiB: Gib ein kleineres Bild an.",
    "picture.not_a_picture": (
        "{link} ist kein lesbares Bild: Gib einen direkten Link zu einer PNG-, JPEG-, WebP- oder GIF-Datei an."
    ),
    "picture.too_many_pixels": "{link} hat mehr als 64 Megapixel: Gib ein kleineres Bild an.",
    "picture.broken": (
        "{link} ist beschädigt oder abgeschnitten: Speichere das Bild neu, als PNG oder JPEG, und sende das."
    ),
    "blend.description": "Verbinde zwei bis fünf Bilder zu neuen",
    "blend.image": "Ein Bild",
    "blend.more": "Noch ein Bild",
    "blend.dimensions": "Die Form der neuen Bilder",
    "blend.portrait": "Hochformat",
    "blend.square": "Quadrat",
    "blend.landscape": "Querformat",
    "show.description": "Zeig einen deiner Aufträge hier noch einmal",
    "show.job_id": "Die Nummer des Auftrags oder ein Link zu seiner Nachricht",
    "show.not_yours": "Nur wer einen Auftrag gegeben hat, kann ihn noch einmal zeigen.",
    "show.unfinished": "Er ist noch nicht fertig; die Bilder kommen dorthin, wo du sie bestellt hast.",
    "info.description": "Was du verbraucht hast und was für dich in Arbeit ist",
    "dm.sent": "Abgeschickt: Schau in deine Direktnachrichten.",
    "dm.closed": (
        "Du nimmst von diesem Server keine Direktnachrichten an. Erlaube sie in seinen Privatsphäre-Einstellungen "
        "und versuche es noch einmal."
    ),
    "dm.nothing": "Dieser Auftrag hat noch keine Bilder. Versuche es noch einmal, wenn er fertig ist.",
    "menu.title": "Als Bild-Prompt verwenden",
    "menu.prompt": "Dein Prompt",
    "menu.picture": "Bild",
    "menu.no_picture": "In dieser Nachricht ist kein Bild. Nimm eine, in der eines ist.",
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
        "**Cancel Job** ist für den, der gefragt hat, und für Moderatoren.\n"
        "**Rechtsklick auf eine Nachricht, Apps**: Cancel Job, DM Results, Use as image prompt.\n"
        "**Reagiere** mit ✉️, um ein Ergebnis als Direktnachricht zu bekommen, mit ❌, um deinen Auftrag abzubrechen "
        "oder seine Nachricht zu entfernen."
    ),
    "imagine.stealth": (
        "`--stealth` lässt sich auf einem Server noch nicht einhalten, dort sehen alle das Ergebnis: Lass es weg, "
        "oder schreib dem Bot eine Direktnachricht."
    ),
    "progress.lost": (
        "Dein Auftrag ist angenommen, und seine Bilder kommen; nur wie weit er ist, kann nicht gezeigt werden."
    ),
}
