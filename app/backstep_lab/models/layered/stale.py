"""What an edit may change in a layered network, and which operations it makes stale."""

from collections.abc import Mapping

from backstep_lab.engine.network import Shape
from backstep_lab.models.change import Change
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.operations import LOSS, UPDATE
from backstep_lab.stepping.program import Program

_EDITABLE = {"parameters": ("W", "b"), "data": ("x", "y")}
_BATCH_SETTINGS = {"batch_size", "shuffle", "seed"}  # a change of these makes another batch
_PENALTIES = {"l1", "l2"}


def check_edit(shape: Shape, field: str, refs: Mapping[str, float]) -> None:
    """Raise Invalid unless every ref names a number that can be edited in `field` of this network."""
    kinds = _EDITABLE[field]
    for text in refs:
        ref = parse_ref(f"{field}.{text}", text, shape)
        if ref.kind not in kinds or ref.row is not None:
            allowed = " and ".join(kinds)
            raise Invalid(
                f"{field}.{text}",
                f"{text} cannot be changed in {field}: only {allowed} can.",
                "problem-not-editable",
                ref=text,
            )


def first_stale_step(program: Program, change: Change, step: int) -> int:
    """How many of the first `step` operations come before the first that reads an edited number."""
    training = change.part("training")
    if change.part("network") or change.part("dataset") or _BATCH_SETTINGS & set(training):
        return 0
    readers = [step]
    readers += [program.first_reader(ref) for ref in (*change.parameters, *change.data)]
    if _PENALTIES & set(training):
        readers.append(program.phases[LOSS][0] + program.shape.outputs)
    if training:
        readers.append(program.phases[UPDATE][0])
    return min(readers)
