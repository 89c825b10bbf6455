"""Ages that a text names: twelve years old, 12yo, 12-jährig, 12 ans, 12歳."""

import re
from collections.abc import Iterator

OF_AGE = 18

_WRITTEN = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
        "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn",
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept",
        "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete",
        "um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete",
    )
    for number, word in enumerate(words.split(), start=1)
}
_NUMBER = rf"(?P<age>\d{{1,3}}|{'|'.join(sorted(_WRITTEN, key=len, reverse=True))})"
_UNITS = r"(?:years? ?old|yrs? ?old|year olds|yo|y o|jahre? alt|jahrig(?:e|es|er|en)?|ans|anos|歳|才|さい|岁|歲)"
_AGES = (
    re.compile(rf"(?<!\w){_NUMBER} ?{_UNITS}(?!\w)"),
    re.compile(rf"(?<!\w)(?:aged|age|age of|alter von|alter) {_NUMBER}(?!\w)"),
    re.compile(rf"(?<!\w)(?:mit|von) {_NUMBER} jahren(?!\w)"),
)


def ages(text: str) -> Iterator[tuple[int, str]]:
    """Each, with the words that say it; `text` is a reading's."""
    for pattern in _AGES:
        for found in pattern.finditer(text):
            written = found["age"]
            yield int(written) if written.isdigit() else _WRITTEN[written], found[0]
