"""English: what is kept of a member, and forgetting it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "privacy.description": "What this bot keeps of you",
    "privacy.export.description": "Get all that this bot keeps of you, as files that only you see",
    "privacy.forget.description": "Have all deleted that you made with this bot",
    "privacy.page": "Which file, where one is not enough: 1 is the latest",
    "privacy.exported": (
        "File {number} of {pages}: your prompts, settings and pictures as far as this bot keeps them. Nobody else "
        "sees it."
    ),
    "privacy.next": "The next one: `/privacy export page:{number}`.",
    "privacy.left_out": (
        "{count} {count:picture is|pictures are} in none of the files, since {count:it|each} is larger than Discord "
        "takes: `/show` has {count:it|them}."
    ),
    "privacy.question": (
        "**Shall this bot forget you?** All your jobs ({count}) with their prompts and pictures, what you have "
        "attached, your settings and macros are deleted, and so are this bot's messages with them, as far as Discord "
        "lets it. What is being drawn is cancelled. It cannot be undone: `/privacy export` saves it before.\nWhat "
        "stays: what moderators have noted (warnings, bans, who did what), how long the GPU was used where a limit "
        "counts it, pictures that others made from yours, and the host's copies until they are replaced."
    ),
    "privacy.yes": "Delete everything",
    "privacy.no": "Keep it",
    "privacy.not_yours": "Only the member who asked can answer this. Type /privacy to ask for yourself.",
    "privacy.kept": "Nothing was deleted.",
    "privacy.forgotten": (
        "It is being deleted; the messages go one after the other, which takes a while. You can use this bot again "
        "at any time."
    ),
    "job.start_gone": "The picture that this one starts from was deleted. Start from another, please.",
}
