"""Brazilian Portuguese: why something cannot be drawn, as the engine says it."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "engine.edit.picture": "Uma edição precisa de uma imagem: adicione a que deve mudar.",
    "engine.edit.mask": "Uma região precisa de uma máscara: marque o que deve ser desenhado de novo.",
    "engine.edit.zoom": "Não há nada para onde afastar: use --zoom acima de 1, ou outro --ar.",
    "engine.edit.square": "A imagem já é quadrada: afaste ou desloque para ver mais dela.",
    "engine.edit.thin": "A imagem já é longa e estreita: desloque no outro sentido, ou deixe-a quadrada.",
    "engine.edit.large": "A imagem já é tão grande quanto pode ser aqui: {pixels} pixels de lado.",
    "engine.edit.black": "A máscara é toda preta: marque em branco o que deve ser desenhado de novo.",
    "engine.size": "Uma imagem de {across}:{down} é longa e estreita demais: use --ar entre 1:16 e 16:1.",
    "engine.weights": "Os pesos de um prompt devem somar mais de 0: aumente um deles, ou tire um.",
    "engine.sampler": "Não há um sampler {name}: use um de {known}.",
    "engine.mask.alone": "Uma máscara só vale para uma região de uma imagem: tire-a.",
    "engine.mask.role": "Só uma imagem de conteúdo, estilo ou personagem pode se limitar a uma parte do desenho.",
    "engine.mask.edit": (
        "Uma referência só se limita a uma parte de uma imagem inteira: tire a máscara dela em uma edição."
    ),
    "engine.reference.weight": "O peso de uma referência deve ser maior que 0: aumente-o, ou tire a referência.",
    "engine.picture.pixels": "Uma das imagens tem mais de {megapixels} megapixels.",
    "engine.picture.unreadable": "Uma das imagens não pode ser lida: envie-a como PNG, JPEG ou WebP.",
    "engine.depth": (
        "Aqui não dá para achar a profundidade de uma foto: dê um mapa de profundidade, em cinza, com o que está "
        "perto em branco, ou siga as linhas dela com --control lineart."
    ),
    "engine.pose": (
        "Aqui não dá para achar a pose de uma foto: dê a figura do OpenPose, de traços coloridos sobre preto, ou "
        "siga as linhas dela com --control lineart."
    ),
    "engine.lora.gone": "O LoRA {name} não está mais aqui: tire-o, ou indique outro.",
    "engine.lora.unfit": "O LoRA {name} não serve para este modelo: tire-o, ou indique outro.",
    "engine.cannot.adapter": (
        "O modelo {model} não tem adaptador para imagens de referência, então não pode desenhar {flag}"
    ),
    "engine.cannot.mask": "O modelo {model} não pode limitar uma referência a uma parte da imagem",
    "engine.cannot.tile": "O modelo {model} não pode desenhar --tile",
    "engine.cannot.control": "O modelo {model} não pode desenhar --control {kind}",
    "engine.cannot.control.others": "O modelo {model} não pode desenhar --control {kind} ({model} segue {known})",
    "engine.cannot.lora": "O modelo {model} não pode desenhar --lora {name}",
    "engine.cannot.lora.close": "O modelo {model} não pode desenhar --lora {name} (você quis dizer --lora {close}?)",
    "engine.cannot.lora.others": "O modelo {model} não pode desenhar --lora {name} (há {known})",
    "engine.cannot.lora.many": "O modelo {model} não pode desenhar --lora {name} (há {known} e outros)",
    "engine.model.cannot": "{why}: tire isso, ou indique outro com --model.",
    "engine.model.cannot.able": "{why}: tire isso, ou use --model {able}, que pode.",
    "engine.model.cannot.none": "{why}: tire isso; nenhum modelo instalado pode.",
    "engine.model.missing": (
        "Nenhum modelo está instalado: coloque um (nas pastas do diffusers) nesta máquina, e indique-o na "
        "configuração com [models.NAME], family e path."
    ),
    "engine.model.unknown": "Não há um modelo {name}: há {known}.",
    "engine.model.unknown.close": "Não há um modelo {name}: você quis dizer --model {close}?",
    "engine.model.broken": "O modelo {name} não pode ser lido agora; o log de quem hospeda este bot diz por quê.",
    "engine.memory": "Faltou memória para desenhar isto: peça uma imagem menor, ou menos de uma vez.",
    "engine.disk": "O disco está cheio.",
    "engine.start": "O motor não dá partida: {detail}",
}
