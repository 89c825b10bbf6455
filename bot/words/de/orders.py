"""German: orders of several grids."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "order.ask": "Soll ich {count} Raster malen?",
    "order.takes": "Zusammen brauchen sie etwa {time} der GPU.",
    "order.of_today": "Von deinen {most} Minuten heute sind {left} übrig.",
    "order.of_month": "Von deinen {most} Minuten diesen Monat sind {left} übrig.",
    "order.more": "… und {count} weitere.",
    "order.until": "Diese Frage endet {at}.",
    "order.yes": "Ja",
    "order.no": "Nein",
    "order.goes": "{count} Raster sind unterwegs. Eine Nachricht hier sagt, wie weit sie sind.",
    "order.declined": "Es wird nichts gemalt.",
    "order.gone": "Diese Frage ist schon beantwortet. Tippe den Befehl noch einmal, wenn du die Raster doch willst.",
    "order.late": (
        "Diese Frage ist abgelaufen, und es wird nichts gemalt. Tippe den Befehl noch einmal, wenn du "
        "die Raster doch willst."
    ),
    "order.not_yours": "Nur wer die Raster wollte, kann antworten.",
    "order.begun": "Diese Raster sind schon unterwegs.",
    "order.left": "{count} Raster {count:ist|sind} abgebrochen.",
    "order.of": "Eine Bestellung von {count} Rastern:",
    "order.drawn": "{count} gemalt",
    "order.running": "{count} in Arbeit",
    "order.waiting": "{count} warten",
    "order.failed": "{count} gescheitert",
    "order.cancelled": "{count} abgebrochen",
    "order.time": "Alle zusammen in etwa {time}.",
    "order.refunded": "Erstattet: {count}. Was nicht gemalt wird, nimmt nichts von deinen Minuten.",
}
