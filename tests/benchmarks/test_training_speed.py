"""µs per training iteration of a 2-4-2-1 tanh network: ours, and PyTorch's eager mode in the same run.

Machines are noisy, so each round times all of them one after the other, and what counts is the median
of the rounds' ratios.
"""

from collections.abc import Callable
from importlib.util import find_spec
from statistics import median
from time import perf_counter

import numpy as np
import pytest

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.network import Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate, run

SHAPE = Shape(2, (4, 2, 1), ("tanh", "tanh", "tanh"), "half_squared_error")
BATCHES = (1, 10, 30, 250)
ROUNDS = 9
AIM_KEPT, AIM_TRAIN = 0.15, 0.10  # of PyTorch's time
Repeat = Callable[[int], None]


def start(examples: int) -> tuple[TrainingPlan, TrainingState]:
    rng = np.random.default_rng(1)
    rule = UpdateRule(SGD(0.03))
    data = Data(rng.uniform(-1, 1, (examples, 2)), rng.choice([-1.0, 1.0], (examples, 1)))
    return TrainingPlan(rule, Batching(examples), data), TrainingState.start(
        initialized(SHAPE, "xavier_uniform", 1), rule
    )


def kept(examples: int) -> Repeat:
    plan, begin = start(examples)

    def repeat(times: int) -> None:
        state = begin
        for _ in range(times):
            _, state = iterate(plan, state)

    return repeat


def trained(examples: int) -> Repeat:
    plan, begin = start(examples)

    def repeat(times: int) -> None:
        assert len(run(plan, begin, times).losses) == times

    return repeat


def eager(examples: int) -> Repeat:
    import torch  # type: ignore[import-not-found]

    torch.set_num_threads(1)
    plan, _ = start(examples)
    X, Y = torch.tensor(plan.data.X), torch.tensor(plan.data.Y)
    layers = [part for n, m in ((2, 4), (4, 2), (2, 1)) for part in (torch.nn.Linear(n, m), torch.nn.Tanh())]
    model = torch.nn.Sequential(*layers).double()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.03)

    def repeat(times: int) -> None:
        for _ in range(times):
            optimizer.zero_grad()
            (0.5 * (model(X) - Y).square().sum(1).mean()).backward()
            optimizer.step()

    return repeat


def microseconds(repeat: Repeat, times: int) -> float:
    begin = perf_counter()
    repeat(times)
    return (perf_counter() - begin) / times * 1e6


def measured(examples: int) -> tuple[float, ...]:
    """Medians: µs kept, µs in train, µs of PyTorch (nan without it), and the two ratios."""
    contestants = [(kept(examples), 1000), (trained(examples), 2000)]
    if find_spec("torch"):
        contestants.append((eager(examples), 200))
    for repeat, times in contestants:
        repeat(times // 10)
    rounds = [[microseconds(repeat, times) for repeat, times in contestants] for _ in range(ROUNDS)]
    rows = (
        [(*row, row[0] / row[-1], row[1] / row[-1]) for row in rounds]
        if len(contestants) == 3
        else [(*row, np.nan, np.nan, np.nan) for row in rounds]
    )
    return tuple(median(column) for column in zip(*rows, strict=True))


def test_an_iteration_takes_a_small_part_of_the_time_of_pytorch() -> None:
    table = {examples: measured(examples) for examples in BATCHES}
    print("\n2-4-2-1 tanh, µs per iteration (medians)")
    print(f"{'batch':>6}{'kept':>9}{'train':>9}{'PyTorch':>9}{'kept/P':>9}{'train/P':>9}")
    for examples, (kept_, train, torch_, kept_ratio, train_ratio) in table.items():
        print(f"{examples:6}{kept_:9.1f}{train:9.1f}{torch_:9.1f}{kept_ratio:9.3f}{train_ratio:9.3f}")
    if not find_spec("torch"):
        pytest.skip("without PyTorch there is nothing to compare with: make bench installs it")
    for examples, (*_, kept_ratio, train_ratio) in table.items():
        assert kept_ratio <= AIM_KEPT, (
            f"batch {examples}: {kept_ratio:.3f} of PyTorch's time with the trace kept"
        )
        assert train_ratio <= AIM_TRAIN, f"batch {examples}: {train_ratio:.3f} of PyTorch's time in train"
