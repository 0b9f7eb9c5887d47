"""Handouts count as people do, programs and tables as numpy does."""

import pytest

from backstep_lab.exports.handouts.markdown import markdown
from backstep_lab.exports.images.marks import Word
from backstep_lab.exports.images.scene import scene
from backstep_lab.exports.operations_csv import table
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.patch import patched
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


def test_a_handout_tells_names_beside_their_numbers(mazur: Session) -> None:
    names = {"inputs": ["lemons"], "hidden": [["", "sweet"]], "outputs": ["points"]}
    named = patched(mazur, {"names": names}).end
    english, chinese = (markdown(named, lang).decode() for lang in ("en", "zh-CN"))
    assert "Input 1 (lemons) sends 0.05" in english
    assert "Input 2 sends 0.1" in english
    assert "Neuron 2 (sweet) of layer 1 sends" in english
    assert "Output 1 (points) is" in english
    assert "1（lemons）" in chinese


def test_a_still_picture_has_the_names(mazur: Session) -> None:
    named = patched(
        mazur, {"names": {"inputs": ["lemons"], "outputs": ["a very long name of an output"]}}
    ).end
    words = [mark.text for mark in scene(named) if isinstance(mark, Word)]
    assert "lemons" in words
    assert "a very long nam…" in words
