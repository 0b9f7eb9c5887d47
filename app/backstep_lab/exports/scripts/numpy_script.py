"""The network and its training as a program that needs numpy alone, in sections."""

from backstep_lab.engine.products import is_in_order
from backstep_lab.exports.scripts import numpy_functions, numpy_steps
from backstep_lab.exports.scripts.program_inputs import ITERATIONS, ProgramInputs, listed
from backstep_lab.exports.scripts.section import Section
from backstep_lab.sessions.session import Session


def script(session: Session, lang: str) -> bytes:
    """The sections under each other, their headings as comments."""
    inputs = ProgramInputs.of(session, lang)
    head = f'"""{inputs.title} · Backstep\n\n{inputs.say("file-program-about")}\n"""'
    parts = [f"# {inputs.say(key)}\n\n{code}" for key, code in sections(inputs)]
    return ("\n\n\n".join([head, *parts]) + "\n").encode()


def sections(inputs: ProgramInputs) -> list[Section]:
    """The program in the order in which it is read and run."""
    rule = inputs.setup.plan.rule
    steps = (numpy_steps.order(inputs), numpy_steps.learning_rate(rule), numpy_steps.update(rule))
    return [
        Section("file-numbers", _numbers(inputs)),
        Section("file-functions", numpy_functions.functions(inputs)),
        Section("file-loss", numpy_functions.loss(inputs)),
        Section("file-passes", _passes(inputs)),
        Section("file-step", "\n\n\n".join(steps)),
        Section("file-training", f"{_progress(inputs)}\n\n{_updates(inputs)}{_NEXT}"),
    ]


def _numbers(inputs: ProgramInputs) -> str:
    network, data = inputs.setup.state.network, inputs.setup.plan.data
    arrays = [
        *(
            f"W.append(np.array({listed(W)}))\nb.append(np.array({listed(b)}))"
            for W, b in zip(network.W, network.b, strict=True)
        ),
        f"X = np.array({listed(data.X)})",
        f"Y = np.array({listed(data.Y)})",
        f"memory = {_memory(inputs)}",
    ]
    return (
        "from math import cos, erfc, pi, sqrt\n\nimport numpy as np\n\n"
        f'np.seterr(over="ignore")  # {inputs.say("file-overflow")}\nITERATIONS = {ITERATIONS}\n\n'
        "W, b = [], []\n" + "\n".join(arrays)
    )


def _memory(inputs: ProgramInputs) -> str:
    if not inputs.memories:
        return "[({}, {}) for _ in W]"
    if not any(part.any() for layers in inputs.memories.values() for both in layers for part in both):
        names = list(inputs.memories)
        zeros = "{{name: np.zeros_like({0}) for name in {1}}}"
        return f"[({zeros.format('w', names)}, {zeros.format('v', names)}) for w, v in zip(W, b)]"
    layers = []
    for layer in range(inputs.setup.shape.depth):
        halves = [
            "{"
            + ", ".join(
                f"{name!r}: np.array({listed(parts[layer][half])})" for name, parts in inputs.memories.items()
            )
            + "}"
            for half in (0, 1)
        ]
        layers.append(f"({', '.join(halves)})")
    return f"[{', '.join(layers)}]"


def _passes(inputs: ProgramInputs) -> str:
    hidden = ", ".join(f"({name}, {name}_slope)" for name in inputs.activations[:-1])
    last = inputs.activations[-1]
    rule, head = inputs.setup.plan.rule, ""
    if rule.has_penalty:
        head = (
            f"    L += sum({rule.l1!r} * np.abs(w).sum() + {rule.l2 / 2!r} * (w * w).sum() for w in W)\n"
            f"    dW = [d + {rule.l1!r} * np.sign(w) + {rule.l2!r} * w for d, w in zip(dW, W)]\n"
        )
    in_order = is_in_order(inputs.setup.shape.parameter_count, inputs.setup.plan.batching.size)
    product = _IN_ORDER if in_order else _IN_BLOCKS
    reduction = inputs.setup.shape.loss_function.batch_reduction
    divided = " / len(x)" if reduction == "mean" else ""
    passes = f"{product}\n\n\n{_PASSES.format(last=last, reduction=reduction, divided=divided)}"
    return f"hidden = [{hidden}]\n\n\n{passes}{head}    return L, dW, db"


# As the session does it: where terms cancel, an order of its own may let a ReLU pass what another does not.
_IN_ORDER = """def product(left, right):
    return sum(np.outer(x, y) for x, y in zip(left.T, right))"""
_IN_BLOCKS = """def product(left, right):
    return left @ right"""

_PASSES = """def gradients(x, y):
    z, a = [], [x]
    for w, v, f in zip(W, b, [value for value, _ in hidden] + [{last}]):
        z.append(product(a[-1], w.T) + v)
        a.append(f(z[-1]))
    L = example_losses(z[-1], a[-1], y).{reduction}()
    delta, dW, db = output_delta(z[-1], a[-1], y), [], []
    for layer in reversed(range(len(W))):
        dW.insert(0, product(delta.T, a[layer]){divided})
        db.insert(0, sum(delta){divided})
        if layer > 0:
            slope = hidden[layer - 1][1](z[layer - 1], a[layer])
            delta = product(delta, W[layer]) * slope
"""

_TRAINING = """for _ in range(ITERATIONS):
    rows = order(epoch)[offset:offset + BATCH]
    L, dW, db = gradients(X[rows], Y[rows])
    print(f"{iteration + 1:6d}  L = {L:.12g}")
    rate = learning_rate(clock)
    for layer, (of_W, of_b) in enumerate(memory):
"""
_NEXT = """    iteration, t, clock, offset = iteration + 1, t + 1, clock + 1, offset + BATCH
    if offset >= len(X):
        epoch, offset = epoch + 1, 0"""


def _updates(inputs: ProgramInputs) -> str:
    """The loop over the iterations, with the update of what moves."""
    rule, lines = inputs.setup.plan.rule, _TRAINING
    for name in ("W", "b") if rule.train_biases else ("W",):
        after = f"update({name}[layer], d{name}[layer], of_{name}, rate, t)"
        if rule.frozen:
            after = f"np.where(fixed_{name}[layer], {name}[layer], {after})"
        lines += f"        {name}[layer] = {after}\n"
    return lines


def _progress(inputs: ProgramInputs) -> str:
    """How far training is, and which parameters of each layer stay as they are."""
    progress = numpy_steps.progress(inputs)
    if not inputs.setup.plan.rule.frozen:
        return progress
    lines = (
        f"fixed_{name} = [{', '.join(f'np.array({listed(part)})' for part in parts)}]"
        for name, parts in zip("Wb", inputs.frozen, strict=True)
    )
    return "\n".join([progress, *lines])
