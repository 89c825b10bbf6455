"""German: /queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "queue.description": "Was wartet und was gerade gemalt wird; brich deine eigenen Aufträge ab",
    "queue.title": "Die Warteschlange",
    "queue.empty": "Nichts wartet, und nichts wird gemalt.",
    "queue.all": "{running} werden gemalt, {waiting} warten.",
    "queue.all.time": "{running} werden gemalt, {waiting} warten; alles zusammen dauert etwa {time}.",
    "queue.own": "Deine: {running} werden gemalt, {waiting} warten.",
    "queue.own.time": "Deine: {running} werden gemalt, {waiting} warten; der erste kommt in etwa {time}.",
    "queue.none_own": "Davon ist nichts von dir.",
    "queue.turbo": "Turbo",
    "queue.fast": "schnell",
    "queue.relax": "gemütlich",
    "queue.runs": "{speed}, wird gemalt",
    "queue.runs.time": "{speed}, wird gemalt, noch etwa {time}",
    "queue.waits.time": "{speed}, etwa {time}",
    "queue.held": "{speed}, angehalten",
    "queue.private": "nur für den, der ihn gab",
    "queue.refresh": "Neu ansehen",
    "queue.cancel_one": "Einen von deinen abbrechen …",
    "queue.cancel_all": "Alle {count} von dir abbrechen, die warten",
    "queue.cancelled": "{count} {count:Auftrag ist|Aufträge sind} abgebrochen.",
    "queue.cancelled_it": "Der Auftrag ist abgebrochen, und wer ihn gab, liest das.",
    "queue.manage_one": "Einen Auftrag vorziehen oder abbrechen …",
    "queue.one": "Dieser Auftrag",
    "queue.front": "Nach vorn",
    "queue.cancel": "Abbrechen",
    "queue.back": "Zur Warteschlange",
    "queue.moved": "Er kommt als Nächster dran. `/admin undo {number}` stellt ihn zurück.",
    "queue.pause": "Warteschlange anhalten",
    "queue.pause.what": "Was gemalt wird, läuft weiter, was wartet, bleibt, und nichts weiter beginnt",
    "queue.drain": "Warteschlange leeren",
    "queue.drain.what": "Was wartet, wird gemalt, und Neues wird nicht angenommen",
    "queue.resume": "Weiterlaufen lassen",
    "queue.reason": "Warum, für alle zu lesen",
    "queue.paused": (
        "Die Warteschlange dieses Servers ist angehalten. `/admin undo {number}` oder der Knopf unten "
        "lässt sie weiterlaufen."
    ),
    "queue.draining": "Neues wird nicht angenommen. `/admin undo {number}` oder der Knopf unten beendet das.",
    "queue.resumed": "Die Warteschlange dieses Servers läuft weiter. `/admin undo {number}` hält sie auf wie vorher.",
    "queue.goes_on": "Sie läuft schon.",
    "queue.was_so": "Das war schon so.",
    "queue.gone": "Dieser Auftrag ist nicht mehr in der Warteschlange.",
    "queue.not_here": "Dieser Auftrag wurde an einem anderen Ort gegeben: das können nur die, die jenen verwalten.",
    "queue.not_waiting": "Dieser Auftrag wartet nicht mehr, also lässt er sich nicht vorziehen.",
    "queue.in_front": "Dieser Auftrag steht schon vorn.",
    "queue.host": "Der Betreiber hat das Zeichnen für eine Weile angehalten.",
    "queue.host.why": "Der Betreiber hat das Zeichnen für eine Weile angehalten: {reason}",
    "queue.is.paused": "{by} hat die Warteschlange dieses Servers angehalten.",
    "queue.is.paused.why": "{by} hat die Warteschlange dieses Servers angehalten: {reason}",
    "queue.is.draining": "{by} lässt die Warteschlange dieses Servers leerlaufen: Neues wird nicht angenommen.",
    "queue.is.draining.why": (
        "{by} lässt die Warteschlange dieses Servers leerlaufen, Neues wird nicht angenommen: {reason}"
    ),
    "queue.drained": (
        "Hier wird gerade nichts Neues gemalt, so hat es {by} eingestellt: was wartet, kommt noch. Versuch es später."
    ),
    "queue.drained.why": (
        "Hier wird gerade nichts Neues gemalt, so hat es {by} eingestellt ({reason}): was wartet, "
        "kommt noch. Versuch es später."
    ),
    "audit.queue": "hielt die Warteschlange an oder ließ sie weiterlaufen",
    "audit.front": "zog den Auftrag {job} in {channel} vor",
}
