"""The contract is itself held to account: what the published file forbids is caught at its path, the rest is not."""

from __future__ import annotations

import pytest

from tests.contract.contract import Contract, Recorded, Violation
from tests.playground.bodies import Json, button, changed, command, layout, message, modal, row
from tests.playground.mistakes import MISTAKES, seeded
from tests.playground.mistakes.seeded import Mistake

JSON = "application/json"
ASKED = {
    seeded.SEND: ("POST", "/channels/1/messages"),
    seeded.ANSWER_COMMAND: ("POST", "/interactions/1/token/callback"),
    seeded.SUGGEST: ("POST", "/interactions/1/token/callback"),
    seeded.REGISTER: ("POST", "/applications/1/commands"),
    seeded.BEGIN_THREAD: ("POST", "/channels/1/threads"),
    seeded.CHANGE_MEMBER: ("PATCH", "/guilds/1/members/2"),
}
PUBLISHED = [each for each in MISTAKES if each.published]
CALLBACK = ("POST", "/interactions/1/token/callback")


def requests(contract: Contract, asked: tuple[str, str], body: Json, content_type: str = JSON) -> list[Violation]:
    """What is wrong with a request, whatever the answer."""
    method, path = asked
    found = contract.check(Recorded(method, path, {}, content_type, body, 204, None))
    return [each for each in found if each.where == "request"]


def test_there_are_many_mistakes_that_the_file_alone_tells() -> None:
    """The table below is no formality."""
    assert len(PUBLISHED) >= 40


@pytest.mark.parametrize("mistake", PUBLISHED, ids=lambda each: each.name)
def test_a_mistake_is_caught_at_its_path(contract: Contract, mistake: Mistake) -> None:
    """A request with one mistake has violations at its path and nowhere else; its twin has none."""
    found = requests(contract, ASKED[mistake.to], mistake.wrong)
    missing_key = mistake.path.rpartition(".")[0] if mistake.code == seeded.NEEDED else mistake.path
    assert {each.path.replace("/", ".") for each in found} == {missing_key}
    assert requests(contract, ASKED[mistake.to], mistake.right) == []


MISSPELT = [
    (CALLBACK, {"type": 4, "data": {"contnet": "x"}}, "data", "contnet"),
    (CALLBACK, {"type": 4, "data": {"embeds": [{"titel": "x"}]}}, "data/embeds/0", "titel"),
    (
        CALLBACK,
        {"type": 4, "data": {"components": [row(button("x", lable="y"))]}},
        "data/components/0/components/0",
        "lable",
    ),
    (CALLBACK, {"type": 9, "data": modal() | {"tilte": "x"}}, "data", "tilte"),
    (("POST", "/channels/1/messages"), message() | {"allowed_mention": {}}, "", "allowed_mention"),
    (
        ("POST", "/channels/1/messages"),
        changed(layout(), "components.0.accent_colour", 1),
        "components/0",
        "accent_colour",
    ),
    (("PUT", "/applications/1/commands"), [command(), command() | {"descripton": "x"}], "1", "descripton"),
    (("POST", "/applications/1/commands"), changed(command(), "options.3.min_vlaue", 1), "options/3", "min_vlaue"),
    (("PATCH", "/webhooks/1/token/messages/@original"), {"attachment": []}, "", "attachment"),
    (("PATCH", "/guilds/1/members/2"), {"nickname": "x"}, "", "nickname"),
    (("PATCH", "/channels/1"), {"archvied": True}, "", "archvied"),
]


@pytest.mark.parametrize(("asked", "body", "path", "key"), MISSPELT, ids=[each[3] for each in MISSPELT])
def test_a_misspelt_key_is_caught(contract: Contract, asked: tuple[str, str], body: Json, path: str, key: str) -> None:
    """Discord ignores keys that it does not know; the contract names each."""
    (found,) = requests(contract, asked, body)
    assert found.path == path
    assert key in found.message


def test_forms_carry_the_same_body(contract: Contract) -> None:
    """The payload_json of a form is held to the schema of the JSON body."""
    wrong = {"type": 4, "data": {"content": "x" * 2001}}
    for content_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
        assert [each.path for each in requests(contract, CALLBACK, wrong, content_type)] == ["data/content"]
    assert requests(contract, ("PATCH", "/guilds/1/members/2"), {"nick": "x"}, "multipart/form-data")


def test_a_missing_body_and_a_needless_one(contract: Contract) -> None:
    """An operation that needs a body gets one, another gets none."""
    assert requests(contract, ("POST", "/channels/1/messages"), None)
    assert requests(contract, ("POST", "/channels/1/typing"), {"x": 1})
    assert requests(contract, ("POST", "/channels/1/typing"), None) == []
