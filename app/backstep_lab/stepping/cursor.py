"""The units that a learner steps by, as boundaries in an iteration's program.

A boundary is a number of operations done after which a unit is complete: `term` every operation; `neuron`
a unit's group (all of the loss is one group; a softmax layer has two passes, each with its own
groups); `layer` a layer within a phase; `pass` forward and loss together, backward, update; `iteration`
and `epoch` the whole iteration (counting iterations is the session's business). 0 and `steps` are
boundaries of every unit.
"""

from __future__ import annotations

from typing import Literal, get_args

from backstep_lab.stepping.blocks import OperationBlock
from backstep_lab.stepping.operations import FORWARD, LOSS
from backstep_lab.stepping.program import Program

LayeredUnit = Literal["term", "neuron", "layer", "pass", "iteration", "epoch"]
GraphUnit = Literal["term", "element", "line", "group", "pass", "iteration", "epoch"]
Unit = LayeredUnit | GraphUnit
UNITS: tuple[Unit, ...] = get_args(LayeredUnit)
GRAPH_UNITS: tuple[Unit, ...] = get_args(GraphUnit)


def next_boundary(program: Program, step: int, unit: Unit) -> int:
    """The nearest boundary after `step` operations done; 0 ≤ step < steps."""
    if not 0 <= step < program.steps:
        raise ValueError(f"no boundary follows {step}; an iteration here has the steps 0 to {program.steps}")
    return _group(program, step, unit)[1]


def previous_boundary(program: Program, step: int, unit: Unit) -> int:
    """The nearest boundary before `step` operations done; 0 < step ≤ steps."""
    if not 0 < step <= program.steps:
        raise ValueError(f"no boundary precedes {step}; an iteration here has the steps 0 to {program.steps}")
    return _group(program, step - 1, unit)[0]


def _group(program: Program, ordinal: int, unit: Unit) -> tuple[int, int]:
    """The [start, stop) of the group of this unit that holds the operation at `ordinal`."""
    if unit == "term":
        return ordinal, ordinal + 1
    if unit in ("iteration", "epoch"):
        return 0, program.steps
    block = program.block_of(ordinal)
    if unit == "pass":
        return _pass(program, block)
    if block.phase == LOSS:
        return program.phases[LOSS]
    if unit == "neuron":
        start = ordinal - (ordinal - block.start) % block.width
        return start, start + block.width
    return _layer(program, block)


def _pass(program: Program, block: OperationBlock) -> tuple[int, int]:
    if block.phase in (FORWARD, LOSS):
        return program.phases[FORWARD][0], program.phases[LOSS][1]
    return program.phases[block.phase]


def _layer(program: Program, block: OperationBlock) -> tuple[int, int]:
    same = [b for b in program.blocks if b.phase == block.phase and b.layer == block.layer]
    return same[0].start, same[-1].stop
