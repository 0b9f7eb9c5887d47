"""By stranger: PyTorch computes random programs, and every value and gradient must be the same."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
import torch  # type: ignore[import-not-found,unused-ignore]

from backstep_lab.engine.graph.forward_mode import tangents
from backstep_lab.engine.graph.functions import FUNCTIONS
from backstep_lab.engine.graph.graph import CONSTANT, LEAF
from backstep_lab.engine.graph.passes import Passes
from backstep_lab.engine.graph.plan import Plan
from backstep_lab.language.errors import ProgramError
from tests.engine.graph.building import passes, plan
from tests.oracle.programs import COUNT, UNARY, Program, program

TOLERANCE = 1e-12


def near(ours: float, theirs: float, size: float) -> bool:
    """Whether two numbers are the same but for the roundings of numbers of this size."""
    return abs(ours - theirs) <= TOLERANCE * max(1.0, size, abs(theirs))


def read(one: Program) -> Plan | None:
    """The plan of a program; None where it has more operations than a program may have."""
    try:
        return plan(one.text)
    except ProgramError as error:
        if error.key in ("program-too-large", "program-too-many-numbers", "program-too-many-axes"):
            return None
        raise


@pytest.mark.parametrize("seed", range(COUNT))
def test_every_value_and_gradient_of_a_program_is_that_of_pytorch(seed: int) -> None:
    one = program(seed)
    ours = read(one)
    if ours is None:
        return
    found, (env, gradients) = passes(ours), one.run()
    assert found.failed is None, one.text
    for name, expected in values(one, env).items():
        nodes = latest(ours, name, len(expected))
        for node, theirs in zip(nodes, expected, strict=True):
            assert near(found.values[node], theirs, 1.0), (name, one.text)
    for leaf, gradient in gradients.items():
        nodes = next(variable.nodes for variable in ours.graph.variables if variable.name == leaf)
        for node, theirs in zip(nodes, gradient.flatten().tolist(), strict=True):
            assert near(found.gradients[node], theirs, size_of(ours, found, node)), (leaf, one.text)


def values(one: Program, env: dict[str, Any]) -> dict[str, list[float]]:
    """The last value of every name."""
    names = {line.split(" ")[0].partition("[")[0] for line in one.lines if line[0] not in "# "}
    return {name: env[name].detach().flatten().tolist() for name in names if name in env}


def latest(ours: Plan, name: str, count: int) -> tuple[int, ...]:
    """The nodes of a name's last value; `h[-1]`, which stands beside its array, is none."""
    variables = [variable for variable in ours.graph.variables if variable.name == name]
    return [variable.nodes for variable in variables if len(variable.nodes) == count][-1]


def size_of(ours: Plan, found: Passes, node: int) -> float:
    """The sum of the absolute messages of a node."""
    place = [receiver.node for receiver in ours.receivers].index(node)
    return sum(map(abs, found.messages[place]))


@pytest.mark.parametrize("seed", range(0, COUNT, 5))
def test_forward_mode_is_reverse_mode(seed: int) -> None:
    ours = read(program(seed))
    if ours is None:
        return
    found = passes(ours)
    for leaf in ours.graph.leaves:
        forward = {tangent.node: tangent.value for tangent in tangents(ours, found.values, leaf)}
        apart = abs(forward.get(ours.graph.target, 0.0) - found.gradients[leaf])
        assert apart <= 1e-13 * max(1.0, size_of(ours, found, leaf))


def test_the_programs_have_every_construct() -> None:
    programs = [program(seed) for seed in range(COUNT)]
    used = sum((one.used for one in programs), Counter[str]())
    assert set(UNARY) <= set(used)
    assert min(used.values()) >= 10, used
    assert len(used) >= 60, used
    plans = [one for one in map(read, programs) if one is not None]
    assert len(plans) > 0.9 * COUNT
    sizes = [len(one.graph.operations) for one in plans]
    assert np.median(sizes) > 60
    assert max(sizes) > 800
    functions = {node.function for one in plans for node in one.graph.nodes}
    assert functions == {*FUNCTIONS, LEAF, CONSTANT}


TIES: dict[str, tuple[str, Any]] = {
    "max": ("max(x, y)", lambda x, y: torch.maximum(x, y)),
    "min": ("min(x, y)", lambda x, y: torch.minimum(x, y)),
    "max of an array": ("max([x, y, x])", lambda x, y: torch.stack([x, y, x]).amax()),
    "min of an array": ("min([x, y, 5])", lambda x, y: torch.stack([x, y, torch.tensor(5.0)]).amin()),
    "relu": ("relu(x - y)", lambda x, y: torch.relu(x - y)),
    "leaky_relu": ("leaky_relu(x - y)", lambda x, y: torch.nn.functional.leaky_relu(x - y)),
    "elu": ("elu(x - y)", lambda x, y: torch.nn.functional.elu(x - y)),
    "abs": ("abs(x - y)", lambda x, y: torch.abs(x - y)),
    "a power of 0": ("(x - y)**2", lambda x, y: (x - y) ** 2),
    "0 to the power 0": ("(x - y)**(x - y)", lambda x, y: (x - y) ** (x - y)),
    "0 to a power": ("(x - y)**x", lambda x, y: (x - y) ** x),
}


@pytest.mark.parametrize("tie", TIES)
def test_at_a_kink_the_subgradient_is_that_of_pytorch(tie: str) -> None:
    text, function = TIES[tie]
    ours = plan(f"x = 2\ny = 2\nL = {text}")
    found = passes(ours)
    x, y = (torch.tensor(2.0, dtype=torch.float64, requires_grad=True) for _ in range(2))
    theirs = torch.autograd.grad(function(x, y), [x, y])
    assert found.failed is None
    assert [found.gradients[ours.graph.by_ref[name]] for name in "xy"] == [float(one) for one in theirs]
