"""Small sessions, and sequences of steps through them, for tests."""

from typing import Any

from hypothesis import strategies as st

from backstep_lab.sessions.create import new_spec
from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import spec_of
from backstep_lab.wire.session import session_json

XOR: dict[str, Any] = {
    "network": {
        "inputs": 2,
        "layers": [{"units": 2, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}],
    },
    "data": {"name": "xor"},
    "training": {"optimizer": {"learning_rate": 0.5}, "batch_size": 3, "shuffle": True},
}


def mazur() -> Session:
    return Session.new("mazur", new_spec({"preset": "mazur"}))


def xor(**training: Any) -> Session:
    """A 2-2-1 network on xor in batches of three, the last one of one."""
    body = {**XOR, "training": {**XOR["training"], **training}}
    return Session.new("xor", spec_of(body))


def picture(session: Session) -> bytes:
    """Everything a learner can see of a moment, whatever came after it and however often it changed."""
    return session_json(session.at_revision(0)).replace(b'"furthest":%d' % session.furthest, b"")


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, Any]:
    """A small network with any activations, loss, batches, penalties and frozen or trained biases."""
    inputs, depth = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    hidden = st.sampled_from(["identity", "step", "sigmoid", "tanh", "relu", "leaky_relu", "softplus"])
    layers: list[dict[str, Any]] = [
        {"units": draw(st.integers(1, 3)), "activation": draw(hidden)} for _ in range(depth)
    ]
    loss = draw(
        st.sampled_from(["half_squared_error", "mean_squared_error", "binary_cross_entropy", "cross_entropy"])
    )
    needs = {"binary_cross_entropy": "sigmoid", "cross_entropy": "softmax"}
    if loss in needs:
        layers[-1]["activation"] = needs[loss]
    examples = draw(st.integers(1, 4))
    number, target = st.floats(-2, 2, width=32), st.floats(0, 1, width=32)
    row = st.lists(number, min_size=inputs, max_size=inputs)
    goal = st.lists(target, min_size=layers[-1]["units"], max_size=layers[-1]["units"])
    return {
        "network": {"inputs": inputs, "layers": layers, "loss": loss, "seed": draw(st.integers(0, 9))},
        "data": {
            "name": "custom",
            "X": draw(st.lists(row, min_size=examples, max_size=examples)),
            "Y": draw(st.lists(goal, min_size=examples, max_size=examples)),
        },
        "training": {
            "optimizer": {"learning_rate": draw(st.sampled_from([0.0, 0.1, 0.5]))},
            "batch_size": draw(st.sampled_from([1, 2, 3, "all"])),
            "shuffle": draw(st.booleans()),
            "train_biases": draw(st.booleans()),
            "l1": draw(st.sampled_from([0.0, 0.01])),
            "l2": draw(st.sampled_from([0.0, 0.1])),
        },
    }
