"""English: orders of several grids."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "order.ask": "Shall I draw {count} grids?",
    "order.takes": "Together they take about {time} of the GPU.",
    "order.of_today": "{left} of your {most} minutes of today are left.",
    "order.of_month": "{left} of your {most} minutes of this month are left.",
    "order.more": "… and {count} more.",
    "order.until": "This question ends {at}.",
    "order.yes": "Yes",
    "order.no": "No",
    "order.goes": "{count} grids are on their way. One message here tells how far they are.",
    "order.declined": "Nothing is drawn.",
    "order.gone": "This question was answered already. Type the command again if you want the grids after all.",
    "order.late": (
        "This question has ended, and nothing is drawn. Type the command again if you want the grids after all."
    ),
    "order.not_yours": "Only the member who asked for the grids can answer.",
    "order.begun": "These grids are on their way already.",
    "order.left": "{count} {count:grid is|grids are} cancelled.",
    "order.of": "An order of {count} grids:",
    "order.drawn": "{count} drawn",
    "order.running": "{count} being drawn",
    "order.waiting": "{count} waiting",
    "order.failed": "{count} failed",
    "order.cancelled": "{count} cancelled",
    "order.time": "All of them in about {time}.",
    "order.refunded": "Refunded: {count}. What is not drawn takes nothing of your minutes.",
}
