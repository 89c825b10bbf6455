"""Puts the bot together: the store, pictures, the engine, the use cases, delivery, and the client over them."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from bot.buttons.desk import Desk
from bot.client import Fourup
from bot.delivery import Delivery
from bot.delivery.alarms import Alarms
from bot.delivery.parts import Parts as DeliveryParts
from bot.images.blobs import Blobs
from bot.images.decoding.pool import Decoders
from bot.images.fetch import Fetcher
from bot.images.looking.looker import UNSEEING, Looker, Network
from bot.images.pictures import Pictures
from bot.imagine.imagine import Imagine
from bot.imagine.models import Models
from bot.imagine.parts import Parts as ImagineParts
from bot.imagine.reading import Reading
from bot.jobs.job import Job
from bot.jobs.queue import Position
from bot.keeping import Export, Privacy, Sweeper
from bot.prompt.parse import Rules
from bot.store.errors import StoreError
from bot.store.store import Store, open_store
from bot.web.measures import Measures
from bot.web.traffic import Traffic
from engine.catalogue import Catalogue
from engine.client import LocalClient
from engine.device import Device, Place, worker_command
from engine.protocol import Event, Parameters
from engine.reading.client import LocalReader, reader_command
from fourup import __version__
from fourup.devices import place_of
from fourup.errors import StorageFailed
from fourup.gallery import Gallery, gallery
from fourup.models import catalogue_of, facts_by_name
from fourup.pausing import Pausing
from fourup.settings import BLOBS, DATABASE, Settings
from fourup.watching import looked_at, watching

DRAWN = "engine"
"""What is drawn lies there in the storage folder until it is among the blobs."""

Worker = Callable[[Place, Catalogue], tuple[str, ...]]
"""How the process of a device is started."""


@dataclass(frozen=True)
class Bot:
    """The parts that run until they are cancelled."""

    client: Fourup
    engine: LocalClient
    imagine: Imagine
    delivery: Delivery
    decoders: Decoders
    sweeper: Sweeper


@asynccontextmanager
async def wired(
    settings: Settings, on_online: Callable[[], None], worker: Worker = worker_command
) -> AsyncIterator[Bot]:
    """The bot, its engine's processes running already and its database up to date; all of it is closed afterwards.

    Raises ConfigurationError for a model that is not where it should be, StorageFailed.
    """
    folder, measures = settings.storage.folder.absolute(), Measures(__version__)
    models = await _models(settings)
    async with (
        _stored(folder) as store,
        Decoders() as decoders,
        LocalClient(await _devices(settings, folder, models.catalogue, worker)) as engine,
        _looker(settings) as looker,
        LocalReader(reader_command(settings.pictures.captioner)) as reader,
        Fourup(__version__, on_online, traffic=Traffic(measures)) as client,
    ):
        blobs = Blobs(folder / BLOBS)
        fetcher = Fetcher(_origin(settings.discord.api_base), renew=client.renewed)
        pictures = Pictures(blobs=blobs, fetcher=fetcher, decoders=decoders)
        rules, pausing = Rules(settings.prompt.default_version), Pausing(folder, engine)
        await pausing.look()

        async def position(job: Job) -> Position | None:
            return await imagine.position(job)

        def on_change(job: Job, event: Event | None) -> None:
            measures.changed(job, event)
            delivery.changed(job, event)

        watched = await looked_at(settings, store, engine, client, measures)
        public = await _public(settings, store, blobs)
        on_end = measures.posted
        posting = DeliveryParts(client, store, pictures, position=position, on_end=on_end, link=public.link)
        alarms, restricted, limits = Alarms(posting), client.is_age_restricted, settings.limits.policy()
        usual = ImagineParts(store=store, engine=engine, pictures=pictures, models=models, rules=rules, limits=limits)
        parts = replace(usual, has_room=watched.room.is_open, host=pausing.hold, on_alarm=alarms.wake)
        parts = replace(parts, looker=looker, is_age_restricted=restricted, told=client.wait_until_ready)
        delivery = Delivery(replace(posting, may_preview=parts.looking.may_preview), alarms)
        imagine = Imagine(parts, on_change)
        sweeper = Sweeper(store, blobs, settings.storage.retention_days)
        privacy = Privacy(store, Export(store, blobs), sweeper, imagine.cancel)
        desk = Desk(imagine=imagine, delivery=delivery, store=store, privacy=privacy, rules=rules)
        desk = replace(desk, queue=imagine.queue, orders=imagine.orders, reading=Reading(parts, reader))
        names = tuple(each.name for each in models.catalogue.entries)
        loras = tuple(sorted({lora for name in names for lora in models.facts(Parameters(model=name)).loras}))
        desk = replace(desk, guilds=settings.discord.guilds, models=names, loras=loras, limits=limits)
        async with pausing, watching(settings.web, watched, public.routes) as port:
            client.serve(replace(desk, editor=None if port is None else public.editor))
            yield Bot(client, engine, imagine, delivery, decoders, sweeper)


async def _public(settings: Settings, store: Store, blobs: Blobs) -> Gallery:
    """Whatever stands in for Discord is on this machine, and so is everybody who uses it."""
    is_at_home, folder = bool(settings.discord.api_base), settings.storage.folder.absolute()
    return await asyncio.to_thread(gallery, settings.web, folder, store, blobs, is_at_home=is_at_home)


async def _models(settings: Settings) -> Models:
    catalogue = catalogue_of(settings)
    facts = await asyncio.to_thread(facts_by_name, catalogue)
    return Models(catalogue, lambda parameters: facts[catalogue.answer(parameters).entry.name])


@asynccontextmanager
async def _looker(settings: Settings) -> AsyncIterator[Looker]:
    """What looks at pictures, in a process that is started with the first of them."""
    if not settings.pictures.check:
        yield UNSEEING
        return
    async with Network() as network:
        yield network


@asynccontextmanager
async def _stored(folder: Path) -> AsyncIterator[Store]:
    opening = open_store(folder / DATABASE, time.time)
    try:
        store = await opening.__aenter__()
    except StoreError as failure:
        raise StorageFailed(str(failure)) from None
    try:
        yield store
    finally:
        await opening.__aexit__(None, None, None)


async def _devices(settings: Settings, folder: Path, catalogue: Catalogue, worker: Worker) -> list[Device]:
    """None where there is no model to draw with. What an earlier process left half drawn goes."""
    drawn = folder / DRAWN
    await asyncio.to_thread(shutil.rmtree, drawn, ignore_errors=True)
    if not catalogue.entries:
        return []
    places = [place_of(settings, device, drawn / str(at), folder) for at, device in enumerate(settings.engine.devices)]
    return [Device(place, worker(place, catalogue)) for place in places]


def _origin(api_base: str | None) -> str | None:
    """Whose attachments may be fetched though they are on this machine: the playground's."""
    if api_base is None:
        return None
    parts = urlsplit(api_base)
    return f"{parts.scheme}://{parts.netloc}"
