"""What a member has set for every prompt, read from the bot's own database."""

import asyncio
import time
from pathlib import Path

from bot.prompt.personal import Personal
from bot.store.errors import StoreError
from bot.store.store import open_store
from fourup.errors import StorageFailed


def preferences_of(database: Path, member_id: int) -> Personal:
    """The member's macros, suffix and settings; raises StorageFailed where there is no database to read."""
    if not database.is_file():
        raise StorageFailed(
            f"There is no database {database} yet: the bot makes it when it runs, see [storage] folder."
        )
    try:
        return asyncio.run(_read(database, member_id))
    except StoreError as failure:
        raise StorageFailed(str(failure)) from None


async def _read(database: Path, member_id: int) -> Personal:
    async with open_store(database, time.time) as store:
        return await store.preferences.of(member_id)
