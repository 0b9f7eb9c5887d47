from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.cursor import UNITS, Unit, next_boundary, previous_boundary
from backstep_lab.stepping.operations import PHASE
from backstep_lab.stepping.program import Program
from tests.stepping.cases import mazur, programs


def boundaries(program: Program, unit: Unit) -> list[int]:
    found = [0]
    while found[-1] < program.steps:
        found.append(next_boundary(program, found[-1], unit))
    return found


def test_the_boundaries_of_mazurs_iteration() -> None:
    program = mazur().program
    assert boundaries(program, "term") == list(range(56))
    assert boundaries(program, "neuron") == [0, 4, 8, 12, 16, 19, 25, 31, 39, 47, 49, 51, 53, 55]
    assert boundaries(program, "layer") == [0, 8, 16, 19, 31, 47, 51, 55]
    assert boundaries(program, "pass") == [0, 19, 47, 55]
    assert boundaries(program, "iteration") == boundaries(program, "epoch") == [0, 55]


def test_a_softmax_layer_has_a_boundary_after_each_units_walk() -> None:
    program = Program.of(Shape(1, (2,), ("softmax",), "cross_entropy"), 1, False, False)
    assert boundaries(program, "neuron") == [0, 2, 4, 5, 6, 9, 10, 11, 15, 19, 20, 21]
    assert boundaries(program, "layer") == [0, 6, 9, 19, 21]


@given(programs(), st.data())
def test_forward_and_backward_are_the_same_road(program: Program, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(UNITS))
    step = data.draw(st.integers(0, program.steps))
    marks = boundaries(program, unit)
    if step < program.steps:
        assert next_boundary(program, step, unit) == min(mark for mark in marks if mark > step)
    if step > 0:
        assert previous_boundary(program, step, unit) == max(mark for mark in marks if mark < step)
    for before, after in pairwise(marks):
        assert previous_boundary(program, after, unit) == before


@given(programs(), st.lists(st.sampled_from(UNITS), min_size=1, max_size=30))
def test_any_mixture_of_units_does_every_operation_once(program: Program, units: list[Unit]) -> None:
    step = 0
    done: list[int] = []
    while step < program.steps:
        after = next_boundary(program, step, units[len(done) % len(units)])
        done += range(step, after)
        step = after
    assert done == list(range(program.steps))


@given(programs())
def test_every_coarser_boundary_is_a_finer_one_too(program: Program) -> None:
    marks = [set(boundaries(program, unit)) for unit in UNITS]
    for finer, coarser in pairwise(marks):
        assert coarser <= finer


@given(programs())
def test_a_neuron_step_stays_within_one_unit_of_one_layer_and_phase(program: Program) -> None:
    marks = boundaries(program, "neuron")
    for start, stop in pairwise(marks):
        steps = [program.at(ordinal) for ordinal in range(start, stop)]
        assert len({(PHASE[step.kind], step.layer) for step in steps}) == 1
        assert steps[0].layer == 0 or len({step.unit for step in steps}) == 1


def test_there_is_no_boundary_beyond_the_iteration() -> None:
    program = mazur().program
    with pytest.raises(ValueError, match="no boundary follows 55; an iteration here has the steps 0 to 55"):
        next_boundary(program, 55, "term")
    with pytest.raises(ValueError, match="no boundary precedes 0; an iteration here has the steps 0 to 55"):
        previous_boundary(program, 0, "neuron")
