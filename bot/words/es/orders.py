"""Spanish: orders of several grids."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "order.ask": "¿Dibujo {count} cuadrículas?",
    "order.takes": "Juntas ocupan la GPU unos {time}.",
    "order.of_today": "Te quedan {left} de tus {most} minutos de hoy.",
    "order.of_month": "Te quedan {left} de tus {most} minutos de este mes.",
    "order.more": "… y {count} más.",
    "order.until": "Esta pregunta termina {at}.",
    "order.yes": "Sí",
    "order.no": "No",
    "order.goes": "{count} cuadrículas están en camino. Un mensaje aquí dice cómo van.",
    "order.declined": "No se dibuja nada.",
    "order.gone": "Esta pregunta ya se respondió. Escribe el comando otra vez si al final quieres las cuadrículas.",
    "order.late": (
        "Esta pregunta ha terminado, y no se dibuja nada. Escribe el comando otra vez si al final quieres las "
        "cuadrículas."
    ),
    "order.not_yours": "Solo quien pidió las cuadrículas puede responder.",
    "order.begun": "Estas cuadrículas ya están en camino.",
    "order.left": "{count} {count:cuadrícula está cancelada|cuadrículas están canceladas}.",
    "order.of": "Un pedido de {count} cuadrículas:",
    "order.drawn": "{count} {count:dibujada|dibujadas}",
    "order.running": "{count} dibujándose",
    "order.waiting": "{count} en espera",
    "order.failed": "{count} {count:fallida|fallidas}",
    "order.cancelled": "{count} {count:cancelada|canceladas}",
    "order.time": "Todas en unos {time}.",
    "order.refunded": "Devueltas: {count}. Lo que no se dibuja no gasta nada de tus minutos.",
}
