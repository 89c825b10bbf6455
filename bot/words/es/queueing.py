"""Spanish: /queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "queue.description": "Lo que espera y lo que se dibuja; cancela tus propios trabajos",
    "queue.title": "La cola",
    "queue.empty": "No espera nada y no se dibuja nada.",
    "queue.all": "{running} dibujándose, {waiting} en espera.",
    "queue.all.time": "{running} dibujándose, {waiting} en espera; todo junto tarda unos {time}.",
    "queue.own": "Tuyos: {running} dibujándose, {waiting} en espera.",
    "queue.own.time": "Tuyos: {running} dibujándose, {waiting} en espera; el primero llega en unos {time}.",
    "queue.none_own": "Ninguno es tuyo.",
    "queue.turbo": "turbo",
    "queue.fast": "rápido",
    "queue.relax": "sin prisa",
    "queue.runs": "{speed}, dibujándose",
    "queue.runs.time": "{speed}, dibujándose, faltan unos {time}",
    "queue.waits.time": "{speed}, unos {time}",
    "queue.held": "{speed}, en pausa",
    "queue.private": "solo para su autor",
    "queue.refresh": "Mirar de nuevo",
    "queue.cancel_one": "Cancelar uno de los tuyos …",
    "queue.cancel_all": "Cancelar tus {count} que esperan",
    "queue.cancelled": "{count} {count:trabajo está cancelado|trabajos están cancelados}.",
    "queue.cancelled_it": "El trabajo está cancelado, y su autor lo lee así.",
    "queue.manage_one": "Mover o cancelar un trabajo …",
    "queue.one": "Este trabajo",
    "queue.front": "Al principio",
    "queue.cancel": "Cancelarlo",
    "queue.back": "A la cola",
    "queue.moved": "Es el próximo que se dibuja. `/admin undo {number}` lo devuelve a su sitio.",
    "queue.pause": "Pausar la cola",
    "queue.pause.what": "Lo que se dibuja sigue, lo que espera se queda, y no empieza nada más",
    "queue.drain": "Vaciar la cola",
    "queue.drain.what": "Lo que espera se dibuja, y no se acepta nada nuevo",
    "queue.resume": "Dejar que siga",
    "queue.reason": "Por qué, para que todos lo lean",
    "queue.paused": (
        "La cola de este servidor está en pausa. `/admin undo {number}`, o el botón de abajo, deja que siga."
    ),
    "queue.draining": "No se acepta nada nuevo. `/admin undo {number}`, o el botón de abajo, termina eso.",
    "queue.resumed": "La cola de este servidor sigue. `/admin undo {number}` la detiene como antes.",
    "queue.goes_on": "Ya está en marcha.",
    "queue.was_so": "Ya era así.",
    "queue.gone": "Ese trabajo ya no está en la cola.",
    "queue.not_here": "Ese trabajo se pidió en otro lugar: solo quienes gestionan ese pueden hacer esto.",
    "queue.not_waiting": "Ese trabajo ya no espera, así que no se puede mover.",
    "queue.in_front": "Ese trabajo ya está al principio.",
    "queue.host": "Quien administra el bot ha puesto el dibujo en pausa por un rato.",
    "queue.host.why": "Quien administra el bot ha puesto el dibujo en pausa por un rato: {reason}",
    "queue.is.paused": "{by} ha puesto en pausa la cola de este servidor.",
    "queue.is.paused.why": "{by} ha puesto en pausa la cola de este servidor: {reason}",
    "queue.is.draining": "{by} deja que la cola de este servidor se vacíe: no se acepta nada nuevo.",
    "queue.is.draining.why": "{by} deja que la cola de este servidor se vacíe, y no se acepta nada nuevo: {reason}",
    "queue.drained": (
        "Por ahora aquí no se dibuja nada nuevo, así lo ha puesto {by}: lo que espera aún se dibuja. Inténtalo más "
        "tarde."
    ),
    "queue.drained.why": (
        "Por ahora aquí no se dibuja nada nuevo, así lo ha puesto {by} ({reason}): lo que espera aún se dibuja. "
        "Inténtalo más tarde."
    ),
    "audit.queue": "detuvo la cola o dejó que siguiera",
    "audit.front": "movió al principio el trabajo {job} de {channel}",
}
