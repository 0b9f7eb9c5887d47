"""What a program needs to go on from a session: parameters, examples, rule, and where training stands."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.training import Flags
from backstep_lab.i18n import catalogue
from backstep_lab.presets import PRESETS
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.setup import TrainingSetup

ITERATIONS = 10  # that a program does unless its reader writes another number


@dataclass(frozen=True, eq=False)
class ProgramInputs:
    """The start of an iteration, as numbers and names for a program; `lang` is that of its comments."""

    title: str
    lang: str
    iteration: int
    setup: TrainingSetup

    @classmethod
    def of(cls, session: Session, lang: str) -> "ProgramInputs":
        """From the start of the current iteration, or of the next one where it is complete."""
        current = layered(session)
        setup = current.setup_after if session.is_complete else current.setup
        return cls(title_of(session, lang), lang, session.iteration + session.is_complete, setup)

    def say(self, key: str, **args: Any) -> str:
        """Words for a comment or a heading."""
        return catalogue.say(self.lang, key, **args)

    @property
    def activations(self) -> tuple[str, ...]:
        """The name of each layer's activation in a program."""
        return tuple(function.identifier for function in self.setup.shape.functions)

    @cached_property
    def memories(self) -> dict[str, tuple[tuple[Array, Array], ...]]:
        """What the optimizer remembers, by name: (of W, of b) for each layer."""
        state, shape = self.setup.state, self.setup.shape
        size, names = shape.parameter_count, self.setup.plan.rule.optimizer.memory
        flat = (state.optimizer_state[k * size : (k + 1) * size] for k in range(len(names)))
        return {
            name: tuple((matrix[:, :-1], matrix[:, -1]) for matrix in shape.matrices(part))
            for name, part in zip(names, flat, strict=True)
        }

    @property
    def frozen(self) -> tuple[list[Flags], list[Flags]]:
        """True for each frozen parameter: the weights of each layer, and the biases."""
        shape = self.setup.shape
        flat = np.zeros(shape.parameter_count)
        flat[self.setup.plan.rule.frozen_places] = 1.0
        matrices = [matrix > 0.0 for matrix in shape.matrices(flat)]
        return [matrix[:, :-1] for matrix in matrices], [matrix[:, -1] for matrix in matrices]


def title_of(session: Session, lang: str) -> str:
    """The example's title; what a learner has made has none."""
    preset = PRESETS.get(session.history.spec.preset or "")
    own = "file-own-graph" if session.current.model == "graph" else "file-own-network"
    return catalogue.say(lang, preset.title_key if preset else own)


def listed(array: Array | Flags, indent: int = 0) -> str:
    """An array as Python lists with every digit, one row a line."""
    if array.ndim == 1:
        return repr(array.tolist())
    room = " " * indent
    rows = "".join(f"{room}    {row.tolist()!r},\n" for row in array)
    return f"[\n{rows}{room}]"
