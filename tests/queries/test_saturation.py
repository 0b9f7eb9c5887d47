"""The hint at inputs so large that the first layer is saturated from the start."""

from typing import Any

import pytest

from backstep_lab.queries.saturation import SCALED, saturation
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.spec.resolve import spec_of

RAW = [[3750.0, 39.1], [3800.0, 39.5], [5700.0, 50.0], [5400.0, 48.7]]
HIDDEN_AND_OUTPUT = [{"units": 4, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}]


def session(X: list[list[float]] = RAW, *layers: dict[str, Any], **network: Any) -> Session:
    return Session.new(
        "s",
        spec_of(
            {
                "network": {"inputs": 2, "layers": list(layers) or HIDDEN_AND_OUTPUT, "seed": 3, **network},
                "data": {"X": X, "Y": [[0.0], [0.0], [1.0], [1.0]]},
            }
        ),
    )


def test_raw_columns_saturate_the_first_layer_and_scaling_ends_it() -> None:
    hint = saturation(session()).hint
    assert hint is not None
    assert (hint.share, hint.largest, hint.change) == (1.0, 5700.0, {"dataset": {"scale": "standard"}})
    assert hint.scaled_share < 0.5
    assert saturation(patched(session(), SCALED).end).hint is None


def test_it_is_about_the_initial_weights_however_far_training_went() -> None:
    trained = train(session(), 20, StopCriteria(), never_stop).session
    assert saturation(trained) == saturation(session())


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "identity", "softplus", "step"])
def test_a_layer_that_does_not_level_out_on_both_sides_is_never_saturated(activation: str) -> None:
    layers = [{"units": 4, "activation": activation}, {"units": 1, "activation": "sigmoid"}]
    assert saturation(session(RAW, *layers)).hint is None


def test_an_output_whose_delta_needs_no_slope_is_not_held_up() -> None:
    one = {"units": 1, "activation": "sigmoid"}
    assert saturation(session(RAW, one, loss="binary_cross_entropy")).hint is None
    assert saturation(session(RAW, one, loss="half_squared_error")).hint is not None


def test_small_inputs_and_large_weights_are_no_reason_to_scale() -> None:
    X = [[1.0, -2.0], [0.5, 1.5], [-1.0, 2.0], [1.0, 1.0]]
    parameters = {"W": [[[40.0, 30.0]] * 4, [[1.0] * 4]], "b": [[0.0] * 4, [0.0]]}
    assert saturation(session(X, parameters=parameters)).hint is None


def test_weights_that_saturate_scaled_inputs_too_get_no_advice_that_does_not_help() -> None:
    parameters = {"W": [[[400.0, 300.0]] * 4, [[1.0] * 4]], "b": [[900.0] * 4, [0.0]]}
    assert saturation(session(parameters=parameters)).hint is None


def test_generated_data_have_no_hint() -> None:
    spec = spec_of({"network": {"inputs": 2, "layers": HIDDEN_AND_OUTPUT}, "data": {"name": "moons"}})
    assert saturation(Session.new("s", spec)).hint is None
