"""Every mistake is one sentence in each language, with line and column."""

import re
import time

import pytest

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import Graph
from backstep_lab.i18n.catalogue import FOLDER, LANGUAGES, say
from backstep_lab.language.errors import ProgramError, UnknownNames
from backstep_lab.language.read import read_graph
from tests.language import fuzzing

VALUES = {"x": 2.0, "y": -3.0, "v": [1.0, 2.0, 3.0], "X": [[1.0, 2.0], [3.0, 4.0]]}

MISTAKES = [
    ("", "program-empty", 1, 0),
    ("# nothing\n", "program-empty", 1, 0),
    ("L = x" + " " * 8192, "program-too-long", 1, 0),
    ("L = x $ y", "program-character", 1, 6),
    ("a = x*x\nL = a & y", "program-character", 2, 6),
    ("L = 字*x", "program-character", 1, 4),
    ("L = x*\0", "program-character", 1, 6),
    ("L = x*x # \ud800", "program-character", 1, 10),
    ("L = 2 if x == 3 else 1", "program-comparison", 1, 11),
    ("L = x // 2", "program-whole-division", 1, 6),
    ("L = x % 2", "program-whole-division", 1, 6),
    ("L = 'x'", "program-quotes", 1, 4),
    ("L = {x}", "program-braces", 1, 4),
    ("L = |x|", "program-bars", 1, 4),
    ("L := x", "program-walrus", 1, 2),
    ("L = x + \\\n y", "program-backslash", 1, 8),
    ("L = (x + y", "program-never-closed", 1, 4),
    ("L = x + y)", "program-never-opened", 1, 9),
    ("L = (x + y]", "program-other-bracket", 1, 10),
    ("L = x y", "program-no-operator", 1, 6),
    ("L = x + 2 3", "program-no-operator", 1, 10),
    ("L = sin x", "program-function-without-brackets", 1, 4),
    ("L = x + * y", "program-no-operand-before", 1, 8),
    ("= 3", "program-no-operand-before", 1, 0),
    ("L = x +", "program-no-operand-after", 1, 6),
    ("L = sum(x + )", "program-no-operand-after", 1, 10),
    ("L =\n", "program-no-operand-after", 1, 2),
    ("if x: L = y", "program-word", 1, 0),
    ("L = x if y else x", "program-word", 1, 6),
    ("L = x and y", "program-word", 1, 6),
    ("import numpy as np\nL = x", "program-import", 1, 0),
    ("L = sum(v[i] for i in range(3))", "program-comprehension", 1, 13),
    ("a = x*x\n  L = a", "program-indent", 2, 2),
    ("for t in range(3):\n  h[t] = x\n L = x", "program-indent", 3, 1),
    ("for t in range(3):\nL = x", "program-for", 2, 0),
    ("for t in range(3)\n  h[t] = x", "program-for", 2, 2),
    ("for t in range(3): pass", "program-word", 1, 19),
    ("L = x = = y", "program-no-operand-before", 1, 8),
    ("for t in range(3) L = x", "program-for", 1, 20),
    ("L = (x = y)", "program-syntax", 1, 5),
    ("L: x = y", "program-not-accepted", 1, 0),
    ("L = ()", "program-tuple", 1, 4),
    ("L = x, y", "program-tuple", 1, 4),
    ("L = √x²", "program-root-of-power", 1, 4),
    ("L = " + "(" * 65 + "x" + ")" * 65, "program-too-deep", 1, 68),
    ("L = " + "-" * 70 + "x", "program-too-deep", 1, 66),
    ("L = 1e13*x", "program-number-too-large", 1, 4),
    ("L = " + "a" * 41, "program-name-too-long", 1, 4),
    ("w_next = x*x\nL = x", "program-name-after-update", 1, 0),
    ("L = p*x", "program-unknown-names", 1, 4),
    ("L = xy + v[0]", "program-product-of-names", 1, 4),
    ("weight = 3\nL = wieght*x", "program-misspelt-name", 2, 4),
    ("L = sigmod(x)", "program-misspelt-function", 1, 4),
    ("L = f(x)", "program-no-such-function", 1, 4),
    ("L = x(y + 1)", "program-call-of-name", 1, 4),
    ("L = exp*x", "program-function-alone", 1, 4),
    ("a = L*x\nL = a", "program-used-before", 1, 4),
    ("for t in range(0): q = x\nL = q*x", "program-no-value-here", 2, 4),
    ("L = x*x\nL.backward()", "program-leave-out", 2, 0),
    ("L = x*x\nprint(L)", "program-leave-out", 2, 0),
    ("L = v.shape", "program-no-such-method", 1, 4),
    ("L = x.relu", "program-method-without-brackets", 1, 4),
    ("L = exp(x, y)", "program-arguments", 1, 4),
    ("L = exp()", "program-arguments", 1, 4),
    ("L = sum(v, along=0)", "program-arguments", 1, 4),
    ("L = reshape(v)", "program-arguments", 1, 4),
    ("L = sum(v, keepdims=1)", "program-no-flag", 1, 20),
    ("x*y\nL = x*x", "program-no-name", 1, 0),
    ("a = b = x*y", "program-two-targets", 1, 0),
    ("a, b = x*y", "program-several-targets", 1, 0),
    ("2 = x", "program-target", 1, 0),
    ("exp(x) = y", "program-target", 1, 0),
    ("h[0:2] = x\nL = x*x", "program-element-index", 1, 0),
    ("h[0] = x*x\nh[0, 1] = x*x", "program-element-axes", 2, 0),
    ("h[0] = x*x\nh[0] = v*x\nL = x*x", "program-element-shape", 2, 0),
    ("h[0] = x*x\nh[1] = v*x\nL = sum(h)", "program-element-shape", 3, 8),
    ("h[0] = x*x\nL = h[1]*x", "program-no-element-yet", 2, 4),
    ("h[1] = x*x\nL = sum(h)", "program-no-element-yet", 2, 8),
    ("for t in range(2):\n  t = x", "program-counter-assigned", 2, 2),
    ("a = 3\nfor a in range(2):\n  L = x*x", "program-counter-assigned", 2, 4),
    ("for t in v:\n  L = x", "program-for", 1, 9),
    ("for t in range():\n  L = x", "program-for", 1, 9),
    ("L = v[x]", "program-not-whole", 1, 6),
    ("for t in range(x):\n  L = x", "program-not-whole", 1, 15),
    ("L = v[0.5]", "program-not-whole", 1, 6),
    ("for t in range(len(x)): L = x", "program-length-of-number", 1, 19),
    ("for t in range(1, 3, 0): L = x", "program-step-zero", 1, 9),
    ("L = v[::0]", "program-step-zero", 1, 6),
    ("L = v[3]", "program-no-such-index", 1, 4),
    ("L = X[0, -3]", "program-no-such-index", 1, 4),
    ("h = zeros(2)\nh[2] = x*x", "program-no-such-index", 2, 0),
    ("L = x[0]", "program-too-many-indices", 1, 4),
    ("L = X[0, [1]]", "program-list-index", 1, 9),
    ("L = sum(v[2:1])", "program-empty-array", 1, 8),
    ("W = []\nL = x*x", "program-empty-array", 1, 4),
    ("L = sum([[x, y], [x]])", "program-ragged-list", 1, 8),
    ("W = [[1, 2], [3]]\nL = x*x", "program-ragged-leaf", 1, 4),
    ("w = 1e7\nL = w*x", "program-leaf-out-of-range", 1, 4),
    ("L = sum(v, axis=1)", "program-no-such-axis", 1, 4),
    ("L = sum(v + [x, y])", "program-shapes", 1, 8),
    ("L = sum(stack([v, x]))", "program-stack-shapes", 1, 8),
    ("L = v @ x", "program-product-of-number", 1, 4),
    ("L = sum(X @ v)", "program-product-shapes", 1, 8),
    ("L = sum(conv(X, v))", "program-conv-axes", 1, 8),
    ("L = sum(conv(v, [1, 2, 3, 4]))", "program-conv-too-small", 1, 8),
    ("L = sum(maxpool(v, 4))", "program-pool-size", 1, 8),
    ("L = sum(reshape(v, [2, 2]))", "program-reshape", 1, 8),
    ("L = sum(reshape(v, [2, -1]))", "program-reshape", 1, 8),
    ("L = cross_entropy(x, 0)", "program-cross-entropy-logits", 1, 4),
    ("L = cross_entropy(v, [x, y])", "program-cross-entropy-target", 1, 4),
    ("L = cross_entropy(X, 1)", "program-cross-entropy-target", 1, 4),
    ("L = cross_entropy(v, 3)", "program-no-such-class", 1, 4),
    ("L = sum(onehot(3, 3)*v)", "program-no-such-class", 1, 8),
    ("L = sum(zeros(1, 1, 1, 1, 1))", "program-too-many-axes", 1, 8),
    ("L = sum(zeros(99999))", "program-too-many-numbers", 1, 8),
    ("for t in range(4001): L = x*x", "program-too-large", 1, 9),
    ("for t in range(2001): x = x*x + 1", "program-too-large", 1, 26),
    ("h[1] = x*x", "program-no-result", 1, 0),
    ("L = v*x", "program-target-of-several", 1, 0),
    ("w = 3", "program-target-not-computed", 1, 0),
]


def refusal(program: str, **chosen: object) -> ProgramError:
    with pytest.raises(ProgramError) as raised:
        read_graph(program, VALUES, **chosen)  # type: ignore[arg-type]
    return raised.value


@pytest.mark.parametrize(("program", "key", "line", "column"), MISTAKES, ids=lambda case: str(case)[:40])
def test_a_mistake_has_its_sentence_and_its_place(program: str, key: str, line: int, column: int) -> None:
    error = refusal(program)
    assert (error.key, error.line, error.column) == (key, line, column)
    for lang in LANGUAGES:
        sentence = say(lang, key, **error.message_args)
        assert sentence.endswith((".", "?", "。", "？", "吗？"))
        assert len(re.findall(r"[.?。？](?:\s|$)", sentence)) == 1
        assert all(str(arg) in sentence for name, arg in error.message_args.items() if isinstance(arg, str))
    assert error.detail == say("en", key, **error.message_args)


def test_every_sentence_about_a_mistake_is_tried() -> None:
    sentences = (FOLDER / "en" / "later" / "server" / "program.ftl").read_text("utf-8")
    keys = set(re.findall(r"^(program-[a-z-]+) =", sentences, re.MULTILINE))
    notes = {key for key in keys if key.startswith(("program-note-", "program-does-"))}
    by_choice = {"program-no-target", "program-no-leaf"}
    assert keys - notes - by_choice == {key for _, key, _, _ in MISTAKES}


def test_a_choice_that_is_no_number_of_the_program() -> None:
    assert refusal("L = x*y", target="q").key == "program-no-target"
    assert refusal("L = x*y", train=["L"]).key == "program-no-leaf"
    assert refusal("q = x*y\nL = q*q", target="x").key == "program-target-not-computed"
    assert refusal("q = x*v\nL = sum(q)", target="q").key == "program-target-of-several"


def test_all_names_without_a_value_are_named() -> None:
    error = refusal("q = a*x + b2\nL = q*c3*a")
    assert isinstance(error, UnknownNames)
    assert error.names == ("a", "b2", "c3")


def test_a_product_of_names_that_have_no_values_either() -> None:
    with pytest.raises(ProgramError, match=r"did you mean x1\*x2\?"):
        read_graph("L = log(x1) + x1x2 - sin(x2)", {})


@pytest.mark.parametrize(
    "given",
    [
        *(None, "3", True, [], [[]], [1, [2]], [[1, 2], [3]], [None], {"a": 1}, [[[[[1]]]]]),
        *(float("nan"), float("inf"), 1e7, 10**400, [1, -(10**7)]),
    ],
    ids=str,
)
def test_given_values_that_are_no_numbers_within_bounds(given: object) -> None:
    with pytest.raises(ProgramError) as raised:
        read_graph("L = sum(p)*x", {**VALUES, "p": given})
    assert (raised.value.line, raised.value.column) == (1, 8)


HOSTILE = {
    "brackets": "[" * limits.MAX_PROGRAM_BYTES,
    "open": "(" * limits.MAX_PROGRAM_BYTES,
    "signs": "L = " + "-" * 8000 + "x",
    "sum": "L = " + "x+" * 4000 + "x",
    "powers": "L = " + "x**" * 2700 + "x",
    "power": "L = 2**99999999*x",
    "calls": "L = " + "exp(" * 63 + "x y" + ")" * 63,
    "bad call": "L = " + "exp(x=(" * 30 + "x:" + "))" * 30,
    "bad index": "L = " + "x[" * 60 + "1:2=3" + "]" * 60,
    "range": "for t in range(999999999):\n  y = x",
    "loops": "for a in range(3999):\n  for b in range(3999):\n    c = x",
    "nested": "\n".join(" " * i + f"for a{i} in range(2):" for i in range(60)) + "\n" + " " * 60 + "c = x",
    "far": "H[1000000, 1000000] = x\nL = x*x",
    "lists": "q = zeros(4000)\nL = sum([" + "q," * 2000 + "q])",
    "transposed": "L = v" + ".T" * 4000,
    "copies": "A = X.T\n" * 900 + "L = A[0, 0]*x",
    "names": "\n".join(f"q{i} = ab{i}*cd{i}" for i in range(400)),
    "words": "L = " + "+".join("xy" * 18 + str(i) for i in range(190)),
    "titles": "## a\nb = x\n" * 680 + "L = b*b",
    "index": "L = v[" + "1-1+" * 1000 + "0]*x",
    "rows": "L = cross_entropy(v, " + "0+" * 1500 + "0)",
    "shapes": "L = sum(zeros(" + "2*" * 2000 + "2))",
    "methods": "L = x" + ".relu()" * 1100,
    "digits": "L = " + "9" * 8000,
    "arguments": "L = max(" + "x," * 4000 + "x)",
    "empty lines": "\n" * limits.MAX_PROGRAM_BYTES,
    "shape": "L = sum(zeros(99999, 99999, 9999))",
    "whole program": "for t in range(1300):\n  x = x*2 + 1\nL = x",
}


@pytest.mark.parametrize("program", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_program_takes_bounded_time(program: str) -> None:
    started = time.process_time()
    outcome = fuzzing.outcome(program[: limits.MAX_PROGRAM_BYTES])
    assert time.process_time() - started < 2.0
    if isinstance(outcome, Graph):
        assert len(outcome.operations) <= limits.MAX_GRAPH_OPERATIONS
