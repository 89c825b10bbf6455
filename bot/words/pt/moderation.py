"""Portuguese: words that are not wanted, warned members, hidden pictures, reports."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "words.minor": "Nada de sexual com menores é feito aqui, e nenhuma configuração muda isso. Peça outra coisa.",
    "words.refused": (
        "Este servidor não quer {words} nos prompts. Tire isso, ou pergunte à moderação se a intenção era boa."
    ),
    "words.confirm": "Este servidor pergunta se você quer mesmo dizer {words}. Nada é desenhado até você confirmar.",
    "words.confirm.button": "Sim, desenhe",
    "words.description": "Palavras que não são bem-vindas nos prompts daqui",
    "words.add": "Ficar de olho em uma palavra",
    "words.word": "Uma palavra ou frase, um curinga como blood*, ou /uma expressão/",
    "words.weight": "O que acontece então; o normal é recusar",
    "words.as.note": "anotar no registro",
    "words.as.confirm": "perguntar se é isso mesmo",
    "words.as.refuse": "recusar",
    "words.as.tell": "recusar e avisar a moderação",
    "words.as.allow": "permitir, embora pareça outra",
    "words.remove": "Tirar uma palavra da lista",
    "words.list": "O que é vigiado aqui",
    "words.test": "Ver o que bateria em um texto, e por quê",
    "words.text": "Um prompt, ou qualquer texto",
    "words.import": "Adicionar as palavras de um arquivo, uma por linha: refuse: palavra",
    "words.file": "Um arquivo de texto como o que /admin words export entrega",
    "words.export": "A lista em arquivo",
    "words.builtin": "Usar ou não uma lista que vem com o bot",
    "words.builtin.name": "explicit ou gore",
    "words.builtin.on": "Se ela é usada",
    "words.builtin.is_on": "A lista {name} é usada a partir de agora.",
    "words.builtin.is_off": "A lista {name} não é mais usada. Conteúdo sexual com menores continua recusado.",
    "words.builtin.explicit": "nudez e sexo são recusados fora dos canais com restrição de idade",
    "words.builtin.gore": "pergunta-se sobre crueldade",
    "words.lists": "Listas que vêm com o bot:",
    "words.own": "Próprias deste servidor: {count}",
    "words.added": "Feito: {count} na lista.",
    "words.there": "Isso já está na lista.",
    "words.removed": "`{word}` não é mais vigiada.",
    "words.not_there": "`{word}` não está na lista: /admin words list mostra o que está.",
    "words.too_many": "A lista de um servidor tem no máximo {most} regras: tire algumas antes.",
    "words.too_many_patterns": (
        "A lista de um servidor tem no máximo {most} curingas e expressões: escreva palavras simples no lugar."
    ),
    "words.import.large": "O arquivo passa de 256 KiB: divida-o.",
    "words.import.text": "O arquivo não é texto UTF-8: salve-o assim.",
    "words.test.minor": "⛔ Conteúdo sexual com menores (`{minor}` ao lado de `{sexual}`): sempre recusado.",
    "words.test.own": "a lista deste servidor",
    "words.test.builtin": "uma lista que vem com o bot",
    "words.test.plain": "`{typed}` bate com `{rule}` de {where}: {follows}.",
    "words.test.disguised": "`{typed}` é lido como `{rule}` de {where}: {follows}.",
    "words.test.nothing": "Nada bate: isto pode ser pedido.",
    "member.description": "Advirta, silencie e bana membros, e veja a situação deles",
    "member.warn": "Advertir alguém, que terá de confirmar antes da próxima imagem",
    "member.mute": "Não deixar alguém fazer imagens por um tempo",
    "member.unmute": "Encerrar um silenciamento",
    "member.ban": "Não deixar alguém fazer mais imagens aqui",
    "member.unban": "Encerrar um banimento",
    "member.show": "A situação de alguém",
    "member.who": "Quem",
    "member.reason": "Por quê; o membro lê isso",
    "member.time": "Por quanto tempo: 30m, 2h, 1d, 2w",
    "member.wrong_time": "Escreva o tempo como `30m`, `2h`, `1d` ou `2w`; um ano é o máximo.",
    "member.is_bot": "Bots não fazem imagens aqui.",
    "member.was_so": "{member} já está exatamente assim.",
    "member.done": "Feito, e {member} já sabe. `/admin undo {number}` desfaz.",
    "member.done_untold": (
        "Feito. {member} não aceita mensagens diretas, e vai ler isso na próxima imagem. `/admin undo {number}` desfaz."
    ),
    "member.lifted": "Encerrado: {member} pode fazer imagens de novo.",
    "member.is_free": "{member} já está livre.",
    "member.stands": "A situação de {member} aqui:",
    "member.stands.well": "Não há nada contra.",
    "member.stands.warning": "⚠️ Com advertência, ainda não confirmada: {reason}",
    "member.stands.mute": "🔇 Em silêncio até {until}: {reason}",
    "member.stands.ban": "⛔ Com banimento: {reason}",
    "member.told.warning": (
        "A moderação de {server} quer dizer algo a você: {reason}\nPor favor, confirme lá com a sua próxima imagem."
    ),
    "member.told.mute": "A moderação de {server} pede que você faça uma pausa até {until}. O motivo: {reason}",
    "member.told.ban": "A moderação de {server} encerrou seu uso deste bot lá. O motivo: {reason}",
    "member.is_banned": (
        "Você não pode usar este bot aqui até {until}. O motivo: {reason} Fale com a moderação se isso estiver errado."
    ),
    "member.is_banned.for_good": (
        "Você não pode mais usar este bot aqui. O motivo: {reason} Fale com a moderação se isso estiver errado."
    ),
    "member.is_muted": (
        "Você pode fazer imagens de novo depois de {until}. O motivo: {reason} Fale com a moderação se isso estiver "
        "errado."
    ),
    "member.is_muted.for_good": (
        "Por enquanto você não pode fazer imagens aqui. O motivo: {reason} Fale com a moderação se isso estiver errado."
    ),
    "member.is_warned": (
        "Você tem uma mensagem pendente da moderação. Por favor, confirme antes de continuar usando o bot. Ela diz: "
        "{reason}"
    ),
    "member.acknowledge": "Eu li",
    "member.acknowledged": "Obrigado. Peça de novo o que você queria.",
    "picture.hidden": "A moderação ocultou esta imagem: fale com ela se você precisar.",
    "picture.explicit": "Esta imagem é só para canais com restrição de idade: peça em um deles.",
    "picture.withheld": (
        "As imagens parecem explícitas, então não são mostradas aqui, e não custam nada a você. Peça outra coisa, ou "
        "peça em um canal com restrição de idade."
    ),
    "picture.unchecked": (
        "As imagens não puderam ser verificadas, então não são mostradas, e não custam nada a você. Tente de novo, "
        "ou avise quem hospeda este bot."
    ),
    "picture.denied": (
        "Uma imagem que você deu parece explícita, e nada é desenhado a partir dela aqui. Dê outra, ou peça em um "
        "canal com restrição de idade."
    ),
    "pictures.description": "Como as imagens são verificadas aqui",
    "pictures.check": "Verificar ou não se há nudez nas imagens",
    "pictures.check.on": "Se elas são verificadas",
    "pictures.is_on": (
        "As imagens são verificadas a partir de agora: as explícitas só aparecem em canais com restrição de idade."
    ),
    "pictures.is_off": "As imagens não são mais verificadas. Conteúdo sexual com menores continua recusado.",
    "pictures.channel": "Escolher para onde vão as imagens explícitas; sem canal, elas são retidas",
    "pictures.channel.which": "Um canal com restrição de idade",
    "pictures.withheld": "Imagens explícitas são retidas a partir de agora, e não custam nada.",
    "pictures.not_restricted": "{channel} não tem restrição de idade: defina isso antes no Discord, ou escolha outro.",
    "pictures.not_there": (
        "O bot não pode postar em {channel}: deixe que ele veja o canal, envie mensagens e anexe arquivos lá."
    ),
    "pictures.moved": "Imagens explícitas vão para {channel} a partir de agora.",
    "picture.was_hidden": "A moderação ocultou esta imagem.",
    "reports.description": "Para onde vão as denúncias dos membros",
    "reports.channel": "Escolher o canal das denúncias; sem canal, elas acabam",
    "reports.channel.which": "Um canal que só a moderação vê",
    "reports.on": "As denúncias vão para {channel} a partir de agora.",
    "reports.off": "As denúncias não vão mais a lugar nenhum, e é isso que se diz aos membros.",
    "reports.not_there": (
        "O bot não pode escrever em {channel}: deixe que ele veja o canal, envie mensagens e incorpore links lá."
    ),
    "report.elsewhere": "Imagens são denunciadas em um servidor: aqui não há moderação.",
    "report.no_channel": "Este servidor ainda não tem lugar para denúncias: fale com alguém da moderação.",
    "report.not_sent": "A denúncia não pôde ser enviada agora: fale com alguém da moderação, por favor.",
    "report.done": "Obrigado. A moderação foi avisada, e mais ninguém.",
    "report.title": "Uma imagem foi denunciada",
    "report.told": "{by} denunciou uma imagem de {member}: {link}\n{prompt}",
    "report.words.title": "Palavras vigiadas",
    "report.words": "{member} pediu {words} em {channel}. Foi recusado.\n{prompt}",
    "report.reason": "Uma imagem sua foi denunciada, e a moderação concorda.",
    "report.moderators_only": "Só a moderação pode fazer isso.",
    "report.button.hide": "Ocultar",
    "report.button.delete": "Apagar",
    "report.button.warn": "Advertir",
    "report.button.mute": "Silenciar por um dia",
    "report.was.hide": "Ocultada por {moderator} {at}",
    "report.was.delete": "Apagada por {moderator} {at}",
    "report.was.warn": "Advertência de {moderator} {at}",
    "report.was.mute": "Silêncio de um dia, por {moderator} {at}",
    "audit.words": "pediu {subject} em {channel}",
    "audit.word": "mudou a palavra {subject}",
    "audit.allowed": "mudou a palavra permitida {subject}",
    "audit.builtin": "mudou a lista {subject}",
    "audit.warning": "mudou a advertência de <@{subject}>",
    "audit.mute": "mudou o silenciamento de <@{subject}>",
    "audit.ban": "mudou o banimento de <@{subject}>",
    "audit.hidden": "ocultou a imagem {subject}",
    "audit.reports": "mudou para onde vão as denúncias",
    "audit.pictures": "mudou como as imagens são verificadas",
}
