"""Refs that a request names."""

from collections.abc import Iterator
from contextlib import contextmanager

from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import RefError


@contextmanager
def requested_ref(field: str, text: str) -> Iterator[None]:
    """Where a model has no number of that ref, raise Invalid for the request's `field`, not RefError."""
    try:
        yield
    except RefError as error:
        raise Invalid(field, str(error), "problem-ref", ref=text) from None
