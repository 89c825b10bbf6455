"""English: what can be made of any picture in any message."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "use.title": "Use this picture",
    "use.number": "Picture {number}",
    "use.what": "Only you see this. What is to be made of the large one?",
    "use.grid": (
        "Only you see this. These are several pictures in one: press U1 to U4 under them first to enlarge or vary a "
        "single one, or to use it alone."
    ),
    "use.image": "Image prompt",
    "use.style": "Use as style",
    "use.character": "Use as character",
    "use.blend": "Blend with...",
    "use.edit": "Edit",
    "use.subtle": "Upscale (Subtle)",
    "use.creative": "Upscale (Creative)",
    "use.low": "Vary (Subtle)",
    "use.high": "Vary (Strong)",
    "use.region": "Vary (Region)",
    "use.shows": "What it shows (or leave it empty)",
    "use.words.shows": "A few words help: what is enlarged or varied is drawn after them.",
    "use.words.region": "What the picture is to show afterwards, where it is marked above all",
    "use.window.image": "Use as image prompt",
    "use.window.style": "Use as style",
    "use.window.character": "Use as character",
    "use.window.blend": "Blend with...",
    "use.words.image": "What is to be seen beside what the picture shows",
    "use.words.style": "What is to be drawn in the look of the picture",
    "use.words.character": "What the character of the picture is to do, and where",
    "use.words.edit": "In words: light, colours, time, medium, things",
    "use.told": "What is to change",
    "use.example.edit": "make it night · remove the hat · as a watercolor · sharper",
    "use.more": "One to four more pictures",
}
