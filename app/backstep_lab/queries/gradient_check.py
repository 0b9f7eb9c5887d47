"""Questions about gradients: is one right, and which ways lead to it? They read, and change nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from backstep_lab.engine.analysis.gradient_check import gradient_check, portions
from backstep_lab.engine.network import Shape
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.paths import Paths, count_of, paths
from backstep_lab.stepping.refs import Ref

POINTS = 4  # forward passes that check one gradient: two, and two more where the loss is bent
PATHS_AT_ONCE = 32  # paths that are written out in a fraction of a millisecond


@dataclass(frozen=True, slots=True)
class Comparison:
    """A gradient beside a difference of the loss; all numbers None while it is not reached."""

    ref: str
    reached: bool
    gradient: float | None = None
    difference: float | None = None
    error: float | None = None
    is_kink: bool | None = None
    agrees: bool | None = None  # None at a kink


@dataclass(frozen=True, slots=True)
class PathSum:
    """The paths of a gradient in the focus example; `share` is the ref of the number that they add up to."""

    name: Ref
    share: Ref
    found: Paths


def comparisons(session: Session, ref: str | None, proceed: Proceed) -> list[Comparison]:
    """One gradient checked, or with no ref those of all trained parameters. Raises Invalid."""
    trace, rule = layered(session).trace, layered(session).setup.plan.rule
    refs = list(_trained(session)) if ref is None else [_gradient(session, ref, ("dW", "db"))]
    places = {_place(trace.shape, name): name for name in refs if is_reached(session, name)}
    checked: dict[Ref, Comparison] = {}
    for some in portions(trace, np.array(list(places), dtype=np.intp)):
        proceed()
        check = gradient_check(trace, rule, some)
        numbers = zip(*(part.tolist() for part in vars(check).values()), strict=True)
        for place, gradient, difference, error, is_kink, agrees in numbers:
            verdict = None if is_kink else agrees
            name = places[place]
            checked[name] = Comparison(str(name), True, gradient, difference, error, is_kink, verdict)
    return [checked.get(name) or Comparison(str(name), False) for name in refs]


def ways(session: Session, ref: str, limit: int) -> PathSum:
    """All paths, at most `limit` of them, of a gradient. Raises Invalid where `ref` is none."""
    name = _gradient(session, ref, ("dW", "db", "dl/dW", "dl/db"))
    return PathSum(name, _share(session, name), paths(layered(session).trace, ref, session.focus, limit))


def is_reached(session: Session, ref: str | Ref) -> bool:
    """Whether the cursor has come by this number; what is given is always there."""
    ordinal = layered(session).program.producing(ref)
    return ordinal is None or ordinal < session.step


def is_quick_check(session: Session, ref: str | None) -> bool:
    """Whether it is done in about a millisecond."""
    places = 1 if ref is not None else layered(session).setup.shape.parameter_count
    return session.is_inline(POINTS * places)


def are_quick_ways(session: Session, limit: int) -> bool:
    """Whether they are written out in about a millisecond."""
    return min(limit, count_of(layered(session).setup.shape, 1)) <= PATHS_AT_ONCE


def _gradient(session: Session, text: str, kinds: tuple[str, ...]) -> Ref:
    name = parse_ref("ref", text, layered(session).setup.shape, layered(session).trace.N)
    if name.kind not in kinds:
        detail = f"“{text}” is no gradient of a weight or bias; those have refs such as dW1[0,1] and db1[0]."
        raise Invalid("ref", detail, "problem-ref-no-gradient", ref=text)
    return name


def _share(session: Session, name: Ref) -> Ref:
    """The focus example's share of a gradient: the gradient itself where there is nothing to add to it."""
    chain = layered(session).program.chain
    is_own = {"dW": chain.weight_gradient == "weight_gradient", "db": chain.bias_gradient == "bias_gradient"}
    return name if is_own.get(name.kind, True) else name._replace(kind=f"dl/{name.kind}")


def _trained(session: Session) -> Iterator[Ref]:
    """The gradients of all trained parameters, unit by unit, the bias after its weights."""
    current = layered(session)
    for layer, (n_in, n_out) in enumerate(current.setup.shape.pairs, start=1):
        for j in range(n_out):
            yield from (Ref("dW", layer, (j, k)) for k in range(n_in))
            if current.setup.plan.rule.train_biases:
                yield Ref("db", layer, (j,))


def _place(shape: Shape, gradient: Ref) -> int:
    """Where its parameter stands in the flat vector θ."""
    n_in, _ = shape.pairs[gradient.layer - 1]
    j, k = (*gradient.at, n_in)[:2]
    start: int = shape.blocks[gradient.layer - 1].start
    return start + j * (n_in + 1) + k
