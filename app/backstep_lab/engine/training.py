"""Training: one iteration kept as a trace (`iterate`), or many without traces (`run`), to the same bits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count, repeat
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.backward import backward
from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.forward import forward, loss
from backstep_lab.engine.functions.regularizers import penalty, penalty_gradient
from backstep_lab.engine.memory.arrays import Array, frozen, frozen_view, quiet, scalar
from backstep_lab.engine.memory.workspace import Workspace, discard, weight_mask, workspace
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import Optimizer, Rate
from backstep_lab.engine.products import added_in_order
from backstep_lab.engine.schedules import CONSTANT, Schedule
from backstep_lab.engine.trace import OptimizerMemory, Overflow, Trace, first_overflow


@dataclass(frozen=True)
class UpdateRule:
    """How parameters are updated: optimizer, penalties on the weights, what moves, and schedule.

    Biases move with `train_biases`, but the parameters at the places `frozen` of θ never do.
    """

    optimizer: Optimizer
    l1: float = 0.0
    l2: float = 0.0
    train_biases: bool = True
    schedule: Schedule = CONSTANT
    frozen: tuple[int, ...] = ()

    @cached_property
    def frozen_places(self) -> NDArray[np.intp]:
        """`frozen` as an index."""
        return np.array(self.frozen, dtype=np.intp)

    @property
    def has_penalty(self) -> bool:
        """Whether there is a penalty on the weights."""
        return self.l1 != 0.0 or self.l2 != 0.0

    def learning_rate_at(self, schedule_step: int) -> float:
        """η of the iteration at this step of the schedule, counted from 0."""
        return self.optimizer.learning_rate * self.schedule.factor(schedule_step)

    def learning_rates(self, schedule_step: int) -> Iterator[Array]:
        """η of each iteration from this step of the schedule on, as 0-d arrays, which numpy reads fastest."""
        if type(self.schedule) is Schedule:
            return repeat(scalar(self.optimizer.learning_rate))
        return (scalar(self.learning_rate_at(step)) for step in count(schedule_step))


Flags = NDArray[np.bool_]
# The arguments of `update_after_backward`, and the loss without a penalty
IterationFunction = Callable[[Workspace, UpdateRule, Array, Array, Array, Array, Rate, int], float]


@dataclass(frozen=True, eq=False)
class TrainingPlan:
    """What stays the same from iteration to iteration: update rule, batching and training data."""

    rule: UpdateRule
    batching: Batching
    data: Data


@dataclass(frozen=True, eq=False)
class TrainingState:
    """The state of training between two iterations.

    `offset` examples of the epoch are already used. `optimizer_step` counts the iterations since the
    optimizer's memory was empty, `schedule_step` those since the schedule began.
    """

    network: Network
    optimizer_state: Array
    epoch: int = 0
    offset: int = 0
    optimizer_step: int = 0
    schedule_step: int = 0

    @classmethod
    def start(cls, network: Network, rule: UpdateRule) -> "TrainingState":
        """The state before the first iteration."""
        memory = rule.optimizer.first_state(network.shape.parameter_count)
        _clear_untrained(memory, rule, network.shape)
        return cls(network, frozen(memory))

    def with_rule(
        self, network: Network, rule: UpdateRule, before: UpdateRule, *, reset_memory: bool
    ) -> "TrainingState":
        """This state with another network, and with a rule that replaces the rule `before`.

        Another optimizer, another first memory, or `reset_memory`, begins the memory anew and sets
        `optimizer_step` to 0; another schedule begins at step 0.
        """
        state = replace(self, network=network)
        is_other = type(rule.optimizer) is not type(before.optimizer)
        if reset_memory or is_other or rule.optimizer.first_memory != before.optimizer.first_memory:
            first = TrainingState.start(network, rule).optimizer_state
            state = replace(state, optimizer_state=first, optimizer_step=0)
        elif not rule.train_biases or rule.frozen:
            memory = state.optimizer_state.copy()
            _clear_untrained(memory, rule, network.shape)
            state = replace(state, optimizer_state=frozen_view(memory))
        return state if rule.schedule == before.schedule else replace(state, schedule_step=0)


@dataclass(frozen=True, eq=False)
class TrainingResult:
    """The state after `run`, the loss of each iteration done, and the overflow that ended it, if one did."""

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
    learning_rate: Rate,
    optimizer_step: int,
) -> float:
    """Forward, loss, backward and update of the θ in a workspace; returns the loss without a penalty.

    X1 (n₀ + 1, N) and Y (n_L, N) are the batch, `memory` and `memory_next` the optimizer's, before and after.
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
    rule.optimizer.update(
        work.theta, gradient, memory, work.theta_next, memory_next, learning_rate, optimizer_step
    )
    if not rule.train_biases:
        np.copyto(work.theta_next, work.theta, where=work.is_bias)
        if memory_next.size:
            clear_memory(memory_next, work.is_bias, len(work.theta))
    if rule.frozen:
        work.theta_next[rule.frozen_places] = work.theta[rule.frozen_places]
        if memory_next.size:
            clear_memory(memory_next, rule.frozen_places, len(work.theta))
    return data_loss


def clear_memory(memory: Array, places: Flags | NDArray[np.intp], parameters: int) -> None:
    """Set the optimizer's memory of some parameters to 0, which is that of parameters that do not move."""
    memory.reshape(-1, parameters)[:, places] = 0.0


def _clear_untrained(memory: Array, rule: UpdateRule, shape: Shape) -> None:
    """The memory of all parameters that do not move set to 0."""
    if not rule.train_biases:
        clear_memory(memory, ~weight_mask(shape), shape.parameter_count)
    if rule.frozen:
        clear_memory(memory, rule.frozen_places, shape.parameter_count)


def iterate(
    plan: TrainingPlan, state: TrainingState, order: IterationFunction = update_after_backward
) -> tuple[Trace, TrainingState]:
    """One iteration as a trace, and the state after it.

    Where a number overflows, `trace.overflow` names it and the state returned is the one given. `order` is
    the order of computing gradients and updates.
    """
    X1, Y = plan.batching.batch(plan.data, state.epoch, state.offset)
    work = workspace(state.network.shape, Y.shape[1])
    np.copyto(work.theta, state.network.theta)
    memory, memory_next = state.optimizer_state, np.empty_like(state.optimizer_state)
    learning_rate = plan.rule.learning_rate_at(state.schedule_step)
    with quiet():
        data_loss = order(work, plan.rule, X1, Y, memory, memory_next, learning_rate, state.optimizer_step)
        weights_penalty = _penalty(work, plan.rule)
        is_finite = _all_finite(work, data_loss + weights_penalty, memory_next)
    if not plan.rule.has_penalty:
        np.copyto(work.gradient, work.gradient_data)
    buffer = frozen_view(work.buffer.copy())
    kept = OptimizerMemory(plan.rule.optimizer.memory, memory, frozen_view(memory_next), state.optimizer_step)
    trace = Trace(work.layout, X1[:-1].T, Y.T, buffer, data_loss, weights_penalty, learning_rate, kept, None)
    if not is_finite:
        discard(work)
        return replace(trace, overflow=first_overflow(trace)), state
    epoch, offset = plan.batching.after(len(plan.data), state.epoch, state.offset)
    after = Network(state.network.shape, frozen(trace.network_next.theta))  # no view: states outlive traces
    steps = state.optimizer_step + 1, state.schedule_step + 1
    return trace, TrainingState(after, memory_next, epoch, offset, *steps)


def run(
    plan: TrainingPlan,
    state: TrainingState,
    iterations: int,
    until_loss: float | None = None,
    order: IterationFunction = update_after_backward,
) -> TrainingResult:
    """Up to `iterations` iterations without traces; the state is bit for bit that of as many `iterate` calls.

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
        learning_rates, optimizer_steps = (
            rule.learning_rates(state.schedule_step),
            count(state.optimizer_step),
        )
        for (X1, Y), rate, step in zip(batches, learning_rates, optimizer_steps, strict=False):
            if Y.shape[1] != work.N:
                work = works.get(Y.shape[1]) or workspace(state.network.shape, Y.shape[1])
                works[work.N] = work
                np.copyto(work.theta, theta)
            current = order(work, rule, X1, Y, memory, memory_next, rate, step)
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
    done = len(losses)
    epoch, offset = plan.batching.after(len(plan.data), state.epoch, state.offset, done)
    network = Network(state.network.shape, frozen(theta))
    steps = state.optimizer_step + done, state.schedule_step + done
    reached = TrainingState(network, frozen(memory), epoch, offset, *steps)
    return TrainingResult(
        reached, frozen(losses), None if is_finite else iterate(plan, reached, order)[0].overflow
    )


def mean_loss(network: Network, data: Data) -> float:
    """The mean loss over a whole data set, without a penalty; inf where it overflows."""
    Z, A = network.forward(data.X)
    function = network.shape.loss_function
    terms = np.empty_like(data.Y)
    with quiet():
        function.terms(Z[-1].T, A[-1].T, data.Y.T, terms.T)
        per_example = np.empty(len(terms))
        function.reduce(terms.T, per_example)
        mean = added_in_order(per_example) / len(per_example)
    return mean if np.isfinite(mean) else float("inf")


def _all_finite(work: Workspace, current: float, memory: Array) -> bool:
    return work.is_finite() and isfinite(current) and (not memory.size or bool(np.isfinite(memory).all()))


def _penalty(work: Workspace, rule: UpdateRule) -> float:
    return penalty(work.theta[work.is_weight], rule.l1, rule.l2) if rule.has_penalty else 0.0


CONVERGED = 1e-6  # gradients below this change no printed digit in a thousand iterations


def converged(trace: Trace, rule: UpdateRule) -> bool:
    """Whether every trained parameter has a gradient below CONVERGED in absolute value.

    The gradient is that of the trace's batch: only for the whole training set does it mean convergence.
    """
    gradient = np.abs(trace.gradient)
    if not rule.train_biases:
        gradient[~weight_mask(trace.shape)] = 0.0
    gradient[rule.frozen_places] = 0.0
    return bool(gradient.max() < CONVERGED)
