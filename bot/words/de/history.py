"""German: looking for pictures that were made."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "history.description": "Blättere durch deine Bilder, deine Favoriten oder die von anderen",
    "history.words": "Wörter im Prompt",
    "history.only_favourites": "Nur die mit einem ❤️ von dir, von wem sie auch sind",
    "history.member": "Von wem: von anderen, was hier für alle steht",
    "history.title.own": "Deine Bilder",
    "history.title.favourites": "Deine Favoriten",
    "history.title.of": "Bilder von {member}",
    "history.place": "{first} bis {last} von {total}, die neuesten zuerst",
    "history.look": "Eins ansehen",
    "history.newer": "Neuere",
    "history.older": "Ältere",
    "history.favourites": "Nur Favoriten",
    "history.find": "Nach Wörtern suchen",
    "history.no_words": "Alle müssen im Prompt stehen; leer zeigt alle Bilder",
    "history.none.own": "Du hast noch keine Bilder. Tippe `/imagine` und sag, was zu sehen sein soll.",
    "history.none.words": "Kein Bild hier hat all diese Wörter. Such nach weniger, oder nach keinem.",
    "history.none.favourites": (
        "Noch ist nichts ein Favorit. Drück ❤️ unter einem einzelnen Bild, oder ℹ️ unter einem Raster und dort ❤️."
    ),
    "history.none.of": (
        "Von {member} ist hier nichts zu sehen. Bilder von anderen siehst du auf dem Server, auf dem sie stehen."
    ),
}
