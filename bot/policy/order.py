"""What a member asks for, as the policy looks at it: by which command, and each grid in words and numbers."""

from dataclasses import dataclass

from bot.jobs.job import Action, Speed
from bot.prompt.prompt import Prompt


@dataclass(frozen=True)
class Grid:
    """One job as it would be drawn; `words` is what is to be seen, `unwanted` what stands after `--no`."""

    prompt: str
    words: str
    unwanted: str
    model: str
    width: int
    height: int
    steps: int
    count: int
    speed: Speed = Speed.FAST
    gpu_seconds: float | None = None
    """What it is expected to take; None where nobody can say."""

    @property
    def pixels(self) -> int:
        """Of one picture."""
        return self.width * self.height


@dataclass(frozen=True)
class Order:
    """What one command or press asks for: `command` is its name in `COMMANDS`."""

    command: str
    grids: tuple[Grid, ...] = ()

    @property
    def gpu_seconds(self) -> float:
        """All of them together, as far as it is known."""
        return sum(grid.gpu_seconds or 0.0 for grid in self.grids)


READ = ("describe", "shorten", "translate")
"""What reads pictures and prompts, and draws nothing."""
_ACTIONS = (action.value for action in Action if action is not Action.ADOPT)
COMMANDS = tuple(dict.fromkeys(("imagine", "blend", *_ACTIONS, "show", *READ)))
"""What can be allowed and refused by name. Buttons count as what they do, since a press makes a job too; to bring a
picture is the beginning of an edit.
"""


def words_of(prompt: Prompt) -> tuple[str, str]:
    """What a prompt wants to be seen, and what it does not: negative parts count as not wanted."""
    wanted = [part.text for part in prompt.text if part.weight >= 0]
    unwanted = [part.text for part in prompt.text if part.weight < 0]
    return " ".join(wanted), ", ".join([*unwanted, *prompt.negative])
