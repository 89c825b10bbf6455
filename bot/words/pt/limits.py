"""Portuguese: limits, what they are called, how they are set, and what they refuse."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "limit.gpu_day": "Minutos de GPU por dia",
    "limit.gpu_month": "Minutos de GPU por mês",
    "limit.running": "Pedidos desenhados ao mesmo tempo",
    "limit.boost": "Parte da GPU",
    "limit.waiting": "Pedidos em espera",
    "limit.grids": "Grades por comando",
    "limit.megapixels": "Megapixels por imagem",
    "limit.disk": "Megabytes de imagens",
    "limit.steps": "Passos",
    "limit.cooldown": "Segundos entre pedidos",
    "limit.drawing": "Imagens são feitas",
    "limit.models": "Modelos",
    "limit.commands": "Comandos e botões",
    "limit.quiet": "Horas de silêncio",
    "limit.private": "Resultados por mensagem direta",
    "limit.suffix": "Acrescentado a cada prompt",
    "limit.timezone": "Fuso horário",
    "limit.how.number": "Um número de {least} a {most}",
    "limit.how.or_unlimited": "{how}, ou unlimited",
    "limit.how.switch": "Sim ou não",
    "limit.how.private": "Sim: o que é feito vai só para quem pediu, como com --stealth",
    "limit.how.models": "Nomes com vírgulas, ou all: {names}",
    "limit.how.commands": "Nomes com vírgulas, ou all: {names}",
    "limit.how.hours": "Por exemplo 22:00-07:00, no fuso horário do servidor; ou none",
    "limit.how.suffix": "Parâmetros, como --no blood --ar 3:2; os do próprio prompt valem antes",
    "limit.how.timezone": "Por exemplo Europe/Berlin; dias, meses e horas de silêncio seguem esse fuso",
    "limit.value.unlimited": "sem limite",
    "limit.value.all": "todos",
    "limit.value.none": "nenhum",
    "limit.value.on": "Sim",
    "limit.value.off": "Não",
    "limit.wrong.number": "`{typed}` não serve aqui: escreva um número inteiro de {least} a {most}.",
    "limit.wrong.number_or_unlimited": (
        "`{typed}` não serve aqui: escreva um número de {least} a {most}, ou `unlimited`."
    ),
    "limit.wrong.switch": "`{typed}` não serve aqui: escreva `on` ou `off`.",
    "limit.wrong.names": (
        "`{typed}` não é conhecido aqui: escreva nomes separados por vírgulas, entre {known}; ou `all`."
    ),
    "limit.wrong.hours": "`{typed}` não serve aqui: escreva horas como `22:00-07:00`, ou `none`.",
    "limit.wrong.timezone": "`{typed}` não é um fuso horário: escreva um como `Europe/Berlin` ou `UTC`.",
    "limit.wrong.suffix": "Isso não pode vir depois de cada prompt. {reason}",
    "limit.not_here": (
        "Não se fazem imagens aqui, a moderação deste servidor definiu assim: tente em outro canal, ou pergunte a ela."
    ),
    "limit.not_this": "`{command}` não está aberto para você aqui. O que está: {allowed}.",
    "limit.is_quiet": "As horas de silêncio deste servidor são {hours} ({zone}): peça de novo às {at}.",
    "limit.not_by": "O modelo `{model}` não está aberto para você aqui: diga um destes com `--model`: {allowed}.",
    "limit.too_large": (
        "Imagens de {size} pixels são grandes demais aqui, onde o máximo são {most} megapixels: tire `--hd`, ou "
        "escolha um modelo menor."
    ),
    "limit.too_many_steps": "{steps} passos são demais aqui: escreva `--steps {most}`, ou um `--q` menor.",
    "limit.too_soon": "Um pedido a cada {seconds} s é o que está aberto para você aqui: peça de novo às {at}.",
    "limit.no_time.day": (
        "Você usou {used} dos seus {most} minutos de GPU de hoje, e isto não cabe no que sobra. Há novos às {at}, "
        "meia-noite em {zone}; `/info` mostra o que sobra."
    ),
    "limit.no_time.month": (
        "Você usou {used} dos seus {most} minutos de GPU deste mês, e isto não cabe no que sobra. Há novos às {at}, "
        "quando o mês começa em {zone}; `/info` mostra o que sobra."
    ),
    "limit.no_disk": (
        "Suas imagens neste servidor ocupam {used} dos {most} megabytes que você tem aqui. Peça mais à "
        "moderação; também há espaço de novo quando as antigas são apagadas, todas de uma vez com `/privacy "
        "forget`."
    ),
    "admin.limits.description": "O que pode ser feito aqui, quanto, e por quem",
    "admin.limits.set.description": "Defina um limite para o servidor todo, um cargo, um canal ou um membro",
    "admin.limits.clear.description": "Deixe de definir: volta a valer o que há para o canal, o cargo ou o servidor",
    "admin.limits.list.description": "Tudo o que está definido neste servidor",
    "admin.limits.setting": "O que definir",
    "admin.limits.value": "Um número, on, off, unlimited, nomes com vírgulas, ou horas como 22:00-07:00",
    "admin.limits.role": "Para membros com este cargo",
    "admin.limits.channel": "Para este canal, com os tópicos dele; ou para uma categoria",
    "admin.limits.member": "Para este membro",
    "admin.limits.one_only": "Diga um cargo, um canal ou um membro, um só; ou nenhum, para o servidor todo.",
    "admin.limits.not_for": "“{setting}” não pode ser definido para isso: tire o cargo, o canal e o membro.",
    "admin.limits.only_for": "“{setting}” é definido para um cargo ou um membro: diga um deles.",
    "admin.limits.done": "{setting}, {place}: {value} a partir de agora. `/admin undo {number}` desfaz.",
    "admin.limits.cleared": "{setting}, {place}: não está mais definido. `/admin undo {number}` desfaz.",
    "admin.limits.same": "{setting}, {place}: já era assim.",
    "admin.limits.none": "Nada está definido: o padrão vale para todos. `/admin panel` o mostra.",
    "admin.limits.server": "o servidor todo",
    "admin.panel.description": "As regras deste servidor, para ver e para mudar",
    "admin.panel.title": "O que vale para {place}",
    "admin.panel.change": "Mudar algo …",
    "admin.panel.role": "Para um cargo …",
    "admin.panel.channel": "Para um canal …",
    "admin.panel.member": "Para um membro …",
    "admin.panel.server": "O servidor todo",
    "admin.panel.value": "A partir de agora",
    "admin.panel.inherits": "não definido aqui",
    "admin.panel.order": (
        "O que é definido para um membro vale antes de um canal, um canal antes de um cargo (de vários, o mais "
        "generoso), um cargo antes do servidor."
    ),
    "admin.panel.others": "Há algo definido para {places} também.",
    "audit.retention": "mudou por quantos dias os pedidos são guardados",
    "audit.other": "fez {action} {subject}",
    "audit.limit": "definiu {subject}",
    "info.limits": "O que vale para você aqui",
    "info.day": "Restam {left} de {most} minutos de GPU de hoje; novos chegam {at}.",
    "info.month": "Restam {left} de {most} minutos de GPU deste mês; novos chegam {at}.",
    "info.queue": (
        "{running} {running:pedido é desenhado|pedidos são desenhados} ao mesmo tempo e {waiting} "
        "{waiting:pode|podem} esperar; um comando faz no máximo {grids} {grids:grade|grades}."
    ),
    "admin.retention.description": "Por quantos dias os pedidos deste servidor são guardados",
    "admin.retention.days": "Dias; 0 guarda para sempre; deixe vazio para seguir a regra de quem hospeda",
    "admin.retention.done": (
        "Os pedidos deste servidor são guardados por {days} {days:dia|dias} a partir de agora. `/admin undo "
        "{number}` desfaz."
    ),
    "admin.retention.forever": (
        "Os pedidos deste servidor são guardados para sempre a partir de agora. `/admin undo {number}` desfaz."
    ),
    "admin.retention.host": (
        "Os pedidos deste servidor são guardados como diz quem hospeda, a partir de agora. `/admin undo {number}` "
        "desfaz."
    ),
}
