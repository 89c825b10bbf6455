"""OpenPose's figure: which joint has which colour, and what is between them."""

import pytest

from engine.families.skeleton import Joint, figure

NOSE, RIGHT_SHOULDER, LEFT_SHOULDER, RIGHT_ELBOW = 0, 6, 5, 8
SIZE = (512, 512)


def body(**joints: tuple[float, float]) -> list[Joint]:
    """COCO's joints, all but these unseen."""
    places = {"nose": NOSE, "right_shoulder": RIGHT_SHOULDER, "left_shoulder": LEFT_SHOULDER, "elbow": RIGHT_ELBOW}
    return [next((at for name, at in joints.items() if places[name] == place), None) for place in range(17)]


@pytest.mark.parametrize(
    ("joint", "colour"),
    [
        *[(0, (255, 0, 0)), (6, (255, 170, 0)), (8, (255, 255, 0)), (10, (170, 255, 0)), (5, (85, 255, 0))],
        *[(7, (0, 255, 0)), (9, (0, 255, 85)), (12, (0, 255, 170)), (14, (0, 255, 255)), (16, (0, 170, 255))],
        *[(11, (0, 85, 255)), (13, (0, 0, 255)), (15, (85, 0, 255)), (2, (170, 0, 255)), (1, (255, 0, 255))],
        *[(4, (255, 0, 170)), (3, (255, 0, 85))],
    ],
)
def test_each_joint_has_its_colour(joint: int, colour: tuple[int, int, int]) -> None:
    """As OpenPose draws them, and ControlNets were taught."""
    alone: list[Joint] = [(100.0, 200.0) if place == joint else None for place in range(17)]
    drawn = figure([alone], SIZE)
    assert drawn.getpixel((100, 200)) == colour
    assert drawn.getpixel((110, 200)) == (0, 0, 0)


def test_the_neck_is_between_the_shoulders() -> None:
    """COCO has none: with one shoulder unseen there is none either, and no stick that would hang on it."""
    both = figure([body(right_shoulder=(100, 100), left_shoulder=(300, 100), nose=(200, 20))], SIZE)
    assert both.getpixel((200, 100)) == (255, 85, 0)
    assert both.getpixel((150, 100)) == (153, 0, 0)  # neck to right shoulder
    assert both.getpixel((250, 100)) == (153, 51, 0)  # neck to left shoulder
    assert both.getpixel((200, 60)) == (0, 0, 153)  # neck to nose
    one = figure([body(right_shoulder=(100, 100), nose=(200, 20))], SIZE)
    assert {colour for _, colour in one.getcolors() or []} == {(0, 0, 0), (255, 170, 0), (255, 0, 0)}


def test_sticks_are_as_thick_as_the_picture_is_large() -> None:
    """Four pixels to each side of 512, and never so thin that nothing is there."""
    arm = body(right_shoulder=(20, 32), elbow=(44, 32))
    thick = [[None if each is None else (8 * each[0], 8 * each[1]) for each in arm]]
    column = [figure(thick, SIZE).getpixel((256, 256 + off)) != (0, 0, 0) for off in (-6, -3, 0, 3, 6)]
    assert column == [False, True, True, True, False]
    assert figure([arm], (64, 64)).getpixel((32, 32)) == (153, 102, 0)


def test_everybody_is_drawn_and_nobody_is_black() -> None:
    """Joints lie over all sticks, those of others too."""
    first = body(right_shoulder=(100, 100), elbow=(300, 100))
    second = body(nose=(200, 100))
    assert figure([first, second], SIZE).getpixel((200, 100)) == figure([second, first], SIZE).getpixel((200, 100))
    assert figure([first, second], SIZE).getpixel((200, 100)) == (255, 0, 0)
    assert figure([], (40, 30)).getcolors() == [(1200, (0, 0, 0))]
