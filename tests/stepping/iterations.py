"""300 random iterations, the same every time: all activations, losses, optimizers, penalties and schedules.

Among them are saturated units, outputs that are exactly right, weights and inputs of 0, batches of one and of
many, learning rates of 0 and schedules at their end, frozen biases, empty and full memories.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.functions.conventions import Conventions
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.memory.arrays import frozen
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import OPTIMIZERS, Optimizer
from backstep_lab.engine.schedules import CONSTANT, Cosine, Exponential, StepDown
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate
from backstep_lab.stepping.program import Program
from tests.stepping.cases import HIDDEN, OUTPUTS, PENALTIES, Case

COUNT = 300
_SCALES = (0.0, 0.1, 1.0, 1.0, 3.0, 12.0, 40.0)
_RATES = (0.0, 1e-9, 0.01, 0.3, 0.5, 2.0)
_SHARES = (0.0, 0.3, 0.9)  # of μ, ρ, β
_SCHEDULES = (CONSTANT, CONSTANT, CONSTANT, StepDown(2, 0.5), Exponential(0.9), Cosine(5))


@cache
def iterations() -> tuple[Case, ...]:
    """The iterations, each without overflow."""
    found: list[Case] = []
    seed = 0
    while len(found) < COUNT:
        case = _iteration(np.random.default_rng(seed), len(found))
        found += [case] if case else []
        seed += 1
    return tuple(found)


def _iteration(rng: np.random.Generator, place: int) -> Case | None:
    shape = _shape(rng, place)
    N = int(rng.choice((1, 1, 1, 2, 3, 4, 5, 9, 70)))
    X, Y = _inputs(rng, shape, N), _targets(rng, shape, N)
    theta = rng.choice(_SCALES) * rng.standard_normal(shape.parameter_count)
    if rng.random() < 0.4:
        theta = np.round(theta, 1)
    theta[rng.random(theta.size) < 0.05] = 0.0
    l1, l2 = PENALTIES[int(rng.integers(0, 4)) if rng.random() < 0.4 else 0]
    rule = UpdateRule(_optimizer(rng), l1, l2, bool(rng.random() < 0.8), _SCHEDULES[int(rng.integers(0, 6))])
    if rng.random() < 0.2:
        rule = replace(rule, frozen=(0, shape.parameter_count - 1))
    return _read(rng, Network(shape, frozen(theta)), X, Y, rule)


def _shape(rng: np.random.Generator, place: int) -> Shape:
    activation, loss = OUTPUTS[place % len(OUTPUTS)] if rng.random() < 0.6 else OUTPUTS[-1 - place % 3]
    hidden = [HIDDEN[int(i)] for i in rng.integers(0, len(HIDDEN), int(rng.integers(0, 3)))]
    hidden = [] if LOSSES[loss].is_rule else hidden
    units = tuple(int(n) for n in rng.integers(1, 5, len(hidden) + 1))
    conventions = Conventions(batch_reduction="sum" if place % 3 == 0 else "mean")
    return Shape(int(rng.integers(1, 5)), units, (*hidden, activation), loss, conventions)


def _inputs(rng: np.random.Generator, shape: Shape, N: int) -> Any:
    X = rng.standard_normal((N, shape.inputs))
    X = np.round(X, 1) if rng.random() < 0.4 else X
    return np.where(rng.random(X.shape) < 0.1, 0.0, X)


def _targets(rng: np.random.Generator, shape: Shape, N: int) -> Any:
    size = (N, shape.outputs)
    if shape.loss == "hinge":
        return rng.choice((-1.0, 1.0), size)
    if shape.loss == "cross_entropy":
        whole = np.eye(shape.outputs)[rng.integers(0, shape.outputs, N)]
        shares = rng.random(size) + 0.01
        return whole if rng.random() < 0.6 else shares / shares.sum(axis=1, keepdims=True)
    if shape.loss == "perceptron" or rng.random() < 0.6:
        return rng.integers(0, 2, size).astype(float)
    return np.round(rng.random(size), 2)


def _optimizer(rng: np.random.Generator) -> Optimizer:
    kind = OPTIMIZERS[str(rng.choice([*OPTIMIZERS, "sgd", "sgd", "sgd"]))]
    optimizer: Any = kind(float(rng.choice(_RATES)))
    for name in ("momentum", "rho", "beta1", "beta2"):
        if hasattr(optimizer, name):
            optimizer = replace(optimizer, **{name: float(rng.choice(_SHARES))})
    if hasattr(optimizer, "weight_decay"):
        optimizer = replace(optimizer, weight_decay=float(rng.choice((0.0, 0.01, 0.1))))
    if hasattr(optimizer, "dampening") and rng.random() < 0.5:
        optimizer = replace(optimizer, dampening=float(rng.choice((0.25, 0.9))))
    if hasattr(optimizer, "epsilon") and rng.random() < 0.3:
        optimizer = replace(optimizer, epsilon=0.0)
    for name in optimizer.memory:
        if rng.random() < 0.2:
            optimizer = replace(optimizer, **{f"first_{name}": 0.5})
    assert isinstance(optimizer, Optimizer)
    return optimizer


def _read(rng: np.random.Generator, network: Network, X: Any, Y: Any, rule: UpdateRule) -> Case | None:
    N, count = len(X), network.shape.parameter_count
    plan = TrainingPlan(rule, Batching(N), Data(frozen(X), frozen(Y)))
    optimizer_step = int(rng.choice((0, 0, 1, 7)))
    memory = rng.random(len(rule.optimizer.memory) * count) * (optimizer_step > 0)
    state = replace(
        TrainingState.start(network, rule),
        optimizer_state=frozen(memory),
        optimizer_step=optimizer_step,
        schedule_step=int(rng.choice((0, 3, 5))),
    )
    trace, _ = iterate(plan, state)
    if trace.overflow is not None:
        return None
    program = Program.of(network.shape, N, rule.train_biases, rule.has_penalty, rule.optimizer.memory)
    return Case(trace, program, rule, int(rng.integers(0, N)))
