"""Handouts count as people do, programs and tables as numpy does."""

import pytest

from backstep_lab.exports.handouts.markdown import markdown
from backstep_lab.exports.operations_csv import table
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.session import Session


@pytest.fixture
def mazur() -> Session:
    return open_bookmark("s", parse_create({"preset": "mazur"}))


def test_a_handout_counts_inputs_neurons_examples_and_iterations_from_1(mazur: Session) -> None:
    text = markdown(mazur, "en").decode()
    assert "Iteration 1, every operation." in text
    assert "those of example 1 of the data" in text
    assert "Input 1 sends 0.05" in text
    assert "Input 2 sends 0.1" in text
    assert "Neuron 2 of layer 1 sends" in text
    assert "w^{1}_{1,1}\\,x_{1}" in text
    assert "Input 0" not in text
    assert "Neuron 0" not in text
    assert "_{0" not in text


def test_a_table_for_programs_counts_from_0(mazur: Session) -> None:
    _, first, *_ = table(mazur, "en").decode().splitlines()
    assert first.startswith('1,forward,product,1,0,"W1[0,0]*x[0]",')
