"""Messages that cross the pipe."""

import json

import pytest

from engine.protocol import (
    Beat,
    Cancel,
    Capabilities,
    Edit,
    Failed,
    Loading,
    Message,
    Parameters,
    Picture,
    Progress,
    Reference,
    Rendered,
    RenderRequest,
    Role,
    Started,
    StyleCode,
    Text,
    from_dict,
    to_dict,
)

REQUEST = RenderRequest(
    job_id="7",
    text=(Text("a cat", 2.0), Text("snow", -0.5)),
    negative="dog",
    references=(Reference(Role.STYLE, "/blobs/a", 2.0), Reference(Role.CONTROL, "/blobs/b", kind="scribble")),
    codes=(StyleCode(2**32 - 1, 0.5),),
    parameters=Parameters(aspect=(3, 2), chaos=10, tile=True, iw=1.5, loras=(("ink", 0.8),)),
    seed=2**32 - 1,
    prompt="a cat::2 snow::-0.5 --no dog",
)


@pytest.mark.parametrize(
    "message",
    [
        REQUEST,
        RenderRequest("8", ()),
        RenderRequest("9", (), references=(Reference(Role.START, "/a", size=(64, 32)),), edit=Edit.PAN_LEFT),
        Cancel("7"),
        Cancel("7", 2),
        Loading("7", 1.5),
        Loading("7", 1.5, 8.0),
        Started("7"),
        Progress("7", 0.5, "/previews/7"),
        Rendered("7", (Picture("/blobs/c", 768, 512, 7),), 1.25),
        Rendered("7", (Picture("/blobs/c", 768, 512, 7),) * 2, 1.25, "/blobs/grid"),
        Failed("7", "memory", "There was too little memory."),
        Capabilities(("pocket",), "cpu", 8, 4, None),
        Beat(),
    ],
    ids=lambda message: type(message).__name__,
)
def test_messages_come_back_as_they_went(message: Message) -> None:
    """What `to_dict` makes is JSON, and `from_dict` gives the equal message."""
    assert from_dict(json.loads(json.dumps(to_dict(message)))) == message


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"kind_of": "Order"},
        {"kind_of": "Started"},
        {"kind_of": "Started", "job_id": "7", "speed": 1},
        {"kind_of": "RenderRequest", "job_id": "7", "text": [{"words": "a"}]},
        {"kind_of": "RenderRequest", "job_id": "7", "text": [], "references": [{"role": "owner", "path": "x"}]},
        {"kind_of": "RenderRequest", "job_id": "7", "text": [], "parameters": {"aspect": [3]}},
        {"kind_of": "RenderRequest", "job_id": "7", "text": [], "codes": [{"number": 3}]},
    ],
    ids=str,
)
def test_what_is_no_message_is_refused(told: dict[str, object]) -> None:
    """A line that another version wrote, or nobody, is named for what it is."""
    with pytest.raises(ValueError, match=r".+"):
        from_dict(told)
