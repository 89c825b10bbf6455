"""German: what can be made of any picture in any message."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "use.title": "Dieses Bild verwenden",
    "use.number": "Bild {number}",
    "use.what": "Das siehst nur du. Was soll aus dem großen werden?",
    "use.grid": (
        "Das siehst nur du. Es sind mehrere Bilder in einem: Drück erst U1 bis U4 darunter, um ein einzelnes zu "
        "vergrößern, zu variieren oder allein zu verwenden."
    ),
    "use.image": "Als Bildvorlage",
    "use.style": "Als Stil",
    "use.character": "Als Figur",
    "use.blend": "Mischen mit ...",
    "use.edit": "Bearbeiten",
    "use.subtle": "Upscale (dezent)",
    "use.creative": "Upscale (kreativ)",
    "use.low": "Vary (dezent)",
    "use.high": "Vary (kräftig)",
    "use.region": "Variieren (Bereich)",
    "use.shows": "Was es zeigt (oder leer lassen)",
    "use.words.shows": "Ein paar Worte helfen: Nach ihnen wird vergrößert und variiert.",
    "use.words.region": "Was das Bild danach zeigen soll, vor allem wo es markiert ist",
    "use.window.image": "Als Bildvorlage verwenden",
    "use.window.style": "Als Stil verwenden",
    "use.window.character": "Als Figur verwenden",
    "use.window.blend": "Mischen mit ...",
    "use.words.image": "Was neben dem, was das Bild zeigt, zu sehen sein soll",
    "use.words.style": "Was im Aussehen des Bildes gemalt werden soll",
    "use.words.character": "Was die Figur des Bildes tun soll, und wo",
    "use.words.edit": "In Worten: Licht, Farben, Tageszeit, Technik, Dinge",
    "use.told": "Was sich ändern soll",
    "use.example.edit": "mach es Nacht · entferne den Hut · als Aquarell · schärfer",
    "use.more": "Ein bis vier weitere Bilder",
}
