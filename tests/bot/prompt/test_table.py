"""The table of parameters is in order, and each row can be typed, printed and asked for."""

import pytest

from bot.prompt.errors import WrongPrompt
from bot.prompt.nearest import guess
from bot.prompt.parse import Rules
from bot.prompt.prompt import plain
from bot.prompt.read import parse, read
from bot.prompt.table import BY_SPELLING, ELSEWHERE, PARAMETERS, Kind, Parameter
from bot.prompt.versions import EVERY, in_words, nijis, versions

USABLE = [parameter for parameter in PARAMETERS if not parameter.refused]
RANGED = [parameter for parameter in USABLE if parameter.kind in {Kind.WHOLE, Kind.NUMBER}]
NAMES = (
    "aspect chaos stylize weird quality seed sameseed stop tile version niji raw speed stealth draft exp hd zoom iw "
    "sref sw sv cref cw oref ow edit strength cfg steps sampler model control control_weight count lora"
)


def test_every_name_is_there() -> None:
    """Those that other programs read from `fourup explain --json`."""
    assert {parameter.name for parameter in USABLE} == {*NAMES.split(), "no", "repeat"}


def test_no_spelling_means_two_things() -> None:
    """And none is longer than what is looked for when it is misspelt."""
    spellings = [spelling for parameter in PARAMETERS for spelling in parameter.spellings]
    assert len(spellings) == len(set(spellings))
    assert not set(ELSEWHERE) & set(spellings)
    assert set(ELSEWHERE.values()) <= set(spellings)


@pytest.mark.parametrize("parameter", RANGED, ids=lambda parameter: parameter.typed)
def test_both_ends_of_a_range_are_in_it(parameter: Parameter) -> None:
    """With every version that knows the parameter, and a step beyond is not."""
    for allowed in parameter.allowed:
        version = min(allowed.versions & versions("1") or ["6.1"])
        rules = Rules(version=version, is_zoom=True)
        for value in (allowed.low, allowed.high):
            assert parse(f"a {parameter.typed} {plain(value)}", rules).parameters[parameter.name] == value
        for value in (int(allowed.low) - 1, int(allowed.high) + 1):
            with pytest.raises(WrongPrompt) as caught:
                read(f"a {parameter.typed} {value}", rules)
            assert caught.value.mistakes[0].kind == "range"
            assert read(str(caught.value.mistakes[0].corrected), rules)


@pytest.mark.parametrize("spelling", [spelling for spelling in BY_SPELLING if len(spelling) > 3])
def test_a_slip_of_the_keyboard_is_seen_through(spelling: str) -> None:
    """A letter lost, doubled or swapped with the next, wherever that is no other parameter's name."""
    slips = {
        spelling[:2] + spelling[3:],
        spelling[:2] + spelling[1:],
        spelling[0] + spelling[2] + spelling[1] + spelling[3:],
    }
    for slip in slips - set(BY_SPELLING) - set(ELSEWHERE):
        meant = guess(slip)
        assert meant is not None, slip
        assert BY_SPELLING[meant.spelling] is BY_SPELLING[spelling] or len(spelling) < 5, (slip, meant)


@pytest.mark.parametrize("word", ["jumping", "over", "the-fence", "xyzzy", "q" * 40, "ü", "123", "{"])
def test_other_words_are_not_taken_for_parameters(word: str) -> None:
    """No wild guesses."""
    assert guess(word) is None


def test_versions_are_told_in_words() -> None:
    """As a sentence needs them."""
    assert in_words(EVERY).told() == "versions 1 to 8.2 and niji 4 to 7"
    assert in_words(versions("7", "7")).told() == "version 7"
    assert in_words(nijis("6", "6")).told() == "niji 6"
    assert in_words(versions("3", "3") | versions("8.1")).told() == "versions 3, 8.1 to 8.2"
    assert in_words(nijis("5", "5") | nijis("7")).told() == "niji 5, 7"


def test_no_version_has_two_ranges() -> None:
    """Which one holds is never a matter of order."""
    for parameter in PARAMETERS:
        of_versions = [version for allowed in parameter.allowed for version in allowed.versions]
        assert len(of_versions) == len(set(of_versions)), parameter.name
