"""Looks of another medium, and of another mood."""

from bot.images.grade import Grade
from bot.revising.look import Look

MEDIUM = 0.6
"""Style transfer keeps the composition from 0.5 to 0.6."""
MOOD = 0.45

STYLES = (
    Look("medium", r"water ?colou?rs?(?: painting)?|aquarell\w*", "watercolor painting", MEDIUM),
    Look("medium", r"oil ?paint\w*|oil on canvas|ölgemälde|ölbild|in öl", "oil painting", MEDIUM),
    Look(
        "medium",
        r"pencil(?: sketch| drawing)?|sketch\w*|bleistift\w*|skizze",
        "pencil sketch",
        MEDIUM,
        Grade(colour=0.2),
    ),
    Look("medium", r"charcoal(?: drawing)?|kohlezeichnung", "charcoal drawing", MEDIUM, Grade(colour=0.0)),
    Look("medium", r"ink(?: drawing)?|tusche\w*|tinte", "ink drawing", MEDIUM, Grade(colour=0.2, contrast=1.2)),
    Look(
        "medium", r"line ?art|lineart|line drawing|strichzeichnung", "line art", MEDIUM, Grade(colour=0.1, contrast=1.2)
    ),
    Look("medium", r"pixel ?art|8-?bit|pixelig\w*", "pixel art", MEDIUM),
    Look("medium", r"anime|manga", "anime", MEDIUM),
    Look("medium", r"cartoon\w*|comic(?: book)?\w*|zeichentrick\w*", "cartoon", MEDIUM, Grade(colour=1.2)),
    Look("medium", r"3 ?-?d(?: render(?:ing)?)?|render(?:ing)?", "3d render", MEDIUM),
    Look(
        "medium",
        r"photo(?:graph|realistic|realism)?|(?:more )?realistic(?:ally)?"
        r"|foto(?:grafie|realistisch)?|realistisch(?:er)?",
        "photograph, realistic",
        MEDIUM,
    ),
    Look("medium", r"ukiyo-?e|japanese woodblock\w*", "ukiyo-e woodblock print", MEDIUM),
    Look("medium", r"wood ?cut|linocut|holzschnitt|linolschnitt", "woodcut", MEDIUM),
    Look("medium", r"paper ?cut(?:out)?|papercut|origami|scherenschnitt", "papercut art", MEDIUM),
    Look("medium", r"clay(?:mation)?|plasticine|knete|ton(?:figur)?", "clay sculpture", MEDIUM),
    Look("medium", r"stained glass|glasfenster|buntglas\w*", "stained glass", MEDIUM, Grade(colour=1.3, contrast=1.15)),
    Look("medium", r"low ?-?poly", "low poly", MEDIUM),
    Look("medium", r"cyberpunk|neon", "cyberpunk, neon lights", MEDIUM, Grade(0.8, 1.15, 1.3)),
    Look("medium", r"steampunk", "steampunk", MEDIUM),
    Look("mood", r"(?:more )?dramatic|dramatisch(?:er)?", "dramatic light", MOOD, Grade(0.9, 1.3)),
    Look("mood", r"co[sz]y|cosier|cozier|gemütlich(?:er)?", "cozy, warm light", MOOD, Grade(warmth=0.25)),
    Look(
        "mood",
        r"spooky|scary|scarier|creepy|eerie|haunted|gruselig(?:er)?|unheimlich(?:er)?",
        "eerie, spooky mood",
        MOOD,
        Grade(0.7, colour=0.7),
    ),
    Look(
        "mood",
        r"cheerful|happy|happier|joyful|friendl(?:y|ier)|fröhlich(?:er)?|freundlich(?:er)?",
        "cheerful mood",
        MOOD,
        Grade(1.15, colour=1.2),
    ),
    Look(
        "mood",
        r"sad(?:der)?|melanchol\w*|gloomy|traurig(?:er)?|düster(?:er)?",
        "melancholic mood",
        MOOD,
        Grade(0.8, colour=0.6),
    ),
    Look(
        "mood",
        r"dream(?:y|ier|like)|magical|fairy ?tale|verträumt\w*|märchenhaft\w*|magisch(?:er)?",
        "dreamy, magical",
        MOOD,
        Grade(1.05, 0.85),
    ),
    Look("mood", r"myster(?:y|ious)|geheimnisvoll(?:er)?|mystisch(?:er)?", "mysterious mood", MOOD, Grade(0.75)),
    Look(
        "mood",
        r"calm(?:er)?|peaceful|quiet(?:er)?|ruhig(?:er)?|friedlich(?:er)?",
        "calm, peaceful",
        MOOD,
        Grade(contrast=0.9),
    ),
    Look("mood", r"epic|heroic|episch(?:er)?", "epic", MOOD, Grade(contrast=1.25)),
    Look(
        "mood", r"vintage|retro|old-?fashioned|nostalgisch(?:er)?", "vintage", MOOD, Grade(0.95, 0.9, 0.7, warmth=0.25)
    ),
    Look("mood", r"futuristic|futuristisch(?:er)?|sci-?fi", "futuristic", MOOD, Grade(warmth=-0.1)),
)
