"""French: what /help says, and the greeting."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "help.description": "Ce qu'est ce bot et ce que tu peux en faire",
    "help.title": "Fourup",
    "help.what": (
        "Un bot qui fait des images à partir de mots, hébergé par les gens d'une communauté sur leur propre machine."
    ),
    "help.commands": "Commandes",
    "help.where": "Où il répond",
    "help.where.list": (
        "Dans un serveur où il a été ajouté, dans un message privé avec lui, et partout où tu discutes une fois que "
        "tu l'as ajouté à ton propre compte."
    ),
    "help.more": "Version {version}. Tape / pour voir les commandes à tout moment.",
    "arrival.hello": (
        "Bonjour ! Je fais des images de ce que tu décris. Tape {imagine} et dis ce qu'on doit voir, par exemple `a "
        "red apple --ar 3:2` ; quatre images arrivent, avec des boutons pour continuer à partir d'elles. {help} "
        "explique le reste."
    ),
    "help.choose": "En lire plus",
    "help.start": "Ce que c'est, et quoi taper",
    "help.first": "Quoi taper en premier",
    "help.first.list": (
        "{imagine} `a red apple on a table --ar 3:2`\n"
        "Quatre images arrivent. Appuie sur U1 à U4 pour en voir une seule, V1 à V4 pour d'autres qui lui "
        "ressemblent, 🔄 pour quatre nouvelles."
    ),
    "help.pocket": "Ce qu'il sait dessiner",
    "help.pocket.list": (
        "C'est Pocket qui dessine ici, le petit modèle fourni avec Fourup. Il connaît environ 250 choses (animaux, "
        "plats, plantes, véhicules, visages et ce qui traîne dans la maison) dans huit lieux et huit techniques ; il "
        "comprend l'anglais, et pour tout le reste il dessine ce qu'il connaît de plus proche. Pour aller plus loin, "
        "l'hébergeur met un grand modèle à côté : `[models.NAME]` dans config.toml."
    ),
    "help.prompts": "Comment s'écrit un prompt",
    "help.prompts.list": (
        "**Les liens vers des images** d'abord, puis le texte, puis les paramètres : `https://… a red apple --ar 3:2`\n"
        "**Poids** : `hot::2 dog::1` dit combien compte chaque partie.\n"
        "**Ensembles** : `a {{red, green}} apple` fait une grille de chacun.\n"
        "**Ce que tu ne veux pas** : `--no leaves, sky`\n"
        "Ce qui ne va pas n'est dit qu'à toi, avec le prompt tel qu'il devrait être."
    ),
    "help.look": "Paramètres : forme et aspect",
    "help.pictures": "Paramètres : images de référence",
    "help.drawing": "Paramètres : comment c'est dessiné",
    "help.models": "Paramètres : version et modèle",
    "help.way": "Paramètres : vitesse, et qui le voit",
    "help.buttons": "Boutons, menus et réactions",
    "help.buttons.list": (
        "**U1 à U4** montrent une image seule, **V1 à V4** en font quatre autres qui lui ressemblent, 🔄 redessine "
        "le même prompt. Tout le monde peut appuyer dessus, et ils continuent de marcher.\n"
        "**Sous une image seule** : Upscale la rend deux fois plus grande, Vary la redessine, en entier ou une zone, "
        "Zoom Out et les flèches montrent plus autour et à côté, Custom Zoom demande d'abord le prompt.\n"
        "❤️ la garde en favori, ✏️ change le prompt avant de la redessiner, 🗑️ la retire (seulement pour qui l'a "
        "demandée).\n"
        "ℹ️ te dit, rien qu'à toi, sa graine, ses paramètres et ses nombres, et mène à ce dont elle vient et à ce "
        "qu'elle a donné ; de même `/show`, qui montre encore une fois une demande à toi.\n"
        "**Cancel Job** est pour la personne qui a demandé, et pour la modération.\n"
        "**Clic droit sur un message, Applications** : Cancel Job, DM Results, Use as image prompt ; Use this "
        "picture... fait un style, un personnage, un mélange ou une retouche de n'importe quelle image de n'importe "
        "quel message.\n"
        "**Réponds à une image, mentionne le bot et dis en anglais ce qui doit changer** : `make it night`. "
        "`/edit` fait de même avec n'importe quelle image, `/region` en redessine une partie.\n"
        "`/history` feuillette tes images et tes favoris.\n"
        "**Réagis** avec ✉️ pour recevoir un résultat en message privé, avec ❌ pour annuler ta propre demande ou "
        "retirer son message."
    ),
}
