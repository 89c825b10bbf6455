"""Sizes as people write them: "20 GB", "512 MiB", or bytes."""

import re

UNITS = {
    "": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12,
    "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40,
}  # fmt: skip
_FORM = re.compile(r"(\d+(?:\.\d+)?)\s*([A-Za-z]*)")


def size(written: object) -> object:
    """The bytes of a text such as "20 GB"; anything else is given back as it is. Raises ValueError."""
    if not isinstance(written, str):
        return written
    if not written.strip():
        return None
    form = _FORM.fullmatch(written.strip())
    if form is None or form[2].upper() not in UNITS:
        raise ValueError('write a size such as "20 GB" or "512 MiB"')
    return int(float(form[1]) * UNITS[form[2].upper()])
