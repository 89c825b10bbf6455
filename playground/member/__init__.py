"""A member's client: says and hears what Discord's own apps do. For tests, benches and scripts here."""

from playground.member.connection import Json, Refused
from playground.member.member import Member, Picture

__all__ = ["Json", "Member", "Picture", "Refused"]
