"""French: why something cannot be drawn, as the engine says it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "engine.edit.picture": "Une retouche a besoin d'une image : ajoute celle qui doit changer.",
    "engine.edit.mask": "Une région a besoin d'un masque : marque ce qui doit être redessiné.",
    "engine.edit.zoom": "Il n'y a rien vers quoi dézoomer : prends --zoom au-dessus de 1, ou un autre --ar.",
    "engine.edit.square": "L'image est déjà carrée : dézoome ou décale-la pour en voir plus.",
    "engine.edit.thin": "L'image est déjà longue et étroite : décale-la dans l'autre sens, ou rends-la carrée.",
    "engine.edit.large": "L'image est aussi grande que possible ici : {pixels} pixels par côté.",
    "engine.edit.black": "Le masque est tout noir : marque en blanc ce qui doit être redessiné.",
    "engine.size": "Une image de {across}:{down} est trop longue et étroite : prends --ar entre 1:16 et 16:1.",
    "engine.weights": "La somme des poids d'un prompt doit dépasser 0 : augmente l'un d'eux, ou enlèves-en un.",
    "engine.sampler": "Il n'y a pas de sampler {name} : prends l'un de {known}.",
    "engine.mask.alone": "Un masque ne compte que pour une région d'une image : enlève-le.",
    "engine.mask.role": "Seule une image de contenu, de style ou de personnage peut se limiter à une partie du dessin.",
    "engine.mask.edit": (
        "Une référence ne se limite qu'à une partie d'une image entière : enlève son masque pour une retouche."
    ),
    "engine.reference.weight": "Le poids d'une référence doit dépasser 0 : augmente-le, ou enlève la référence.",
    "engine.picture.pixels": "L'une des images a plus de {megapixels} mégapixels.",
    "engine.picture.unreadable": "L'une des images est illisible : envoie-la en PNG, JPEG ou WebP.",
    "engine.depth": (
        "La profondeur d'une photo ne peut pas être trouvée ici : donne une carte de profondeur, en gris, où le "
        "proche est blanc, ou suis ses lignes avec --control lineart."
    ),
    "engine.pose": (
        "La pose d'une photo ne peut pas être trouvée ici : donne la figure d'OpenPose, en traits de couleur sur "
        "noir, ou suis ses lignes avec --control lineart."
    ),
    "engine.lora.gone": "Le LoRA {name} n'est plus là : enlève-le, ou nommes-en un autre.",
    "engine.lora.unfit": "Le LoRA {name} ne va pas avec ce modèle : enlève-le, ou nommes-en un autre.",
    "engine.cannot.adapter": (
        "Le modèle {model} n'a pas d'adaptateur pour les images de référence, alors il ne peut pas dessiner {flag}"
    ),
    "engine.cannot.mask": "Le modèle {model} ne peut pas limiter une référence à une partie de l'image",
    "engine.cannot.tile": "Le modèle {model} ne peut pas dessiner --tile",
    "engine.cannot.control": "Le modèle {model} ne peut pas dessiner --control {kind}",
    "engine.cannot.control.others": "Le modèle {model} ne peut pas dessiner --control {kind} ({model} suit {known})",
    "engine.cannot.lora": "Le modèle {model} ne peut pas dessiner --lora {name}",
    "engine.cannot.lora.close": "Le modèle {model} ne peut pas dessiner --lora {name} (pensais-tu à --lora {close} ?)",
    "engine.cannot.lora.others": "Le modèle {model} ne peut pas dessiner --lora {name} (il y a {known})",
    "engine.cannot.lora.many": "Le modèle {model} ne peut pas dessiner --lora {name} (il y a {known} et d'autres)",
    "engine.model.cannot": "{why} : enlève-le, ou nommes-en un autre avec --model.",
    "engine.model.cannot.able": "{why} : enlève-le, ou prends --model {able}, qui le peut.",
    "engine.model.cannot.none": "{why} : enlève-le ; aucun modèle installé ne le peut.",
    "engine.model.missing": (
        "Aucun modèle n'est installé : mets-en un (dans les dossiers de diffusers) sur cette machine, et nomme-le "
        "dans la configuration avec [models.NAME], family et path."
    ),
    "engine.model.unknown": "Il n'y a pas de modèle {name} : il y a {known}.",
    "engine.model.unknown.close": "Il n'y a pas de modèle {name} : pensais-tu à --model {close} ?",
    "engine.model.broken": "Le modèle {name} est illisible en ce moment ; le journal de l'hébergeur dit pourquoi.",
    "engine.memory": (
        "Il n'y avait pas assez de mémoire pour dessiner ceci : demande une image plus petite, ou moins à la fois."
    ),
    "engine.disk": "Le disque est plein.",
    "engine.start": "Le moteur ne démarre pas : {detail}",
}
