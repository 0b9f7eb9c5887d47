"""Names of optimizers and their memory in PyTorch, and helper functions of the exported PyTorch program."""

# Definitions used in `Activation.torch` and `Loss.torch` where PyTorch's own lose digits near 0 or 1.
HELPERS = {
    "softplus": "def softplus(z):\n    return functional.softplus(z, threshold=500)",
    "Tanh": """class Tanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z):
        ctx.save_for_backward(z)
        return torch.tanh(z)

    @staticmethod
    def backward(ctx, gradient):
        return gradient / torch.cosh(ctx.saved_tensors[0]) ** 2""",
    "others": """def others(z):
    parts = [torch.cat([z[:, :j], z[:, j + 1:]], dim=1) for j in range(z.shape[1])]
    return torch.stack([torch.logsumexp(part, dim=1) for part in parts], dim=1)""",
}

_ADAM = "(trained, lr={learning_rate!r}, betas=({beta1!r}, {beta2!r}), eps={epsilon!r}"

OPTIMIZERS = {
    "sgd": "SGD(trained, lr={learning_rate!r})",
    "momentum": "SGD(trained, lr={learning_rate!r}, momentum={momentum!r})",
    "dampened": "SGD(trained, lr={learning_rate!r}, momentum={momentum!r}, dampening={dampening!r})",
    "nesterov": "SGD(trained, lr={learning_rate!r}, momentum={momentum!r}, nesterov=True)",
    "adagrad": "Adagrad(trained, lr={learning_rate!r}, eps={epsilon!r})",
    "rmsprop": "RMSprop(trained, lr={learning_rate!r}, alpha={rho!r}, eps={epsilon!r})",
    "adam": f"Adam{_ADAM})",
    "adamw": f"AdamW{_ADAM}, weight_decay={{weight_decay!r}})",
}

_AVERAGES = {"m": "exp_avg", "v": "exp_avg_sq"}

MEMORIES = {
    "momentum": {"m": "momentum_buffer"},
    "nesterov": {"m": "momentum_buffer"},
    "adagrad": {"v": "sum"},
    "rmsprop": {"v": "square_avg"},
    "adam": _AVERAGES,
    "adamw": _AVERAGES,
}
