"""The world itself: a seed in, a picture with its caption out."""

from dataclasses import dataclass
from random import Random

from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.world.captions import caption
from engine.pocket.recipe.world.compose import compose
from engine.pocket.recipe.world.draw import Draw, Mix
from engine.pocket.recipe.world.scenes import Scene

SIDE = 128


@dataclass(frozen=True)
class Example:
    """What a training learns from. `picture` is uint8, (height, width, 3)."""

    scene: Scene
    picture: Pixels
    caption: str


class World:
    """Examples by seed, always the same ones; those that are held out, or only the others."""

    def __init__(
        self, sprites: Sprites, *, size: tuple[int, int] = (SIDE, SIDE), held_out: bool = False, mix: Mix | None = None
    ) -> None:
        self._sprites = sprites
        self._size = size
        self._draw = Draw(sprites, held_out=held_out, mix=mix)

    def example(self, seed: int) -> Example:
        """The example of a seed."""
        scene = self._draw.scene(seed)
        return Example(scene, self.picture(scene), caption(scene, Random(seed + 1)))

    def picture(self, scene: Scene) -> Pixels:
        """A scene that was drawn elsewhere, or changed: the same thing in another setting, say."""
        return compose(scene, self._sprites, self._size)
