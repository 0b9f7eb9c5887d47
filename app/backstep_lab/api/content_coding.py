"""What a client says of packed answers (RFC 9110, section 12.5.3)."""

from functools import lru_cache

from starlette.types import Scope

MAX_HEADER = 256  # characters; browsers send some 25


def accepts_gzip(scope: Scope) -> bool:
    """Whether the client of a request takes gzip."""
    given = [value for name, value in scope["headers"] if name == b"accept-encoding"]
    return "gzip" in accepted_codings(b",".join(given).decode("latin-1"))


def accepted_codings(header: str) -> frozenset[str]:
    """The codings of an Accept-Encoding header but those that it excludes (`q=0`)."""
    return _codings(header) if len(header) <= MAX_HEADER else frozenset()


@lru_cache(maxsize=64)  # headers: browsers send the same few
def _codings(header: str) -> frozenset[str]:
    listed = (part.partition(";") for part in header.lower().split(","))
    return frozenset(
        name.strip() for name, _, weight in listed if weight.replace(" ", "").rstrip("0.") != "q="
    )
