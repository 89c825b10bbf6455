"""Where a job was asked for and with which roles, kept as long as it waits to be weighed anew."""

import json

from bot.jobs.scene import Scene


def written(scene: Scene) -> str | None:
    """What of a scene the job's row does not have anyway; None where that is nothing."""
    if not scene.roles and not scene.parents:
        return None
    return json.dumps({"roles": sorted(scene.roles), "parents": list(scene.parents)})


def read(kept: str | None, member_id: int, channel_id: int, guild_id: int | None) -> Scene:
    """The scene again, as far as limits go by it."""
    more = json.loads(kept) if kept else {}
    parents, roles = tuple(more.get("parents", ())), frozenset(more.get("roles", ()))
    return Scene(member_id, channel_id, guild_id, parents, roles)
