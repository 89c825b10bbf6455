"""English: what is done with a picture once it is there."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "picture.stealth": "Only its author sees this picture: ask for one of your own with /imagine.",
    "picture.binned": "Its author has taken this picture away. Type /imagine to make one of your own.",
    "bin.not_yours": (
        "Only the member who asked for a picture takes it away. Something is wrong with it? Right click its message, "
        "then Apps, Report picture."
    ),
    "bin.done": "The picture is taken away. `/show job_id:{job_id}` brings it back.",
    "once.long": (
        "The prompt is longer than the {most} characters of a window. ℹ️ gives it as a file, to be changed and typed "
        "again."
    ),
    "about.title": "About this picture",
    "about.title.grid": "About these pictures",
    "about.in_file": "The whole prompt is in the file below, ready to be typed again.",
    "about.seed": "Seed",
    "about.of_grid": "of the grid `{seed}`",
    "about.parameters": "Parameters",
    "about.none": "none",
    "about.numbers": "Drawn with",
    "about.model": "Model",
    "about.size": "Size",
    "about.asked": "Asked for",
    "about.gpu": "GPU time",
    "about.free": "none: it was there already",
    "about.from": "Comes from",
    "about.children": "Came of it",
    "about.id": "Job",
    "about.binned": "You have taken it away; Show here brings it back.",
    "about.link": "[this one]({link})",
    "about.no_message": "job `{job_id}`",
    "about.unseen": "one that is not here any more, or not for you",
    "about.from.brought": "somewhere else: it was brought",
    "about.from.prompt": "what was typed",
    "about.from.reroll": "{name}, drawn once more",
    "about.from.upscale": "picture {index} of {name}",
    "about.from.picture": "picture {index} of {name}: {done}",
    "about.parent": "What it comes from",
    "about.down": "What came of it",
    "about.once": "Change the prompt",
    "about.show": "Show here",
    "about.not_for_you": "That picture is not here any more, or not for you.",
}
