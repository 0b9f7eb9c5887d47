"""Incorrect baseline: each layer's weights are updated during the backward pass.

A common mistake in calculations on paper: a weight is replaced as soon as its gradient is known, so delta of
the layers below is computed with the new weights. This order reproduces the errors .291027924 after one
iteration and .000035085 after 10,000 printed in Matt Mazur's "A Step by Step Backpropagation Example" (2015).
In the right order all gradients belong to the same weights (Rumelhart, Hinton & Williams 1986).
"""

import numpy as np

from backstep_lab.engine.backward import hidden_delta, output_delta, slopes
from backstep_lab.engine.forward import forward, loss
from backstep_lab.engine.functions.regularizers import penalty_gradient
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.workspace import Workspace
from backstep_lab.engine.optimizers import SGD, Rate
from backstep_lab.engine.training import UpdateRule


def update_during_backward(
    work: Workspace,
    rule: UpdateRule,
    X1: Array,
    Y: Array,
    memory: Array,
    memory_next: Array,
    learning_rate: Rate,
    optimizer_step: int,
) -> float:
    """Like `update_after_backward`, but delta of a layer is computed with the new weights of the layer above.

    Only for SGD, the only optimizer here that is applied layer by layer.
    """
    assert type(rule.optimizer) is SGD, f"{rule.optimizer.name} cannot be applied layer by layer"
    forward(work, X1)
    data_loss = loss(work, Y)
    before = work.theta.copy()
    slopes(work)
    output_delta(work, Y)
    for layer, pair in zip(range(work.shape.depth - 1, 0, -1), work.backward_pairs, strict=True):
        work.layers[layer].delta_dot()
        _update_layer(work, rule, work.shape.blocks[layer], learning_rate)
        hidden_delta(*pair)  # the mistake: `WT_dot` reads the new weights
    work.layers[0].delta_dot()
    _update_layer(work, rule, work.shape.blocks[0], learning_rate)
    np.copyto(work.theta_next, work.theta)
    np.copyto(work.theta, before)
    return data_loss


def _update_layer(work: Workspace, rule: UpdateRule, block: slice, learning_rate: Rate) -> None:
    """Update the parameters of one layer in place."""
    theta, gradient, trained = work.theta[block], work.gradient[block], work.is_weight[block]
    work.gradient_data[block] /= work.batch_divisor_array
    np.copyto(gradient, work.gradient_data[block])
    if rule.has_penalty:
        gradient[trained] += penalty_gradient(theta[trained], rule.l1, rule.l2)
    step = learning_rate * gradient
    if not rule.train_biases:
        step[~trained] = 0.0
    if rule.frozen:
        here = (block.start <= rule.frozen_places) & (rule.frozen_places < block.stop)
        step[rule.frozen_places[here] - block.start] = 0.0
    theta -= step
