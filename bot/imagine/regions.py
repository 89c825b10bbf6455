"""The mask of a job that draws a region anew: made of what its member marked, and kept among the job's originals."""

from collections.abc import Mapping

from bot.images.errors import NoRoom, NotFetched
from bot.images.masks import WrongMask
from bot.images.pictures import Pictures
from bot.images.places import UnknownPlace, place
from bot.imagine.asking import Marked
from bot.imagine.errors import INTERNAL_ERROR, INVALID_LINK, INVALID_REQUEST, Refused
from bot.jobs.job import Action, Job, Picture

MASK, START = "mask:", "start:"
"""Stand where a picture's link does; no link is like them. The second is what an edit in words starts from, where light
and colours were changed first.
"""
OWN = (MASK, START)


async def mask_of(picture: Picture, marked: Marked, pictures: Pictures) -> str:
    """The key of the mask, which has the picture's size. Raises Refused."""
    size = picture.width, picture.height
    try:
        if marked.mask is not None:
            return await pictures.keep_mask(marked.mask, size)
        return await pictures.mark(place(marked.where), size)
    except WrongMask as wrong:
        raise Refused(INVALID_REQUEST, wrong.wrong, width=size[0], height=size[1]) from None
    except UnknownPlace as unknown:
        key = "region.nowhere" if unknown.word is None else "region.where"
        raise Refused(INVALID_REQUEST, key, word=unknown.word or "") from None
    except NotFetched as failure:
        raise Refused(INVALID_LINK, failure.key, link=failure.shown) from None
    except NoRoom as failure:
        raise Refused(INTERNAL_ERROR, failure.key) from None


def inherited(originals: Mapping[str, str], job: Job, own: Mapping[str, str]) -> dict[str, str]:
    """The originals that a job has of the one that it comes of, and its own; a mask only where the same is done once
    more.
    """
    kept = {link: blob for link, blob in originals.items() if link not in OWN or job.action is Action.REROLL}
    return {**kept, **own}
