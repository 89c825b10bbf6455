"""Links to pictures, and style codes."""

import re
from dataclasses import replace

from bot.prompt.errors import Edit, mistake
from bot.prompt.prompt import Image, Style, Value
from bot.prompt.table import Kind
from bot.prompt.tokens import MOST_WEIGHT, Word, is_complete, is_link, weighed, weight_of
from bot.prompt.values.asked import Asked, Unfit, wanted
from bot.prompt.values.words import likest
from bot.words.phrase import phrase

_CODE = re.compile(r"[0-9]{1,40}")
_MOST_CODE = 2**32 - 1


def links(asked: Asked) -> tuple[Value, int]:
    """Links, for `--sref` codes too, as many as there are until another word comes."""
    items: list[Image | Style] = []
    for word in asked.words:
        item = _item(asked, word, len(items))
        if item is None:
            break
        items.append(item)
    if not items:
        raise asked.unfit("value", 1, wanted=wanted(asked))
    most = int(asked.allowed.high)
    if len(items) > most:
        surplus = Edit(asked.words[most - 1].end, asked.words[len(items) - 1].end)
        limit = phrase("wanted.link") if most == 1 else phrase("wanted.links", most=most)
        found = mistake("many", parameter=asked.typed, value=str(len(items)), wanted=limit)
        raise Unfit(found.fixed_by(surplus))
    return tuple(items), len(items)


def _item(asked: Asked, word: Word, place: int) -> Image | Style | None:
    """A link, for `--sref` a code or the word random too; None for what is neither."""
    body, weight = weighed(word.text)
    is_style = asked.parameter.kind is Kind.STYLES
    is_code = _CODE.fullmatch(body) is not None
    if not (is_link(body) or (is_style and (is_code or body == "random"))):
        return None
    cure = Edit(word.start, word.end, f"<{body}>" if is_link(body) else body)
    if is_link(body) and not is_complete(body):
        gone = asked.taken_out() if place == 0 and len(asked.words) == 1 else Edit(word.start, word.end)
        raise Unfit(mistake("link.broken", parameter=asked.typed, value=body).fixed_by(gone))
    if weight is not None and not is_style:
        found = mistake("value", parameter=asked.typed, value=word.text, wanted=phrase("wanted.weightless"))
        raise Unfit(replace(found, suggestion=cure.text).fixed_by(cure))
    weight_value = weight_of(weight) if weight else 1.0
    if not 0 < weight_value <= MOST_WEIGHT:
        found = mistake("weights.image", parameter=asked.typed, value=str(weight))
        raise Unfit(replace(found, suggestion=cure.text).fixed_by(cure))
    if is_code and int(body) > _MOST_CODE:
        found = mistake("value", parameter=asked.typed, value=body, wanted=phrase("wanted.codes", most=_MOST_CODE))
        raise Unfit(replace(found, suggestion=str(_MOST_CODE)).fixed_by(Edit(word.start, word.end, str(_MOST_CODE))))
    if not is_style:
        return Image(body)
    return Style(body if is_link(body) else None, int(body) if is_code else None, weight_value)


def control(asked: Asked) -> tuple[Value, int]:
    """What kind of picture it is, and its link."""
    known = asked.parameter.words or {}
    kind = asked.words[0].text
    if kind.lower() not in known:
        if is_link(kind):
            raise asked.unfit("value", 1, f"lineart {kind}", wanted=wanted(asked))
        raise asked.unfit("value", 1, likest(kind, known), wanted=wanted(asked))
    link, weight = weighed(asked.words[1].text) if len(asked.words) > 1 else ("", None)
    if not is_link(link) or not is_complete(link) or weight is not None:
        raise asked.unfit("value", len(asked.words), wanted=wanted(asked))
    return (kind.lower(), link), 2
