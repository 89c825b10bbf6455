"""Tells moderators at once of words that they watch for, in the channel that they chose for reports."""

import asyncio
from contextlib import suppress

import discord
import structlog

from bot.buttons.reporting import of_report
from bot.delivery.parts import Parts
from bot.delivery.trouble import Trouble, is_of_the_way, judge
from bot.messages.quoting import bold, quoted
from bot.store.alarms import Alarm
from bot.store.rulings import REPORTS
from bot.words import say

log = structlog.stdlib.get_logger("bot.delivery")

YELLOW = discord.Colour(16776960)


class Alarms:
    """What is in the database: a bot that ended before it could tell tells when it starts again."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """There is something to tell. Never blocks."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._woken.clear()
            try:
                for alarm in await self._parts.store.alarms.due():
                    await self._tell(alarm)
            except Exception as failure:  # what could not be told now is told later
                log.warning("alarms not told yet", reason=repr(failure), exc_info=not is_of_the_way(failure))
            with suppress(TimeoutError):
                async with asyncio.timeout(self._parts.pace.look):
                    await self._woken.wait()

    async def _tell(self, alarm: Alarm) -> None:
        """What can be told nowhere stands in the log of moderators all the same."""
        alarms, pace = self._parts.store.alarms, self._parts.pace
        place = await self._parts.store.rulings.one(alarm.guild_id, REPORTS)
        if place is not None:
            try:
                await self._send(int(place["channel"]), alarm)
            except Exception as failure:  # noqa: BLE001 - what it means is decided below
                verdict = judge(failure)
                log.info("alarm not told yet", reason=repr(failure), why=verdict.trouble)
                if verdict.trouble is Trouble.PASSING:
                    wait = max(verdict.wait or 0.0, pace.retry(alarm.tries + 1))
                    await alarms.put_off(alarm.interaction_id, self._parts.now() + wait)
                    return
        await alarms.done(alarm.interaction_id)

    async def _send(self, channel_id: int, alarm: Alarm) -> None:
        told = say(
            "report.words",
            "en",
            member=f"<@{alarm.member_id}>",
            channel=f"<#{alarm.channel_id}>",
            words=quoted(alarm.words),
            prompt=bold(alarm.prompt),
        )
        embed = discord.Embed(title=say("report.words.title", "en"), description=told, colour=YELLOW)
        nobody, view = discord.AllowedMentions.none(), of_report(alarm.member_id)
        channel = self._parts.channel(channel_id)
        await channel.send(embed=embed, view=view, allowed_mentions=nobody, nonce=alarm.nonce)
