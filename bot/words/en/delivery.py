"""English: what stands at results and on the way to them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "delivery.next": "Next in the queue.",
    "delivery.next.time": "Next in the queue, about {time}.",
    "delivery.position": "Number {position} in the queue.",
    "delivery.position.time": "Number {position} in the queue, about {time}.",
    "delivery.loading": "The model is being loaded.",
    "delivery.loading.left": "The model is being loaded: about {seconds} s more.",
    "delivery.loading.model": "The model {model} is being loaded.",
    "delivery.loading.model.left": "The model {model} is being loaded: about {seconds} s more.",
    "delivery.loading.room": "The model {model} is loaded as soon as there is room: what others draw comes first.",
    "delivery.cut": "The prompt is longer than a message; `/show {job_id}` has all of it.",
    "delivery.alt.grid": "A grid of {count} pictures: {prompt}",
    "delivery.alt.picture": "A picture: {prompt}",
    "delivery.elsewhere": "I may not post pictures in {channel}, so here they are.",
    "delivery.nowhere": (
        "The pictures are done, but I can neither post them in {channel} nor send them to you. Let me send messages "
        "and attach files there, or allow direct messages; then type `/show {job_id}`."
    ),
    "delivery.refused": "Discord did not take the pictures. Type `/show {job_id}` to have them posted again.",
    "delivery.lost": "The pictures are gone from the bot's disk. Please ask for them once more.",
    "delivery.restarted": "I was restarted before I could answer you. Please ask once more.",
    "dm.sent": "Sent: look into your direct messages.",
    "dm.closed": "You take no direct messages from this server. Allow them in its privacy settings, then ask again.",
    "dm.nothing": "This job has no pictures yet. Ask again when it is finished.",
    "progress.lost": "Your job is on its way, and its pictures will come; only its progress cannot be shown.",
}
