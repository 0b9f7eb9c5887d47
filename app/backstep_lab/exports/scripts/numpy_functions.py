"""Activations and losses of the exported numpy program; arrays are (examples, units)."""

from backstep_lab.exports.scripts.program_inputs import ProgramInputs

# No exponent is above 0, so nothing overflows.
_SIGMOID = "np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))"
HELPERS = {
    "sigmoid(": f"def sigmoid(z):\n    return {_SIGMOID}",
    "normal(": "def normal(z):\n    return np.vectorize(erfc)(-z / sqrt(2)) / 2",
    "others(": (
        "def others(v, added):\n"
        "    parts = [np.delete(v, j, axis=1) for j in range(v.shape[1])]\n"
        "    return np.stack([added(part, axis=1) for part in parts], axis=1)"
    ),
}


def functions(inputs: ProgramInputs) -> str:
    """The helper functions that are used, then each activation of the network with its slope."""
    parts = []
    for function in dict.fromkeys(inputs.setup.shape.functions):
        if function.name != "sigmoid":
            parts.append(f"def {function.identifier}(z):\n    return {function.numpy.value}")
        if function.numpy.slope:
            parts.append(f"def {function.identifier}_slope(z, a):\n    return {function.numpy.slope}")
    code = " ".join([*parts, loss(inputs)])
    used = [helper for call, helper in HELPERS.items() if call in code or call[:-1] in inputs.activations]
    return "\n\n\n".join([*used, *parts])


def loss(inputs: ProgramInputs) -> str:
    """The loss of each example, and δ of the outputs."""
    shape = inputs.setup.shape
    terms, slope = shape.loss_function.numpy
    output = shape.functions[-1]
    if shape.is_fused:
        delta = f"    return {slope}"
    elif output.is_softmax:
        delta = (
            f"    slope = {slope}\n"
            "    slope = slope - np.take_along_axis(slope, a.argmax(axis=1, keepdims=True), axis=1)\n"
            "    return a * (slope - (slope * a).sum(axis=1, keepdims=True))"
        )
    else:
        delta = f"    return ({slope}) * {output.identifier}_slope(z, a)"
    return (
        f"def example_losses(z, a, y):\n    return ({terms}).{shape.loss_function.reduction}(axis=1)\n\n\n"
        f"def output_delta(z, a, y):\n{delta}"
    )
