"""English: /admin, and what was done in a server."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "admin.description": "Set the rules of this server, and see what was done",
    "admin.managers_only": "Only members who may manage this server can do that: ask one of them.",
    "admin.elsewhere": "Rules are set in a server: type it there.",
    "admin.log.description": "What was done in this server, by whom, and undoing it",
    "admin.log.title": "What was done here",
    "admin.log.none": "Nothing yet. Whatever is changed with /admin will stand here, and can be undone.",
    "admin.log.undo": "Undo",
    "admin.log.older": "Older",
    "admin.log.nothing": "nothing",
    "admin.log.undoes": "undid {number}: {what}",
    "admin.log.undone_by": "Undone by {number}.",
    "admin.undo.description": "Take back what was done",
    "admin.undo.number": "The number that stands before it in /admin log",
    "admin.undo.done": "{number} is undone. Undo {again} to have it back.",
    "admin.undo.unknown": "There is no entry {number} in this server's log: /admin log has their numbers.",
    "admin.undo.again": "Entry {number} is undone already.",
    "admin.undo.final": "Entry {number} cannot be undone.",
    "admin.undo.changed": "What entry {number} did was changed later: undo the later entries first.",
    "audit.cancel": "cancelled the job {job} in {channel}",
}
