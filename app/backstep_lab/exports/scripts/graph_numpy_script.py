"""A computation graph and its training as a program in numpy: every value, message and gradient a line."""

import re
from collections.abc import Iterator

from backstep_lab.engine.graph.plan import Edge
from backstep_lab.exports.scripts import numpy_steps
from backstep_lab.exports.scripts.graph_names import names_of
from backstep_lab.exports.scripts.numpy_functions import HELPERS
from backstep_lab.exports.scripts.program_inputs import ITERATIONS, title_of
from backstep_lab.exports.scripts.section import Section
from backstep_lab.i18n import catalogue
from backstep_lab.models.graph.setup import GraphSetup
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.session import Session

_CASE = re.compile(r"(.+) if \(?(-?\d[^ )]*)\)? else (.+)")


def graph_numpy_script(session: Session, lang: str) -> bytes:
    """The sections under each other, their headings as comments."""
    head = f'"""{title_of(session, lang)} · Backstep\n\n{catalogue.say(lang, "file-program-about")}\n"""'
    parts = [f"# {catalogue.say(lang, key)}\n\n{code}" for key, code in graph_sections(session)]
    return ("\n\n\n".join([head, *parts]) + "\n").encode()


def graph_sections(session: Session) -> list[Section]:
    """The program in the order in which it is read and run."""
    current = graph_of(session)
    setup = current.setup_after if session.is_complete else current.setup
    passes = _passes(setup)
    helpers = [helper for call, helper in HELPERS.items() if call in passes]
    rule = setup.rule
    return [
        Section("file-graph-leaves", _leaves(setup)),
        *([Section("file-functions", "\n\n\n".join(helpers))] if helpers else []),
        Section("file-passes", passes),
        Section("file-graph-update", f"{numpy_steps.learning_rate(rule)}\n\n\n{numpy_steps.update(rule)}"),
        Section("file-training", _training(setup, session.iteration + session.is_complete)),
    ]


def _leaves(setup: GraphSetup) -> str:
    names, state = names_of(setup.graph), setup.state
    leaves = zip(setup.graph.leaves, state.leaves.tolist(), strict=True)
    lines = "".join(f"    {names[node]!r}: {value!r},\n" for node, value in leaves)
    memory = "".join(
        f"    {names[node]!r}: {{"
        + ", ".join(
            f"{name!r}: {state.remembered(setup.operations.memory, name).item(at)!r}"
            for name in setup.operations.memory
        )
        + "},\n"
        for at, node in enumerate(setup.graph.trained)
    )
    return (
        f"from math import cos, erfc, pi, sqrt\n\nimport numpy as np\n\nITERATIONS = {ITERATIONS}\n\n"
        f"p = {{\n{lines}}}\nmemory = {{\n{memory}}}"
    )


def _passes(setup: GraphSetup) -> str:
    """One function: the values in order, then every gradient."""
    names = names_of(setup.graph)
    leaves = [f"{names[node]} = p[{names[node]!r}]" for node in setup.graph.leaves]
    lines = [*leaves, *_forward(setup, names), *_backward(setup, names)]
    gradients = ", ".join(f"{names[node]!r}: d_{names[node]}" for node in setup.graph.leaves)
    body = "".join(f"    {line}\n" for line in lines)
    return f"def passes(p):\n{body}    return {names[setup.graph.target]}, {{{gradients}}}"


def _forward(setup: GraphSetup, names: list[str]) -> Iterator[str]:
    for node in setup.graph.operations:
        inputs = [names[i] for i in setup.graph.nodes[node].inputs]
        yield f"{names[node]} = {filled(setup.plan.function(node).numpy, inputs, names[node])}"


def _backward(setup: GraphSetup, names: list[str]) -> Iterator[str]:
    for at, receiver in enumerate(setup.plan.receivers):
        terms = ["1.0"] if at == 0 else [_message(setup, names, edge) for edge in receiver.edges] or ["0.0"]
        yield f"d_{names[receiver.node]} = {' + '.join(terms)}"


def _message(setup: GraphSetup, names: list[str], edge: Edge) -> str:
    function = setup.plan.function(edge.above)
    inputs = [names[i] for i in setup.graph.nodes[edge.above].inputs]
    own = [inputs[edge.position]] if function.arguments == 0 else inputs
    slope = _decided(filled(function.slope(edge.position).numpy, own, names[edge.above], inputs))
    return f"d_{names[edge.above]}" if slope == "1.0" else f"d_{names[edge.above]} * ({slope})"


def _decided(slope: str) -> str:
    """A slope without the case that cannot be, where it depends on a number that is typed."""
    case = _CASE.fullmatch(slope)
    return slope if case is None else case[1] if float(case[2]) else case[3]


def filled(source: str, inputs: list[str], value: str, all_inputs: list[str] | None = None) -> str:
    """A function's source with names in place; negative constants in parentheses."""
    safe = [f"({name})" if name.startswith("-") else name for name in inputs]
    text = source.replace("@all", f"[{', '.join(all_inputs or inputs)}]").replace("@v", value)
    return text.replace("@x", safe[0]).replace("@y", safe[-1])


def _training(setup: GraphSetup, iteration: int) -> str:
    state = setup.state
    return (
        f"iteration, t, clock = {iteration}, {state.optimizer_step + 1}, {state.schedule_step}\n\n{_TRAINING}"
    )


_TRAINING = """for _ in range(ITERATIONS):
    result, g = passes(p)
    print(f"{iteration + 1:6d}  {result:.12g}")
    rate = learning_rate(clock)
    for name in memory:
        p[name] = update(p[name], g[name], memory[name], rate, t)
    iteration, t, clock = iteration + 1, t + 1, clock + 1"""
