"""A gradient of the focus example as the sum over all paths from the parameter to the loss."""

from math import fsum

from pydantic import Field

from backstep_lab.queries.numbers import is_reached, reached_value
from backstep_lab.queries.parse_refs import parse_gradient
from backstep_lab.queries.query import Arguments, Query, slow_unless
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping import paths as chain_rule
from backstep_lab.stepping.formulas.templates import Operand as Factor
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.operation import Operand
from backstep_lab.wire.operation_json import operand_model

QUICK_PATHS = 32  # paths that are written out in a fraction of a millisecond


class LossPath(Wire):
    """One path from a weight or bias to the loss, as a product of local derivatives."""

    units: list[int] = Field(description="The units it passes, from the parameter's own layer up.")
    nodes: list[str] = Field(default=[], description="Of a graph, the nodes it passes, up to the target.")
    factors: list[Operand] = Field(description="The factors, from the parameter to the loss.")
    value: float | None = Field(description="Their product; null until the gradient is computed.")


class Multiplications(Wire):
    """How many multiplications one example takes."""

    along_paths: int = Field(description="Path by path.")
    by_backpropagation: int = Field(description="With every δ computed once and shared.")


class LossPaths(Wire):
    """A gradient as the sum over all paths to the loss, for the focus example."""

    ref: str = Field(description="The gradient asked for.")
    reached: bool = Field(description="Whether it is computed yet.")
    gradient: float | None = Field(description="Its value; null until it is computed.")
    iteration: int = Field(description="The iteration.")
    examples: int = Field(description="Examples in the batch.")
    share_ref: str = Field(description="What the paths add up to: the focus example's share.")
    share: float | None = Field(description="Its value; null until it is computed.")
    sum: float | None = Field(description="The paths added up; null unless all of them are here and known.")
    count: int = Field(description="How many paths there are.")
    paths: list[LossPath] = Field(description="The paths, or the first of them.")
    multiplications: Multiplications = Field(description="For this gradient on its own.")
    multiplications_of_all: Multiplications = Field(description="For all gradients of the network.")


def paths(session: Session, text: str, limit: int) -> LossPaths:
    """All paths of a gradient, at most `limit` of them. Raises Invalid where `text` names none."""
    ref, shape = parse_gradient(session, text, ("dW", "db", "dl/dW", "dl/db")), layered(session).setup.shape
    share = _share(session, ref)
    found = chain_rule.paths(layered(session).trace, text, session.focus, limit)
    is_known = is_reached(session, share)
    is_whole = is_known and len(found.paths) == found.count
    return LossPaths(
        ref=text,
        reached=is_reached(session, ref),
        gradient=reached_value(session, text),
        iteration=session.iteration,
        examples=layered(session).trace.N,
        share_ref=str(share),
        share=reached_value(session, str(share)),
        sum=fsum(path.value for path in found.paths) + 0.0 if is_whole else None,
        count=found.count,
        paths=_loss_paths(session, found, is_known),
        multiplications=_multiplications(chain_rule.multiplications(shape, ref.layer, len(ref.at) == 2)),
        multiplications_of_all=_multiplications(chain_rule.multiplications_of_all(shape)),
    )


def _share(session: Session, ref: Ref) -> Ref:
    """The focus example's share of a gradient: the gradient itself where nothing is added to it."""
    chain = layered(session).program.chain
    is_own = {"dW": chain.weight_gradient == "weight_gradient", "db": chain.bias_gradient == "bias_gradient"}
    return ref if is_own.get(ref.kind, True) else ref._replace(kind=f"dl/{ref.kind}")


def _loss_paths(session: Session, found: chain_rule.Paths, is_known: bool) -> list[LossPath]:
    """The paths; a factor that is not reached has no value."""
    refs = {factor.ref for path in found.paths for factor in path.factors}
    reached = {ref for ref in refs if is_reached(session, ref)}
    return [
        LossPath(
            units=list(path.units),
            factors=[_operand(factor, factor.ref in reached) for factor in path.factors],
            value=path.value + 0.0 if is_known else None,
        )
        for path in found.paths
    ]


def _operand(factor: Factor, is_reached: bool) -> Operand:
    return operand_model(factor if is_reached else factor._replace(value=None))


def _multiplications(count: chain_rule.Multiplications) -> Multiplications:
    return Multiplications(along_paths=count.along_paths, by_backpropagation=count.by_backpropagation)


def _work(session: Session, arguments: Arguments) -> int:
    most = chain_rule.count_of(layered(session).setup.shape, 1)
    return slow_unless(min(arguments["limit"], most) <= QUICK_PATHS)


QUERY = Query(
    lambda session, arguments, _: json_bytes(paths(session, arguments["ref"], arguments["limit"])), _work
)
