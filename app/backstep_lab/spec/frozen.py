"""Single parameters that the update leaves as they are, named by their refs."""

from collections.abc import Sequence

from backstep_lab.engine.network import Shape
from backstep_lab.spec import model as wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref, RefError, parse

FIELD = "training.frozen"


def frozen_places(refs: Sequence[str], shape: Shape) -> tuple[int, ...]:
    """Where these parameters lie in the flat vector θ. Raises Invalid for what is no weight or bias of it."""
    return tuple(sorted({_place(_parsed(text, shape), shape) for text in refs}))


def without_lost(spec: wire.Spec, shape: Shape) -> wire.Spec:
    """The spec without frozen parameters that a network of this shape does not have."""
    frozen = spec.training.frozen or []
    kept = [text for text in frozen if _exists(text, shape)]
    if len(kept) == len(frozen):
        return spec
    return spec.model_copy(update={"training": spec.training.model_copy(update={"frozen": kept})})


def _parsed(text: str, shape: Shape) -> Ref:
    try:
        ref = parse(text, shape)
    except RefError as error:
        raise Invalid(FIELD, str(error), "problem-ref", ref=text) from None
    if ref.kind not in ("W", "b"):
        detail = f"“{text}” is no weight and no bias; those have refs such as W1[0,1] and b1[0]."
        raise Invalid(FIELD, detail, "problem-ref-no-weight", ref=text)
    return ref


def _exists(text: str, shape: Shape) -> bool:
    try:
        parse(text, shape)
    except RefError:
        return False
    return True


def _place(ref: Ref, shape: Shape) -> int:
    n_in, _ = shape.pairs[ref.layer - 1]
    j, k = (*ref.at, n_in)[:2]
    start: int = shape.blocks[ref.layer - 1].start
    return start + j * (n_in + 1) + k
