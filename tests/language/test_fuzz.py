"""Random programs: well-formed ones give a graph of the right values, torn ones a graph or a sentence."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.engine.graph.graph import Graph
from backstep_lab.language.errors import ProgramError
from backstep_lab.language.read import read_graph
from tests.language.evaluation import result
from tests.language.fuzzing import check, mutations, outcome

LEAVES = {"x": 0.5, "y": -1.25, "α": 2.0, "w1": 0.75}
NUMBERS = st.integers(1, 9).map(str) | st.sampled_from((".5", "1.25", "2e-1"))


Valued = tuple[str, float]


def larger(parts: st.SearchStrategy[Valued]) -> st.SearchStrategy[Valued]:
    """Expressions of the language, each with its value."""
    two = st.tuples(parts, parts).map(lambda p: (*p[0], *p[1]))
    return st.one_of(
        two.map(lambda p: (f"{p[0]} + {p[2]}", p[1] + p[3])),
        two.map(lambda p: (f"{p[0]} − ({p[2]})", p[1] - p[3])),
        two.map(lambda p: (f"({p[0]})({p[2]})", p[1] * p[3])),
        two.map(lambda p: (f"({p[0]}) · ({p[2]})", p[1] * p[3])),
        two.map(lambda p: (f"({p[0]})÷(1 + ({p[2]})²)", p[1] / (1 + p[3] ** 2))),
        two.map(lambda p: (f"max({p[0]}, {p[2]})", max(p[1], p[3]))),
        parts.map(lambda p: (f"tanh({p[0]})", math.tanh(p[1]))),
        parts.map(lambda p: (f"np.sin({p[0]})", math.sin(p[1]))),
        parts.map(lambda p: (f"−({p[0]})", -p[1])),
        parts.map(lambda p: (f"3({p[0]})", 3 * p[1])),
    )


SMALL = NUMBERS.map(lambda n: (n, float(n))) | st.sampled_from(list(LEAVES.items()))
EXPRESSIONS = st.recursive(SMALL, larger, max_leaves=12)


@settings(max_examples=150, deadline=None)
@given(EXPRESSIONS, EXPRESSIONS)
def test_programs_of_a_grammar_have_their_values(first: Valued, second: Valued) -> None:
    graph = read_graph(f"a = 1({first[0]}) # first\nL = 2a + ({second[0]})", LEAVES)
    check(graph)
    assert result(graph) == pytest.approx(2 * first[1] + second[1])


def test_torn_programs_give_a_graph_or_a_sentence() -> None:
    outcomes = [outcome(program) for program in mutations(seed=8, count=5_000)]
    assert sum(isinstance(one, Graph) for one in outcomes) > 200
    assert len({one.key for one in outcomes if isinstance(one, ProgramError)}) > 40


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_graph_or_a_sentence(text: str) -> None:
    outcome(text)
