"""English: edits in words, what was done about them, and what nothing understands."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "revise.done.follows": "The model followed these words by itself.",
    "revise.done.frame": "Done as the button of that name does it.",
    "revise.done.whole": "The whole picture was drawn over, by {percent} %.",
    "revise.done.region": "Drawn anew by {percent} % here alone: {where}.",
    "revise.done.graded": "Light and colours were changed first.",
    "revise.guess": "That is a guess: say where (`in the left third`), or mark it with Vary (Region).",
    "revise.unseen": (
        "Where “{things}” is, this model cannot tell: say where (`in the top third`), and only that is drawn anew."
    ),
    "revise.at.top": "top half",
    "revise.at.bottom": "bottom half",
    "revise.at.around": "all but the center",
    "revise.at.edge": "edges",
    "revise.at.both": "top half, bottom half",
    "revise.unread": (
        "“{clause}” is no change that I understand. I do: `make the colours warmer` · `make it night` · `sharper` · "
        "`more detail in the background` · `remove the hat in the top third` · `turn the sky pink` · `replace the dog "
        "with a cat` · `as a watercolor` · `zoom out` · `a bit more`. Anything else: Vary (Region), or ✏️ for the whole "
        "prompt."
    ),
    "revise.one": "One after the other: first the frame or the size, then the rest, as a reply to what comes.",
    "revise.back": "Nothing is lost: go on from the picture before, with a reply to that one.",
    "revise.first": "More of what? Say it for this picture first, for instance: `make the colours warmer`.",
}
