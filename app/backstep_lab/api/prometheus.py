"""Figures for Prometheus: requests by route, method and status, how long they took, sessions stored."""

from functools import cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

REGISTRY = CollectorRegistry(auto_describe=True)
METHODS = frozenset(("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"))  # any other is one series
SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 20.0)
requests = Counter(
    "backstep_requests", "Requests answered.", ("route", "method", "status"), registry=REGISTRY
)
duration = Histogram(
    "backstep_request_seconds", "Time to answer.", ("route",), buckets=SECONDS, registry=REGISTRY
)
sessions = Gauge("backstep_sessions", "Sessions stored.", registry=REGISTRY)


def observe(route: str, method: str, status: int, seconds: float) -> None:
    """Note one request."""
    counter, histogram = _series(route, method if method in METHODS else "(other)", status)
    counter.inc()
    histogram.observe(seconds)


@cache
def _series(route: str, method: str, status: int) -> tuple[Counter, Histogram]:
    return requests.labels(route, method, str(status)), duration.labels(route)


def exposition(stored: int) -> bytes:
    """All figures in Prometheus' text format."""
    sessions.set(stored)
    return generate_latest(REGISTRY)
