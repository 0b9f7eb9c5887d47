"""A process in which softsign is one more activation, added to the table before the application loads.

Run as a module, it steps, explains, checks and exports a session with softsign, and prints what it finds as
JSON.
"""

import json
import sys
from math import isclose
from typing import Any

import numpy as np

from backstep_lab.engine.functions.activation import Activation, SlopeLatex
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.latex import latex
from backstep_lab.engine.functions.numpy_source import NumpySource
from backstep_lab.engine.memory.arrays import Array


def softsign(Z: Array, A: Array) -> None:
    """z / (1 + |z|)."""
    np.divide(Z, 1.0 + np.abs(Z), A)


def softsign_slope(Z: Array, A: Array, S: Array) -> None:
    """1 / (1 + |z|)²."""
    np.power(1.0 + np.abs(Z), -2.0, S)


SOFTSIGN = Activation(
    "softsign",
    softsign,
    softsign_slope,
    formula=r"\frac{z}{1 + |z|}",
    slope_formula=r"\frac{1}{(1 + |z|)^2}",
    value_latex=latex(r"\frac{#{0}}{1 + \left|#{0}\right|}"),
    slope_latex=SlopeLatex("z", latex(r"\frac{1}{\left(1 + \left|#{0}\right|\right)^{2}}")),
    numpy=NumpySource("z / (1 + np.abs(z))", "1 / (1 + np.abs(z)) ** 2"),
    torch="functional.softsign",
)

BODY: dict[str, Any] = {
    "network": {
        "inputs": 2,
        "layers": [{"units": 3, "activation": "softsign"}, {"units": 2, "activation": "softsign"}],
        "loss": "mean_squared_error",
        "seed": 3,
    },
    "data": {"name": "custom", "X": [[0.5, -1.0], [1.5, 0.25]], "Y": [[0.5, 0.0], [0.0, -0.5]]},
    "training": {"batch_size": 1},
}


def main() -> None:
    """Add softsign, then step, explain, check and export a session of it."""
    ACTIVATIONS["softsign"] = SOFTSIGN
    from backstep_lab.sessions.session import Session  # only now may modules read the table
    from backstep_lab.spec.resolve import spec_of

    session = Session.new("softsign", spec_of(BODY))
    json.dump(explained(session) | checked(session) | exported(session), sys.stdout)


def explained(session: Any) -> dict[str, Any]:
    """The operations of the first iteration, and whether each printed equation is true."""
    from backstep_lab.stepping.explain.operation import explain
    from backstep_lab.stepping.formulas.arithmetic import compiled

    current = session.current
    operations = [
        explain(current.trace, current.program, ordinal, 0, current.setup.plan.rule)
        for ordinal in range(current.steps)
    ]
    wrong = []
    for operation in operations:
        formula = compiled(operation.formula.templates.numbers)
        assert formula is not None, "no sum here is long enough for dots"
        value = formula([operand.value for operand in operation.operands if operand.value is not None])
        if operation.value is None or not isclose(value, operation.value, rel_tol=1e-12, abs_tol=1e-15):
            wrong.append(operation.ref)
    printed = {operation.ref: operation for operation in operations}
    return {
        "value": printed["a1[0]"].formula.symbols,
        "slope": printed["f'(z1[0])"].formula.symbols,
        "key": printed["f'(z1[0])"].message.key,
        "operations": len(operations),
        "wrong": wrong,
    }


def checked(session: Any) -> dict[str, Any]:
    """How many gradients agree with differences of the loss."""
    from backstep_lab.engine.analysis.gradient_check import gradient_check

    trace, rule = session.current.trace, session.current.setup.plan.rule
    blocks = trace.shape.blocks
    checks = [gradient_check(trace, rule, np.arange(block.start, block.stop)) for block in blocks]
    return {"agree": int(sum(check.agrees.sum() for check in checks)), "parameters": trace.gradient.size}


def exported(session: Any) -> dict[str, Any]:
    """The exported programs, and the parameters after as many iterations as they do."""
    from backstep_lab.exports.scripts import numpy_script, torch_script
    from backstep_lab.sessions.layered import current_network
    from tests.exports.sessions import ITERATIONS

    network = current_network(session.at_iteration(ITERATIONS))
    return {
        "numpy": numpy_script.script(session, "en").decode(),
        "torch": torch_script.script(session, "en").decode(),
        "reached": [[array.tolist() for array in arrays] for arrays in (network.W, network.b)],
    }


if __name__ == "__main__":
    main()
