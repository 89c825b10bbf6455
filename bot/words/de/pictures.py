"""German: what is asked of pictures and links."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "imagine.description": "Mach vier Bilder von dem, was du beschreibst",
    "imagine.prompt": "Was zu sehen sein soll, dann Parameter wie --ar 3:2",
    "imagine.image": "Ein Bild, von dem neben den Worten ausgegangen wird",
    "imagine.style": "Ein Bild, dessen Stil übernommen wird (--sref)",
    "imagine.character": "Ein Bild der Figur, die gemalt werden soll (--cref)",
    "upscale.there": "Bild {index} steht schon für sich: {link}",
    "upscale.coming": "Bild {index} ist schon unterwegs.",
    "imagine.no_model": (
        "Es gibt noch kein Modell, mit dem gemalt werden kann: Der Betreiber dieses Bots kann eines hinzufügen, wie "
        "es in der Liesmich-Datei unter Modelle steht."
    ),
    "imagine.cannot": "Das kann nicht gemalt werden. {reason}",
    "imagine.unavailable": (
        "Die Engine startet gerade nicht, darum kann nichts gemalt werden; bitte sag es dem Betreiber dieses Bots. "
        "({reason})"
    ),
    "imagine.blamed": (
        "Die Engine ist über diesem Auftrag mehr als einmal zusammengebrochen, darum wurde er aufgegeben; ein "
        "kleinerer oder einfacherer gelingt vielleicht."
    ),
    "blend.count": "Zum Mischen gehören {fewest} bis {most} Bilder: Nimm welche hinzu oder lass welche weg.",
    "blend.twice": "Dasselbe Bild ist zweimal dabei: Wähle für jeden Platz ein anderes.",
    "picture.no_link": (
        "{link} ist kein Link zu einem Bild: Gib einen an, der mit https:// beginnt, oder hänge das Bild an."
    ),
    "picture.private": (
        "{link} führt zu einer Adresse, die nicht öffentlich ist, und solche werden nicht geladen: Hänge das Bild an."
    ),
    "picture.gone": (
        "{link} gibt es nicht mehr, oder nicht für alle: Öffne es in einem privaten Fenster, oder hänge das Bild an."
    ),
    "picture.unreachable": "{link} ist nicht zu erreichen: Prüfe den Link, oder hänge das Bild an.",
    "picture.slow": "{link} hat zu lange für eine Antwort gebraucht: Versuche es noch einmal, oder hänge das Bild an.",
    "picture.too_large": "{link} ist größer als 25 MiB: Gib ein kleineres Bild an.",
    "picture.not_a_picture": (
        "{link} ist kein lesbares Bild: Gib einen direkten Link zu einer PNG-, JPEG-, WebP- oder GIF-Datei an."
    ),
    "picture.too_many_pixels": "{link} hat mehr als 64 Megapixel: Gib ein kleineres Bild an.",
    "picture.broken": (
        "{link} ist beschädigt oder abgeschnitten: Speichere das Bild neu, als PNG oder JPEG, und sende das."
    ),
    "picture.lost": "Ein Bild, das es dafür braucht, liegt nicht mehr, wo es lag: Mal es noch einmal.",
    "blend.description": "Verbinde zwei bis fünf Bilder zu neuen",
    "blend.image": "Ein Bild",
    "blend.more": "Noch ein Bild",
    "blend.dimensions": "Die Form der neuen Bilder",
    "blend.portrait": "Hochformat",
    "blend.square": "Quadrat",
    "blend.landscape": "Querformat",
}
