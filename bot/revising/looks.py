"""Looks that a few words give a picture: what is said, what stands in the prompt then, and how far it is drawn over.

What is said is a regular expression of casefolded English and German, matched as whole words.
"""

from bot.images.grade import Grade
from bot.revising.look import Look
from bot.revising.styles import STYLES

LIGHT, COLOUR = 0.3, 0.35
"""Denoising strengths: light and colours keep everything in"
    " its place (image-to-image guides: 0.1 to 0.3 for grading)."""
DETAIL = 0.3
WEATHER = 0.5
TIME = 0.55

_SNOW = r"snow(?:y|ing|fall)?|(?:cover\w* )?(?:in|with) snow|verschneit\w*|schnee(?:fall)?|schneie\w*"

LOOKS = (
    Look("warmth", r"warm(?:er|e|en|eren)?|more warmth|wärmer(?:e|en)?", "warm colours", LIGHT, Grade(warmth=0.35)),
    Look(
        "warmth",
        r"cold(?:er)?|cooler|cool(?= (?:colou?rs|tones|light))"
        r"|kühl(?:er|ere|eren|e)?|kält(?:er|ere|eren)|kalt(?:e|en)?",
        "cool colours",
        LIGHT,
        Grade(warmth=-0.35),
    ),
    Look(
        "light",
        r"bright(?:er|en)?|lighter|more light|hell(?:er|ere|eren)?|mehr licht",
        "bright light",
        LIGHT,
        Grade(1.3),
    ),
    Look(
        "light",
        r"dark(?:er|en)?|dimmer|less light|dunk(?:el|ler|lere|leren)|weniger licht",
        "dim light",
        LIGHT,
        Grade(0.7),
    ),
    Look(
        "contrast",
        r"(?:more|higher|stronger) contrast|punchier|mehr kontrast",
        "high contrast",
        LIGHT,
        Grade(contrast=1.35),
    ),
    Look(
        "contrast",
        r"(?:less|lower) contrast|flatter|softer light|soft light\w*|weniger kontrast|weich(?:er|eres|es) licht",
        "soft light, low contrast",
        LIGHT,
        Grade(contrast=0.75),
    ),
    Look(
        "colour",
        r"(?:more )?(?:colou?rful|vivid|vibrant|saturated|saturation)"
        r"|(?:more|stronger|brighter) colou?rs?|bunt(?:er|ere)?"
        r"|farbig(?:er)?|kräftiger(?:e|en)?(?: farben)?|farbenfroher|mehr farben?",
        "vivid colours",
        COLOUR,
        Grade(colour=1.6),
    ),
    Look(
        "colour",
        r"less (?:colou?rful|vivid|vibrant|saturated|saturation|colou?r)|(?:more )?(?:muted|faded|desaturated)"
        r"|weniger (?:bunt|farbig|farbe)|blass(?:er)?|gedämpft\w*",
        "muted colours",
        COLOUR,
        Grade(colour=0.5),
    ),
    Look("colour", r"pastel(?:s| colou?rs| tones)?|pastell\w*", "pastel colours", COLOUR, Grade(1.1, 0.85, 0.7)),
    Look(
        "colour",
        r"black (?:and|&) white|black-and-white|b ?& ?w|monochrome|gr[ae]yscale|schwarz-?\s?(?:und )?weiss"
        r"|remove (?:all )?(?:the )?colou?rs?",
        "black and white photograph",
        COLOUR,
        Grade(colour=0.0),
    ),
    Look("colour", r"sepia", "sepia", COLOUR, Grade(colour=0.25, warmth=0.3)),
    Look(
        "time",
        r"(?:at |by )?(?:night(?:time)?|midnight)|(?:in der |bei )?nacht(?:s)?",
        "at night, dark sky, moonlight",
        TIME,
        Grade(0.45, 1.05, 0.8, warmth=-0.3),
    ),
    Look(
        "time",
        r"(?:at |in )?(?:the )?(?:evening|dusk|twilight|blue hour)"
        r"|(?:am )?abend(?:s)?|(?:abend)?dämmerung|blaue stunde",
        "at dusk, blue hour",
        TIME,
        Grade(0.7, colour=0.9, warmth=-0.15),
    ),
    Look(
        "time",
        r"(?:at |in )?(?:the )?(?:sunset|sundown|golden hour)|sonnenuntergang|goldene stunde",
        "at sunset, golden hour light",
        TIME,
        Grade(0.95, 1.1, 1.15, warmth=0.45),
    ),
    Look(
        "time",
        r"(?:at |in )?(?:the )?(?:sunrise|dawn|(?:early )?morning)|(?:am )?morgen(?:s)?|sonnenaufgang|morgenlicht",
        "at sunrise, soft morning light",
        TIME,
        Grade(1.05, 0.95, warmth=0.2),
    ),
    Look(
        "time",
        r"(?:at |in )?(?:the )?(?:(?<!of )day(?:time|light)?|noon|midday)"
        r"|(?:am )?(?:helllichte[rn] )?tag(?:sueber|eslicht)?|mittag\w*",
        "in daylight",
        TIME,
        Grade(1.25, warmth=0.05),
    ),
    Look("season", r"winter\w*", "in winter, snow", TIME, Grade(1.1, colour=0.7, warmth=-0.2)),
    Look("season", r"summer\w*|sommer\w*", "in summer, lush green, sunlight", TIME, Grade(1.1, colour=1.2, warmth=0.1)),
    Look(
        "season",
        r"autumn\w*|(?:in |like )?(?:the )?fall(?! \w)|herbst\w*",
        "in autumn, orange leaves",
        TIME,
        Grade(warmth=0.3),
    ),
    Look(
        "season",
        r"spring(?:time)?|frühling\w*|frühjahr",
        "in spring, blossoms, fresh green",
        TIME,
        Grade(1.1, colour=1.15),
    ),
    Look(
        "weather",
        r"rain(?:y|ing)?|regen|regne\w*|verregnet",
        "in the rain, wet ground",
        WEATHER,
        Grade(0.85, colour=0.8, warmth=-0.1),
    ),
    Look("weather", _SNOW, "snow falling, covered in snow", WEATHER, Grade(1.1, colour=0.75, warmth=-0.15)),
    Look(
        "weather",
        r"fog(?:gy)?|mist(?:y)?|haz[ey]|nebel|neblig\w*|dunst\w*",
        "in thick fog",
        WEATHER,
        Grade(1.05, 0.7, 0.7),
    ),
    Look(
        "weather",
        r"storm(?:y)?|thunder(?:storm|y)?|lightning|sturm|stürmisch\w*|gewitter",
        "in a thunderstorm, dark clouds",
        WEATHER,
        Grade(0.7, 1.1, 0.8),
    ),
    Look(
        "weather",
        r"sun(?:ny|shine|light)|sonnig(?:er|e)?|sonnenschein",
        "sunny, clear sky",
        WEATHER,
        Grade(1.2, warmth=0.15),
    ),
    Look(
        "weather",
        r"cloud(?:y|ier)|overcast|bewölkt\w*|wolkig\w*",
        "overcast, grey clouds",
        WEATHER,
        Grade(0.9, 0.85, 0.8),
    ),
    *STYLES,
    Look(
        "detail",
        r"(?:more |finer |extra )?detail(?:s|ed)?|mehr details?|detaillierter|detailreicher|mehr einzelheiten",
        "highly detailed",
        DETAIL,
        Grade(sharpness=1.6),
    ),
    Look(
        "focus",
        r"sharp(?:er|en)?|crisp(?:er)?|clear(?:er)?|less blur(?:ry"
        r"|red)?|in focus|schärfer|scharf|weniger unscharf|klarer",
        "sharp focus",
        DETAIL,
        Grade(sharpness=2.2, contrast=1.05),
    ),
    Look(
        "focus",
        r"blur(?:ry|rier|red)?|soft(?:er)?|out of focus|bokeh|unscharf|unschärfer|verschwommen\w*|weich(?:er)?",
        "soft focus, blurred",
        DETAIL,
        Grade(sharpness=0.0, contrast=0.95),
    ),
)
"""Of two that match, the longer counts; of two as long, the first."""

COLOURS = {
    "red": ("#c8281e", ("red", "rot", "rote", "roten", "roter", "rotes")),
    "orange": ("#e6781e", ("orange", "orangen")),
    "yellow": ("#ebcd28", ("yellow", "gelb", "gelbe", "gelben", "gelber", "gelbes")),
    "golden": ("#d4a017", ("gold", "golden", "goldene", "goldenen")),
    "green": ("#2d9b3c", ("green", "grün", "grüne", "grünen", "grüner", "grünes")),
    "turquoise": ("#28bebe", ("turquoise", "teal", "cyan", "türkis")),
    "blue": ("#285ad2", ("blue", "blau", "blaue", "blauen", "blauer", "blaues")),
    "purple": ("#8232c8", ("purple", "violet", "lilac", "lila", "violett")),
    "pink": ("#f078b4", ("pink", "rosa", "magenta")),
    "brown": ("#78501e", ("brown", "braun", "braune", "braunen")),
    "blonde": ("#e6c878", ("blonde", "blond")),
    "silver": ("#b4b4be", ("silver", "silbern")),
    "grey": ("#808080", ("grey", "gray", "grau", "graue", "grauen")),
    "black": ("#141414", ("black", "schwarz", "schwarze", "schwarzen")),
    "white": ("#f5f5f5", ("white", "weiss", "weisse", "weissen")),
}
"""What stands in the prompt: what is laid over, and how it is said."""
