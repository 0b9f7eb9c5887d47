"""Where a number of an iteration comes from.

A weight keeps its ref and its number to the end of the iteration; the updated one is its `_next`.
"""

from backstep_lab.engine.trace import Trace
from backstep_lab.models.protocol import NumberSource
from backstep_lab.stepping.program import Program
from backstep_lab.stepping.refs import MEMORY, Ref, parse

_UPDATED = ("W", "b", "mW", "mb", "vW", "vb")


def source_of(trace: Trace, program: Program, text: str) -> NumberSource:
    """The source of a number. Raises RefError where the iteration has no such number."""
    ref = parse(text, program.shape, trace.N)
    ordinal = program.producing(ref)
    if ordinal is not None:
        return NumberSource(ordinal, ref.row)
    return NumberSource(
        None,
        ref.row,
        str(ref._replace(kind=f"{ref.kind}_next")) if _is_updated(trace, program, ref) else None,
    )


def _is_updated(trace: Trace, program: Program, ref: Ref) -> bool:
    """Whether the update of the iteration before has computed it, unless an edit gave it."""
    if ref.kind in ("mb", "vb") and not program.train_biases:
        return False
    return ref.kind in _UPDATED and not (ref.kind in MEMORY and trace.memory.optimizer_step == 0)
