"""Models that need no heavy package, shown: the learner's own numbers, stepped without a server."""

import subprocess
import sys
from base64 import b64decode
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier, MLPRegressor  # type: ignore[import-untyped]

import backstep_lab
from backstep_lab import CannotShow
from tests.notebook.trained import after, assert_near

ROOT = Path(__file__).resolve().parents[2]
X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
LABELS = ["no", "yes", "yes", "no"]
LISTS = [([[0.1, -0.2], [0.3, 0.4]], [0.5, -0.5], "tanh"), ([[0.6, 0.7]], [0.0], "sigmoid")]
SHAPE = {"hidden_layer_sizes": (3,), "activation": "tanh", "random_state": 4, "shuffle": False}
pytestmark = pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")


def fitted(kind: Any, y: Any, **settings: Any) -> Any:
    return kind(
        hidden_layer_sizes=(3,), activation="tanh", max_iter=2, random_state=4, shuffle=False, **settings
    ).fit(X, y)


def fields(shown: Any) -> dict[str, Any]:
    found: dict[str, Any] = shown.session.current.spec.model_dump(exclude_none=True)
    return found


@pytest.mark.parametrize(
    "solver",
    [
        {"solver": "sgd", "momentum": 0.0},
        {"solver": "sgd", "momentum": 0.8},
        {"solver": "sgd", "momentum": 0.8, "nesterovs_momentum": False},
        {"solver": "adam"},
    ],
)
@pytest.mark.parametrize(
    ("kind", "y"),
    [
        (MLPClassifier, LABELS),
        (MLPClassifier, ["a", "b", "c", "a"]),
        (MLPRegressor, [0.5, 1.0, -1.0, 2.0]),
        (MLPRegressor, [[0.5, 1.0], [1.0, 2.0], [-1.0, 0.0], [2.0, 0.0]]),
    ],
)
def test_a_network_of_scikit_learn_takes_its_very_steps(kind: Any, y: Any, solver: dict[str, Any]) -> None:
    """From its first weights on, as far as it went in two epochs of one batch; Adam's ε stands elsewhere."""
    settings = {"learning_rate_init": 0.2, "alpha": 0.3, "batch_size": 4, **solver}
    model = fitted(kind, y, **settings)
    once = kind(
        hidden_layer_sizes=(3,), activation="tanh", max_iter=1, random_state=4, shuffle=False, **settings
    )
    begun = once.fit(X, y)
    further = [
        part for both in zip(_transposed(model.coefs_), model.intercepts_, strict=True) for part in both
    ]
    shown = backstep_lab.show(begun, X, y, iterations=1)
    if settings["solver"] == "sgd" and not settings["momentum"]:
        assert_near(after(shown, 1), further)
    first = backstep_lab.show(_unfitted(kind, y, settings), X, y, iterations=1)
    assert_near(after(first, 2), further, 1e-9 if settings["solver"] == "sgd" else 1e-4)


def _transposed(arrays: list[Any]) -> list[Any]:
    return [array.T for array in arrays]


def _unfitted(kind: Any, y: Any, settings: dict[str, Any]) -> Any:
    """The model with the weights that its training begins with: one step with next to no rate."""
    still = kind(**SHAPE, max_iter=1, **{**settings, "learning_rate_init": 1e-300}).fit(X, y)
    still.learning_rate_init = settings["learning_rate_init"]
    return still


def test_classes_and_columns_keep_their_names() -> None:
    shown = backstep_lab.show(fitted(MLPClassifier, LABELS), X, LABELS, iterations=1)
    spec = fields(shown)
    assert spec["names"]["classes"] == ["no", "yes"]
    assert spec["data"]["Y"] == [[0.0], [1.0], [1.0], [0.0]]
    assert spec["network"]["loss"] == "binary_cross_entropy"


def test_lists_and_everything_by_name() -> None:
    shown = backstep_lab.show(
        LISTS, X, [0, 1, 1, 0], loss="half_squared_error", optimizer="Adam", batch_size=2, iterations=1
    )
    spec = fields(shown)
    assert spec["network"]["parameters"]["W"][0] == [[0.1, -0.2], [0.3, 0.4]]
    assert (spec["network"]["loss"], spec["training"]["batch_size"]) == ("half_squared_error", 2)
    assert spec["training"]["optimizer"]["name"] == "adam"
    assert fields(backstep_lab.show(LISTS, X, [0, 1, 1, 0], optimizer=0.25))["training"]["optimizer"] == {
        "name": "sgd",
        "learning_rate": 0.25,
    }


def test_it_opens_where_it_is_asked_to() -> None:
    shown = backstep_lab.show(
        LISTS, X, [0, 1, 1, 0], iterations=2, iteration=1, step=4, focus=0, theme="dark"
    )
    assert (shown.session.iteration, shown.session.step) == (1, 4)
    assert shown.options.address.query.theme == "dark"


def test_the_bundle_holds_a_sandboxed_page_and_a_picture_and_the_file_can_be_saved(tmp_path: Path) -> None:
    shown = backstep_lab.show(LISTS, X, [0, 1, 1, 0], height=500)
    bundle = shown._repr_mimebundle_()
    assert bundle["text/html"].startswith(
        '<iframe title="Backstep" sandbox="allow-scripts allow-popups" width="100%" height="500"'
    )
    assert "<script" not in bundle["text/html"]
    assert b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert bundle["text/plain"] == "<Backstep: 2-2-1, 3 iterations>"
    shown.save(tmp_path / "own.html")
    assert (tmp_path / "own.html").read_text("utf-8") == shown.html


@pytest.mark.parametrize(
    ("model", "y", "options", "sentence"),
    [
        (3, LABELS, {}, "This model cannot be shown: int. There are torch.nn.Sequential"),
        ([([[1.0]], [0.0])], [1], {}, r"This model cannot be shown: tuple. There are \[\(W, b"),
        ([], [1], {}, "Sequential with no weights cannot be shown"),
        ([(np.ones((2, 2)), None, "selu")], LABELS, {}, "This activation function cannot be shown: selu"),
        (
            [(np.ones((2, 2)), [0.0], "tanh")],
            LABELS,
            {},
            r"layer 1 do not fit: their shapes are \(2, 2\) and \(1,\)",
        ),
        (LISTS, [0, 1, 1], {}, "X has 4 rows, y has 3"),
        (LISTS, LABELS, {}, "y holds something other than numbers"),
        (LISTS, np.ones((4, 2)), {}, "y is 4 × 2, and the model has 1 numbers in a row of it"),
        (LISTS, [0, 1, 1, 0], {"loss": "ctc"}, "This loss cannot be shown: ctc"),
        (LISTS, [0, 1, 1, 0], {"optimizer": "lion"}, "This optimizer cannot be shown: lion"),
        (LISTS, [0, 1, 1, 0], {"optimizer": {"name": "sgd", "learning_rate": -1.0}}, "learning_rate"),
        (LISTS, [0, 1, 1, 0], {"colour": "red"}, r"show\(\) has no option 'colour'"),
        (LISTS, [0, 1, 1, 0], {"digits": 5}, "digits is 5; it must be 2, 3, 4, 6, 9, 17"),
        (LISTS, [0, 1, 1, 0], {"iterations": 21}, "iterations is 21; it must be from 1 to 20"),
        (LISTS, [0, 1, float("nan"), 0], {}, "finite"),
        (MLPClassifier(), LABELS, {}, r"MLPClassifier with no weights yet \(call fit"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_sentence(
    model: Any, y: Any, options: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(CannotShow, match=sentence):
        backstep_lab.show(model, X, y, **options)


def test_settings_of_scikit_learn_that_backstep_does_not_have_are_named() -> None:
    falling = fitted(MLPClassifier, LABELS, solver="sgd", learning_rate="invscaling")
    with pytest.raises(CannotShow, match="MLPClassifier with learning_rate='invscaling' cannot be shown"):
        backstep_lab.show(falling, X, LABELS)
    several = fitted(MLPClassifier, np.eye(4)[:, :2].astype(int))
    with pytest.raises(CannotShow, match="several labels for one example"):
        backstep_lab.show(several, X, np.eye(4)[:, :2])


def test_importing_the_package_loads_nothing_else() -> None:
    program = (
        "import sys, backstep_lab\n"
        "print(sorted({'numpy', 'pydantic', 'fastapi', 'torch', 'sklearn'} & set(sys.modules)))\n"
        "print(backstep_lab.show.__name__)\n"
        "print(sorted({'torch', 'sklearn', 'keras', 'anywidget'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "app")},
    )
    assert done.stdout.splitlines() == ["[]", "show", "[]"]
    with pytest.raises(AttributeError, match="no attribute 'shows'"):
        backstep_lab.shows  # noqa: B018
