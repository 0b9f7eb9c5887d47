"""Activations and losses as lines of numpy; arrays are (examples, units)."""

from app.files.recipe import Recipe

# f(z) and, by z and a = f(z), its slope
ACTIVATIONS = {
    "identity": ("z", "np.ones_like(z)"),
    "step": ("(z > 0).astype(float)", "np.zeros_like(z)"),
    "sigmoid": ("1 / (1 + np.exp(-z))", "a * (1 - a)"),
    "hard_sigmoid": ("np.clip((z + 3) / 6, 0, 1)", "(np.abs(z) < 3) / 6"),
    "tanh": ("np.tanh(z)", "1 - a * a"),
    "relu": ("np.maximum(z, 0)", "(z > 0).astype(float)"),
    "leaky_relu": ("np.where(z > 0, z, 0.01 * z)", "np.where(z > 0, 1.0, 0.01)"),
    "elu": ("np.where(z > 0, z, np.expm1(np.minimum(z, 0)))", "np.exp(np.minimum(z, 0))"),
    "gelu": ("z * normal(z)", "normal(z) + z * np.exp(-z * z / 2) / sqrt(2 * pi)"),
    "silu": ("z / (1 + np.exp(-z))", "a + (1 - a) / (1 + np.exp(-z))"),
    "softplus": ("np.logaddexp(0, z)", "1 / (1 + np.exp(-z))"),
    "softmax": (
        "(powers := np.exp(z - z.max(axis=1, keepdims=True))) / powers.sum(axis=1, keepdims=True)",
        "",
    ),
}

# the term of each output, and ∂ℓ/∂a; of the two cross-entropies ∂ℓ/∂z
LOSSES = {
    "half_squared_error": ("0.5 * (y - a) ** 2", "a - y"),
    "mean_squared_error": ("(y - a) ** 2", "2 * (a - y) / a.shape[1]"),
    "binary_cross_entropy": ("np.logaddexp(0, z) - y * z", "(a - y) / a.shape[1]"),
    "cross_entropy": (
        "y * (np.log(np.exp(z - z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True))"
        " - (z - z.max(axis=1, keepdims=True)))",
        "a * y.sum(axis=1, keepdims=True) - y",
    ),
    "absolute_error": ("np.abs(y - a)", "np.sign(a - y) / a.shape[1]"),
    "huber": (
        "np.where(np.abs(y - a) <= 1, 0.5 * (y - a) ** 2, np.abs(y - a) - 0.5)",
        "np.clip(a - y, -1, 1) / a.shape[1]",
    ),
    "hinge": ("np.maximum(0, 1 - y * a)", "np.where(y * a < 1, -y, 0) / a.shape[1]"),
}

_NORMAL = "def normal(z):\n    return np.vectorize(erfc)(-z / sqrt(2)) / 2"


def functions(recipe: Recipe) -> str:
    """Each activation of the network with its slope."""
    names = list(dict.fromkeys(recipe.activations))
    parts = [_NORMAL] if "gelu" in names else []
    for name in names:
        value, slope = ACTIVATIONS[name]
        parts.append(f"def {name}(z):\n    return {value}")
        if slope:
            parts.append(f"def {name}_slope(z, a):\n    return {slope}")
    return "\n\n\n".join(parts)


def loss(recipe: Recipe) -> str:
    """The loss of each example, and δ of the outputs."""
    shape = recipe.world.shape
    terms, slope = LOSSES[shape.loss]
    last = shape.activations[-1]
    if shape.is_fused:
        delta = f"    return {slope}"
    elif last == "softmax":
        delta = f"    slope = {slope}\n    return a * (slope - (slope * a).sum(axis=1, keepdims=True))"
    else:
        delta = f"    return ({slope}) * {last}_slope(z, a)"
    return (
        f"def example_losses(z, a, y):\n    return ({terms}).{shape.loss_function.reduction}(axis=1)\n\n\n"
        f"def output_delta(z, a, y):\n{delta}"
    )
