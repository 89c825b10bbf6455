"""What the engine says to members: every reason of its has a code, and words in every language."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import engine
from bot.messages.reasons import told, worded
from bot.words import LOCALES
from engine.plan.plan import CannotDraw, ModelCannot
from engine.protocol import Failed, from_dict, to_dict
from engine.reasons import SENTENCES, Reason

SAYS = {"CannotDraw", "NotInTheCatalogue", "Reason"}
SHOWN = {"refused", "memory", "unavailable"}
"""Kinds of ends whose reasons members read; the others have sentences of the bot's own."""
ADAPTER = Reason("cannot.adapter", {"model": "photo", "flag": "--sref"})


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call of a name in the engine, with the name and where it stands; the training aside, which no bot runs."""
    for file in sorted(Path(engine.__file__).parent.rglob("*.py")):
        if "pocket" not in file.parts and file.name != "reasons.py":
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield ast.unparse(node.func), node, file.name


def texts(node: ast.AST) -> set[str]:
    """The strings in it."""
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def fields(sentence: str) -> set[str]:
    """What is filled in."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_code_of_the_engine_is_known_and_used() -> None:
    """None is misspelt, none is left over."""
    used: set[str] = set()
    for name, call, file in calls():
        if name in SAYS:
            codes = texts(call.args[0])
            assert codes <= SENTENCES.keys(), (file, ast.unparse(call))
            used |= codes
    own = {"model.cannot", "model.cannot.able", "model.cannot.none"}  # said by ModelCannot itself, over its parent
    assert used | own == set(SENTENCES)


def test_no_reason_is_said_without_a_code() -> None:
    """Where members read it, it has words in their language: an end is made by its reason, not by a sentence."""
    for name, call, file in calls():
        if name == "Failed":
            assert not texts(call.args[1]) & SHOWN, (file, ast.unparse(call))
        if name in {"CannotDraw", "ModelCannot", "NotInTheCatalogue"}:
            assert not any(isinstance(each, ast.JoinedStr) for each in call.args), (file, ast.unparse(call))


def test_what_is_filled_in_is_what_the_sentence_has() -> None:
    """Where it stands in the call."""
    for name, call, file in calls():
        if name in SAYS - {"Reason"}:
            for code in texts(call.args[0]):
                assert {each.arg for each in call.keywords} == fields(SENTENCES[code]), (file, ast.unparse(call))


@pytest.mark.parametrize("language", sorted(LOCALES))
@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_reason_has_words_in_every_language(language: str, code: str) -> None:
    """With the same filled in, and in the words of that language."""
    words = LOCALES[language][f"engine.{code}"]
    assert fields(words) == fields(SENTENCES[code])
    assert (words == SENTENCES[code]) is (language == "en")


def test_a_reason_within_a_reason_is_said_in_the_same_language() -> None:
    """Also when it came through the engine's pipe."""
    cannot = ModelCannot(ADAPTER, "other")
    failed = Failed.because("1", "refused", cannot.reason)
    heard = from_dict(to_dict(failed))
    assert isinstance(heard, Failed)
    assert heard == failed
    assert str(cannot) == heard.reason
    assert told(heard, "en-US") == heard.reason
    assert told(heard, "de") == (
        "Das Modell photo hat keinen Adapter für Vorlagen, deshalb kann es --sref nicht malen: "
        "Lass es weg, oder nimm --model other, das es kann."
    )
    assert told(heard, "ja").startswith("モデル photo には")


def test_what_was_typed_is_not_read_as_words() -> None:
    """Braces in a name fill nothing in."""
    reason = CannotDraw("lora.gone", name="{known} {0}").reason
    assert "{known} {0}" in str(reason)
    assert "{known} {0}" in worded(reason).told("fr")


def test_an_unknown_reason_is_no_message() -> None:
    """An engine of another version says nothing that nobody has words for."""
    made = to_dict(Failed.because("1", "refused", Reason("disk")))
    made["why"]["code"] = "gone"
    with pytest.raises(ValueError, match="no reason of the engine's"):
        from_dict(made)
