"""Metrics for Prometheus: requests by route, method and status, how long they took, sessions stored.

Worker processes on one socket write theirs to files of one folder, `PROMETHEUS_MULTIPROC_DIR`, which
`backstep serve` sets: a scrape reaches any of them, and each answers for all.
"""

import os
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # read by prometheus_client when it is imported

REGISTRY = CollectorRegistry(auto_describe=True)
METHODS = frozenset(("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"))  # any other is one series
SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 20.0)
requests = Counter(
    "backstep_requests", "Requests answered.", ("route", "method", "status"), registry=REGISTRY
)
duration = Histogram(
    "backstep_request_seconds", "Time to answer.", ("route",), buckets=SECONDS, registry=REGISTRY
)
sessions = Gauge("backstep_sessions", "Sessions stored.", registry=REGISTRY, multiprocess_mode="mostrecent")


def observe(route: str, method: str, status: int, seconds: float) -> None:
    """Count one request."""
    counter, histogram = _series(route, method if method in METHODS else "(other)", status)
    counter.inc()
    histogram.observe(seconds)


@cache
def _series(route: str, method: str, status: int) -> tuple[Counter, Histogram]:
    return requests.labels(route, method, str(status)), duration.labels(route)


def exposition(stored: int) -> bytes:
    """The metrics of all processes in Prometheus' text format; `stored` is the number of sessions."""
    sessions.set(stored)
    if FOLDER not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
