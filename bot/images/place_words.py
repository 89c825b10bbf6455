"""The words in which places in a picture are told, those of all languages beside each other."""

from fractions import Fraction

_SIDES = {
    "left": (
        *("left", "links", "linke", "linker", "linken", "linkes"),
        *("izquierda", "izquierdo", "izquierdas", "izquierdos", "gauche", "gauches"),
        *("esquerda", "esquerdo", "esquerdas", "esquerdos"),
    ),
    "right": (
        *("right", "rechts", "rechte", "rechter", "rechten", "rechtes"),
        *("derecha", "derecho", "derechas", "derechos", "droite", "droit", "droites", "droits"),
        *("direita", "direito", "direitas", "direitos"),
    ),
    "top": (
        *("top", "upper", "above", "oben", "obere", "oberer", "oberen", "oberes"),
        *(
            "arriba",
            "superior",
            "superiores",
            "encima",
            "haut",
            "haute",
            "supérieur",
            "supérieure",
            "supérieurs",
            "dessus",
        ),
        *("topo", "cima", "acima"),
    ),
    "bottom": (
        *("bottom", "lower", "below", "unten", "untere", "unterer", "unteren", "unteres"),
        *(
            "abajo",
            "inferior",
            "inferiores",
            "debajo",
            "bas",
            "basse",
            "inférieur",
            "inférieure",
            "inférieurs",
            "dessous",
        ),
        *("baixo", "embaixo", "abaixo"),
    ),
    "center": (
        *("center", "centre", "middle", "mitte", "mittlere", "mittleres", "mittlerer", "mittleren"),
        *("centro", "central", "medio", "milieu", "centrale", "meio"),
    ),
    "edge": (
        *("edge", "edges", "border", "borders", "rim", "frame", "rand", "ränder"),
        *("borde", "bordes", "marco", "bord", "bords", "cadre", "borda", "bordas", "margem", "margens"),
    ),
    "all": (
        *("all", "everything", "whole", "alles", "ganz", "ganze"),
        *("todo", "toda", "tout", "toute", "tudo"),
    ),
}
_SHARES = {
    Fraction(1, 2): ("half", "hälfte", "mitad", "moitié", "metade"),
    Fraction(1, 3): ("third", "drittel", "tercio", "tier", "tiers", "terço"),
    Fraction(1, 4): ("quarter", "fourth", "viertel", "cuarto", "quart", "quarto"),
    Fraction(1, 5): ("fifth", "fünftel", "quinto", "cinquième"),
}
_TIMES = {2: ("two", "zwei", "dos", "deux", "dois"), 3: ("three", "drei", "tres", "trois", "três")}
NOT = frozenset(
    {
        *("not", "except", "without", "outside", "around", "nicht", "ausser", "ohne", "ausserhalb"),
        *("menos", "salvo", "excepto", "sin", "fuera", "alrededor"),
        *("pas", "sauf", "sans", "hors", "excepté", "autour"),
        *("não", "exceto", "sem", "fora"),
    }
)
"""What turns the rest round. "No" is Spanish for that, and Portuguese for "in the": see `NO`."""
NO = r"\bno (?=(?:el|la|los|las)\b)"
"""The Spanish "no", by the article after it."""
AND = frozenset({"and", "plus", "und", "y", "et", "e"})
IDLE = frozenset(
    {
        *("the", "a", "of", "on", "at", "in", "to", "picture", "image", "side", "part", "area", "corner", "hand"),
        *(
            "der",
            "die",
            "das",
            "den",
            "dem",
            "des",
            "ein",
            "eine",
            "am",
            "im",
            "bild",
            "bildes",
            "seite",
            "teil",
            "ecke",
        ),
        *("el", "la", "los", "las", "un", "una", "de", "del", "en", "al", "por", "imagen", "parte", "lado", "esquina"),
        *("le", "les", "l", "du", "d", "des", "une", "à", "au", "partie", "côté", "coin", "zone"),
        *("o", "os", "as", "um", "uma", "do", "da", "das", "em", "no", "na", "ao", "imagem", "canto", "zona", "área"),
    }
)
SIDE = {word: side for side, words in _SIDES.items() for word in words}
SHARE = {word + end: share for share, words in _SHARES.items() for word in words for end in ("", "s")}
TIMES = {word: times for times, words in _TIMES.items() for word in words}
"""Casefolded, as what is read is."""
