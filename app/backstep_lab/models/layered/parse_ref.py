"""Refs from requests."""

from backstep_lab.engine.network import Shape
from backstep_lab.models.requested_ref import requested_ref
from backstep_lab.stepping.refs import Ref, parse


def parse_ref(field: str, text: str, shape: Shape, examples: int | None = None) -> Ref:
    """The ref, parsed. Raises Invalid for `field` where this network has no such number."""
    with requested_ref(field, text):
        return parse(text, shape, examples)
