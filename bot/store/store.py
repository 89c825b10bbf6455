"""The store as the rest of the bot holds it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.store.adoptions import Adoptions
from bot.store.alarms import Alarms
from bot.store.album import Album
from bot.store.audit import Audit
from bot.store.drafts import Drafts
from bot.store.engine import Database, make_engine
from bot.store.errors import StoreError
from bot.store.history import History
from bot.store.jobs import Jobs
from bot.store.leases import Leases
from bot.store.limits import Limits
from bot.store.messages import Messages
from bot.store.migrate import migrate
from bot.store.numbers import Counting
from bot.store.orders import Orders
from bot.store.outbox import Outbox
from bot.store.places import Places
from bot.store.preferences import Preferences
from bot.store.privacy import Erasures, Forgetting, Named, Records, Retention
from bot.store.puts import PUTS
from bot.store.rulings import Rulings
from bot.store.thinking import Thinking
from bot.store.usage import Usage


class Store:
    """The database's use cases, by whose they are."""

    def __init__(self, database: Database) -> None:
        self.adoptions = Adoptions(database)
        self.alarms = Alarms(database)
        self.album = Album(database)
        self.audit = Audit(database, PUTS)
        self.drafts = Drafts(database)
        self.history = History(database)
        self.jobs = Jobs(database)
        self.leases = Leases(database)
        self.limits = Limits(database)
        self.messages = Messages(database)
        self.numbers = Counting(database)
        self.orders = Orders(database)
        self.outbox = Outbox(database)
        self.places = Places(database)
        self.preferences = Preferences(database)
        self.records = Records(database)
        self.forgetting = Forgetting(database)
        self.erasures = Erasures(database)
        self.retention = Retention(database)
        self.named = Named(database)
        self.rulings = Rulings(database)
        self.thinking = Thinking(database)
        self.usage = Usage(database)


@asynccontextmanager
async def open_store(path: Path, now: Callable[[], float]) -> AsyncIterator[Store]:
    """The store in this file, brought up to date; `now` gives the second since 1970. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StoreError(f"The database's folder cannot be made: {failure.strerror} ({failure.filename}).") from None
    await migrate(path)
    database = Database(make_engine(path), now)
    try:
        yield Store(database)
    finally:
        await database.close()
