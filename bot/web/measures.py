"""What is measured while the bot runs. No label names a member, a server or a prompt: only what is listed here."""

import logging
import time
from collections.abc import Callable

from bot.jobs.ids import made_at
from bot.jobs.job import Job, State
from bot.web.exposition import Counter, Cross, Family, Gauge, Histogram
from engine.protocol import Event, Rendered, Started

ENDS = (State.DELIVERED, State.FAILED, State.CANCELLED)
STANDING = (State.WAITING, State.RUNNING, State.RENDERED)
LEVELS = {logging.WARNING: "warning", logging.ERROR: "error", logging.CRITICAL: "error"}
ROUTES = ("interactions", "webhooks", "messages", "channels", "users", "guilds", "applications", "gateway", "other")
"""What a request to Discord is about."""
STATUSES = ("2xx", "3xx", "4xx", "5xx", "lost")
"""How it ended; without an answer it was lost."""
SCOPES = ("user", "global", "shared", "cloudflare")
"""Whose limit was met, as Discord tells it; Cloudflare's it does not tell."""
MOST = 10_000
"""Jobs whose times are remembered."""
_MINUTES = (0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600)
_MOMENTS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800)
_DELAYS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)


class Measures:
    """Hears of jobs and of what is logged; whoever tells the measurements sets what stands."""

    def __init__(self, version: str, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._drawing: dict[str, float] = {}
        self._posting: dict[str, float] = {}
        self.build = Gauge("fourup_build_info", "1, with the version.", "version", (version,))
        self.build.set(1, version)
        self.started = Gauge("fourup_start_time_seconds", "When the bot started, in seconds since 1970.")
        self.started.set(now())
        self.jobs = Gauge("fourup_jobs", "Jobs that have not ended, by their state.", "state", STANDING)
        self.oldest = Gauge("fourup_queue_oldest_seconds", "How long the job has waited that waits the longest.")
        self.ended = Counter("fourup_jobs_ended_total", "Jobs that ended, by how.", "outcome", ENDS)
        self.waited = Histogram("fourup_job_waiting_seconds", "From being asked for to the first step.", _MINUTES)
        self.drawn = Histogram("fourup_job_drawing_seconds", "From the first step to the pictures.", _MINUTES)
        self.delivered = Histogram("fourup_delivery_seconds", "From the stored pictures to the message.", _MOMENTS)
        self.gpu = Counter("fourup_gpu_seconds_total", "Seconds of the device that went into pictures.")
        self.pictures = Counter("fourup_pictures_total", "Pictures that were drawn.")
        self.engine = Gauge("fourup_engine_up", "1 where the engine is ready to draw.")
        self.rows = Gauge("fourup_engine_rows", "Rows of the batch.", "kind", ("budget", "free"))
        self.discord = Gauge("fourup_discord_up", "1 where the connection to Discord is ready.")
        self.latency = Gauge("fourup_discord_latency_seconds", "From a heartbeat to its answer.")
        self.requests = Cross(
            "fourup_discord_requests_total", "Requests to Discord.", ("route", ROUTES), ("status", STATUSES)
        )
        self.limited = Counter("fourup_discord_rate_limits_total", "Answers of 429, by limit.", "scope", SCOPES)
        self.connected = Counter(
            "fourup_discord_reconnects_total", "Connections after the first, by how.", "how", ("resumed", "anew")
        )
        self.servers = Gauge("fourup_servers", "Servers that the bot is in.")
        self.database = Gauge("fourup_database_up", "1 where the database answers.")
        self.logged = Counter("fourup_log_lines_total", "Lines in the log.", "level", ("warning", "error"))
        self.delay = Histogram("fourup_event_loop_delay_seconds", "How late the event loop is.", _DELAYS)
        self.free = Gauge("fourup_disk_free_bytes", "Free where the bot keeps its things.")
        self.kept = Gauge("fourup_storage_bytes", "What is kept.", "part", ("pictures", "database"))
        self.full = Gauge("fourup_storage_full", "1 where nothing new is taken for want of room.")

    @property
    def families(self) -> list[Family]:
        """All of them."""
        return [each for name, each in vars(self).items() if not name.startswith("_")]

    def changed(self, job: Job, event: Event | None) -> None:
        """As a listener of the use cases hears it."""
        now = self._now()
        if isinstance(event, Started):
            self.waited.observe(max(now - made_at(job.id), 0.0))
            _remember(self._drawing, job.id, now)
        elif isinstance(event, Rendered):
            if (since := self._drawing.pop(job.id, None)) is not None:
                self.drawn.observe(max(now - since, 0.0))
            self.gpu.add(event.gpu_seconds)
            self.pictures.add(len(event.pictures))
        elif event is None and job.state is State.RENDERED:
            _remember(self._posting, job.id, now)
        elif event is None and job.state in {State.FAILED, State.CANCELLED}:
            self._drawing.pop(job.id, None)
            self.ended.add(1, job.state)

    def posted(self, job: Job) -> None:
        """It was delivered, or given up."""
        since = self._posting.pop(job.id, None)
        if since is not None and job.state is State.DELIVERED:
            self.delivered.observe(max(self._now() - since, 0.0))
        self.ended.add(1, job.state)


class Counting(logging.Handler):
    """Counts what is logged at WARNING and above."""

    def __init__(self, measures: Measures) -> None:
        super().__init__(logging.WARNING)
        self._logged = measures.logged

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        if level := LEVELS.get(record.levelno):
            self._logged.add(1, level)


def _remember(times: dict[str, float], job_id: str, now: float) -> None:
    """The oldest are forgotten where there are too many."""
    times[job_id] = now
    if len(times) > MOST:
        del times[next(iter(times))]
