"""Models from files: parameters with names as PyTorch gives them, and session files."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from backstep_lab.cli import main
from backstep_lab.exports.model_file import add_file_options, start_of
from backstep_lab.exports.safetensors_export import tensors
from backstep_lab.exports.session_file import session_file
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid

ARRAYS = {
    "10.weight": np.array([[0.5, -0.5, 0.25]]),
    "10.bias": np.array([0.1]),
    "2.weight": np.arange(6.0).reshape(3, 2) / 10,
    "2.bias": np.array([0.1, 0.2, 0.3]),
}


def options(*said: str) -> Namespace:
    parser = ArgumentParser()
    add_file_options(parser)
    return parser.parse_args(said)


def saved(folder: Path, arrays: dict[str, Any]) -> Path:
    save_file(arrays, folder / "model.safetensors")
    return folder / "model.safetensors"


def opened(path: Path, *said: str) -> Session:
    return open_bookmark("", start_of(path, options(*said)).bookmark)


def parameters(session: Session) -> dict[str, Any]:
    return session.current.parameters(False)


def test_layers_come_in_the_order_of_their_numbers_with_the_asked_activations(tmp_path: Path) -> None:
    session = opened(
        saved(tmp_path, ARRAYS), "--activations", "tanh,sigmoid", "--loss", "binary_cross_entropy"
    )
    assert parameters(session)["W"] == [ARRAYS["2.weight"].tolist(), ARRAYS["10.weight"].tolist()]
    spec = session.current.spec.model_dump()
    assert [layer["activation"] for layer in spec["network"]["layers"]] == ["tanh", "sigmoid"]
    assert spec["network"]["loss"] == "binary_cross_entropy"
    assert spec["data"]["X"] == [[0.5, 0.5]]


def test_examples_come_from_a_table(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("0,1,1\n1,0,0\n")
    path = saved(tmp_path, ARRAYS)
    session = opened(path, "--activations", "relu,identity", "--data", str(tmp_path / "data.csv"))
    data = session.current.spec.model_dump()["data"]
    assert (data["X"], data["Y"]) == ([[0.0, 1.0], [1.0, 0.0]], [[1.0], [0.0]])
    (tmp_path / "data.csv").write_text("0,1\n")
    with pytest.raises(Invalid, match=r"data\.csv has 2 columns, the model 2 inputs and 1 outputs"):
        opened(path, "--activations", "relu,identity", "--data", str(tmp_path / "data.csv"))


def test_a_file_that_backstep_has_written_says_all_of_the_network(tmp_path: Path) -> None:
    own = open_bookmark("", parse_create({"preset": "xor"}))
    (tmp_path / "xor.safetensors").write_bytes(tensors(own, "en"))
    again = opened(tmp_path / "xor.safetensors")
    assert parameters(again) == parameters(own)
    network, wanted = (session.current.spec.model_dump()["network"] for session in (again, own))
    assert (network["layers"], network["loss"]) == (wanted["layers"], wanted["loss"])


def test_a_session_file_opens_at_its_moment(tmp_path: Path) -> None:
    own = open_bookmark("", parse_create({"preset": "mazur", "at": {"iteration": 2, "step": 5}}))
    (tmp_path / "mazur.json").write_bytes(session_file(own, "en"))
    again = opened(tmp_path / "mazur.json")
    assert (again.head, parameters(again)) == (own.head, parameters(own))


@pytest.mark.parametrize(
    ("arrays", "said", "sentence"),
    [
        (
            ARRAYS,
            [],
            "The file has 2 layers; name the activation function of each with --activations: identity",
        ),
        (ARRAYS, ["--activations", "tanh,selu"], "name the activation function of each"),
        ({"0.weight": np.ones((2, 1, 3, 3))}, [], r"0.weight \(2 × 1 × 3 × 3\) is no weight or bias"),
        ({"1.running_mean": np.ones(2)}, [], r"1.running_mean \(2\) is no weight or bias"),
        ({"1.bias": np.ones(2)}, [], r"1.bias \(2\) is no weight or bias"),
    ],
)
def test_what_is_no_network_of_ours_is_refused_with_its_name(
    arrays: dict[str, Any], said: list[str], sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(Invalid, match=sentence):
        opened(saved(tmp_path, arrays), *said)


def test_a_file_is_exported_as_a_preset_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "own.html"
    command = ["export", str(saved(tmp_path, ARRAYS)), "--activations", "tanh,sigmoid", "-o", str(target)]
    main([*command, "--iterations", "1"])
    assert target.read_text("utf-8").startswith("<!doctype html>")
    assert str(target) in capsys.readouterr().out


@pytest.mark.parametrize("content", ["{}", "[1]", "{", json.dumps({"format": "backstep-session"}), "\udcff"])
def test_a_broken_file_ends_the_program_with_a_sentence(content: str, tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(SystemExit, match=r"\w"):
        main(["export", str(path), "-o", str(tmp_path / "never.html")])
    with pytest.raises(SystemExit, match="There is no preset “none”; there are mazur"):
        main(["export", "none"])
    assert not (tmp_path / "never.html").exists()
