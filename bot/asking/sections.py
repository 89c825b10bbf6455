"""Documents taken apart into sections, in the marks that Discord shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ELSEWHERE = "https://example.org/"
"""What links to pictures begin with that are there for example only."""
_HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
_PICTURE = re.compile(r"^ *(?:!\[[^\]]*\]\([^)]*\) *)+\n?", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_ROW = re.compile(r"^ *\|(.+)\| *$")
_RULE = re.compile(r"^[\s|:-]+$")
_CODE = re.compile(r"^ {4}\S")
_ITEM = re.compile(r"^(?:[-*>]|\d+\.) ")
_PROMPT = re.compile(r"/imagine (?:prompt:)?\s*([^`\n]+)")
_COMMAND = re.compile(r"`/([a-z]+(?: [a-z]+){0,2})[^`]*`")


@dataclass(frozen=True)
class Section:
    """A part of a document. `source` is the document's title; empty for a text of /help, which is translated."""

    key: str
    title: str
    text: str
    source: str = ""
    example: str = ""
    """A prompt that can be drawn as it stands; empty where there is none."""
    command: str = ""
    """A command that the section is about, without its slash."""

    @property
    def blocks(self) -> list[str]:
        """Its paragraphs, lists item by item, tables row by row."""
        return [each for each in re.split(r"\n\n|\n(?=- )", self.text) if each.strip()]


def sections(name: str, document: str) -> Iterator[Section]:
    """The document of this name, heading by heading; what stands before the first has the document's own title."""
    found = [*_HEADING.finditer(document)]
    title = plain(found[0][2]) if found else name
    ends = [each.start() for each in found[1:]] + [len(document)]
    for heading, end in zip(found, ends, strict=True):
        text = readable(document[heading.end() : end])
        if text:
            called = plain(heading[2])
            yield Section(
                f"{name}:{slug(called)}", called, text, title, example_in(text), command_in(f"{heading[2]}\n{text}")
            )


def slug(title: str) -> str:
    """A heading as a part of a custom id."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40]


def plain(text: str) -> str:
    """A heading without marks."""
    return _LINK.sub(r"\1", text).replace("`", "").replace("**", "").strip()


def readable(text: str) -> str:
    """Markdown as Discord shows it: no pictures, no links within the documents, tables as lists, lines in one piece."""
    lines: list[str] = []
    is_fenced, is_head = False, False
    for line in _LINK.sub(r"\1", _PICTURE.sub("", text)).split("\n"):
        if line.startswith("```"):
            is_fenced = not is_fenced
            lines.append(line)
        elif is_fenced:
            lines.append(line)
        elif row := _ROW.match(line):
            if not is_head:  # the names of the columns
                is_head = True
            elif not _RULE.match(line):
                lines.append(_told(row[1]))
        else:
            is_head = False
            _add(lines, line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def example_in(text: str) -> str:
    """The first prompt in it that needs no picture of the reader's."""
    prompts = (each[1].strip() for each in _PROMPT.finditer(text))
    return next((each for each in prompts if "http" not in each and "…" not in each), "")


def command_in(text: str) -> str:
    """The first command that it names."""
    found = _COMMAND.search(text.replace("## /", "`/"))
    return found[1] if found else ""


def _told(cells: str) -> str:
    """A row of a table as an item of a list."""
    first, *others = (cell.strip() for cell in cells.split("|"))
    rest = " · ".join(filter(None, others))
    name = first if not rest or "`" in first or "**" in first else f"**{first}**"
    return f"- {name}: {rest}" if rest else f"- {name}"


def _add(lines: list[str], line: str) -> None:
    """A line of a paragraph goes on the one before; one of code stands in backticks."""
    said, before = line.strip(), lines[-1].strip() if lines else ""
    is_code_before = before.startswith("`") and before.endswith("`") and before.count("`") == 2
    if _CODE.match(line):
        lines.append(f"`{said}`")
    elif not said or _ITEM.match(said) or not before or is_code_before:
        lines.append(said)
    else:
        lines[-1] += f" {said}"
