from math import fsum, prod
from sys import float_info

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.numbers import value_of
from backstep_lab.stepping.paths import (
    Multiplications,
    count_of,
    multiplications,
    multiplications_of_all,
    paths,
)
from backstep_lab.stepping.refs import RefError
from tests.stepping.cases import Case, case, cases, mazur


@given(cases(), st.data())
def test_all_paths_add_up_to_the_gradient(case: Case, data: st.DataObject) -> None:
    shape = case.shape
    layer = data.draw(st.integers(1, shape.depth))
    j = data.draw(st.integers(0, shape.sizes[layer] - 1))
    k = data.draw(st.integers(0, shape.sizes[layer - 1] - 1))
    for ref in (f"dl/dW{layer}[{j},{k}]", f"dl/db{layer}[{j}]"):
        found = paths(case.trace, ref, case.focus)
        values = [path.value for path in found.paths]
        assert len(values) == found.count == count_of(shape, layer)
        share = value_of(case.trace, ref, case.focus, case.rule)
        assert share == found.gradient
        scale = max(map(abs, values))
        assert abs(fsum(values) - found.gradient) <= 1e-12 * scale + float_info.min
        assert all(path.value == prod(factor.value or 0.0 for factor in path.factors) for path in found.paths)


def test_mazurs_first_weight_reaches_the_loss_by_two_paths() -> None:
    of = mazur()
    found = paths(of.trace, "dW1[0,0]", 0)
    assert (found.count, found.gradient) == (2, 0.00043856773447434674)
    assert [path.units for path in found.paths] == [(0, 0), (0, 1)]
    assert [factor.ref for factor in found.paths[1].factors] == [
        *("x[0]", "f'(z1[0])", "W2[1,0]", "f'(z2[1])", "dL/da2[1]")
    ]


def test_a_fused_output_ends_a_path_with_its_delta() -> None:
    of = case(Shape(1, (2,), ("softmax",), "cross_entropy"))
    (path,) = paths(of.trace, "db1[1]", 0).paths
    assert [factor.ref for factor in path.factors] == ["delta1[1]"]


def test_more_paths_than_can_be_read_are_counted_and_not_written_out() -> None:
    of = case(Shape(1, (9, 30, 30, 30), ("tanh",) * 4, "half_squared_error"), scale=0.1)
    found = paths(of.trace, "dW1[0,0]", 0, limit=5)
    assert (found.count, len(found.paths)) == (27_000, 5)


def test_the_paths_of_another_example_are_asked_for_by_its_row() -> None:
    of = case(Shape(1, (1,), ("tanh",), "half_squared_error"), examples=2)
    assert paths(of.trace, "dl/dW1[0,0]@1", 0).gradient == paths(of.trace, "dl/dW1[0,0]", 1).gradient


def test_back_propagation_multiplies_less_than_walking_every_path() -> None:
    shape = mazur().shape
    assert multiplications(shape, 1, True) == Multiplications(along_paths=8, by_backpropagation=6)
    assert multiplications(shape, 2, True) == Multiplications(along_paths=2, by_backpropagation=2)
    assert multiplications_of_all(shape) == Multiplications(along_paths=54, by_backpropagation=16)


@given(cases())
def test_the_multiplications_along_paths_are_those_of_their_factors(case: Case) -> None:
    shape = case.shape
    for ref, of_weight in (("dW1[0,0]", True), ("db1[0]", False)):
        found = paths(case.trace, ref, case.focus)
        counted = multiplications(shape, 1, of_weight)
        assert counted.along_paths == sum(len(path.factors) - 1 for path in found.paths)
        assert counted.by_backpropagation <= counted.along_paths
    everything = multiplications_of_all(shape)
    assert everything.by_backpropagation <= everything.along_paths


@pytest.mark.parametrize("ref", ["W1[0,0]", "loss", "delta1[0]"])
def test_only_gradients_of_parameters_have_paths(ref: str) -> None:
    with pytest.raises(RefError, match="is no gradient of a weight or bias"):
        paths(mazur().trace, ref, 0)
