"""Portuguese: /queue."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "queue.description": "O que espera e o que está sendo desenhado; cancele seus próprios pedidos",
    "queue.title": "A fila",
    "queue.empty": "Nada espera e nada está sendo desenhado.",
    "queue.all": "{running} em andamento, {waiting} em espera.",
    "queue.all.time": "{running} em andamento, {waiting} em espera; tudo leva cerca de {time}.",
    "queue.own": "Seus: {running} em andamento, {waiting} em espera.",
    "queue.own.time": "Seus: {running} em andamento, {waiting} em espera; o primeiro chega em cerca de {time}.",
    "queue.none_own": "Nenhum é seu.",
    "queue.turbo": "turbo",
    "queue.fast": "rápido",
    "queue.relax": "sem pressa",
    "queue.runs": "{speed}, em andamento",
    "queue.runs.time": "{speed}, em andamento, faltam cerca de {time}",
    "queue.waits.time": "{speed}, cerca de {time}",
    "queue.held": "{speed}, em pausa",
    "queue.private": "só para quem pediu",
    "queue.refresh": "Olhar de novo",
    "queue.cancel_one": "Cancelar um dos seus …",
    "queue.cancel_all": "Cancelar os seus {count} em espera",
    "queue.cancelled": "{count} {count:pedido foi cancelado|pedidos foram cancelados}.",
    "queue.cancelled_it": "O pedido foi cancelado, e quem o fez fica sabendo.",
    "queue.manage_one": "Mover ou cancelar um pedido …",
    "queue.one": "Este pedido",
    "queue.front": "Para a frente",
    "queue.cancel": "Cancelar",
    "queue.back": "A fila",
    "queue.moved": "É o próximo a ser desenhado. `/admin undo {number}` o devolve ao lugar.",
    "queue.pause": "Pausar a fila",
    "queue.pause.what": "O que está em andamento continua, o que espera fica, e nada mais começa",
    "queue.drain": "Esvaziar a fila",
    "queue.drain.what": "O que espera é desenhado, e nada de novo é aceito",
    "queue.resume": "Deixar continuar",
    "queue.reason": "Por quê, para todos lerem",
    "queue.paused": "A fila deste servidor está em pausa. `/admin undo {number}`, ou o botão abaixo, deixa continuar.",
    "queue.draining": "Nada de novo é aceito. `/admin undo {number}`, ou o botão abaixo, acaba com isso.",
    "queue.resumed": "A fila deste servidor continua. `/admin undo {number}` a para como antes.",
    "queue.goes_on": "Ela já está andando.",
    "queue.was_so": "Já era assim.",
    "queue.gone": "Esse pedido não está mais na fila.",
    "queue.not_here": "Esse pedido foi feito em outro lugar: só quem gerencia aquele pode fazer isso.",
    "queue.not_waiting": "Esse pedido não espera mais, então não pode ser movido.",
    "queue.in_front": "Esse pedido já está na frente.",
    "queue.host": "Quem hospeda o bot pausou o desenho por um tempo.",
    "queue.host.why": "Quem hospeda o bot pausou o desenho por um tempo: {reason}",
    "queue.is.paused": "{by} pausou a fila deste servidor.",
    "queue.is.paused.why": "{by} pausou a fila deste servidor: {reason}",
    "queue.is.draining": "{by} está deixando a fila deste servidor esvaziar: nada de novo é aceito.",
    "queue.is.draining.why": "{by} está deixando a fila deste servidor esvaziar, e nada de novo é aceito: {reason}",
    "queue.drained": (
        "Por enquanto nada de novo é desenhado aqui, {by} definiu assim: o que espera ainda é desenhado. Tente mais "
        "tarde."
    ),
    "queue.drained.why": (
        "Por enquanto nada de novo é desenhado aqui, {by} definiu assim ({reason}): o que espera ainda é desenhado. "
        "Tente mais tarde."
    ),
    "audit.queue": "parou a fila ou a deixou continuar",
    "audit.front": "moveu o pedido {job} de {channel} para a frente",
}
