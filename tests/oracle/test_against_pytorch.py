"""By stranger: PyTorch computes the same iterations, and every number must be the same."""

from collections import Counter

import numpy as np
import pytest

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.losses import LOSSES
from tests.oracle import kept
from tests.oracle.cases import COUNT, DEEPEST, by_rule, case, chosen
from tests.oracle.stranger import figures


@pytest.mark.parametrize("number", range(COUNT))
def test_every_number_of_an_iteration_is_that_of_pytorch(number: int) -> None:
    one = case(number)
    assert not kept.differences(one.figures, figures(one)), one.shape


@pytest.mark.parametrize("number", range(COUNT))
def test_so_is_every_number_under_other_conventions(number: int) -> None:
    one = chosen(number)
    assert not kept.differences(one.figures, figures(one)), one.shape


@pytest.mark.parametrize("number", range(60))
def test_so_is_every_number_under_the_rule_of_the_perceptron(number: int) -> None:
    one = by_rule(number)
    assert not kept.differences(one.figures, figures(one)), one.shape


def test_the_cases_cover_every_activation_loss_depth_and_kind_of_batch() -> None:
    cases = [case(number) for number in range(COUNT)]
    seen = Counter(name for one in cases for name in (*one.shape.activations, one.shape.loss))
    assert len(seen) == len(ACTIVATIONS) + len(LOSSES) - 1, seen  # one of them is a rule
    assert min(seen.values()) >= 10, seen
    assert {one.shape.depth for one in cases} == set(range(1, DEEPEST + 1))
    batches = [len(one.X) for one in cases]
    assert (min(batches), max(batches)) == (1, 64)
    assert any(one.rule.has_penalty for one in cases)
    assert any(not one.rule.train_biases for one in cases)


def test_the_kept_figures_are_current_or_written_anew() -> None:
    cases = kept.small_cases()
    theirs = {one.number: {name: figures(one)[name] for name in one.figures} for one in cases}
    current = kept.read() if kept.FILE.exists() else {}
    if current.keys() != theirs.keys() or any(kept.differences(current[n], theirs[n]) for n in theirs):
        kept.write(theirs)
    assert kept.FILE.stat().st_size <= 300_000
    again = kept.read()
    np.testing.assert_array_equal(sorted(again), sorted(theirs))
