"""The seeded mistakes: what Discord refuses, one wrong thing at a time, each beside a body that it takes."""

from tests.playground.mistakes.answers import OF_ANSWERS
from tests.playground.mistakes.commands import OF_COMMANDS, OF_MEMBERS
from tests.playground.mistakes.messages import OF_LAYOUTS, OF_MESSAGES
from tests.playground.mistakes.rows import OF_ROWS

MISTAKES = [*OF_ROWS, *OF_MESSAGES, *OF_LAYOUTS, *OF_ANSWERS, *OF_COMMANDS, *OF_MEMBERS]
