"""What a host lets every member have: in direct messages, and in servers whose moderators set nothing else."""

from pydantic import BaseModel, ConfigDict, Field

from bot.policy import limits


class Limits(BaseModel):
    """The section [limits]."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gpu_minutes_a_day: float | None = Field(default=None, ge=0, le=1_440)
    gpu_minutes_a_month: float | None = Field(default=None, ge=0, le=44_640)
    running: int = Field(default=limits.LIMITS.running, ge=1, le=100)
    waiting: int = Field(default=limits.LIMITS.waiting, ge=0, le=1_000)
    grids: int = Field(default=limits.LIMITS.grids, ge=1, le=40)

    def policy(self) -> limits.Limits:
        """As the policy takes them."""
        return limits.Limits(
            gpu_day=self.gpu_minutes_a_day,
            gpu_month=self.gpu_minutes_a_month,
            running=self.running,
            waiting=self.waiting,
            grids=self.grids,
        )
