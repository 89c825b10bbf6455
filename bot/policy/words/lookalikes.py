"""Characters that people read as others: letters of other alphabets, digits and signs in place of letters."""

from collections.abc import Mapping

# Of Unicode's confusables (UTS #39) those that every font draws alike.
_CYRILLIC = "аa вb еe зe иu іi јj кk мm нh оo рp сc ѕs тt уy хx һh ԁd ԛq ԝw ӏl"
_GREEK = "αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw ϲc ϳj"
_LATIN = "ıi ɩi ɪi ʟl ʀr ɴn ɢg ʏy ʙb ʜh øo łl đd ħh ŧt ɑa ɡg ꜱs"


def _pairs(written: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in written.split()}


LETTERS: Mapping[str, str] = _pairs(f"{_CYRILLIC} {_GREEK} {_LATIN}")
"""A letter and the Latin one that it looks like."""

SIGNS: Mapping[str, str] = _pairs("0o 1i 3e 4a 5s 7t 8b 9g @a $s !i |i +t €e £l ¡i")
"""A digit or a sign and the letter that it stands for beside letters."""

OTHERWISE: Mapping[str, str] = {**SIGNS, "1": "l", "!": "l", "|": "l", "9": "q"}
"""The same where 1 is an l."""
