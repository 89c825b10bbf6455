"""What is done where something does not fit the memory: one step after the other, until it fits or none is left."""

import logging
from collections.abc import Callable
from typing import TypeVar

from engine.families import Family
from engine.worker.memory import give_back, is_out_of_memory

T = TypeVar("T")
_log = logging.getLogger(__name__)


def relieved(family: Family) -> bool:
    """The family takes less memory from now on, and is slower; False where there is nothing more to be done."""
    if not family.relieve():
        return False
    give_back()
    _log.warning(
        "A picture did not fit the memory: less of the model is held on the device from now on, which is slower"
    )
    return True


def tried(family: Family, work: Callable[[], T]) -> T:
    """Encode or decode: part by part, and from then on, where it does not fit whole; then with less of the model."""
    is_sparing = False
    while True:
        try:
            return work()
        except Exception as error:
            if not is_out_of_memory(error) or (is_sparing and not relieved(family)):
                raise
        if not is_sparing:
            is_sparing = True
            _log.warning("A picture did not fit the memory whole: it is made part by part, as are all from now on")
            family.spare()
            give_back()
