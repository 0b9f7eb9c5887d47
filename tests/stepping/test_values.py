import time
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.numbers import value_of
from backstep_lab.stepping.refs import MEMORY, Ref, RefError, parse
from backstep_lab.stepping.values import Values, changed, known, refs_between
from tests.stepping.cases import Case, case, cases, mazur

PER_UNIT = {
    "z": "z",
    "a": "a",
    "dL_da": "dL/da",
    "slope": "f'",
    "delta": "delta",
    "db": "db",
    "b_next": "b_next",
}
PER_EDGE = {"dW": "dW", "W_next": "W_next"}
OF_LOSS = {"example_loss": "example_loss", "data_loss": "mean_loss", "penalty": "penalty", "loss": "loss"}


def by_ref(values: Values) -> dict[str, float]:
    """Every number of `values` that is known, under its ref."""
    found: dict[Ref, float | None] = {Ref("loss_term", 0, (k,)): v for k, v in enumerate(values.loss_terms)}
    for name, kind in PER_UNIT.items():
        for layer, row in enumerate(getattr(values, name), start=1):
            found |= {Ref(kind, layer, (j,)): value for j, value in enumerate(row)}
    for name, kind in PER_EDGE.items():
        for layer, matrix in enumerate(getattr(values, name), start=1):
            found |= {Ref(kind, layer, (j, k)): v for j, row in enumerate(matrix) for k, v in enumerate(row)}
    found |= {Ref(kind): getattr(values, name) for name, kind in OF_LOSS.items()}
    return {str(ref): value for ref, value in found.items() if value is not None}


IN_VALUES = {*PER_UNIT.values(), *PER_EDGE.values(), *OF_LOSS.values(), "loss_term"}


@given(cases(), st.data())
def test_what_is_known_is_what_the_operations_so_far_have_made(case: Case, data: st.DataObject) -> None:
    step = data.draw(st.integers(0, case.program.steps))
    made = changed(case.trace, case.program, 0, step, case.focus)
    in_values = {
        ref: value for ref, value in made.items() if value is not None and "*" not in ref and "dl/" not in ref
    }
    in_values = {
        ref: value for ref, value in in_values.items() if "dmean" not in ref and parse(ref).kind not in MEMORY
    }
    assert by_ref(known(case.trace, case.program, step, case.focus)) == in_values


@given(cases(), st.data())
def test_what_changes_is_what_the_trace_holds_and_back_is_none(case: Case, data: st.DataObject) -> None:
    start, stop = sorted(data.draw(st.tuples(*[st.integers(0, case.program.steps)] * 2)))
    forward = changed(case.trace, case.program, start, stop, case.focus)
    for ref, value in forward.items():
        assert value_of(case.trace, ref, case.focus, case.rule) == value, ref
    assert list(forward) == list(refs_between(case.program, start, stop))
    back = changed(case.trace, case.program, stop, start, case.focus)
    assert back == dict.fromkeys(forward)


def test_at_the_start_only_the_example_is_known() -> None:
    of = mazur()
    values = known(of.trace, of.program, 0, 0)
    assert (values.x, values.y) == ([0.05, 0.1], [0.01, 0.99])
    assert values.z == [[None, None], [None, None]]
    assert values.dW == [[[None, None], [None, None]], [[None, None], [None, None]]]
    assert by_ref(values) == {}


def test_in_mid_backward_a_matrix_is_known_in_part() -> None:
    of = mazur()
    values = known(of.trace, of.program, 29, 0)
    assert values.dW == [
        [[None, None], [None, None]],
        [[0.08216704056423078, 0.08266762784753326], [-0.02260254047747506, None]],
    ]
    assert values.db == [[None, None], [0.13849856162855698, None]]


def test_the_biases_of_a_frozen_network_are_never_next() -> None:
    of = mazur()
    values = known(of.trace, of.program, 55, 0)
    assert values.b_next == [[None, None], [None, None]]
    assert values.W_next[0] == [
        [0.1497807161327628, 0.19956143226552567],
        [0.24975114363236958, 0.29950228726473915],
    ]


def test_the_loss_comes_with_its_parts() -> None:
    of = mazur()
    loss = 0.2983711087600027
    parts = {"example_loss": loss, "mean_loss": loss, "penalty": 0.0, "loss": loss}
    assert changed(of.trace, of.program, 18, 19, 0) == parts


def test_the_focus_chooses_whose_numbers_are_known() -> None:
    of = case(Shape(2, (1,), ("tanh",), "half_squared_error"), examples=3)
    for n in range(3):
        assert known(of.trace, of.program, of.program.steps, n).z == [[of.trace.Z[0][n, 0]]]


def test_a_number_of_another_example_is_asked_for_by_its_row() -> None:
    of = case(Shape(2, (1,), ("tanh",), "half_squared_error"), examples=3)
    assert value_of(of.trace, "a1[0]@2", 0, of.rule) == of.trace.A[1][2, 0]
    with pytest.raises(RefError, match="this batch has rows 0 to 2"):
        value_of(of.trace, "a1[0]@3", 0, of.rule)


def test_a_large_network_is_read_in_milliseconds() -> None:
    of = case(Shape(64, (32, 16, 10), ("tanh", "tanh", "softmax"), "cross_entropy"), examples=8, scale=0.1)
    start = time.perf_counter()
    values = known(of.trace, of.program, of.program.steps, 0)
    assert time.perf_counter() - start < 0.1  # 2 ms at rest
    assert [field.name for field in fields(values)][:3] == ["x", "y", "z"]
