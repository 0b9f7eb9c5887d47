"""By stranger: PyTorch's own optimizers and schedulers over fifty iterations."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch  # type: ignore[import-not-found,unused-ignore]

from backstep_lab.engine.optimizers import OPTIMIZERS
from tests.oracle.cases import Array
from tests.oracle.descents import (
    DAMPENING,
    FILE,
    ITERATIONS,
    RATE,
    SHAPE,
    THETA,
    X,
    Y,
    first_memories,
    ours,
)

OPTIM: dict[str, Callable[[Any], torch.optim.Optimizer]] = {
    "sgd": lambda p: torch.optim.SGD(p, RATE),
    "momentum": lambda p: torch.optim.SGD(p, RATE, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, RATE, momentum=0.9, nesterov=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, RATE),
    "rmsprop": lambda p: torch.optim.RMSprop(p, RATE),
    "adam": lambda p: torch.optim.Adam(p, RATE),
    "adamw": lambda p: torch.optim.AdamW(p, RATE),
}
SCHEDULERS: dict[str, Callable[[torch.optim.Optimizer], Any]] = {
    "constant": lambda o: torch.optim.lr_scheduler.ConstantLR(o, 1.0),
    "step": lambda o: torch.optim.lr_scheduler.StepLR(o, 7, 0.5),
    "exponential": lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.95),
    "cosine": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 60),
}


def theirs(name: str, first: Callable[[Any], None] = lambda optimizer: None) -> Array:
    layers = [torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1)]
    model = torch.nn.Sequential(*layers).double()
    with torch.no_grad():
        for linear, matrix in zip((layers[0], layers[2]), SHAPE.matrices(THETA), strict=True):
            linear.weight.copy_(torch.tensor(matrix[:, :-1]))
            linear.bias.copy_(torch.tensor(matrix[:, -1]))
    optimizer = OPTIM[name](model.parameters())
    first(optimizer)
    thetas = []
    for _ in range(ITERATIONS):
        optimizer.zero_grad()
        error = model(torch.tensor(X)) - torch.tensor(Y)
        (0.5 * error**2).sum(dim=1).mean().backward()
        optimizer.step()
        flat = [
            np.concatenate([linear.weight.detach().numpy(), linear.bias.detach().numpy()[:, None]], axis=1)
            for linear in (layers[0], layers[2])
        ]
        thetas.append(np.concatenate([matrix.ravel() for matrix in flat]))
    return np.array(thetas)


def rates(name: str) -> Array:
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], 1.0)
    scheduler = SCHEDULERS[name](optimizer)
    rates = []
    for _ in range(ITERATIONS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return np.array(rates, dtype=np.float64)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_parameter_after_every_iteration_is_that_of_pytorch(name: str) -> None:
    np.testing.assert_allclose(ours(name), theirs(name), rtol=1e-12, atol=1e-14)


def remembering(**memory: float) -> Callable[[Any], None]:
    """Puts these numbers into the memory of every parameter."""

    def fill(optimizer: Any) -> None:
        for group in optimizer.param_groups:
            for p in group["params"]:
                optimizer.state[p]["step"] = torch.tensor(0.0)
                for name, value in memory.items():
                    optimizer.state[p][name] = torch.full_like(p, value)

    return fill


MEMORIES = {
    "momentum": ("momentum_buffer",),
    "nesterov": ("momentum_buffer",),
    "adagrad": ("sum",),
    "rmsprop": ("square_avg",),
    "adam": ("exp_avg", "exp_avg_sq"),
    "adamw": ("exp_avg", "exp_avg_sq"),
}


@pytest.mark.parametrize("name", MEMORIES)
def test_a_memory_that_begins_elsewhere_is_that_of_pytorch(name: str) -> None:
    first = first_memories(name)
    memory = dict(zip(MEMORIES[name], first.values(), strict=True))
    given = theirs(name, remembering(**memory))
    np.testing.assert_allclose(ours(name, **first), given, rtol=1e-12, atol=1e-14)
    assert np.abs(given[0] - theirs(name)[0]).max() > 1e-3


def test_dampened_momentum_is_that_of_pytorch_with_an_empty_buffer() -> None:
    OPTIM["dampened"] = lambda p: torch.optim.SGD(p, RATE, momentum=0.9, dampening=DAMPENING)
    given = theirs("dampened", remembering(momentum_buffer=0.0))
    np.testing.assert_allclose(ours("momentum", dampening=DAMPENING), given, rtol=1e-12, atol=1e-14)


def test_the_kept_descents_are_current_or_written_anew() -> None:
    current = {name: theirs(name) for name in OPTIMIZERS}
    current |= {f"schedule-{name}": rates(name) for name in SCHEDULERS}
    np.savez_compressed(FILE, allow_pickle=False, **current)
    assert FILE.stat().st_size < 60_000
