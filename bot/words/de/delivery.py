"""German: what stands at results and on the way to them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "delivery.next": "Als Nächstes an der Reihe.",
    "delivery.next.time": "Als Nächstes dran, noch etwa {time}.",
    "delivery.position": "Nummer {position} in der Warteschlange.",
    "delivery.position.time": "Nummer {position} in der Warteschlange, noch etwa {time}.",
    "delivery.loading": "Das Modell wird geladen.",
    "delivery.loading.left": "Das Modell wird geladen: noch etwa {seconds} s.",
    "delivery.loading.model": "Das Modell {model} wird geladen.",
    "delivery.loading.model.left": "Das Modell {model} wird geladen: noch etwa {seconds} s.",
    "delivery.loading.room": "Das Modell {model} wird geladen, sobald Platz ist: Was andere zeichnen, kommt zuerst.",
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
    "delivery.restarted": "Ich wurde neu gestartet, bevor ich dir antworten konnte. Bitte frag noch einmal.",
    "dm.sent": "Abgeschickt: Schau in deine Direktnachrichten.",
    "dm.closed": (
        "Du nimmst von diesem Server keine Direktnachrichten an. Erlaube sie in seinen Privatsphäre-Einstellungen "
        "und versuche es noch einmal."
    ),
    "dm.nothing": "Dieser Auftrag hat noch keine Bilder. Versuche es noch einmal, wenn er fertig ist.",
    "progress.lost": (
        "Dein Auftrag ist angenommen, und seine Bilder kommen; nur wie weit er ist, kann nicht gezeigt werden."
    ),
}
