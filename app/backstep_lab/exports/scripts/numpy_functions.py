"""Activations and losses as lines of numpy; arrays are (examples, units)."""

from backstep_lab.exports.scripts.program_inputs import ProgramInputs

# f(z) and, by z and a = f(z), its slope
ACTIVATIONS = {
    "identity": ("z", "np.ones_like(z)"),
    "step": ("(z > 0).astype(float)", "np.zeros_like(z)"),
    "sigmoid": ("sigmoid(z)", "sigmoid(z) * sigmoid(-z)"),
    "hard_sigmoid": ("np.clip((z + 3) / 6, 0, 1)", "((z > -3) & (z <= 3)) / 6"),
    "tanh": ("np.tanh(z)", "1 / np.cosh(z) ** 2"),
    "relu": ("np.maximum(z, 0)", "(z > 0).astype(float)"),
    "leaky_relu": ("np.where(z > 0, z, 0.01 * z)", "np.where(z > 0, 1.0, 0.01)"),
    "elu": ("np.where(z > 0, z, np.expm1(np.minimum(z, 0)))", "np.exp(np.minimum(z, 0))"),
    "gelu": ("z * normal(z)", "normal(z) + z * np.exp(-z * z / 2) / sqrt(2 * pi)"),
    "silu": ("z * sigmoid(z)", "sigmoid(z) * (1 + z * sigmoid(-z))"),
    "softplus": ("np.logaddexp(0, z)", "sigmoid(z)"),
    "softmax": (
        "(powers := np.exp(z - z.max(axis=1, keepdims=True))) / powers.sum(axis=1, keepdims=True)",
        "",
    ),
}

# the term of each output, and ∂ℓ/∂a; of the two cross-entropies ∂ℓ/∂z
LOSSES = {
    "half_squared_error": ("0.5 * (y - a) ** 2", "a - y"),
    "mean_squared_error": ("(y - a) ** 2", "2 * (a - y) / a.shape[1]"),
    "binary_cross_entropy": (
        "y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)",
        "((1 - y) * sigmoid(z) - y * sigmoid(-z)) / a.shape[1]",
    ),
    "cross_entropy": (
        "y * np.logaddexp(0, others(z, np.logaddexp.reduce) - z)",
        "a * others(y, np.sum) - y * others(a, np.sum)",
    ),
    "absolute_error": ("np.abs(y - a)", "np.sign(a - y) / a.shape[1]"),
    "huber": (
        "np.where(np.abs(y - a) <= 1, 0.5 * (y - a) ** 2, np.abs(y - a) - 0.5)",
        "np.clip(a - y, -1, 1) / a.shape[1]",
    ),
    "hinge": ("np.maximum(0, 1 - y * a)", "np.where(y * a < 1, -y, 0) / a.shape[1]"),
}

# Above 0 no e^z overflows, and 1 - sigmoid(z) is sigmoid(-z): as a difference it would lose its digits.
_SIGMOID = "np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))"
_HELPERS = {
    "sigmoid(": f"def sigmoid(z):\n    return {_SIGMOID}",
    "normal(": "def normal(z):\n    return np.vectorize(erfc)(-z / sqrt(2)) / 2",
    "others(": (
        "def others(v, added):\n"
        "    parts = [np.delete(v, j, axis=1) for j in range(v.shape[1])]\n"
        "    return np.stack([added(part, axis=1) for part in parts], axis=1)"
    ),
}


def functions(recipe: ProgramInputs) -> str:
    """Each activation of the network with its slope, and before them what they and the loss are made of."""
    parts = []
    for name in dict.fromkeys(recipe.activations):
        value, slope = ACTIVATIONS[name]
        if name != "sigmoid":
            parts.append(f"def {name}(z):\n    return {value}")
        if slope:
            parts.append(f"def {name}_slope(z, a):\n    return {slope}")
    told = " ".join([*parts, loss(recipe)])
    needed = [code for name, code in _HELPERS.items() if name in told or name[:-1] in recipe.activations]
    return "\n\n\n".join([*needed, *parts])


def loss(recipe: ProgramInputs) -> str:
    """The loss of each example, and δ of the outputs."""
    shape = recipe.setup.shape
    terms, slope = LOSSES[shape.loss]
    last = shape.activations[-1]
    if shape.is_fused:
        delta = f"    return {slope}"
    elif last == "softmax":
        delta = (
            f"    slope = {slope}\n"
            "    slope = slope - np.take_along_axis(slope, a.argmax(axis=1, keepdims=True), axis=1)\n"
            "    return a * (slope - (slope * a).sum(axis=1, keepdims=True))"
        )
    else:
        delta = f"    return ({slope}) * {last}_slope(z, a)"
    return (
        f"def example_losses(z, a, y):\n    return ({terms}).{shape.loss_function.reduction}(axis=1)\n\n\n"
        f"def output_delta(z, a, y):\n{delta}"
    )
