"""English: commands that show what there is."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "show.description": "Show one of your jobs once more, here",
    "show.job_id": "The id of the job, or a link to its message",
    "show.not_yours": "Only the member who asked for a job can show it again.",
    "show.unfinished": "It is not finished yet; the pictures come where you asked for them.",
    "info.description": "What you have used, and what is under way for you",
    "menu.title": "Use as image prompt",
    "menu.prompt": "Prompt",
    "menu.picture": "Picture",
    "menu.no_picture": "There is no picture in that message. Pick one that has one.",
}
