"""English: what is asked of pictures and links."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.description": "Make four pictures of what you describe",
    "imagine.prompt": "What is to be seen, then parameters such as --ar 3:2",
    "imagine.image": "A picture to begin from, beside the words",
    "imagine.style": "A picture whose style is taken (--sref)",
    "imagine.character": "A picture of the character to draw (--cref)",
    "upscale.there": "Picture {index} stands by itself already: {link}",
    "upscale.coming": "Picture {index} is on its way already.",
    "imagine.no_model": (
        "There is no model to draw with yet: the host of this bot can add one, as the readme says under models."
    ),
    "imagine.cannot": "This cannot be drawn. {reason}",
    "imagine.unavailable": (
        "The engine does not start just now, so nothing can be drawn; please tell the host of this bot. ({reason})"
    ),
    "imagine.blamed": (
        "The engine broke down over this job more than once, so it was given up; a smaller or simpler one may work."
    ),
    "blend.count": "A blend takes {fewest} to {most} pictures: add or leave out some.",
    "blend.twice": "The same picture is there twice: choose another one for each place.",
    "picture.no_link": "{link} is no link to a picture: give one that starts with https://, or attach the picture.",
    "picture.private": (
        "{link} leads to an address that is not public, and those are not fetched: attach the picture instead."
    ),
    "picture.gone": (
        "{link} is not there any more, or not for everybody: open it in a private window, or attach the picture."
    ),
    "picture.unreachable": "{link} cannot be reached: check the link, or attach the picture.",
    "picture.slow": "{link} took too long to answer: try again, or attach the picture.",
    "picture.too_large": "{link} is larger than 25 MiB: give a smaller picture.",
    "picture.not_a_picture": (
        "{link} is no picture that can be read: give a direct link to a PNG, JPEG, WebP or GIF file."
    ),
    "picture.too_many_pixels": "{link} has more than 64 megapixels: give a smaller picture.",
    "picture.broken": "{link} is damaged or cut off: save the picture anew, as PNG or JPEG, and send that.",
    "picture.lost": "A picture that this needs is not where it was kept: draw it again.",
    "blend.description": "Blend two to five pictures into new ones",
    "blend.image": "A picture",
    "blend.more": "One more picture",
    "blend.dimensions": "The shape of the new pictures",
    "blend.portrait": "Portrait",
    "blend.square": "Square",
    "blend.landscape": "Landscape",
}
