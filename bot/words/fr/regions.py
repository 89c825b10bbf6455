"""French: Vary (Region): its button's answers, its window, and the page on which a region is marked."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "region.invite": "Marque sur la page ce qui doit être redessiné. Le lien n'est qu'à toi, et vaut 14 minutes.",
    "region.open": "Marquer la zone",
    "region.words": "Avec des mots",
    "region.sent": "La zone est en train d'être redessinée.",
    "region.title": "Redessiner une zone",
    "region.place": "Où",
    "region.where.example": "moitié gauche, tiers supérieur, en bas à droite, centre, pas le centre",
    "region.mask": "Ou un masque",
    "region.mask.about": "Une image de la même forme : le blanc est redessiné, le noir reste.",
    "region.empty": "Rien n'est marqué : marque ce qui doit être redessiné, en blanc si c'est un masque.",
    "region.full": "Toute l'image est marquée : laisses-en une partie, ou prends Vary (Strong) pour une nouvelle.",
    "region.shape": "Le masque a une autre forme que l'image : fais-le de {width} sur {height} pixels, ou du double.",
    "region.nowhere": (
        "Dis où : moitié gauche, tiers supérieur, centre. Ou ajoute un masque, blanc là où doit venir du nouveau."
    ),
    "region.where": (
        "« {word} » n'est pas un endroit : moitié gauche, tiers supérieur, centre conviennent, et plusieurs avec une "
        "virgule."
    ),
    "editor.title": "Redessiner une zone",
    "editor.tools_label": "Outils",
    "editor.brush": "Pinceau",
    "editor.eraser": "Gomme",
    "editor.box": "Rectangle",
    "editor.lasso": "Lasso",
    "editor.hand": "Déplacer l'image",
    "editor.undo": "Annuler",
    "editor.redo": "Rétablir",
    "editor.invert": "Inverser",
    "editor.clear": "Effacer",
    "editor.fit": "Tout montrer",
    "editor.preview": "Aperçu : ce qui part",
    "editor.size": "Taille",
    "editor.place": "Marquer une zone",
    "editor.place.left": "Moitié gauche",
    "editor.place.right": "Moitié droite",
    "editor.place.top": "Moitié supérieure",
    "editor.place.bottom": "Moitié inférieure",
    "editor.place.center": "Centre",
    "editor.place.edges": "Bords",
    "editor.canvas": "L'image : peins sur ce qui doit être redessiné",
    "editor.hint": (
        "Les flèches déplacent un curseur, plus loin avec Maj ; la barre d'espace commence et termine un trait ; la "
        "molette ou deux doigts changent la taille."
    ),
    "editor.prompt_label": "Ce que l'image montre alors",
    "editor.submit": "Dessiner",
    "editor.back": "Ce que tu avais marqué la dernière fois est de nouveau là.",
    "editor.empty": "Rien n'est encore marqué : peins sur ce qui doit être redessiné.",
    "editor.full": "Toute l'image est marquée : laisses-en une partie, ou prends Vary (Strong) pour une nouvelle.",
    "editor.sending": "En chemin …",
    "editor.offline": "Le bot est injoignable. Ce que tu as marqué est gardé ici : réessaie dans un instant.",
    "editor.leaving": "Le lien a expiré. Ce que tu as marqué est gardé : appuie encore une fois sur Vary (Region).",
    "editor.soon": "Le lien expire dans deux minutes.",
    "editor.sent": "C'est en train d'être dessiné : l'image arrive dans Discord.",
    "editor.expired": (
        "Ce lien a expiré. Appuie sur Vary (Region) dans Discord pour un nouveau ; ce que tu as marqué est gardé."
    ),
    "editor.used": "Ce lien a servi : l'image arrive dans Discord. Appuie là-bas sur Vary (Region) pour une autre.",
    "editor.foreign": (
        "Ce lien a été ouvert dans un autre navigateur. Appuie sur Vary (Region) dans Discord pour le tien."
    ),
}
