"""What is measured of jobs and of the log, and that the dashboard asks for nothing else."""

import asyncio
import json
import logging
import re
from dataclasses import replace
from pathlib import Path

from bot.ids import job_id
from bot.jobs.job import Asked, Job, Member, New, Picture, State
from bot.web import punctuality
from bot.web.exposition import Histogram, text
from bot.web.measures import Counting, Measures
from engine.protocol import Picture as Drawn
from engine.protocol import Rendered, Started

DASHBOARD = Path(__file__).parents[3] / "docs" / "grafana.json"


def job_of(prompt: str = "a red apple") -> Job:
    """One that was made at second 1000."""
    return Job.imagine(New(job_id(1_000_000, 1), 1, Asked(1, Member(7, "ada"), 9)), prompt)


def value(measures: Measures, line: str) -> float:
    """What stands behind the name and labels."""
    found = [told.rpartition(" ") for told in text(measures.families).splitlines() if told.startswith(f"{line} ")]
    assert len(found) == 1, line
    return float(found[0][2])


def test_a_jobs_way_is_measured() -> None:
    """How long it waited, was drawn and was posted; seconds of the device and pictures."""
    now = 1000.0
    measures = Measures("1.0", lambda: now)
    job = job_of()
    now = 1004.0
    measures.changed(job, Started(job.id))
    now = 1010.0
    measures.changed(job, Rendered(job.id, (Drawn("a.png", 8, 8, 1),) * 4, 2.5))
    rendered = replace(job, state=State.RENDERED, pictures=(Picture("b", 8, 8, 1),))
    measures.changed(rendered, None)
    now = 1010.5
    measures.posted(replace(rendered, state=State.DELIVERED))
    assert value(measures, "fourup_job_waiting_seconds_sum") == 4
    assert value(measures, "fourup_job_drawing_seconds_sum") == 6
    assert value(measures, "fourup_delivery_seconds_sum") == 0.5
    assert value(measures, "fourup_gpu_seconds_total") == 2.5
    assert value(measures, "fourup_pictures_total") == 4
    assert value(measures, 'fourup_jobs_ended_total{outcome="delivered"}') == 1


def test_ends_are_counted_by_how() -> None:
    """One that was given up did not reach anybody, and counts as failed."""
    measures = Measures("1.0", lambda: 0.0)
    for state in (State.FAILED, State.CANCELLED):
        measures.changed(replace(job_of(), state=state), None)
    measures.posted(replace(job_of(), state=State.FAILED))
    assert value(measures, 'fourup_jobs_ended_total{outcome="failed"}') == 2
    assert value(measures, 'fourup_jobs_ended_total{outcome="cancelled"}') == 1
    assert value(measures, "fourup_delivery_seconds_count") == 0


def test_what_is_logged_is_counted() -> None:
    """Warnings and errors, whoever logs them."""
    measures = Measures("1.0", lambda: 0.0)
    handler = Counting(measures)
    for level in (logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL):
        record = logging.LogRecord("any", level, "file", 1, "told", None, None)
        if record.levelno >= handler.level:
            handler.emit(record)
    assert value(measures, 'fourup_log_lines_total{level="warning"}') == 1
    assert value(measures, 'fourup_log_lines_total{level="error"}') == 2


async def test_a_late_event_loop_is_noticed() -> None:
    """It is looked at ten times a second."""
    delay = Histogram("delay", "How late.", (0.01,))
    watching = asyncio.create_task(punctuality.watch(delay))
    async with asyncio.timeout(10):
        while delay.count < 2:  # noqa: ASYNC110 - nothing tells of a look
            await asyncio.sleep(0)
    watching.cancel()
    assert text([delay]).splitlines()[-1] == f"delay_count {delay.count}"


def test_nothing_measured_names_a_member_or_a_prompt() -> None:
    """The labels are a handful, and what they may be is written in the source."""
    measures = Measures("1.0", lambda: 0.0)
    job = job_of("canary prompt")
    measures.changed(job, Started(job.id))
    measures.requests.add("messages", "2xx")
    told = text(measures.families)
    assert "canary" not in told
    assert job.id not in told
    labels = set(re.findall(r"[{,](\w+)=", told))
    assert labels == {"state", "outcome", "kind", "level", "part", "le", "version", "route", "status", "scope", "how"}


def test_the_dashboard_asks_for_what_is_measured() -> None:
    """Every name in docs/grafana.json is told, and every family is on it."""
    dashboard = json.loads(DASHBOARD.read_text(encoding="utf-8"))
    asked = set()
    for panel in dashboard["panels"]:
        for target in panel.get("targets", ()):
            asked |= set(re.findall(r"\bfourup_\w+", target["expr"]))
    families = {each.name for each in Measures("1.0", lambda: 0.0).families}
    endings = ("_bucket", "_sum", "_count")
    named = {name if name in families else re.sub(f"({'|'.join(endings)})$", "", name) for name in asked}
    assert named == families
    assert len({panel["id"] for panel in dashboard["panels"]}) == len(dashboard["panels"])
