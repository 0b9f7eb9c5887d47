"""The network and its training as a program that needs numpy alone, in sections."""

from typing import NamedTuple

from backstep_lab.engine.products import is_in_order
from backstep_lab.exports.scripts import numpy_functions, numpy_steps
from backstep_lab.exports.scripts.program_inputs import ITERATIONS, ProgramInputs, listed
from backstep_lab.sessions.session import Session


class Section(NamedTuple):
    """A piece of a program: the key of its heading, and its lines."""

    key: str
    code: str


def script(session: Session, lang: str) -> bytes:
    """The sections under each other, their headings as comments."""
    recipe = ProgramInputs.of(session, lang)
    head = f'"""{recipe.title} · Backstep\n\n{recipe.say("file-program-about")}\n"""'
    parts = [f"# {recipe.say(key)}\n\n{code}" for key, code in sections(recipe)]
    return ("\n\n\n".join([head, *parts]) + "\n").encode()


def sections(recipe: ProgramInputs) -> list[Section]:
    """The program in the order in which it is read and run."""
    steps = (numpy_steps.order, numpy_steps.learning_rate, numpy_steps.update)
    return [
        Section("file-numbers", _numbers(recipe)),
        Section("file-functions", numpy_functions.functions(recipe)),
        Section("file-loss", numpy_functions.loss(recipe)),
        Section("file-passes", _passes(recipe)),
        Section("file-step", "\n\n\n".join(make(recipe) for make in steps)),
        Section("file-training", f"{numpy_steps.standing(recipe)}\n\n{_TRAINING}{_bias(recipe)}{_NEXT}"),
    ]


def _numbers(recipe: ProgramInputs) -> str:
    network, data = recipe.setup.state.network, recipe.setup.plan.data
    arrays = [
        *(
            f"W.append(np.array({listed(W)}))\nb.append(np.array({listed(b)}))"
            for W, b in zip(network.W, network.b, strict=True)
        ),
        f"X = np.array({listed(data.X)})",
        f"Y = np.array({listed(data.Y)})",
        f"memory = {_memory(recipe)}",
    ]
    return (
        "from math import cos, erfc, pi, sqrt\n\nimport numpy as np\n\n"
        f'np.seterr(over="ignore")  # {recipe.say("file-overflow")}\nITERATIONS = {ITERATIONS}\n\n'
        "W, b = [], []\n" + "\n".join(arrays)
    )


def _memory(recipe: ProgramInputs) -> str:
    if not recipe.memories:
        return "[({}, {}) for _ in W]"
    if not any(part.any() for layers in recipe.memories.values() for both in layers for part in both):
        names = list(recipe.memories)
        zeros = "{{name: np.zeros_like({0}) for name in {1}}}"
        return f"[({zeros.format('w', names)}, {zeros.format('v', names)}) for w, v in zip(W, b)]"
    layers = []
    for layer in range(recipe.setup.shape.depth):
        halves = [
            "{"
            + ", ".join(
                f"{name!r}: np.array({listed(parts[layer][half])})" for name, parts in recipe.memories.items()
            )
            + "}"
            for half in (0, 1)
        ]
        layers.append(f"({', '.join(halves)})")
    return f"[{', '.join(layers)}]"


def _passes(recipe: ProgramInputs) -> str:
    hidden = ", ".join(f"({name}, {name}_slope)" for name in recipe.activations[:-1])
    last = recipe.activations[-1]
    rule, head = recipe.setup.plan.rule, ""
    if rule.has_penalty:
        head = (
            f"    L += sum({rule.l1!r} * np.abs(w).sum() + {rule.l2 / 2!r} * (w * w).sum() for w in W)\n"
            f"    dW = [d + {rule.l1!r} * np.sign(w) + {rule.l2!r} * w for d, w in zip(dW, W)]\n"
        )
    in_order = is_in_order(recipe.setup.shape.parameter_count, recipe.setup.plan.batching.size)
    product = _IN_ORDER if in_order else _IN_BLOCKS
    passes = f"{product}\n\n\n{_PASSES.format(last=last)}"
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
    L = example_losses(z[-1], a[-1], y).mean()
    delta, dW, db = output_delta(z[-1], a[-1], y), [], []
    for layer in reversed(range(len(W))):
        dW.insert(0, product(delta.T, a[layer]) / len(x))
        db.insert(0, sum(delta) / len(x))
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
        W[layer] = update(W[layer], dW[layer], of_W, rate, t)
"""
_NEXT = """    iteration, t, clock, offset = iteration + 1, t + 1, clock + 1, offset + BATCH
    if offset >= len(X):
        epoch, offset = epoch + 1, 0"""


def _bias(recipe: ProgramInputs) -> str:
    moves = recipe.setup.plan.rule.train_biases
    return "        b[layer] = update(b[layer], db[layer], of_b, rate, t)\n" if moves else ""
