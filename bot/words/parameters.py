"""What each parameter of the prompt language does, in other languages than the table's own."""

from collections.abc import Mapping

WHAT: Mapping[str, Mapping[str, str]] = {
    "de": {
        "--ar": "Breite zu Höhe.",
        "--c": "Wie verschieden die vier sind.",
        "--s": "Wie weit der eigene Geschmack des Modells geht.",
        "--w": "Wie seltsam es werden darf.",
        "--q": "Wie viel Zeit es bekommt.",
        "--seed": "Gleiche Zahl, gleiche Bilder.",
        "--sameseed": "Eine Zahl für alle Bilder eines Rasters.",
        "--stop": "Hört bei so viel Prozent auf.",
        "--tile": "Ein Muster, das sich nahtlos wiederholt.",
        "--raw": "Weniger eigener Geschmack des Modells.",
        "--style": "`--style raw` ist `--raw`.",
        "--fast": "Dieser Auftrag im schnellen Modus.",
        "--relax": "Dieser Auftrag, wenn Zeit ist.",
        "--turbo": "Dieser Auftrag vor anderen.",
        "--stealth": "Nur du siehst das Ergebnis.",
        "--public": "Alle sehen das Ergebnis.",
        "--draft": "Halbe Fläche, halb so viele Schritte.",
        "--exp": "Mehr Einzelheiten und Kontrast.",
        "--hd": "Auf doppelter Fläche verfeinert.",
        "--zoom": "Wie weit Custom Zoom herauszoomt.",
        "--iw": "Wie viel die Bilder gegen den Text zählen.",
        "--sref": "Bilder oder Codes, deren Stil übernommen wird.",
        "--sw": "Wie stark der Stil übernommen wird.",
        "--sv": "Wie ein Stil gelesen wird.",
        "--cref": "Bilder der Figur, die zu sehen sein soll.",
        "--cw": "100 behält Gesicht, Haare und Kleider, 0 nur das Gesicht.",
        "--oref": "Ein Bild der Sache, die zu sehen sein soll.",
        "--ow": "Wie genau die Sache erhalten bleibt.",
        "--edit": "Bilder, die verändert werden.",
        "--strength": "Wie weit ein Ausgangsbild verändert wird.",
        "--cfg": "Wie streng der Text befolgt wird.",
        "--steps": "Schritte beim Entrauschen.",
        "--sampler": "Wie ein Schritt gemacht wird.",
        "--model": "Ein installiertes Modell beim Namen.",
        "--control": "Eine Skizze, Kanten, Tiefe oder Haltung als Vorlage.",
        "--control-weight": "Wie streng die Vorlage befolgt wird.",
        "--count": "Wie viele Bilder.",
        "--lora": "Ein LoRA beim Namen, mit Gewicht.",
        "--r": "So viele Raster.",
        "--no": "Was nicht zu sehen sein soll, durch Kommas getrennt.",
        "--v": "Die Version, deren Regeln gelten, und das Modell dazu.",
        "--niji": "Dasselbe für Niji.",
    }
}


def what(typed: str, source: str, locale: str) -> str:
    """What the parameter `typed` ("--ar") does, for a reader of `locale`; `source` is the table's own sentence."""
    words = WHAT.get(locale) or WHAT.get(locale.partition("-")[0]) or {}
    return words.get(typed, source)
