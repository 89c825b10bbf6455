"""A fuzzer that looks for its way through the prompt language by what of its code each text reaches (libFuzzer).

    python -m tests.bot.prompt.fuzz FOLDER -max_total_time=600

FOLDER gets what was found; a text that breaks something is printed, and ends it with an exit code other than 0.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["bot.prompt"]):
    from bot.prompt.table import BY_SPELLING
    from tests.bot.prompt.checking import check, check_around

from tests.bot.prompt.corpus import cases
from tests.bot.prompt.writing import ATOMS

AS_TEXT, AS_PIECES = b"t", b"p"
PIECES = (*(f"--{spelling}" for spelling in BY_SPELLING), *ATOMS)
PIECES += tuple(each for each in map(chr, range(32, 127)) if each not in PIECES)


def text_of(data: bytes) -> str:
    """Bytes as a prompt: as UTF-8, or as pieces of prompts with a space behind every other number."""
    if data[:1] == AS_TEXT:
        return data[1:].decode("utf-8", "replace")
    return "".join(PIECES[byte % len(PIECES)] + " " * (byte & 1) for byte in data[1:])


def one(data: bytes) -> None:
    """Raises what nobody foresaw."""
    typed = text_of(data)
    try:
        check(typed)
        check_around(typed)
    except BaseException:
        sys.stderr.write(f"typed: {typed!r}\n")
        raise


def main() -> None:
    """The corpus of the tests is where it begins."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(cases()):
        (folder / f"case-{number}").write_bytes(AS_TEXT + case.typed.encode())
        (folder / f"pieces-{number}").write_bytes(AS_PIECES + case.typed.encode())
    atheris.Setup([sys.argv[0], *sys.argv[2:], str(folder)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
