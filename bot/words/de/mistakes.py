"""German: what is wrong with a prompt, and what its author should know of one that is right."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "mistake.unknown": "Unbekannte Parameter: `{name}`. Meintest du `{suggestion}`?",
    "mistake.unknown.far": (
        "Unbekannte Parameter: `{name}`. Nichts, was es gibt, schreibt sich ähnlich; Text steht vor den "
        "Parametern, ohne Striche."
    ),
    "mistake.case": "Unbekannte Parameter: `{name}`. Parameter schreibt man klein: `{suggestion}`.",
    "mistake.glued": (
        "Unbekannte Parameter: `{name}`. Zwischen einen Parameter und seinen Wert gehört ein Leerzeichen: "
        "`{suggestion}`."
    ),
    "mistake.space": "Hinter `{dashes}` steht ein Leerzeichen. Ein Parameter wird zusammengeschrieben: `{suggestion}`.",
    "mistake.dash": (
        "`{parameter}` beginnt mit einem Strich, der zu keinem Parameter gehört ({dash}): Schreib zwei "
        "Bindestriche, `{suggestion}`."
    ),
    "mistake.hyphen": "`{parameter}` hat einen Bindestrich, ein Parameter hat zwei: `{suggestion}`.",
    "mistake.glued.after": "`{value}` geht in den nächsten Parameter über: Setz ein Leerzeichen vor `{suggestion}`.",
    "mistake.missing": "Hinter `{parameter}` fehlt {wanted}.",
    "mistake.value": "Ungültiger Wert für `{parameter}`: `{value}`. Gebraucht wird {wanted}.",
    "mistake.aspect": "Ungültiges Seitenverhältnis `{value}`. Für `{parameter}` wird {wanted} gebraucht.",
    "mistake.range": "`{parameter}` muss mit `{version}` {wanted} sein; `{value}` ist es nicht.",
    "mistake.many": "`{parameter}` nimmt {wanted}; hier sind es {value}.",
    "mistake.stray": (
        "Unbekannte Parameter: `{value}`. Auf `{after}` kann nur noch ein Parameter folgen; Text und Links stehen "
        "vor dem ersten."
    ),
    "mistake.stray.name": (
        "Unbekannte Parameter: `{value}`. Es steht ohne seine Striche hinter `{after}`: `{suggestion}`."
    ),
    "mistake.version": "`{parameter}` passt nicht zu `{version}`, nur zu {wanted}.",
    "mistake.version.weights": "`::` passt nicht zu `{version}`, nur zu {wanted}.",
    "mistake.refused": "`{parameter}` geht hier nicht: {reason}.",
    "mistake.lonely": (
        "Mit `{version}` reicht ein einziges Bild allein nicht. Nimm bitte ein zweites dazu, oder einen Text."
    ),
    "mistake.textless": "`{parameter}` geht nicht ohne Text. Sag bitte in Worten, was zu sehen sein soll.",
    "mistake.together.tile": (
        "`{parameter}` geht nicht mit `--edit`: Ein Bild, das verändert wird, behält seine Ränder. Lass eins von "
        "beiden weg."
    ),
    "mistake.together.quality": (
        "`{parameter} 4` geht nicht mit `--oref`: Nimm `{suggestion}`, oder lass die Vorlage weg."
    ),
    "mistake.together.draft": (
        "`{parameter}` geht nicht mit `--oref`: Ein Entwurf ist zu schnell, um eine Sache zu erhalten. Lass eins "
        "von beiden weg."
    ),
    "mistake.together.sv": (
        "`{parameter}` muss für Stilcodes mit `{version}` 4 oder 6 sein: Nimm `{suggestion}`, oder ein Bild."
    ),
    "mistake.together.textless": (
        "`{parameter}` geht nicht mit Bildern allein: Schreib einen Text dazu, oder lass es weg."
    ),
    "mistake.together.relax": (
        "Im langsamen Modus geht nur ein Raster auf einmal: Nimm `{suggestion}` für mehrere, oder bitte um eins."
    ),
    "mistake.empty": "Es gibt nichts zu zeichnen: Schreib, was zu sehen sein soll, oder gib Links zu zwei Bildern.",
    "mistake.weights": "Die Gewichte hinter `::` ergeben zusammen {value}; es muss mehr als 0 sein.",
    "mistake.weights.size": "Das Gewicht `{value}` ist zu groß: Gewichte sind Zahlen von -{most} bis {most}.",
    "mistake.weights.whole": "Das Gewicht `{value}` muss mit `{version}` eine ganze Zahl sein.",
    "mistake.weights.image": "Das Gewicht `{value}` eines Bildes muss über 0 liegen.",
    "mistake.braces.open": (
        "Das `{{` hinter `{value}` wird nie geschlossen. Schreib `\\{{`, wo eine Klammer als Text gemeint ist."
    ),
    "mistake.braces.close": (
        "Das `}}` hinter `{value}` wurde nie geöffnet. Schreib `\\}}`, wo eine Klammer als Text gemeint ist."
    ),
    "mistake.braces.deep": "Die Klammern stehen tiefer als {most} ineinander.",
    "mistake.length": "Der Prompt hat {value} Zeichen; erlaubt sind {most}.",
    "mistake.jobs": "Der Prompt ergibt {value} Raster; ein Befehl darf {most} ergeben.",
    "mistake.link.glued": "Der Link in `{value}` stößt an andere Wörter: Setz davor und dahinter ein Leerzeichen.",
    "mistake.link.scheme": (
        "`{value}` sieht wie ein Link aus und ist keiner: Ein Link zu einem Bild beginnt mit https://."
    ),
    "mistake.link.local": (
        "`{value}` ist ein Link, den nur dein eigenes Gerät öffnen kann. Schick erst das Bild, und kopier dann "
        "seinen Link."
    ),
    "mistake.link.broken": "`{value}` ist kein ganzer Link: Er nennt keinen Server.",
    "notice.again": "`{parameter}` steht mehrmals da; einmal genügt.",
    "notice.twice": "`{parameter}` steht mehrmals da: Es gilt das letzte, `{value}`.",
    "notice.replaced": "`{first}` und `{last}` schließen einander aus: Es gilt das letzte.",
    "notice.translated": "`{parameter}` wird als `{other}` gelesen, so heißt es mit `{version}`.",
    "notice.glued": "`{value}` wird als Text gelesen: Vor die Striche eines Parameters gehört ein Leerzeichen.",
    "notice.nothing": "Vor dem Gewicht `{value}` steht kein Text, also bewirkt es nichts.",
    "notice.zoom": "`--zoom` wirkt im Fenster von Custom Zoom, und mit `--edit` und einem Bild.",
    "wanted.one": "eins von {range}",
    "wanted.whole": "eine ganze Zahl {range}",
    "wanted.number": "eine Zahl {range}",
    "wanted.or": "{others} oder {last}",
    "wanted.between": "zwischen {low} und {high}",
    "wanted.link": "einen Link",
    "wanted.links": "höchstens {most} Links",
    "wanted.weightless": "ein Link ohne Gewicht",
    "wanted.bare": "ein Wort, ohne Gewichte und Links",
    "wanted.codes": "ein Code von 0 bis {most}",
    "wanted.version": "eine der Versionen {known}",
    "wanted.version.number": "Version {runs}",
    "wanted.version.numbers": "den Versionen {runs}",
    "wanted.version.niji": "Niji {runs}",
    "wanted.and": "{first} und {last}",
    "wanted.to": "{first} bis {last}",
    "wanted.also": "{before}, {each}",
    "wanted.countless": "unzählige",
    "wanted.start": "Anfang",
    "wanted.kind.flag": "nichts",
    "wanted.kind.aspect": "ein Verhältnis ganzer Zahlen wie 3:2",
    "wanted.kind.version": "eine Version",
    "wanted.kind.niji": "eine Niji-Version",
    "wanted.kind.raw": "das Wort raw",
    "wanted.kind.words": "ein Wort oder mehrere",
    "wanted.kind.link": "ein Link zu einem Bild",
    "wanted.kind.links": "ein Link zu einem Bild oder mehrere",
    "wanted.kind.styles": "ein Link zu einem Bild, ein Stilcode oder das Wort random",
    "wanted.kind.choice": "eins dieser Wörter: {words}",
    "wanted.kind.name": "ein Name",
    "wanted.kind.lora": "ein Name mit Gewicht, etwa ink:0.8",
    "wanted.kind.control": "eine Art mit Link, etwa lineart https://…: {words}",
    "refused.style": "Von den Stilen bei Midjourney hat nur `--style raw` ein Gegenstück",
    "refused.still": "Fourup zeichnet Bilder, keine Videos",
    "refused.legacy": "Das gehört zu den ersten Versionen von Midjourney, für die hier nichts steht",
    "refused.profile": "Es gibt keine persönlichen Profile; nimm `--sref` mit Bildern, die dir gefallen",
    "dash.en": "ein Halbgeviertstrich",
    "dash.minus": "ein Minuszeichen",
    "dash.em": "ein Geviertstrich",
    "dash.hyphens": "Bindestriche",
    "dash.wide": "ein breiter Bindestrich",
    "dash.vowel": "ein Dehnungszeichen",
    "dash.other": "eine andere Art Strich",
    "notice.void": "`{parameter}` hat hier keine Wirkung.",
    "notice.model": "Kein installiertes Modell steht für Version {version}, also zeichnet {model}.",
}
