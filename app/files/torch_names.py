"""What PyTorch calls activations, losses and optimizers."""

ACTIVATIONS = {
    "identity": "lambda z: z",
    "step": "lambda z: (z > 0).to(z.dtype) + 0 * z",
    "sigmoid": "torch.sigmoid",
    # PyTorch's own hardsigmoid rounds its slope 1/6 to single precision
    "hard_sigmoid": "lambda z: functional.relu6(z + 3) / 6",
    "tanh": "torch.tanh",
    "relu": "torch.relu",
    "leaky_relu": "functional.leaky_relu",
    "elu": "functional.elu",
    "gelu": "functional.gelu",
    "silu": "functional.silu",
    # by default PyTorch gives z itself from 20 on
    "softplus": "lambda z: functional.softplus(z, threshold=500)",
    "softmax": "lambda z: torch.softmax(z, dim=1)",
}

LOSSES = {
    "half_squared_error": '0.5 * functional.mse_loss(a, y, reduction="none").sum(dim=1)',
    "mean_squared_error": 'functional.mse_loss(a, y, reduction="none").mean(dim=1)',
    "binary_cross_entropy": 'functional.binary_cross_entropy_with_logits(z, y, reduction="none").mean(dim=1)',
    "cross_entropy": 'functional.cross_entropy(z, y, reduction="none")',
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
