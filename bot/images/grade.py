"""Light and colours of a picture, and how much they change."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Grade:
    """What is done to light and colours before anything is drawn: 1 leaves them, warmth and share of the tint at 0."""

    light: float = 1.0
    contrast: float = 1.0
    colour: float = 1.0
    sharpness: float = 1.0
    warmth: float = 0.0
    tint: str | None = None
    share: float = 0.0

    def times(self, factor: float) -> "Grade":
        """So much of it."""
        return replace(
            self,
            light=max(0.2, 1 + (self.light - 1) * factor),
            contrast=max(0.2, 1 + (self.contrast - 1) * factor),
            colour=max(0.0, 1 + (self.colour - 1) * factor) if self.colour else 0.0,
            sharpness=max(0.0, 1 + (self.sharpness - 1) * factor),
            warmth=self.warmth * factor,
            share=min(0.9, self.share * factor),
        )

    def over(self, other: "Grade") -> "Grade":
        """Both, this one last."""
        return Grade(
            self.light * other.light,
            self.contrast * other.contrast,
            self.colour * other.colour,
            self.sharpness * other.sharpness,
            self.warmth + other.warmth,
            self.tint or other.tint,
            self.share or other.share,
        )


PLAIN = Grade()
