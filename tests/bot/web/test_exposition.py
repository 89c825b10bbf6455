"""Prometheus' text format, and labels that cannot grow."""

import pytest

from bot.web.exposition import Counter, Gauge, Histogram, text


def test_numbers_are_told_as_prometheus_reads_them() -> None:
    """HELP, TYPE, then each value."""
    jobs = Counter("jobs_total", 'Ended, by "how"\nand \\ when.', "outcome", ("done", "failed"))
    jobs.add(2, "done")
    free = Gauge("free", "Left.")
    free.set(1.5)
    assert text([jobs, free]) == (
        '# HELP jobs_total Ended, by "how"\\nand \\\\ when.\n'
        "# TYPE jobs_total counter\n"
        'jobs_total{outcome="done"} 2\n'
        'jobs_total{outcome="failed"} 0\n'
        "# HELP free Left.\n"
        "# TYPE free gauge\n"
        "free 1.5\n"
    )


def test_a_histogram_counts_what_took_no_longer() -> None:
    """A value on a bound belongs to it; what is longer than all stands under +Inf alone."""
    took = Histogram("took_seconds", "How long.", (0.5, 1))
    for seconds in (0.5, 0.7, 1.0, 9):
        took.observe(seconds)
    assert text([took]).splitlines()[2:] == [
        'took_seconds_bucket{le="0.5"} 1',
        'took_seconds_bucket{le="1"} 3',
        'took_seconds_bucket{le="+Inf"} 4',
        "took_seconds_sum 11.2",
        "took_seconds_count 4",
    ]


def test_a_label_takes_no_value_that_it_was_not_made_with() -> None:
    """A member's name or a prompt can never become one."""
    jobs = Counter("jobs_total", "Ended.", "outcome", ("done",))
    with pytest.raises(KeyError):
        jobs.add(1, "a red apple")
    with pytest.raises(KeyError):
        Gauge("free", "Left.").set(1, "ada")


def test_a_label_is_escaped() -> None:
    """Though only our own words stand there."""
    odd = Gauge("odd", "Odd.", "what", ('a"b\\c',))
    assert text([odd]).splitlines()[2] == 'odd{what="a\\"b\\\\c"} 0'
