"""French: edits in words, what was done about them, and what nothing understands."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "revise.done.follows": "Le modèle a suivi ces mots de lui-même.",
    "revise.done.frame": "Fait comme le fait le bouton de ce nom.",
    "revise.done.whole": "Toute l'image a été redessinée, à {percent} %.",
    "revise.done.region": "Redessiné à {percent} % ici seulement : {where}.",
    "revise.done.graded": "La lumière et les couleurs ont d'abord été changées.",
    "revise.guess": "C'est une supposition : dis où (`in the left third`), ou marque-le avec Vary (Region).",
    "revise.unseen": (
        "Ce modèle ne voit pas où est « {things} » : dis où (`in the top third`), et seul cela est redessiné."
    ),
    "revise.at.top": "moitié haute",
    "revise.at.bottom": "moitié basse",
    "revise.at.around": "tout sauf le centre",
    "revise.at.edge": "bords",
    "revise.at.both": "moitié haute, moitié basse",
    "revise.unread": (
        "« {clause} » n'est pas un changement que je comprends. En anglais ou en allemand, je comprends : "
        "`make the colours warmer` · `make it night` · `sharper` · `more detail in the background` · `remove "
        "the hat in the top third` · `turn the sky pink` · `replace the dog with a cat` · `as a watercolor` "
        "· `zoom out` · `a bit more`. Pour le reste : Vary (Region), ou ✏️ pour tout le prompt."
    ),
    "revise.one": "L'un après l'autre : d'abord le cadre ou la taille, puis le reste, en réponse à ce qui arrive.",
    "revise.back": "Rien n'est perdu : repars de l'image d'avant, en y répondant.",
    "revise.first": "Plus de quoi ? Dis-le d'abord pour cette image, par exemple : `make the colours warmer`.",
}
