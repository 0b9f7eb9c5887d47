"""The network and its training as a PyTorch program in float64."""

from backstep_lab.exports.scripts import numpy_steps
from backstep_lab.exports.scripts.program_inputs import ITERATIONS, ProgramInputs, listed
from backstep_lab.exports.scripts.torch_names import HELPERS, MEMORIES, optimizer_call, with_kept_parameters
from backstep_lab.sessions.session import Session


def script(session: Session, lang: str) -> bytes:
    """The program as text."""
    inputs = ProgramInputs.of(session, lang)
    parts = [
        ("file-numbers", _numbers(inputs)),
        ("file-functions", _functions(inputs)),
        ("file-step", _step(inputs)),
        ("file-training", _training(inputs)),
    ]
    head = f'"""{inputs.title} · Backstep\n\n{inputs.say("file-torch-about")}\n"""'
    code = [f"# {inputs.say(key)}\n\n{lines}" for key, lines in parts]
    return ("\n\n\n".join([head, _IMPORTS, *code]) + "\n").encode()


_IMPORTS = """from math import cos, pi

import numpy as np
import torch
from torch import nn
from torch.nn import functional"""

_FORWARD = """def forward(a):
    for layer, f in zip(layers, activations):
        z = layer(a)
        a = f(z)
    return z, a"""


def _numbers(inputs: ProgramInputs) -> str:
    state, data = inputs.setup.state, inputs.setup.plan.data
    layers = "".join(
        f"        ({listed(W, 8)}, {listed(b)}),\n"
        for W, b in zip(state.network.W, state.network.b, strict=True)
    )
    pairs = list(inputs.setup.shape.pairs)
    return (
        f"ITERATIONS = {ITERATIONS}\ntorch.set_default_dtype(torch.float64)\n"
        f"layers = nn.ModuleList(nn.Linear(n_in, n_out) for n_in, n_out in {pairs!r})\n"
        f"with torch.no_grad():\n    start = [\n{layers}    ]\n"
        "    for layer, (W, b) in zip(layers, start):\n"
        "        layer.weight.copy_(torch.tensor(W))\n        layer.bias.copy_(torch.tensor(b))\n"
        f"X = torch.tensor({listed(data.X)})\nY = torch.tensor({listed(data.Y)})"
    )


def _functions(inputs: ProgramInputs) -> str:
    shape, rule = inputs.setup.shape, inputs.setup.plan.rule
    functions = "".join(f"    {function.torch},\n" for function in shape.functions)
    penalty = ""
    if rule.has_penalty:
        of_one = f"{rule.l1!r} * w.abs().sum() + {rule.l2 / 2!r} * w.square().sum()"
        penalty = (
            "\n\n\ndef penalty():\n    weights = [layer.weight for layer in layers]\n"
            f"    return sum({of_one} for w in weights)"
        )
    code = (
        f"activations = [\n{functions}]\n\n\n"
        f"{_FORWARD}\n\n\n"
        f"def example_losses(z, a, y):\n    return {shape.loss_function.torch}{penalty}"
    )
    return "\n\n\n".join([*(lines for name, lines in HELPERS.items() if name in code), code])


def _step(inputs: ProgramInputs) -> str:
    rule = inputs.setup.plan.rule
    trained = "list(layers.parameters())" if rule.train_biases else "[layer.weight for layer in layers]"
    lines = [
        numpy_steps.order(inputs),
        numpy_steps.learning_rate(rule),
        f"trained = {trained}\noptimizer = torch.optim.{optimizer_call(rule)}"
        f"{_memory(inputs)}{_fixed(inputs)}",
    ]
    return "\n\n\n".join(lines)


def _memory(inputs: ProgramInputs) -> str:
    """What the optimizer remembers, as the state of PyTorch's."""
    state, optimizer = inputs.setup.state, inputs.setup.plan.rule.optimizer
    # PyTorch's momentum takes the first gradient undampened, unless there is a memory
    is_usual = not any(optimizer.first_memory) and not numpy_steps.settings_of(inputs.setup.plan.rule).get(
        "dampening"
    )
    if not optimizer.memory or (state.optimizer_step == 0 and is_usual):
        return ""
    lines = []
    for name, layers in inputs.memories.items():
        for layer, both in enumerate(layers):
            moved = ("weight", "bias") if inputs.setup.plan.rule.train_biases else ("weight",)
            for part, values in zip(moved, both, strict=False):
                key = MEMORIES[optimizer.name][name]
                lines.append(
                    f"optimizer.state[layers[{layer}].{part}][{key!r}] = torch.tensor({listed(values)})"
                )
    return (
        "\n"
        + "\n".join(lines)
        + f"\nfor p in trained:\n    optimizer.state[p]['step'] = torch.tensor({state.optimizer_step}.0)"
    )


def _fixed(inputs: ProgramInputs) -> str:
    """Which numbers of the trained parameters stay as they are, in their order."""
    rule = inputs.setup.plan.rule
    if not rule.frozen:
        return ""
    pairs = zip(*inputs.frozen, strict=True)
    parts = [part for both in pairs for part in (both if rule.train_biases else both[:1])]
    return "\nfrozen = [" + ", ".join(f"torch.tensor({listed(part)})" for part in parts) + "]"


def _training(inputs: ProgramInputs) -> str:
    penalty = " + penalty()" if inputs.setup.plan.rule.has_penalty else ""
    reduction = inputs.setup.shape.loss_function.batch_reduction
    training = _TRAINING.replace("PENALTY", penalty).replace("REDUCTION", reduction)
    return f"{numpy_steps.progress(inputs)}\n\n{with_kept_parameters(training, inputs.setup.plan.rule)}"


_TRAINING = """for _ in range(ITERATIONS):
    rows = order(epoch)[offset:offset + BATCH]
    optimizer.zero_grad()
    z, a = forward(X[rows])
    L = example_losses(z, a, Y[rows]).REDUCTION()PENALTY
    L.backward()
    print(f"{iteration + 1:6d}  L = {L.item():.12g}")
    for group in optimizer.param_groups:
        group["lr"] = learning_rate(clock)
    optimizer.step()
    iteration, clock, offset = iteration + 1, clock + 1, offset + BATCH
    if offset >= len(X):
        epoch, offset = epoch + 1, 0"""
