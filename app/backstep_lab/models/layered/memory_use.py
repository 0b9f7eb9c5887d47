"""How many bytes a layered network takes while its session is kept."""

from backstep_lab.engine.trace import Trace
from backstep_lab.spec.model import Spec
from backstep_lab.spec.setup import TrainingSetup

NUMBER_BYTES = 32  # a Python float and its place in a list


def spec_bytes(spec: Spec) -> int:
    """What a spec's own numbers take: examples as lists and twice as arrays, parameters as lists."""
    parameters = spec.network.parameters
    weights = sum(len(row) for layer in parameters.W for row in layer) if parameters else 0
    return _data_bytes(spec) + NUMBER_BYTES * weights


def iteration_bytes(setup: TrainingSetup, trace: Trace) -> int:
    """What an iteration takes: its trace, batch, state, and examples that an edit may have replaced."""
    batch = 8 * trace.N * (trace.shape.inputs + 1 + trace.shape.outputs)
    state = 8 * (len(setup.state.network.theta) + len(setup.state.optimizer_state))
    return trace.buffer.nbytes + batch + _data_bytes(setup.spec) + state


def _data_bytes(spec: Spec) -> int:
    numbers = sum(map(len, spec.data.X or ())) + sum(map(len, spec.data.Y or ()))
    return numbers * (2 * 8 + NUMBER_BYTES)
