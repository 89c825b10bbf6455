"""Portuguese: lists of words, as moderators write them."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "rule.empty": (
        "Não há nenhuma palavra: escreva uma palavra, uma frase, um curinga como `blood*`, ou `/uma expressão/`."
    ),
    "rule.long": "É longo demais: uma regra tem no máximo {most} caracteres.",
    "rule.wide": "Este curinga bateria com quase tudo: dê a ele pelo menos duas letras.",
    "rule.expression": (
        "Esta expressão não pode ser lida ({reason}): ela é escrita como no RE2, sem lookaround nem referências para "
        "trás."
    ),
    "rule.large": "Esta expressão é grande demais: use números menores nas chaves, ou escreva várias regras.",
    "rule.all": "Esta expressão bate com um texto vazio, e com isso com tudo: que ela diga pelo menos uma letra.",
}
