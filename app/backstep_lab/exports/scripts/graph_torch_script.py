"""A computation graph and its training as a PyTorch program in float64: gradients by autograd."""

from collections.abc import Iterator

from backstep_lab.exports.scripts import numpy_steps
from backstep_lab.exports.scripts.graph_names import names_of
from backstep_lab.exports.scripts.graph_numpy_script import filled
from backstep_lab.exports.scripts.program_inputs import ITERATIONS, title_of
from backstep_lab.exports.scripts.torch_names import MEMORIES, optimizer_call, with_kept_parameters
from backstep_lab.i18n import catalogue
from backstep_lab.models.graph.setup import GraphSetup
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.session import Session

_IMPORTS = """from math import cos, pi

import torch
from torch.nn import functional"""


def graph_torch_script(session: Session, lang: str) -> bytes:
    """The program as text."""
    current = graph_of(session)
    setup = current.setup_after if session.is_complete else current.setup
    parts = [
        ("file-graph-leaves", _leaves(setup)),
        ("file-graph-forward", _forward(setup)),
        ("file-graph-update", _update(setup)),
        ("file-training", _training(setup, session.iteration + session.is_complete)),
    ]
    head = f'"""{title_of(session, lang)} · Backstep\n\n{catalogue.say(lang, "file-graph-torch-about")}\n"""'
    code = [f"# {catalogue.say(lang, key)}\n\n{lines}" for key, lines in parts]
    return ("\n\n\n".join([head, _IMPORTS, *code]) + "\n").encode()


def _leaves(setup: GraphSetup) -> str:
    names = names_of(setup.graph)
    trained = set(setup.graph.trained)
    lines = "".join(
        f"    {names[node]!r}: torch.tensor({value!r}, requires_grad={node in trained}),\n"
        for node, value in zip(setup.graph.leaves, setup.state.leaves.tolist(), strict=True)
    )
    return f"ITERATIONS = {ITERATIONS}\ntorch.set_default_dtype(torch.float64)\np = {{\n{lines}}}"


def _forward(setup: GraphSetup) -> str:
    names = [f"torch.tensor({name})" if _is_number(name) else name for name in names_of(setup.graph)]
    lines = [f"{names[node]} = p[{names[node]!r}]" for node in setup.graph.leaves]
    for node in setup.graph.operations:
        inputs = [names[i] for i in setup.graph.nodes[node].inputs]
        lines.append(f"{names[node]} = {filled(setup.plan.function(node).torch, inputs, names[node])}")
    body = "".join(f"    {line}\n" for line in lines)
    return f"def forward(p):\n{body}    return {names[setup.graph.target]}"


def _is_number(name: str) -> bool:
    return not name.isidentifier()


def _update(setup: GraphSetup) -> str:
    names, rule, state = names_of(setup.graph), setup.rule, setup.state
    trained = [names[node] for node in setup.graph.trained]
    lines = [numpy_steps.learning_rate(rule), f"trained = [p[name] for name in {trained!r}]"]
    if not trained:
        return "\n\n\n".join(lines)
    lines[-1] += f"\noptimizer = torch.optim.{optimizer_call(rule)}"
    if _has_memory(setup):
        keys = MEMORIES[rule.optimizer.name]
        remembered = [
            f"optimizer.state[trained[{at}]][{keys[name]!r}] = torch.tensor("
            f"{state.remembered(setup.operations.memory, name).item(at)!r})"
            for name in setup.operations.memory
            for at in range(len(trained))
        ]
        step = (
            f"for one in trained:\n    optimizer.state[one]['step'] = torch.tensor({state.optimizer_step}.0)"
        )
        lines.append("\n".join([*remembered, step]))
    return "\n\n\n".join(lines)


def _has_memory(setup: GraphSetup) -> bool:
    """Whether the optimizer begins with a memory; without one PyTorch does not dampen the first gradient."""
    optimizer = setup.rule.optimizer
    begins = setup.state.optimizer_step or any(optimizer.first_memory)
    return bool(optimizer.memory) and bool(begins or numpy_steps.settings_of(setup.rule).get("dampening"))


def _training(setup: GraphSetup, iteration: int) -> str:
    body = "".join(f"    {line}\n" for line in _iteration(setup))
    head = f"iteration, clock = {iteration}, {setup.state.schedule_step}"
    loop = with_kept_parameters(f"for _ in range(ITERATIONS):\n{body}", setup.rule)
    return f"{head}\n\n{loop}".rstrip()


def _iteration(setup: GraphSetup) -> Iterator[str]:
    """One iteration; autograd leaves out what has no way to the result, and its gradient is 0 here."""
    reaches = [bool(setup.plan.by_node[node].edges) for node in setup.graph.trained]
    if reaches:
        yield "optimizer.zero_grad()" if all(reaches) else _ZERO_GRADIENTS
    yield "result = forward(p)"
    if any(reaches):
        yield "result.backward()"
    yield 'print(f"{iteration + 1:6d}  {result.item():.12g}")'
    if reaches:
        yield _STEP
    yield "iteration, clock = iteration + 1, clock + 1"


_ZERO_GRADIENTS = """for one in trained:
        one.grad = torch.zeros_like(one)"""
_STEP = """for group in optimizer.param_groups:
        group["lr"] = learning_rate(clock)
    optimizer.step()"""
