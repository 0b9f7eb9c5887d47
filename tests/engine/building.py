"""The smallest ways to a network, a plan and an iteration."""

from collections.abc import Sequence

import numpy as np

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.datasets import examples as datasets
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate
from backstep_lab.presets import PRESETS, Preset

Rows = Sequence[Sequence[float]]
NETWORKS = [preset for preset in PRESETS.values() if preset.network is not None]


def data(X: Rows, Y: Rows) -> Data:
    return Data(*datasets.custom(X, Y).train)


def start(
    network: Network,
    examples: Data,
    rule: UpdateRule | None = None,
    batching: Batching | None = None,
) -> tuple[TrainingPlan, TrainingState]:
    """Plain gradient descent with learning rate 0.1 over the whole set, by default."""
    rule = rule or UpdateRule(SGD(0.1))
    plan = TrainingPlan(rule, batching or Batching(len(examples.X)), examples)
    return plan, TrainingState.start(network, rule)


def traced(network: Network, X: Rows, Y: Rows, rule: UpdateRule | None = None) -> Trace:
    """One iteration over these examples."""
    return iterate(*start(network, data(X, Y), rule))[0]


def neuron(activation: str, loss: str, w: Sequence[float], b: float) -> Network:
    """A single neuron."""
    return Network.from_parameters(Shape(len(w), (1,), (activation,), loss), [[list(w)]], [[b]])


def from_preset(preset: Preset, seed: int | None = None) -> tuple[TrainingPlan, TrainingState]:
    """What a session of the preset begins with; `seed` replaces that of the network."""
    network, training = preset.network, preset.training
    assert network is not None, f"{preset.name} is no network"
    layers = network["layers"]
    shape = Shape(
        network["inputs"],
        tuple(layer["units"] for layer in layers),
        tuple(layer["activation"] for layer in layers),
        network["loss"],
    )
    if "parameters" in network:
        begin = Network.from_parameters(shape, network["parameters"]["W"], network["parameters"]["b"])
    else:
        begin = initialized(shape, network["initializer"], network["seed"] if seed is None else seed)
    examples = Data(*split_of(preset).train)
    rule = UpdateRule(
        SGD(training["optimizer"]["learning_rate"]), train_biases=training.get("train_biases", True)
    )
    size = len(examples.X) if training["batch_size"] == "all" else training["batch_size"]
    return start(
        begin, examples, rule, Batching(size, training.get("shuffle", False), training.get("seed", 0))
    )


def split_of(preset: Preset) -> datasets.TrainTestSplit:
    """The preset's examples, those to learn from and those to test on."""
    given = dict(preset.data or {})
    name = given.pop("name")
    if name == "custom":
        return datasets.custom(given["X"], given["Y"])
    common = {key: given.pop(key) for key in ("samples", "noise", "seed", "test_fraction") if key in given}
    return datasets.make(name, options=given, **common)


def flat(trace: Trace) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Every number of an iteration in one vector, for comparing bits."""
    parts = [*trace.Z, *trace.A, *trace.dL_dA, *trace.slope, *trace.delta, *trace.dW, *trace.db]
    parts += [*trace.W_next, *trace.b_next, trace.loss_terms, trace.example_loss, np.array([trace.loss])]
    return np.concatenate([np.ravel(part) for part in parts])
