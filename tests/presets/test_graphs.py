"""The presets that are computation graphs: every figure of the design, and what their stories say."""

import pytest

from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.presets import PRESETS
from backstep_lab.sessions.create import new_spec
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.numbers import value_of

GRAPHS = [preset.name for preset in PRESETS.values() if preset.graph is not None]

FIGURES: dict[str, dict[str, float]] = {
    "cs231n-circuit": {"f": -12, "df/dx": -4, "df/dy": -4, "df/dz": 3},
    "cs231n-max": {"f": -20, "df/dx": -8, "df/dy": 6, "df/dz": 2, "df/dw": 0},
    "cs231n-gates": {
        "f": 0.7310585786300049,
        "df/dw0": -0.19661193324148185,
        "df/dw1": -0.3932238664829637,
        "df/dw2": 0.19661193324148185,
        "df/dx0": 0.3932238664829637,
        "df/dx1": -0.5898357997244456,
    },
    "olah": {"e": 6, "de/da": 2, "de/db": 5},
    "cs224n": {"f": 6, "df/dx": 2, "df/dy": 5, "df/dz": 0},
    "baydin": {"y": 11.652071455223084, "dy/dx1": 5.5, "dy/dx2": 1.7163378145367738},
    "micrograd-expression": {"L": -8, "dL/da": 6, "dL/db": -4, "dL/dc": -2, "dL/df": 4},
    "micrograd-readme": {
        "g#2": 24.70408163265306,
        "dg#2/da": 138.83381924198252,
        "dg#2/db": 645.5772594752186,
    },
    "apples-and-oranges": {
        "price": 715,
        "dprice/dapple": 2.2,
        "dprice/dapple_count": 110,
        "dprice/dorange": 3.3,
        "dprice/dorange_count": 165,
        "dprice/dtax": 650,
    },
    "power": {"f": 8, "df/dx": 12, "df/dy": 5.545177444479562},
    "convolution": {
        **{f"y[{i}]": value for i, value in enumerate((1.1, -2.15, 2.85))},
        "L": 4.0275,
        **{f"dL/dw[{i}]": value for i, value in enumerate((3.8, -6.15, 7.9))},
        "dL/db": -0.2,
        **{f"dL/dx[{i}]": value for i, value in enumerate((0.05, -1.175, 3.1, -2.3875, 0.4625))},
    },
    "convolution-pooling": {
        "z[0,0]": 1,
        "z[0,1]": -1,
        "z[1,0]": -1,
        "z[1,1]": 3,
        "dL/dz[1,1]": 2,
        "dL/dz[0,0]": 0,
        "dL/dk[0,0]": 6,
        "dL/dk[2,2]": 4,
    },
    "rnn-two-steps": {
        "h1": 0.5370495669980353,
        "h2": 0.9007035337566427,
        "L": 0.005616229311580052,
        "dL/dWx": -0.02045216381213148,
        "dL/dWh": -0.01006459582566641,
        "dL/db": -0.0017116295222989186,
    },
    "lstm": {
        "h[1]": 0.5363133978820118,
        "h[2]": 0.7719811057588907,
        "c[1]": 0.7857261484365797,
        "c[2]": 1.5176330976694041,
        "Wi_next[1]": 0.800663860601044,
        "Wf_next[0]": 0.7003153270871004,
    },
    "batch-norm": {
        "mu": 3,
        "v": 3.5,
        "dL/dgamma": -0.2672612419124244,
        "dL/dbeta": 0.5,
        **{
            f"dL/dx[{i}]": value
            for i, value in enumerate(
                (0.8590539918613642, -0.1718107983722728, -1.2026755886059097, 0.5154323951168185)
            )
        },
    },
    "attention": {
        "A[0,0]": 0.6697615493266569,
        "A[0,1]": 0.3302384506733431,
        "L": 0.8724594744250406,
        **{f"dL/d{matrix}[{i},{i}]": -0.4131906416843404 for matrix in ("Wq", "Wk") for i in (0, 1)},
        **{f"dL/d{matrix}[{i},{1 - i}]": 0.4131906416843404 for matrix in ("Wq", "Wk") for i in (0, 1)},
    },
    "attention-causal": {"A[0,0]": 1, "A[0,1]": 0, "dL/dS[0,0]": 0, "dL/dS[0,1]": 0},
    "attention-causal-three-tokens": {"A[0,0]": 1, "A[0,1]": 0, "A[0,2]": 0, "A[1,2]": 0},
    "embedding": {
        "dL/dE[0,0]": 0.3,
        "dL/dE[0,1]": 0.4,
        "dL/dE[1,0]": 0.6,
        "dL/dE[1,1]": 0.8,
        "dL/dE[2,0]": 0,
        "dL/dE[2,1]": 0,
    },
    "dropout": {
        **{f"y[{i}]": value for i, value in enumerate((2, 0, 6, 0))},
        **{f"dL/dx[{i}]": value for i, value in enumerate((0.2, 0, 0.6, 0))},
    },
    "softmax-cross-entropy": {"dL/dz[0]": -0.33475904422517816, "dL/dz[1]": 0.24472847105479764},
    "residual": {"dL/dh2": -0.24606375184577756, "dL/dx": -0.23543646997960796},
}


def started(preset: str) -> Session:
    return Session.new("", new_spec({"preset": preset}))


def iteration(session: Session) -> GraphIteration:
    assert isinstance(session.current, GraphIteration)
    return session.current


def value(session: Session, ref: str) -> float:
    found = session.current.value_of(ref, 0)
    assert found is not None
    return found


def gradients(session: Session, name: str) -> list[float]:
    graph = iteration(session).setup.graph
    return [value(session, f"dL/d{node.ref}") for node in graph.nodes if node.name == name]


def values(session: Session, name: str) -> list[float]:
    graph = iteration(session).setup.graph
    return [value(session, node.ref) for node in graph.nodes if node.name == name]


@pytest.mark.parametrize("preset", GRAPHS)
def test_every_number_of_a_graph_is_finite_and_no_remark_says_that_a_name_is_unused(preset: str) -> None:
    current = iteration(started(preset))
    assert current.overflow is None
    assert {note.key for note in current.setup.graph.notes} <= {"program-note-assigned-again"}


@pytest.mark.parametrize("preset", FIGURES)
def test_the_figures_of_a_graph(preset: str) -> None:
    session = started(preset)
    computed = {ref: value(session, ref) for ref in FIGURES[preset]}
    assert computed == pytest.approx(FIGURES[preset], rel=1e-13, abs=1e-13)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("net_h1", "z1[0]"),
        ("out_h2", "a1[1]"),
        ("net_o1", "z2[0]"),
        ("out_o2", "a2[1]"),
        ("E1", "loss[0]"),
        ("E2", "loss[1]"),
        ("L", "loss"),
        ("dL/dnet_o1", "delta2[0]"),
        ("dL/dout_h1", "dL/da1[0]"),
        ("dL/dnet_h2", "delta1[1]"),
        *((f"dL/dw{1 + 4 * layer + 2 * i + j}", f"dW{layer + 1}[{i},{j}]")
          for layer in (0, 1) for i in (0, 1) for j in (0, 1)),
        *((f"w{1 + 4 * layer + 2 * i + j}_next", f"W{layer + 1}_next[{i},{j}]")
          for layer in (0, 1) for i in (0, 1) for j in (0, 1)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("iteration", [0, 50])
def test_mazur_as_a_graph_has_the_digits_of_the_network(ours: str, theirs: str, iteration: int) -> None:
    graph, network = (started(name).at_iteration(iteration) for name in ("mazur-graph", "mazur"))
    printed = value_of(layered(network).trace, theirs, 0, layered(network).setup.plan.rule)
    assert value(graph, ours) == pytest.approx(printed, rel=1e-14, abs=0)


def test_gradients_of_a_normalised_batch_add_up_to_zero_also_when_weighted() -> None:
    session = started("batch-norm")
    dx, normalised = gradients(session, "x"), values(session, "xhat")
    assert sum(dx) == pytest.approx(0, abs=1e-15)
    assert sum(d * x for d, x in zip(dx, normalised, strict=True)) == pytest.approx(0, abs=1e-15)


def test_gradients_of_each_row_of_a_normalised_layer_add_up_to_zero() -> None:
    dx = gradients(started("layer-norm"), "x")
    assert any(dx)
    assert (sum(dx[:4]), sum(dx[4:])) == pytest.approx((0, 0), abs=1e-15)


def test_the_gradient_of_scores_is_probability_minus_target() -> None:
    session = started("softmax-cross-entropy")
    errors = [p - t for p, t in zip(values(session, "p"), (1, 0, 0), strict=True)]
    assert gradients(session, "z") == pytest.approx(errors, rel=1e-14)


@pytest.mark.parametrize("preset", [name for name in GRAPHS if name.startswith("attention")])
def test_the_rows_of_attention_weights_add_up_to_one(preset: str) -> None:
    weights = values(started(preset), "A")
    size = round(len(weights) ** 0.5)
    rows = [weights[i : i + size] for i in range(0, len(weights), size)]
    assert [sum(row) for row in rows] == pytest.approx([1] * size, rel=1e-15)
    if "causal" in preset:
        assert all(row[i + 1 :] == [0.0] * (size - i - 1) for i, row in enumerate(rows))


@pytest.mark.parametrize(
    "preset",
    [
        "mazur-graph",
        "residual",
        "convolution",
        "convolution-pooling",
        "rnn-two-steps",
        "rnn-three-steps",
        "lstm",
        "softmax-cross-entropy",
        *(name for name in GRAPHS if name.startswith("attention")),
    ],
)
def test_a_graph_with_a_loss_learns(preset: str) -> None:
    session = started(preset)
    learned = value(session.at_iteration(1000), "L")
    assert learned < 0.6 * value(session, "L")


def test_a_larger_w_takes_the_gradient_of_max_from_z() -> None:
    session = patched(started("cs231n-max"), {"parameters": {"w": 3}}).end
    assert (value(session, "df/dz"), value(session, "df/dw")) == (0, 2)


def test_a_small_recurrent_weight_leaves_almost_nothing_of_what_comes_back() -> None:
    spec = new_spec({"preset": "rnn-three-steps", "graph": {"target": "h[3]"}})
    left = [
        value(patched(Session.new("", spec), {"parameters": {"Wh": weight}}).end, "dh[3]/dh[1]")
        for weight in (0.7, 0.2)
    ]
    assert left[1] < 0.02 < 0.05 < left[0]
