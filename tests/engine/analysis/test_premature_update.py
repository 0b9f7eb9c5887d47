"""Weights that move too early: the figures that only this order gives, and where both orders are the same."""

import numpy as np
from numpy.testing import assert_array_equal

from backstep_lab.engine.analysis.premature_update import update_during_backward
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.network import Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.training import UpdateRule, iterate, run
from backstep_lab.presets import PRESETS
from backstep_lab.presets.published import agrees
from tests.engine.building import data, flat, from_preset, start

MAZUR, MACLEOD = from_preset(PRESETS["mazur"]), from_preset(PRESETS["macleod"])
ROWS = ([[0.5, -1.0], [1.0, 0.25], [-0.75, 1.5]], [[1.0], [0.0], [1.0]])


def test_the_wrong_order_gives_the_errors_and_outputs_that_mazur_prints() -> None:
    plan, state = MAZUR
    errors = run(plan, state, 10_001, order=update_during_backward).losses
    after = run(plan, state, 10_000, order=update_during_backward).state.network.predict(plan.data.X)[0]
    assert agrees(".291027924", errors[1])
    assert agrees("3.5084786e-5", errors[10_000])
    assert agrees(".015912196", after[0])
    assert agrees(".984065734", after[1])


def test_the_wrong_order_gives_the_hidden_weights_that_macleod_prints() -> None:
    trace, _ = iterate(*MACLEOD, update_during_backward)
    printed = [[0.09916, 0.7978], [0.3972, 0.5928]]  # from steps that were rounded on the way
    np.testing.assert_allclose(trace.W_next[0], printed, atol=7e-5)


def test_both_orders_part_at_the_hidden_delta_and_not_before() -> None:
    right, wrong = iterate(*MAZUR)[0], iterate(*MAZUR, update_during_backward)[0]
    for name in ("Z", "A", "W", "b"):
        for ours, theirs in zip(getattr(right, name), getattr(wrong, name), strict=True):
            assert_array_equal(ours, theirs)
    assert_array_equal(right.delta[1], wrong.delta[1])
    assert_array_equal(right.W_next[1], wrong.W_next[1])
    assert (right.delta[0] != wrong.delta[0]).all()
    assert (right.W_next[0] != wrong.W_next[0]).all()


def test_a_network_of_one_layer_has_nothing_to_overtake() -> None:
    setting = from_preset(PRESETS["linear-by-hand"])
    assert_array_equal(flat(iterate(*setting)[0]), flat(iterate(*setting, update_during_backward)[0]))


def test_deep_networks_read_every_layer_above_anew() -> None:
    network = initialized(Shape(2, (3, 2, 1), ("tanh", "tanh", "sigmoid"), "half_squared_error"), "normal", 4)
    trace, _ = iterate(*start(network, data(*ROWS), UpdateRule(SGD(0.5), l2=0.1)), update_during_backward)
    for layer in (1, 2):
        handed = trace.delta[layer] @ trace.W_next[layer]
        np.testing.assert_allclose(trace.delta[layer - 1], handed * trace.slope[layer - 1], rtol=1e-14)
        mean = trace.delta[layer - 1].T @ trace.A[layer - 1] / 3
        np.testing.assert_allclose(trace.dW[layer - 1], mean + 0.1 * trace.W[layer - 1], rtol=1e-13)
        stepped = trace.W[layer - 1] - 0.5 * trace.dW[layer - 1]
        np.testing.assert_allclose(trace.W_next[layer - 1], stepped, rtol=1e-14)
