"""The audit from outside, in a short form; its full form is `make audit`."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.oracle.audit.audit import audit
from tests.oracle.audit.draws import Draw
from tests.oracle.audit.formulas import faults
from tests.oracle.audit.latex import UnreadableError, read
from tests.oracle.audit.printing import printed
from tests.oracle.audit.recipes import Json, recipe
from tests.oracle.audit.servers import served

SESSIONS = 12  # each kind of session once, some twice
FOLDER = Path(__file__).with_name("audit")


def test_a_served_server_passes_a_short_audit() -> None:
    with served(workers=2) as base:
        report = audit(base, range(SESSIONS), seed=1)
    assert not report.total, report.summary(seed=1)
    assert report.counts["sessions"] == SESSIONS
    least = {"numbers": 10_000, "formulas": 1_000, "sentences": 500, "printed equations": 200, "programs": 16}
    assert all(report.counts[what] >= count for what, count in least.items()), report.counts


def test_the_audit_imports_nothing_of_what_it_audits() -> None:
    imported = [name for file in sorted(FOLDER.glob("*.py")) for name in _imported(file)]
    assert len(imported) > 50
    assert not [name for name in imported if name.partition(".")[0] == "backstep_lab"]
    ours = {name for name in imported if name.startswith("tests.")}
    assert all(name.startswith("tests.oracle.audit") for name in ours), ours


def _imported(file: Path) -> list[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]


def test_the_sessions_of_a_full_audit_cover_all_there_is_to_choose() -> None:
    bodies = [recipe(number, Draw(f"1/{number}")).body for number in range(300)]
    layers = [layer for body in bodies for layer in body["network"]["layers"]]
    seen = {
        "activations": Counter(layer["activation"] for layer in layers),
        "losses": Counter(body["network"]["loss"] for body in bodies),
        "reductions": Counter(str(body["network"]["reduction"]) for body in bodies),
        "batch reductions": Counter(str(body["network"]["batch_reduction"]) for body in bodies),
        "optimizers": Counter(body["training"]["optimizer"]["name"] for body in bodies),
        "schedules": Counter(body["training"]["schedule"]["name"] for body in bodies),
    }
    assert {name: len(found) for name, found in seen.items()} == {
        "activations": 13,
        "losses": 8,
        "reductions": 3,
        "batch reductions": 3,
        "optimizers": 7,
        "schedules": 4,
    }
    assert all(min(found.values()) >= 10 for found in seen.values()), seen
    trainings = [body["training"] for body in bodies]
    for name in ("train_biases", "shuffle", "l1", "l2"):
        assert 10 <= sum(bool(training[name]) for training in trainings) <= 290, name


def test_a_second_superscript_on_one_base_is_refused() -> None:
    with pytest.raises(UnreadableError, match="double superscript"):
        read("1 \\times 10^{-5}^{1}")


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("1.000 \\cdot (1 - 1.000)", "0.000335"),
        ("1 - 1", "-2.06 \\times 10^{-9}"),
        ("\\ln 4.5 \\times 10^{-5}", "-10.0089"),
        ("\\tanh 1.05 \\times 10^{-5} \\cdot 2", "0.781806"),
    ],
)
def test_a_printed_line_that_does_not_give_its_result_is_found(line: str, result: str) -> None:
    assert [kind for kind, _ in printed("a line", line, result)] == ["printed untrue"]


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("0.9996647 \\cdot \\left(1 - 0.9996647\\right)", "0.000335188"),
        ("-\\left(1 \\cdot \\ln 0.481606 + (1 - 1) \\cdot \\ln(1 - 0.481606)\\right)", "0.730629"),
        ("0.01 \\quad ((-2) \\le 0)", "0.01"),
        ("0.5 \\quad (-3 < 0.34 \\le 3)", "0.5"),
        ("0 \\quad (6.79 \\notin (-3,\\,3])", "0"),
        ("\\begin{cases}-1 & 1 \\cdot 2 < 1\\\\0 & 1 \\cdot 2 \\ge 1\\end{cases}", "0"),
        (
            "\\tfrac{1}{2} \\cdot 0.3 \\cdot \\left(1 + \\operatorname{erf}\\frac{0.3}{\\sqrt{2}}\\right)",
            "0.185373",
        ),
        ("\\frac{0.0024121 / (1 - 0.9^{1})}{\\sqrt{5.81822 \\times 10^{-7} / (1 - 0.999^{1})}}", "1"),
    ],
)
def test_a_printed_line_that_gives_its_result_is_let_be(line: str, result: str) -> None:
    assert [text for _, text in printed("a line", line, result)] == []


def test_a_sum_that_was_not_made_in_the_shown_order_is_found() -> None:
    operation = _sum([0.27, -0.27, 0.0], 2.1e-17)
    assert {"order of sum", "formula loose"} <= {kind for kind, _ in faults(operation, 1, 0, 1)}
    assert not list(faults(_sum([0.27, -0.27, 0.0], 0.0), 1, 0, 1))


def test_a_row_left_out_without_dots_is_found() -> None:
    right = "\\frac{1}{4}\\left(#{0} + \\cdots + #{2} + #{3}\\right)"
    wrong = "\\frac{1}{4}\\left(#{0} + #{2} + #{3}\\right)"
    found = [[kind for kind, _ in faults(_mean(text), 4, 0, 4)] for text in (right, wrong)]
    assert "dots" not in found[0]
    assert "dots" in found[1]


def _sum(values: list[float], value: float) -> Json:
    places = [f"#{{{i}}}" for i in range(len(values))]
    numbers = [f"({x})" if x < 0 else str(x) for x in values]
    return _operation("sum", values, value, " + ".join(places), " + ".join(numbers))


def _mean(text: str) -> Json:
    return _operation("batch_loss", [1.0, 2.0, 3.0, 4.0], 2.5, text, "2.5")


def _operation(kind: str, values: list[float], value: float, text: str, numbers: str) -> Json:
    refs = ["example_loss", *(f"example_loss@{n}" for n in range(1, len(values)))]
    operands = [
        {"ref": ref, "value": x, "symbol": f"#{{{i}}}"}
        for i, (ref, x) in enumerate(zip(refs, values, strict=True))
    ]
    formula = {"symbols": text, "numbers": numbers, "templates": {"symbols": text, "numbers": text}}
    return {"kind": kind, "ref": "z1[0]", "value": value, "operands": operands, "formula": formula}
