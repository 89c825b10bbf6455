"""How edits in words are said: regular expressions of casefolded English and German, and what their words mean."""

import re

from bot.revising.looks import COLOURS, LOOKS
from bot.revising.things import ARTICLE
from engine.protocol import Edit

MAKE = (
    r"(?:make|turn|set|let|have|render|paint|draw|colou?r|dye|give|change|convert|transform|show|get|keep|use|add|apply"
    r"|mach\w*|lass\w*|färb\w*|mal\w*|zeichne\w*|verwandl\w*|änder\w*|gib|zeig\w*|stell\w*|setz\w*|füg\w*)"
)
WHOLE = (
    r"(?:it|this|that|everything|them|es|alles|ihn|sie"
    rf"|(?:{ARTICLE}\s+)?(?:whole |entire |ganze )?(?:picture|image"
    rf"|photo|scene|colou?rs?|light|lighting|tones?|style|look|mood"
    r"|atmosphere|weather|season|bild|foto|szene|farben?|licht|stil|stimmung|wetter|jahreszeit))"
)
IDLE = re.compile(
    rf"\b(?:{MAKE}|{WHOLE}|{ARTICLE}|look|looks|looking|like|as|if|be"
    rf"|is|into|to|in|with|of|for|by|at|on|style|effect|filter|some|a bit"
    r"|bit|more|even|really|very|so|like|mehr|wie|als|im|in|zu|zum"
    r"|aus|mit|stil|sein|wirken|aussehen|dazu|hinzu|noch|were|was|it's"
    r"|time of (?:the )?day|tones?|colou?rs?|light|lighting|mood|atmosphere|painting|drawing|version|times?)\b"
)
JOINED = re.compile(r"\b(?:and|und)\b")
SLIGHTLY = re.compile(
    r"\b(?:a (?:tiny |little )?bit|a little|slightly|subtly|somewhat|etwas|ein (?:bisschen|wenig)|leicht)\b"
)
MUCH = re.compile(
    r"\b(?:much|a lot|way|far|really|very|completely|totally|super"
    r"|extremely|viel|deutlich|stark|sehr|ganz|total|richtig)\b"
)
SEEN = [(re.compile(rf"\b(?:{look.said})(?!\w)"), look) for look in LOOKS]
COLOUR = {word: (name, tint) for name, (tint, words) in COLOURS.items() for word in words}
SHADES = {"hell": "light", "dunkel": "dark"}
COLOUR_SAID = re.compile(
    rf"(?:(?:bright|dark|light|deep|pale|hell|dunkel)\s?)?(?:{'|'.join(sorted(COLOUR, key=len, reverse=True))})"
)
SHADE = (
    re.compile(rf"{MAKE}\s+(?P<thing>.+?)\s+(?P<how>\S+(?: and \S+)?|(?:more|less|a bit|much|etwas|viel) .+)"),
    re.compile(rf"(?P<how>\S+)\s+(?P<thing>{ARTICLE}\s+.+)"),
)
REMOVE = (
    re.compile(
        r"(?:remove|delete|erase|take (?:away|out|off)|get rid of|lose"
        r"|drop|hide|cut out|no(?: more)?|without|entfern\w*|lösch\w*"
        r"|weg mit|ohne|kein\w*|(?:i )?(?:don't|do not) want)\s+(?P<thing>.+?)(?:\s+(?:weg|raus|heraus|away|out))?"
    ),
    re.compile(r"(?:mach\w*|nimm|tu)\s+(?P<thing>.+?)\s+(?:weg|raus|heraus|fort)(?P<rest>\s.+)?"),
)
REPLACE = (
    re.compile(
        r"(?:replace|swap|exchange|substitute|ersetz\w*"
        r"|tausch\w*)\s+(?P<old>.+?)\s+(?:with|by|for|against|durch|mit|gegen)\s+(?P<new>.+)"
    ),
    re.compile(
        r"(?:change|turn|transform|convert|make|verwandl\w*|änder\w*"
        r"|wandl\w*)\s+(?P<old>.+?)\s+(?:into|to|in|zu|auf)\s+(?P<new>.+)"
    ),
    re.compile(r"mach\w*\s+aus\s+(?P<old>.+?)\s+(?P<new>ein\w*\s.+)"),
    re.compile(
        rf"(?:{MAKE}\s+(?:it\s+|this\s+)?)?(?P<new>.+?)\s+(?:instead of"
        rf"|rather than|statt|anstelle von|anstatt)\s+(?P<old>.+)"
    ),
)
OF_COLOUR = r"^(?:the )?colou?r of\s+|^die farbe (?:von|der|des)\s+|(?:'s)?\s+colou?r$"
THEM = {"it", "him", "her", "them", "ihm", "ihr", "ihnen"}
ADD = (
    re.compile(
        r"(?:add|put|insert|include|place|draw|there should be|i want|füg\w*|setz\w*"
        r"|ergänz\w*|mal\w*|zeichne\w*)\s+(?P<thing>.+?)(?:\s+(?:hinzu|dazu|ein|rein|hinein))?"
    ),
    re.compile(rf"(?:give|gib)\s+(?P<who>(?:it|him|her|them|ihm|ihr|ihnen|{ARTICLE}\s+\S+))\s+(?P<thing>.+)"),
)
LIKE = re.compile(
    rf"{MAKE}\s+{WHOLE}\s+(?:look(?:ing)?\s+)?(?:like|as if|as|in the style of"
    rf"|wie|im stil von|aussehen wie)\s+(?P<how>.+?)(?:\s+aussehen)?"
)
STYLE = re.compile(r"(?:in the style of|in (?:an? )?(?P<kind>.+) style|im stil von)(?:\s+(?P<how>.+))?")
VAGUE = {
    *(
        "better",
        "nicer",
        "nice",
        "good",
        "great",
        "cool",
        "awesome",
        "perfect",
        "beautiful",
        "prettier",
        "pretty",
        "right",
        "work",
    ),
    *(
        "different",
        "interesting",
        "amazing",
        "best",
        "fun",
        "besser",
        "schöner",
        "schön",
        "gut",
        "toll",
        "anders",
        "perfekt",
    ),
}
_SIDE = r"(?P<side>left|right|top|bottom|up(?:wards?)?|down(?:wards?)?|above|below|links|rechts|oben|unten)"
PANS = {
    **dict.fromkeys(("left", "links"), Edit.PAN_LEFT),
    **dict.fromkeys(("right", "rechts"), Edit.PAN_RIGHT),
    **dict.fromkeys(("top", "up", "upward", "upwards", "above", "oben"), Edit.PAN_UP),
    **dict.fromkeys(("bottom", "down", "downward", "downwards", "below", "unten"), Edit.PAN_DOWN),
}
PAN = re.compile(
    r"(?:pan|extend|expand|continue|widen|move|show more|more(?: space"
    r"| room)?|add (?:more )?(?:space|room)|erweiter\w*|verlänger\w*"
    rf"|zeig\w* mehr|mehr(?: platz)?)(?:\s+{WHOLE})?(?:\s+(?:to|on|at"
    rf"|towards?|in|nach|auf|am|der|an|the))*\s+{_SIDE}(?:\s+(?:side|seite))?"
)
FRAMES = (
    (
        re.compile(
            r"(?:zoom(?: it)?(?: way| far)? out|further away|zoom\w* (?:weiter )?heraus"
            r"|herauszoomen|rauszoomen|weiter weg|weiter raus)"
        ),
        Edit.ZOOM,
        2.0,
    ),
    (
        re.compile(
            r"(?:zoom out (?:a bit|a little|slightly)|(?:show|i want) more (?:around(?: it)?"
            r"|of the scene)|wider(?: view| shot)?|(?:make it |a )?wider|zeig\w* mehr|breiter)"
        ),
        Edit.ZOOM,
        1.5,
    ),
    (
        re.compile(r"(?:(?:make|turn) (?:it|this) (?:into )?(?:a )?square|(?:mach \w+ )?quadratisch|square)"),
        Edit.SQUARE,
        None,
    ),
    (
        re.compile(
            rf"(?:(?:{MAKE}\s+{WHOLE}\s+)?(?:larger|bigger|grösser"
            rf"|hochauflösend)|enlarge(?: it)?|upscale(?: it)?|upscale \(subtle\)"
            r"|(?:higher|more) resolution|höhere auflösung|vergrösser\w*(?: es)?|hochskalieren)"
        ),
        Edit.UPSCALE_SUBTLE,
        None,
    ),
    (re.compile(r"(?:upscale|enlarge)(?: it)? creatively|upscale \(creative\)"), Edit.UPSCALE_CREATIVE, None),
)
