"""Which model answers."""

import json
import re
from typing import Any

import pytest

from engine.catalogue import Catalogue, Entry, NotInTheCatalogue, catalogue, entry
from engine.plan.facts import Sampler
from engine.plan.families import SD15
from engine.protocol import Parameters

TABLES: dict[str, dict[str, Any]] = {
    "photo": {"family": "sd15", "path": "/photo", "versions": ["6.1", "6"], "steps": 20, "sampler": "euler"},
    "anime": {"family": "sd15", "path": "/anime", "versions": ["niji 6"], "finish": "clean lines"},
}


@pytest.mark.parametrize(
    ("asked", "name", "is_stand_in"),
    [
        ({}, "photo", False),
        ({"version": "6.1"}, "photo", False),
        ({"niji": "6"}, "anime", False),
        ({"version": "7"}, "photo", True),
        ({"niji": "5"}, "photo", True),
        ({"model": "anime"}, "anime", False),
        ({"model": "anime", "version": "6.1"}, "anime", False),
    ],
)
def test_the_model_that_was_asked_for_draws(asked: dict[str, Any], name: str, is_stand_in: bool) -> None:
    """By name, by version, or the first; a version to which none answers has a stand-in."""
    answer = catalogue(TABLES).answer(Parameters(**asked))
    assert (answer.entry.name, answer.is_stand_in) == (name, is_stand_in)


@pytest.mark.parametrize(
    ("name", "told"), [("anim", "did you mean --model anime?"), ("zzz", "there are photo, anime.")]
)
def test_a_name_that_nobody_has_is_refused(name: str, told: str) -> None:
    """With the nearest, or with all."""
    with pytest.raises(NotInTheCatalogue, match=re.escape(told)):
        catalogue(TABLES).answer(Parameters(model=name))


def test_without_a_model_the_cure_is_named() -> None:
    """Nothing draws of itself."""
    with pytest.raises(NotInTheCatalogue, match=r"No model is installed: .*\[models\.NAME\], family and path"):
        Catalogue().answer(Parameters())


def test_an_entrys_own_settings_count_over_its_familys() -> None:
    """What it leaves out stays as it is."""
    facts = catalogue(TABLES).answer(Parameters()).entry.facts(SD15)
    assert (facts.model, facts.steps, facts.sampler, facts.size) == ("photo", 20, Sampler.EULER, SD15.size)
    assert catalogue(TABLES).entries[1].facts(SD15).finish == "clean lines"


def test_entries_come_back_as_they_went() -> None:
    """As JSON."""
    for each in catalogue(TABLES).entries:
        assert entry(each.name, json.loads(json.dumps(each.to_dict()))) == each


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"family": "sd15", "path": "/a", "colour": 1}, "the model x has no colour"),
        ({"family": "sd15"}, "the model x needs a family and a path"),
        ({"family": "sd15", "path": "/a", "sampler": "magic"}, "magic"),
    ],
)
def test_a_wrong_table_is_refused(table: dict[str, Any], told: str) -> None:
    """With what is wrong in it."""
    with pytest.raises(ValueError, match=told):
        entry("x", table)


def test_an_entry_needs_no_settings() -> None:
    """Family and path are enough."""
    assert entry("x", {"family": "sd15", "path": "/a"}) == Entry("x", "sd15", "/a")
