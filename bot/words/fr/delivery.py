"""French: what stands at results and on the way to them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "delivery.next": "Prochaine dans la file.",
    "delivery.next.time": "Prochaine dans la file, environ {time}.",
    "delivery.position": "Numéro {position} dans la file.",
    "delivery.position.time": "Numéro {position} dans la file, environ {time}.",
    "delivery.loading": "Le modèle se charge.",
    "delivery.loading.left": "Le modèle se charge : encore {seconds} s environ.",
    "delivery.loading.model": "Le modèle {model} se charge.",
    "delivery.loading.model.left": "Le modèle {model} se charge : encore {seconds} s environ.",
    "delivery.loading.room": "Le modèle {model} sera chargé dès que possible, après ce qui se dessine déjà.",
    "delivery.cut": "Le prompt est plus long qu'un message ; `/show {job_id}` le donne en entier.",
    "delivery.alt.grid": "Une grille de {count} images : {prompt}",
    "delivery.alt.picture": "Une image : {prompt}",
    "delivery.elsewhere": "Je ne peux pas publier d'images dans {channel}, alors les voici.",
    "delivery.nowhere": (
        "Les images sont prêtes, mais je ne peux ni les publier dans {channel} ni te les envoyer. Laisse-moi envoyer "
        "des messages et joindre des fichiers là-bas, ou autorise les messages privés ; puis tape `/show {job_id}`."
    ),
    "delivery.refused": (
        "Discord n'a pas accepté les images. Tape `/show {job_id}` pour qu'elles soient publiées de nouveau."
    ),
    "delivery.lost": "Les images ne sont plus sur le disque du bot. Demande-les encore une fois, s'il te plaît.",
    "delivery.restarted": "J'ai été redémarré avant de pouvoir te répondre. Redemande, s'il te plaît.",
    "dm.sent": "C'est envoyé : regarde tes messages privés.",
    "dm.closed": (
        "Tu n'acceptes pas de messages privés de ce serveur. Autorise-les dans ses paramètres de confidentialité, "
        "puis redemande."
    ),
    "dm.nothing": "Cette demande n'a pas encore d'images. Redemande quand elle sera terminée.",
    "progress.lost": (
        "Ta demande est en cours, et ses images arriveront ; seul son avancement ne peut pas être affiché."
    ),
}
