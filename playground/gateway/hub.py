"""Who hears what: every event goes to the sessions whose user may see it and whose intents ask for it."""

from collections.abc import Callable, Iterator

from playground.gateway.session import Session, Told
from playground.world import shapes
from playground.world.archive import Json
from playground.world.media import Sign
from playground.world.world import DM, MESSAGE_EPHEMERAL, World

GUILDS, GUILD_MEMBERS, GUILD_PRESENCES = 1 << 0, 1 << 1, 1 << 8
MESSAGES, REACTIONS, TYPING = (1 << 9, 1 << 12), (1 << 10, 1 << 13), (1 << 11, 1 << 14)
MESSAGE_CONTENT = 1 << 15
MEMBERS_ONLY = 1 << 30
"""No intent of Discord's: events that only members' clients hear."""
PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT

RESUME_WINDOW = 180.0
"""Seconds for which a session whose socket is gone can be resumed."""


class Hub:
    """All sessions, and the ways to reach those that an event is for."""

    def __init__(self, world: World, sign: Sign) -> None:
        self._world = world
        self._sign = sign
        self._sessions: dict[str, Session] = {}
        self._by_user: dict[str, dict[str, Session]] = {}
        self.on_presence: list[Callable[[str], None]] = []

    def add(self, session: Session) -> None:
        self._sessions[session.id] = session
        self._by_user.setdefault(session.user_id, {})[session.id] = session

    def remove(self, session: Session) -> None:
        self._sessions.pop(session.id, None)
        self._by_user.get(session.user_id, {}).pop(session.id, None)

    def session(self, session_id: str) -> Session | None:
        found = self._sessions.get(session_id)
        return None if found is None or self._is_stale(found) else found

    def sessions(self, user_id: str | None = None) -> Iterator[Session]:
        found = self._sessions if user_id is None else self._by_user.get(user_id, {})
        for session in list(found.values()):
            if self._is_stale(session):
                self.remove(session)
            else:
                yield session

    def is_online(self, user_id: str) -> bool:
        return any(session.wire for session in self.sessions(user_id))

    def _is_stale(self, session: Session) -> bool:
        return session.wire is None and self._world.clock.now() - session.left_at > RESUME_WINDOW

    # --- by audience

    def to_user(self, user_id: str, event: str, data: Json) -> None:
        for session in self.sessions(user_id):
            session.dispatch(event, data)

    def to_bot(self, guild_id: str | None, event: str, data: Json) -> bool:
        """To the bot's sessions that hold this guild; False when there is none."""
        found = [s for s in self.sessions() if s.intents is not None and s.holds(guild_id)]
        for session in found:
            session.dispatch(event, data)
        return bool(found)

    def to_guild(self, guild_id: str, event: str, data: Json, *, intent: int = GUILDS) -> None:
        for session in self._asking(guild_id, intent):
            if self._world.is_member(guild_id, session.user_id):
                session.dispatch(event, data)

    def to_channel(
        self, channel: Json, event: str, make: Callable[[str], Json], *, intents: tuple[int, int] = (GUILDS, 0)
    ) -> None:
        """To all who may view `channel`; `make` gives each viewer its own shape."""
        guild_id = channel.get("guild_id")
        for session in self._asking(guild_id, intents[0] if guild_id else intents[1]):
            if self._world.can_view(session.user_id, channel):
                session.dispatch(event, make(session.user_id))

    def _asking(self, guild_id: str | None, intent: int) -> Iterator[Session]:
        for session in self.sessions():
            if session.intents is None or (session.holds(guild_id) and (session.intents & intent or not intent)):
                yield session

    # --- by event

    def message(self, event: str, document: Json) -> None:
        """MESSAGE_CREATE or MESSAGE_UPDATE; an ephemeral message reaches the one member that it is for."""
        channel = self._world.channels.get(document["channel_id"])
        if document["flags"] & MESSAGE_EPHEMERAL:
            shape = self._message(event, document, channel, document["_for"])
            self.to_user(document["_for"], event, shape)
        elif channel is not None:
            guild_id, concerned = channel.get("guild_id"), shapes.concerned(self._world, document)
            common: Told | None = None
            for session in self._asking(guild_id, MESSAGES[0] if guild_id else MESSAGES[1]):
                viewer = session.user_id
                if not self._world.can_view(viewer, channel):
                    continue
                if viewer in concerned:
                    shape = self._message(event, document, channel, viewer)
                else:
                    shape = common = common or Told(self._message(event, document, channel, viewer))
                session.dispatch(event, self._readable(shape, session, channel))

    def _message(self, event: str, document: Json, channel: Json | None, viewer: str) -> Json:
        """Only a new message carries its nonce: programs take an edit with one for something else."""
        shape = shapes.message(self._world, document, viewer, self._sign)
        if event == "MESSAGE_UPDATE":
            shape.pop("nonce", None)
        guild_id = (channel or {}).get("guild_id")
        author = document["_author"]
        if guild_id is None:
            return shape
        shape["guild_id"] = guild_id
        if self._world.is_member(guild_id, author):
            member = shapes.member(self._world, self._world.member(guild_id, author))
            shape["member"] = {key: value for key, value in member.items() if key != "user"}
        return shape

    def _readable(self, shape: Json, session: Session, channel: Json) -> Json:
        """Without the intent for message content a bot reads only DMs, its own messages, and mentions of itself."""
        if session.intents is None or session.intents & MESSAGE_CONTENT or channel["type"] == DM:
            return shape
        return shapes.for_bot(shape, session.user_id)

    def message_deleted(self, document: Json, channel: Json) -> None:
        data = Told(id=document["id"], channel_id=channel["id"])
        if "guild_id" in channel:
            data["guild_id"] = channel["guild_id"]
        if document["flags"] & MESSAGE_EPHEMERAL:
            self.to_user(document["_for"], "MESSAGE_DELETE", data)
        else:
            self.to_channel(channel, "MESSAGE_DELETE", lambda _viewer: data, intents=MESSAGES)

    def presence(self, user_id: str, status: str) -> None:
        for guild in self._world.guilds_of(user_id):
            data = shapes.presence(user_id, guild["id"], status)
            self.to_guild(guild["id"], "PRESENCE_UPDATE", data, intent=GUILD_PRESENCES)
        for tell in self.on_presence:
            tell(user_id)
