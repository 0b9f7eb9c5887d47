"""Refs that a query takes, checked for their kind."""

from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref


def parse(session: Session, field: str, text: str) -> Ref:
    """Any number of the session's network. Raises Invalid for `field`."""
    return parse_ref(field, text, layered(session).setup.shape, layered(session).trace.N)


def parse_parameter(session: Session, field: str, text: str) -> Ref:
    """The weight or bias that a ref names, itself or by its gradient. Raises Invalid for `field`."""
    ref = parse(session, field, text)
    if ref.kind in ("dW", "db"):
        ref = ref._replace(kind=ref.kind[1])
    if ref.kind not in ("W", "b"):
        detail = f"“{text}” is no weight or bias; those have refs such as W1[0,1] and b1[0]."
        raise Invalid(field, detail, "problem-ref-no-parameter", ref=text)
    return ref


def parse_gradient(session: Session, text: str, kinds: tuple[str, ...]) -> Ref:
    """A gradient of one of these kinds. Raises Invalid for `ref`."""
    ref = parse(session, "ref", text)
    if ref.kind not in kinds:
        detail = f"“{text}” is no gradient of a weight or bias; those have refs such as dW1[0,1] and db1[0]."
        raise Invalid("ref", detail, "problem-ref-no-gradient", ref=text)
    return ref


def parse_unit(session: Session, text: str) -> Ref:
    """The unit that a ref such as a1[0] or z1[0] names, as its activation. Raises Invalid for `ref`."""
    ref = parse(session, "ref", text)
    if ref.kind not in ("a", "z"):
        detail = f"“{text}” is no activation of a neuron; those have refs such as a1[0] and z1[0]."
        raise Invalid("ref", detail, "problem-ref-no-unit", ref=text)
    return ref._replace(kind="a", row=None)
