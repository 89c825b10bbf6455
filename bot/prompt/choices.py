"""What the settings panel offers: each choice is a parameter that stands behind every prompt, or the want of one."""

from bot.prompt.personal import parameters_in

OF_THE_MODEL = frozenset({"version", "niji", "model"})
"""Each of them chooses the model, so that one takes the place of another."""

USUAL = {"speed": "--fast", "stealth": "--public", "count": "--count 4", "stylize": "--s 100"}
"""What holds where nothing is set: choosing it takes the parameter away."""


def chosen(settings: str, written: str) -> str:
    """The settings with this parameter, such as "--s 250", in the place of what it excludes."""
    name = _name(written)
    kept = without(settings, name)
    return kept if USUAL.get(name) == written else f"{kept} {written}".strip()


def turned(settings: str, flag: str) -> str:
    """The settings without this flag where they have it, with it where they do not."""
    return without(settings, _name(flag)) if holds(settings, flag) else chosen(settings, flag)


def without(settings: str, name: str) -> str:
    """The settings without what is set by this name in a prompt; of one that chooses the model, without all such."""
    names = OF_THE_MODEL if name in OF_THE_MODEL else {name}
    return " ".join(each for other, each in parameters_in(settings) if other not in names)


def holds(settings: str, written: str) -> bool:
    """True where this choice is in force."""
    name = _name(written)
    return dict(parameters_in(settings)).get(name, USUAL.get(name)) == written


def model_of(settings: str) -> str:
    """The parameter that chooses the model, empty where none does."""
    return next((each for name, each in parameters_in(settings) if name in OF_THE_MODEL), "")


def _name(written: str) -> str:
    ((name, _),) = parameters_in(written)
    return name
