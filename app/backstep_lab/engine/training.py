"""Iterations: one kept whole as a trace, or many in a row; both by the same arithmetic, to the bit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count, repeat
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.backward import backward
from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.forward import forward, loss, reduce_terms
from backstep_lab.engine.functions.regularizers import penalty, penalty_gradient
from backstep_lab.engine.memory.arrays import Array, frozen, frozen_view, quiet, scalar
from backstep_lab.engine.memory.workspace import Workspace, discard, weight_mask, workspace
from backstep_lab.engine.network import Network
from backstep_lab.engine.optimizers import Optimizer, Rate
from backstep_lab.engine.products import added_in_order
from backstep_lab.engine.schedules import CONSTANT, Schedule
from backstep_lab.engine.trace import Memory, Overflow, Trace, first_overflow


@dataclass(frozen=True)
class UpdateRule:
    """How gradients become parameters: optimizer, penalties on the weights, and whether biases move."""

    optimizer: Optimizer
    l1: float = 0.0
    l2: float = 0.0
    train_biases: bool = True
    schedule: Schedule = CONSTANT

    @property
    def has_penalty(self) -> bool:
        """Whether the weights carry a penalty."""
        return self.l1 != 0.0 or self.l2 != 0.0

    def rate(self, clock: int) -> float:
        """η of the iteration that has `clock` others before it since the schedule began."""
        return self.optimizer.learning_rate * self.schedule.factor(clock)

    def rates(self, clock: int) -> Iterator[Array]:
        """η of iteration after iteration, as the optimizer reads it fastest."""
        if type(self.schedule) is Schedule:
            return repeat(scalar(self.optimizer.learning_rate))
        return (scalar(self.rate(t)) for t in count(clock))


Flags = NDArray[np.bool_]
# (workspace, rule, X1, Y, memory, memory_next, rate, age) → the loss without penalty: see `simultaneous`
IterationFunction = Callable[[Workspace, UpdateRule, Array, Array, Array, Array, Rate, int], float]


@dataclass(frozen=True, eq=False)
class TrainingPlan:
    """All that an iteration needs beside the state it starts from."""

    rule: UpdateRule
    batching: Batching
    data: Data


@dataclass(frozen=True, eq=False)
class TrainingState:
    """Where training stands between two iterations; `offset` examples of the epoch are already used.

    `age` counts the iterations since the optimizer began with an empty memory, `clock` those since the
    schedule began.
    """

    network: Network
    optimizer_state: Array
    epoch: int = 0
    offset: int = 0
    age: int = 0
    clock: int = 0

    @classmethod
    def start(cls, network: Network, rule: UpdateRule) -> "TrainingState":
        """The state before the first iteration."""
        size = rule.optimizer.state_size(network.shape.parameter_count)
        return cls(network, frozen(np.zeros(size)))

    def with_rule(
        self, network: Network, rule: UpdateRule, before: UpdateRule, *, reset_memory: bool
    ) -> "TrainingState":
        """This place with another network, and under a rule that takes over from `before`.

        With another optimizer, or `anew`, the memory is empty and its age 0; another schedule begins at its
        first iteration.
        """
        state = replace(self, network=network)
        if reset_memory or type(rule.optimizer) is not type(before.optimizer):
            state = replace(state, optimizer_state=TrainingState.start(network, rule).optimizer_state, age=0)
        elif not rule.train_biases:
            memory = state.optimizer_state.copy()
            forget(memory, ~weight_mask(network.shape))
            state = replace(state, optimizer_state=frozen_view(memory))
        return state if rule.schedule == before.schedule else replace(state, clock=0)


@dataclass(frozen=True, eq=False)
class Run:
    """What `run` did: the state after it, the loss of each iteration done, and what stopped it short."""

    state: TrainingState
    losses: Array
    overflow: Overflow | None = None


def update_after_backward(
    work: Workspace,
    rule: UpdateRule,
    X1: Array,
    Y: Array,
    memory: Array,
    memory_next: Array,
    rate: Rate,
    age: int,
) -> float:
    """Forward, loss, backward and update in a workspace that holds θ; gives the loss without penalty.

    No parameter moves before every gradient is known.
    """
    forward(work, X1)
    data_loss = loss(work, Y)
    backward(work, Y)
    gradient = work.gradient_data
    if rule.has_penalty:
        gradient = work.gradient
        np.copyto(gradient, work.gradient_data)
        gradient[work.is_weight] += penalty_gradient(work.theta[work.is_weight], rule.l1, rule.l2)
    rule.optimizer.update(work.theta, gradient, memory, work.theta_next, memory_next, rate, age)
    if not rule.train_biases:
        np.copyto(work.theta_next, work.theta, where=work.is_bias)
        if memory_next.size:
            forget(memory_next, work.is_bias)
    return data_loss


def forget(memory: Array, is_bias: Flags) -> None:
    """Empty the memory of parameters that do not move: one that is frozen remembers nothing."""
    memory.reshape(-1, len(is_bias))[:, is_bias] = 0.0


def iterate(
    plan: TrainingPlan, state: TrainingState, order: IterationFunction = update_after_backward
) -> tuple[Trace, TrainingState]:
    """One iteration, with every number of it kept.

    Where a number overflows, the trace says which and the state is returned as it was. `order` is how an
    iteration is done.
    """
    X1, Y = plan.batching.batch(plan.data, state.epoch, state.offset)
    work = workspace(state.network.shape, Y.shape[1])
    np.copyto(work.theta, state.network.theta)
    memory, memory_next = state.optimizer_state, np.empty_like(state.optimizer_state)
    rate = plan.rule.rate(state.clock)
    with quiet():
        data_loss = order(work, plan.rule, X1, Y, memory, memory_next, rate, state.age)
        weights_penalty = _penalty(work, plan.rule)
        is_finite = _all_finite(work, data_loss + weights_penalty, memory_next)
    if not plan.rule.has_penalty:
        np.copyto(work.gradient, work.gradient_data)
    buffer = frozen_view(work.buffer.copy())
    kept = Memory(plan.rule.optimizer.memory, memory, frozen_view(memory_next), state.age)
    trace = Trace(work.layout, X1[:-1].T, Y.T, buffer, data_loss, weights_penalty, rate, kept, None)
    if not is_finite:
        discard(work)
        return replace(trace, overflow=first_overflow(trace)), state
    epoch, offset = plan.batching.after(len(plan.data), state.epoch, state.offset)
    after = Network(state.network.shape, frozen(trace.network_next.theta))  # no view: states outlive traces
    return trace, TrainingState(after, memory_next, epoch, offset, state.age + 1, state.clock + 1)


def run(
    plan: TrainingPlan,
    state: TrainingState,
    iterations: int,
    until_loss: float | None = None,
    order: IterationFunction = update_after_backward,
) -> Run:
    """Up to `iterations` iterations, without keeping them; bit for bit what as many calls of `iterate` give.

    Stops after the first iteration whose loss is at most `until_loss`, and before one that overflows.
    """
    rule, theta = plan.rule, state.network.theta
    memory, memory_next = state.optimizer_state.copy(), np.empty_like(state.optimizer_state)
    losses: list[float] = []
    is_finite = True
    work = workspace(state.network.shape, min(plan.batching.size, len(plan.data)))
    works = {work.N: work}  # an epoch's last batch may be smaller
    np.copyto(work.theta, theta)
    with quiet():
        batches = plan.batching.batches(plan.data, state.epoch, state.offset, iterations)
        for (X1, Y), rate, age in zip(batches, rule.rates(state.clock), count(state.age), strict=False):
            if Y.shape[1] != work.N:
                work = works.get(Y.shape[1]) or workspace(state.network.shape, Y.shape[1])
                works[work.N] = work
                np.copyto(work.theta, theta)
            current = order(work, rule, X1, Y, memory, memory_next, rate, age)
            if rule.has_penalty:
                current += _penalty(work, rule)
            is_finite = _all_finite(work, current, memory_next)
            if not is_finite:
                discard(work)
                break
            np.copyto(work.theta, work.theta_next)
            theta, memory, memory_next = work.theta, memory_next, memory
            losses.append(current)
            if until_loss is not None and current <= until_loss:
                break
    place = plan.batching.after(len(plan.data), state.epoch, state.offset, len(losses))
    done = len(losses)
    network = Network(state.network.shape, frozen(theta))
    reached = TrainingState(network, frozen(memory), *place, state.age + done, state.clock + done)
    return Run(reached, frozen(losses), None if is_finite else iterate(plan, reached, order)[0].overflow)


def mean_loss(network: Network, data: Data) -> float:
    """The mean loss over a whole data set, without a penalty; inf where it overflows."""
    Z, A = network.forward(data.X)
    function = network.shape.loss_function
    terms = np.empty_like(data.Y)
    with quiet():
        function.terms(Z[-1].T, A[-1].T, data.Y.T, terms.T)
        per_example = np.empty(len(terms))
        reduce_terms(terms.T, function.reduction == "mean", per_example)
        mean = added_in_order(per_example) / len(per_example)
    return mean if np.isfinite(mean) else float("inf")


def _all_finite(work: Workspace, current: float, memory: Array) -> bool:
    return work.is_finite() and isfinite(current) and (not memory.size or bool(np.isfinite(memory).all()))


def _penalty(work: Workspace, rule: UpdateRule) -> float:
    return penalty(work.theta[work.is_weight], rule.l1, rule.l2) if rule.has_penalty else 0.0


CONVERGED = 1e-6  # largest gradient at which another thousand steps would not be seen on the page


def converged(trace: Trace, rule: UpdateRule) -> bool:
    """Whether the loss has stopped falling: no trained parameter has a gradient of CONVERGED or more.

    Speaks of the trace's own batch: only over the whole training set does it mean that training is over.
    """
    gradient = np.abs(trace.gradient)
    if not rule.train_biases:
        gradient = gradient[weight_mask(trace.shape)]
    return bool(gradient.max() < CONVERGED)
