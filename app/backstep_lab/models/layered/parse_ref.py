"""Refs from requests."""

from backstep_lab.engine.network import Shape
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref, RefError, parse


def parse_ref(field: str, text: str, shape: Shape, examples: int | None = None) -> Ref:
    """The ref, parsed. Raises Invalid for `field` where this network has no such number."""
    try:
        return parse(text, shape, examples)
    except RefError as error:
        raise Invalid(field, str(error), "problem-ref", ref=text) from None
