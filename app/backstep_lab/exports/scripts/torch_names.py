"""Names of optimizers and their memory in PyTorch, and helper functions of the exported PyTorch program."""

from backstep_lab.engine.training import UpdateRule
from backstep_lab.exports.scripts.numpy_steps import settings_of

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

_OPTIMIZERS = {
    "sgd": "SGD(trained, lr={learning_rate!r})",
    "momentum": "SGD(trained, lr={learning_rate!r}, momentum={momentum!r})",
    "dampened": "SGD(trained, lr={learning_rate!r}, momentum={momentum!r}, dampening={dampening!r})",
    "nesterov": "SGD(trained, lr={learning_rate!r}, momentum={momentum!r}, nesterov=True)",
    "adagrad": "Adagrad(trained, lr={learning_rate!r}, eps={epsilon!r})",
    "rmsprop": "RMSprop(trained, lr={learning_rate!r}, alpha={rho!r}, eps={epsilon!r})",
    "adam": f"Adam{_ADAM})",
    "adamw": f"AdamW{_ADAM}, weight_decay={{weight_decay!r}})",
}


def optimizer_call(rule: UpdateRule) -> str:
    """The optimizer of `torch.optim` that follows a rule, over the list `trained`."""
    name, settings = rule.optimizer.name, settings_of(rule)
    if name == "nesterov" and not settings["momentum"]:
        name = "sgd"  # which it is then, and PyTorch refuses to call it by the other name
    if settings.get("dampening"):
        name = "dampened"
    return _OPTIMIZERS[name].format(**settings)


_BEFORE = """    before = [p.detach().clone() for p in trained]
    optimizer.step()
"""
# With ε = 0, PyTorch makes nan of a parameter whose v is 0; here it only decays.
_UNDIVIDED = """    with torch.no_grad():
        for p, old in zip(trained, before):
            p.copy_(torch.where(torch.isfinite(p), p, old * (1 - learning_rate(clock) * DECAY)))
"""
_FROZEN = """    with torch.no_grad():
        for p, old, fixed in zip(trained, before, frozen):
            p.copy_(torch.where(fixed, old, p))
"""


def with_kept_parameters(training: str, rule: UpdateRule) -> str:
    """A training loop in which frozen parameters stay, and those whose step would be divided by 0."""
    settings = settings_of(rule)
    is_undivided = settings.get("epsilon") == 0.0
    if not is_undivided and not rule.frozen:
        return training
    decay = repr(settings.get("weight_decay", 0.0))
    kept = _BEFORE + (_UNDIVIDED.replace("DECAY", decay) if is_undivided else "")
    return training.replace("    optimizer.step()\n", kept + (_FROZEN if rule.frozen else ""))


_AVERAGES = {"m": "exp_avg", "v": "exp_avg_sq"}

MEMORIES = {
    "momentum": {"m": "momentum_buffer"},
    "nesterov": {"m": "momentum_buffer"},
    "adagrad": {"v": "sum"},
    "rmsprop": {"v": "square_avg"},
    "adam": _AVERAGES,
    "adamw": _AVERAGES,
}
