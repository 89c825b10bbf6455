"""The catalogues of Babel in `po`: a template with the English, and for every other language a file."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po

SOURCE = "en"
FOLDER = Path(__file__).parent / "po"
TEMPLATE = FOLDER / f"{SOURCE}.pot"


class Catalogues(Mapping[str, Mapping[str, str]]):
    """What is said, by language and key. A new file is a new language; each is read when it is first asked for."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._files = {SOURCE: folder / TEMPLATE.name, **{file.stem: file for file in sorted(folder.glob("*.po"))}}
        self._words: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, language: str) -> Mapping[str, str]:
        if language not in self._words:
            self._words[language] = _words(read(self._files[language]))
        return self._words[language]

    def __contains__(self, language: object) -> bool:
        return language in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def read(file: Path) -> Catalog:
    """A catalogue as it lies there: in a message, `context` is the key, `id` the English, `string` what is said.

    Raises PoFileError for a file that is none.
    """
    with file.open(encoding="utf-8") as lines:
        return read_po(lines, locale=None if file.name == TEMPLATE.name else file.stem, abort_invalid=True)


def _words(catalogue: Catalog) -> dict[str, str]:
    """What is fuzzy is not said, as gettext has it: its English is another one than when it was translated."""
    is_source = catalogue.locale is None
    told = (each for each in catalogue if each.context and (is_source or (each.string and not each.fuzzy)))
    return {str(each.context): str(each.id if is_source else each.string) for each in told}
