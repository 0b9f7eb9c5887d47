"""What PyTorch calls activations, losses and optimizers."""

ACTIVATIONS = {
    "identity": "lambda z: z",
    "step": "lambda z: (z > 0).to(z.dtype) + 0 * z",
    # the slope of torch.sigmoid is a(1 - a), which is 0 where a is rounded to 1
    "sigmoid": "lambda z: functional.logsigmoid(z).exp()",
    # PyTorch's own hardsigmoid rounds its slope 1/6 to single precision
    "hard_sigmoid": "lambda z: torch.where(z > 3, 1.0, torch.relu(z + 3) / 6)",
    "tanh": "Tanh.apply",
    "relu": "torch.relu",
    "leaky_relu": "functional.leaky_relu",
    "elu": "functional.elu",
    # functional.gelu is z(1 + erf(z/√2))/2, in which 1 + erf cancels below 0
    "gelu": "lambda z: z * torch.special.ndtr(z)",
    "silu": "functional.silu",
    # by default PyTorch gives z itself from 20 on
    "softplus": "softplus",
    "softmax": "lambda z: torch.softmax(z, dim=1)",
}

# Where PyTorch's own lose the digits of what is nearly 1 or nearly 0: what its functions are then made of.
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

LOSSES = {
    "half_squared_error": '0.5 * functional.mse_loss(a, y, reduction="none").sum(dim=1)',
    "mean_squared_error": 'functional.mse_loss(a, y, reduction="none").mean(dim=1)',
    "binary_cross_entropy": "(y * softplus(-z) + (1 - y) * softplus(z)).mean(dim=1)",
    "cross_entropy": "(y * softplus(others(z) - z)).sum(dim=1)",
    "absolute_error": 'functional.l1_loss(a, y, reduction="none").mean(dim=1)',
    "huber": 'functional.huber_loss(a, y, reduction="none").mean(dim=1)',
    "hinge": "torch.relu(1 - y * a).mean(dim=1)",
}

_ADAM = "(trained, lr={learning_rate!r}, betas=({beta1!r}, {beta2!r}), eps={epsilon!r}"

OPTIMIZERS = {
    "sgd": "SGD(trained, lr={learning_rate!r})",
    "momentum": "SGD(trained, lr={learning_rate!r}, momentum={momentum!r})",
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
