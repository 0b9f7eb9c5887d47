"""By stranger: PyTorch goes the same way as a session that is edited in the middle of its iterations."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import torch  # type: ignore[import-not-found,unused-ignore]

from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.navigation import advance
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.undo import undone
from backstep_lab.spec.resolve import spec_of
from backstep_lab.stepping.cursor import Unit
from tests.oracle.cases import Draw
from tests.oracle.kept import differences
from tests.oracle.stranger import ACTIVATIONS, LOSSES, parameters

COUNT, EVENTS = 40, 14
UNITS: tuple[Unit, ...] = ("term", "neuron", "layer", "iteration", "iteration")
OPTIMIZERS = {
    "sgd": lambda p, rate: torch.optim.SGD(p, rate),
    "momentum": lambda p, rate: torch.optim.SGD(p, rate, momentum=0.9),
    "adam": lambda p, rate: torch.optim.Adam(p, rate),
}


@dataclass(frozen=True)
class Edit:
    """A change that acts from the start of an iteration, as the call that makes it says it."""

    iteration: int
    change: dict[str, Any]
    row: int


@dataclass(frozen=True)
class Way:
    """What a session began with and the edits that hold in the end."""

    body: dict[str, Any]
    edits: list[Edit]


def walked(number: int) -> tuple[Session, Way]:
    """A session after random steps, edits and edits taken back, at the end of an iteration."""
    draw = Draw(20_000 + number)
    loss, last = draw.one_of(["half_squared_error mean", "binary_cross_entropy sigmoid"]).split()
    layers = [
        {"units": draw.whole(1, 4), "activation": draw.one_of(["tanh", "sigmoid", "softplus", "silu"])},
        {"units": draw.whole(1, 3), "activation": "identity" if last == "mean" else last},
    ]
    inputs, examples = draw.whole(1, 3), draw.whole(1, 4)
    body = {
        "network": {"inputs": inputs, "layers": layers, "loss": loss, "seed": number},
        "data": {
            "name": "custom",
            "X": draw.array(examples, inputs).tolist(),
            "Y": (0.5 * (1.0 + draw.array(examples, int(str(layers[-1]["units"]))))).tolist(),
        },
        "training": {
            "optimizer": {"name": draw.one_of(list(OPTIMIZERS)), "learning_rate": 0.1},
            "batch_size": "all",
            "l2": 0.01 if draw.chance(0.3) else 0.0,
        },
    }
    session = Session.new("edited", spec_of(body))
    edits: list[Edit] = []
    for _ in range(EVENTS):
        if draw.chance(0.5):
            session = advance(session, draw.one_of(list(UNITS)), 1).end  # type: ignore[arg-type]
        elif edits and draw.chance(0.2):
            session = undone(session)
            edits.pop()
        else:
            change = change_of(draw, session)
            row = session.current.row(session.focus)
            edits.append(Edit(session.iteration + session.is_complete, change, row))
            session = patched(session, change).end
    if not session.is_complete:
        session = advance(session, "iteration", 1).end
    return session, Way(body, edits)


def change_of(draw: Draw, session: Session) -> dict[str, Any]:
    shape = session.current.setup.shape
    layer = draw.whole(1, shape.depth)
    j, k = draw.whole(0, shape.units[layer - 1] - 1), draw.whole(0, shape.sizes[layer - 1] - 1)
    kind, value = draw.one_of(["W", "b", "x", "y", "rate"]), draw.between(-1.0, 1.0)
    if kind == "rate":
        name = session.current.setup.plan.rule.optimizer.name
        rate = draw.between(0.01, 0.5)
        return {"training": {"optimizer": {"name": name, "learning_rate": rate}}}
    if kind in ("W", "b"):
        return {"parameters": {f"W{layer}[{j},{k}]" if kind == "W" else f"b{layer}[{j}]": value}}
    if kind == "x":
        return {"data": {f"x[{draw.whole(0, shape.inputs - 1)}]": value}}
    return {"data": {f"y[{draw.whole(0, shape.outputs - 1)}]": 0.5 * (1.0 + value)}}


def places(ref: str) -> tuple[str, int, tuple[int, ...]]:
    """Of W2[0,1]: W, 2, (0, 1); of x[0]: x, 0, (0,)."""
    name, _, inside = ref.removesuffix("]").partition("[")
    return name[0], int(name[1:] or 0), tuple(map(int, inside.split(",")))


def torch_figures(session: Session, way: Way) -> dict[str, np.ndarray]:
    """The last iteration by PyTorch, from the very start with the edits on the way."""
    first = Session.new("first", spec_of(way.body)).current.setup
    network, training = first.state.network, way.body["training"]
    layers = [parameters(np.array(W), np.array(b)) for W, b in zip(network.W, network.b, strict=True)]
    X, Y = (torch.tensor(way.body["data"][name], dtype=torch.float64) for name in "XY")
    trained = [p for layer in layers for p in (layer.weight, layer.bias)]
    optimizer = OPTIMIZERS[training["optimizer"]["name"]](trained, training["optimizer"]["learning_rate"])
    found: dict[str, Any] = {}
    for iteration in range(session.iteration + 1):
        for edit in way.edits:
            if edit.iteration == iteration:
                apply(edit, layers, X, Y, optimizer)
        optimizer.zero_grad()
        found = figures_of(layers, X, Y, network.shape)
        penalty = 0.5 * training["l2"] * sum(layer.weight.square().sum() for layer in layers)
        loss = found["example_loss"].mean() + penalty
        loss.backward()
        found["loss"] = loss.reshape(1)
        for number, layer in enumerate(layers, start=1):
            found[f"delta{number}"] = found[f"z{number}"].grad * len(X)
            found |= {f"dW{number}": layer.weight.grad.clone(), f"db{number}": layer.bias.grad.clone()}
        optimizer.step()
    for number, layer in enumerate(layers, start=1):
        found |= {f"W_next{number}": layer.weight, f"b_next{number}": layer.bias}
    return {name: tensor.detach().numpy() for name, tensor in found.items()}


def apply(edit: Edit, layers: list[Any], X: Any, Y: Any, optimizer: Any) -> None:
    with torch.no_grad():
        for ref, value in {**edit.change.get("parameters", {}), **edit.change.get("data", {})}.items():
            name, layer, at = places(ref)
            if name in "xy":
                (X if name == "x" else Y)[edit.row, at[0]] = value
            else:
                (layers[layer - 1].weight if name == "W" else layers[layer - 1].bias)[at] = value
    for group in optimizer.param_groups if "training" in edit.change else ():
        group["lr"] = edit.change["training"]["optimizer"]["learning_rate"]


def figures_of(layers: list[Any], X: Any, Y: Any, shape: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    a = X
    for number, (layer, name) in enumerate(zip(layers, shape.activations, strict=True), start=1):
        z = layer(a)
        z.retain_grad()
        a = ACTIVATIONS[name](z)
        found |= {f"z{number}": z, f"a{number}": a}
    return found | {"example_loss": LOSSES[shape.loss](z, a, Y)}


def our_figures(session: Session) -> dict[str, np.ndarray]:
    trace = layered(session).trace
    named = {"loss": np.array([trace.loss]), "example_loss": trace.example_loss}
    quantities = {"z": trace.Z, "a": trace.A[1:], "delta": trace.delta, "dW": trace.dW, "db": trace.db}
    quantities |= {"W_next": trace.W_next, "b_next": trace.b_next}
    for name, arrays in quantities.items():
        named |= {f"{name}{layer}": array for layer, array in enumerate(arrays, start=1)}
    return named


@pytest.mark.parametrize("number", range(COUNT))
def test_an_edited_session_has_the_numbers_of_pytorch(number: int) -> None:
    session, way = walked(number)
    assert not differences(our_figures(session), torch_figures(session, way)), way.edits


def test_the_ways_have_edits_of_every_kind_in_the_middle_of_a_run() -> None:
    ways = [walked(number) for number in range(COUNT)]
    edits = [edit for _, way in ways for edit in way.edits]
    kinds = {next(iter(next(iter(edit.change.values()))))[:1] for edit in edits}
    assert kinds == {"W", "b", "x", "y", "o"}
    assert sum(edit.iteration > 0 for edit in edits) > COUNT
    assert max(session.iteration for session, _ in ways) >= 4
