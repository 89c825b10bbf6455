"""French: /edit, /region, and replies that mention the bot."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "editing.edit": "Change n'importe quelle image avec des mots, en anglais ou en allemand : make it night, sharper",
    "editing.instruction": "Ce qui doit changer, en anglais ou en allemand : make it night, sharper",
    "editing.region": "Redessine une partie de n'importe quelle image",
    "editing.prompt": "Ce que l'image doit montrer ensuite, surtout là où elle est marquée",
    "editing.image": "L'image elle-même",
    "editing.link": "Ou un lien vers elle, ou vers un message de ce bot qui la montre",
    "editing.where": "Où : en haut à gauche, tiers droit, pas le centre",
    "editing.mask": "Ou une image de même forme : le blanc est redessiné, le noir reste",
    "editing.places": (
        "moitié gauche, moitié droite, moitié haute, moitié basse, centre, sauf le centre, tiers gauche, "
        "tiers droit, tiers haut, tiers bas, en haut à gauche, en haut à droite, en bas à gauche, en bas à "
        "droite, bords"
    ),
    "editing.no_picture": "Quelle image ? Joins-en une comme image, ou donne un lien.",
    "editing.not_ours": (
        "Ce lien mène à un message sans image de moi. Joins l'image, ou fais un clic droit sur le message : "
        "Applications, Use this picture..."
    ),
    "linked.unread": (
        "Ce message, je ne peux pas le lire, ou toi non plus : donne un lien vers un message d’un salon que nous "
        "lisons tous les deux."
    ),
    "linked.which": (
        "Ce message montre {most} {most:image|images} : dis laquelle par son numéro derrière le lien, par exemple "
        "{example}."
    ),
    "editing.which.attached": "Laquelle des {most} images ? Commence par son numéro : `2: make it night`.",
    "editing.which": (
        "Laquelle des {most} ? Commence par son numéro, `2: make it night`, ou sors-en d'abord une avec U1 à U4."
    ),
    "editing.how": (
        "Réponds à une image, mentionne-moi et dis ce qui doit changer : `make the colours warmer`, `remove "
        "the hat in the top third`. Ou joins une image à ton message. /imagine en dessine de nouvelles."
    ),
    "editing.unseen": (
        "Je n'y vois aucune image : dans une réponse, Discord ne me montre que les miennes. Clic droit sur "
        "ce message : Applications, Use this picture... Ou joins l'image à ton propre message."
    ),
    "editing.long": "C'est trop long pour une modification : {most} caractères au plus.",
    "editing.private": "Elle est en train d'être dessinée, et t'arrive par message privé.",
}
