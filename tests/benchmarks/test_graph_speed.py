"""Milliseconds of CPU of an iteration of a graph, beside a loop that does as many operations by hand."""

from collections.abc import Callable
from statistics import median
from time import process_time

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.graph.passes import both_passes
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.models.graph.model import GraphModel
from backstep_lab.models.graph.setup import GraphSetup, build
from backstep_lab.spec.graph import GraphSpec

ROUNDS = 7
AIM_LARGEST = 10.0  # ms of an iteration with as many operations as there may be
AIM_TRAINED = 3_000  # iterations a second of a graph of 200 operations
WIDE = 3.0  # a busy machine may take so many times the aim
AIM_RATIO = 12.0  # of the time of multiplications alone


def setup(program: str) -> GraphSetup:
    return build(GraphSpec.model_validate({"graph": {"program": program}}))


def largest() -> GraphSetup:
    """Matrix products with activations, of nearly as many operations as there may be."""
    row = ", ".join(f"{(i * 7 % 19 - 9) / 20:.2f}" for i in range(16))
    W = ", ".join(f"[{row}]" for _ in range(16))
    found = setup(
        f"W = [{W}]\nx = [{row}]\nh = x\nfor t in range(12):\n    h = tanh(0.3*(W @ h) + x)\nL = sum(h*h)"
    )
    count = len(found.graph.operations)
    assert 0.85 * limits.MAX_GRAPH_OPERATIONS < count <= limits.MAX_GRAPH_OPERATIONS, count
    return found


def small() -> GraphSetup:
    """A recurrent net of about 200 operations."""
    found = setup(
        "W = [[0.5, -0.2, 0.1], [0.3, 0.4, -0.6], [0.2, 0.1, 0.7]]\nb = [0.1, 0, -0.1]\n"
        "h = [0.2, -0.4, 0.9]\n"
        "for t in range(10):\n    h = tanh(W @ h + b)\nL = sum((h - 0.3)²)"
    )
    count = len(found.graph.operations)
    assert 150 <= count <= 230, count
    return found


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The CPU time of a call: the median of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        started = process_time()
        for _ in range(times):
            work()
        rounds.append((process_time() - started) * 1000 / times)
    return median(rounds)


def by_hand(count: int) -> Callable[[], float]:
    """As many multiplications of Python floats, one by one in a list."""
    numbers = np.random.default_rng(1).uniform(0.9, 1.1, count).tolist()

    def work() -> float:
        values = [0.0] * count
        for i in range(1, count):
            values[i] = numbers[i] * numbers[i - 1]
        return values[-1]

    return work


def test_an_iteration_of_the_largest_graph() -> None:
    start = largest()
    count = len(start.graph.operations)
    whole = milliseconds(lambda: GraphIteration.compute(0, start), 5)
    passes = milliseconds(lambda: both_passes(start.plan, start.first_values()), 5)
    hand = milliseconds(by_hand(len(start.operations.all)), 5)
    print(f"\n{count} operations, {len(start.operations.all)} steps: {whole:.2f} ms, passes {passes:.2f} ms, "
          f"multiplications by hand {hand:.3f} ms")  # fmt: skip
    assert whole < AIM_LARGEST * WIDE
    assert whole < AIM_RATIO * hand


def test_training_a_graph_of_200_operations() -> None:
    start, model = small(), GraphModel()
    each = milliseconds(lambda: model.run(start, 200, None), 1) / 200
    print(f"\n{len(start.graph.operations)} operations: {1000 / each:.0f} iterations a second of CPU")
    assert 1000 / each > AIM_TRAINED / WIDE
