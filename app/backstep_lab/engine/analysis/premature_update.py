"""Gradient descent that does not wait: a layer's weights move before the layers below have their δ.

The well-known slip of computing by hand, where a weight is crossed out as soon as its gradient is there. It
is the order behind the errors .291027924 after one iteration and .000035085 after 10,000 that are printed in
Matt Mazur's "A Step by Step Backpropagation Example" (2015). The right order is in Rumelhart, Hinton &
Williams 1986: all gradients belong to one and the same set of weights.
"""

import numpy as np

from backstep_lab.engine.backward import hand_down, output_delta
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
    rate: Rate,
    age: int,
) -> float:
    """An iteration like `simultaneous`, but δ of a layer goes through the new weights of the layer above.

    Only for SGD, whose step of one layer needs nothing of the others.
    """
    assert type(rule.optimizer) is SGD, f"{rule.optimizer.name} does not move layer by layer"
    forward(work, X1)
    data_loss = loss(work, Y)
    before = work.theta.copy()
    output_delta(work, Y)
    for layer, descent in zip(range(work.shape.depth - 1, 0, -1), work.downwards, strict=True):
        work.layers[layer].add_up()
        _move(work, rule, work.shape.blocks[layer], rate)
        hand_down(*descent)  # too late: the weights of the forward pass are gone
    work.layers[0].add_up()
    _move(work, rule, work.shape.blocks[0], rate)
    np.copyto(work.theta_next, work.theta)
    np.copyto(work.theta, before)
    return data_loss


def _move(work: Workspace, rule: UpdateRule, block: slice, rate: Rate) -> None:
    """Give one layer its new parameters, in place."""
    theta, gradient, trained = work.theta[block], work.gradient[block], work.is_weight[block]
    work.gradient_data[block] /= work.examples
    np.copyto(gradient, work.gradient_data[block])
    if rule.has_penalty:
        gradient[trained] += penalty_gradient(theta[trained], rule.l1, rule.l2)
    if rule.train_biases:
        theta -= rate * gradient
    else:
        theta[trained] -= rate * gradient[trained]
