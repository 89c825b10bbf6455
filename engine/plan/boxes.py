"""Where what stays and what is drawn lie on a picture that is made of another one."""

from dataclasses import dataclass

from engine.protocol import Edit


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, right and bottom excluded."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.width, self.height

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """As Pillow takes them."""
        return self.left, self.top, self.right, self.bottom


@dataclass(frozen=True)
class Canvas:
    """A picture that is made of another one: it stands at `source`, and the panes are drawn and put over it."""

    edit: Edit
    width: int
    height: int
    source: Box
    panes: tuple[Box, ...]
    blend: int
    """So many pixels it takes from what stays, of which nothing is changed, to what is wholly drawn."""
    mask: str | None = None
    """The picture that is white where the source is drawn anew; None where that follows from the boxes."""

    @property
    def is_upscale(self) -> bool:
        """True where the source is gone over as a whole, pane by pane."""
        return self.edit in {Edit.UPSCALE_SUBTLE, Edit.UPSCALE_CREATIVE}
