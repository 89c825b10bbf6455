"""Tells moderators at once of words that they watch for, in the channel that they chose for reports."""

import asyncio
from typing import Self

import discord
import structlog

from bot.buttons.reporting import of_report
from bot.delivery.parts import Parts
from bot.delivery.trouble import Trouble, judge
from bot.imagine.alarm import Alarm
from bot.messages.quoting import bold, quoted
from bot.store.rulings import REPORTS
from bot.words import say

log = structlog.stdlib.get_logger("bot.delivery")

TRIES = 4
YELLOW = discord.Colour(16776960)


class Alarms:
    """Never blocks whoever sounds one; what cannot be told stands in the log of moderators all the same."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._telling: set[asyncio.Task[None]] = set()

    def sound(self, alarm: Alarm) -> None:
        """Tell of it, as long as the bot runs."""
        task = asyncio.create_task(self._tell(alarm))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Tell no more."""
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    async def _tell(self, alarm: Alarm) -> None:
        try:
            place = await self._parts.store.rulings.one(alarm.asked.guild_id or 0, REPORTS)
            if place is not None:
                await self._send(int(place["channel"]), alarm)
        except Exception:  # one that cannot be told ends nothing else
            log.exception("alarm not told")

    async def _send(self, channel_id: int, alarm: Alarm) -> None:
        member_id = alarm.asked.member.id
        who, where = f"<@{member_id}>", f"<#{alarm.asked.channel_id}>"
        told = say(
            "report.words", "en", member=who, channel=where, words=quoted(alarm.words), prompt=bold(alarm.prompt)
        )
        embed = discord.Embed(title=say("report.words.title", "en"), description=told, colour=YELLOW)
        for tries in range(1, TRIES + 1):
            try:
                nobody = discord.AllowedMentions.none()
                await self._parts.channel(channel_id).send(
                    embed=embed, view=of_report(member_id), allowed_mentions=nobody
                )
            except Exception as failure:  # noqa: BLE001 - what it means is decided below
                verdict = judge(failure)
                log.info("alarm not told yet", reason=repr(failure), why=verdict.trouble)
                if verdict.trouble is not Trouble.PASSING:
                    return
                await asyncio.sleep(verdict.wait or self._parts.pace.retry(tries))
            else:
                return
