"""Where a session stands at the start of an iteration, as the audit follows it."""

from dataclasses import dataclass, replace

import numpy as np

from tests.oracle.audit.optimizers import Memory, updated
from tests.oracle.audit.passes import Shape
from tests.oracle.audit.recipes import Json
from tests.oracle.audit.sequential import Array

Arrays = list[Array]


@dataclass(frozen=True)
class Standing:
    """Parameters, memory and clock at an iteration's first operation, and the settings that hold."""

    W: Arrays
    b: Arrays
    memory: Memory
    clock: int
    spec: Json

    @classmethod
    def first(cls, session: Json) -> "Standing":
        """Where a session that has just been made stands."""
        W, b = arrays(session["parameters"])
        name = session["spec"]["training"]["optimizer"]["name"]
        return cls(W, b, Memory.empty(name, W + b), 0, session["spec"])

    @property
    def shape(self) -> Shape:
        """What a pass needs to know."""
        network = self.spec["network"]
        activations = tuple(layer["activation"] for layer in network["layers"])
        return Shape(activations, network["loss"], network.get("reduction"))

    def parts(self, examples: int) -> int:
        """What the sum over so many examples of a batch is divided by."""
        return 1 if self.spec["network"].get("batch_reduction") == "sum" else examples

    @property
    def training(self) -> Json:
        """The settings of the training."""
        found: Json = self.spec["training"]
        return found

    def edited(self, session: Json, body: Json) -> "Standing":
        """After an edit: as `body` says for parameters and settings, by `session` where numbers are drawn."""
        spec = session["spec"]
        old, new = self.training, spec["training"]
        network = body.get("network") or body.get("dataset")
        W, b = arrays(session["parameters"]) if network else self._with(body.get("parameters", {}))
        memory = self.memory
        if network or old["optimizer"]["name"] != new["optimizer"]["name"]:
            memory = Memory.empty(new["optimizer"]["name"], W + b)
        if not new["train_biases"]:
            memory = memory.without(range(len(W), len(W + b)))
        clock = self.clock if old["schedule"] == new["schedule"] else 0
        return Standing(W, b, memory, clock, spec)

    def _with(self, changes: dict[str, float]) -> tuple[Arrays, Arrays]:
        W, b = [w.copy() for w in self.W], [v.copy() for v in self.b]
        for ref, value in changes.items():
            layer, _, inside = ref[1:-1].partition("[")
            place = tuple(map(int, inside.split(",")))
            (W if ref[0] == "W" else b)[int(layer) - 1][place] = value
        return W, b

    def after(self, eta: float, dW: Arrays, db: Arrays) -> "Standing":
        """At the start of the next iteration, by these gradients."""
        moved, memory = updated(self.training, eta, self.W + self.b, dW + db, self.memory)
        layers = len(self.W)
        return replace(self, W=moved[:layers], b=moved[layers:], memory=memory, clock=self.clock + 1)


def arrays(parameters: Json) -> tuple[Arrays, Arrays]:
    """W and b of a session as arrays."""
    return [np.array(W) for W in parameters["W"]], [np.array(b) for b in parameters["b"]]
